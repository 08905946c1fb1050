"""The classification as rules: one for each item and set of conditions in the table of kinds.

Each rule asks first for the kind, so it answers for every row. A second set says which further item of M12 a record of
negative information meets by what it is about.
"""

from functools import cache
from itertools import groupby
from typing import NamedTuple

from jscredit.classification.guards import GUARDS
from jscredit.classification.items import ITEMS
from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.records import Category, Conduct, Kind, conduct_rows, kind_row, kind_rows
from jscredit.records.facts import CONDUCT, KIND, MALICE
from jscredit.records.kind_table import Guard, KindItem, KindRow
from jscredit.rules import Condition, Rule

_OF_THE_KIND = Label("属该项所列信息种类", "it is of a kind that the item names")
_NEGATIVE_KIND = Label("属负面信息的其他列名种类", "it is of another named kind of negative information")
_OF_THE_CONDUCT = Label("所涉行为由该项列明", "it is about a conduct that the item names")


def _place(item: KindItem) -> tuple[int, int, tuple[Guard, ...]]:
    return (item.citation.article, item.citation.item or 0, item.guards)


def _item_rule(item: KindItem, kinds: tuple[Kind, ...]) -> Rule:
    place = item.citation
    conditions = tuple(GUARDS[name].condition(name, place) for name in item.guards)
    return Rule(
        ":".join(("item", place.ledger_id, *(each.id for each in conditions))),
        place,
        ITEMS[place].label,
        (Condition("kind", place, _OF_THE_KIND, KIND.is_in(*kinds)), *conditions),
    )


def _item_rules() -> dict[KindItem, Rule]:
    pairs = sorted(
        ((item, kind) for kind, row in kind_rows().items() for item in row.items), key=lambda pair: _place(pair[0])
    )
    groups = groupby(pairs, key=lambda pair: pair[0])
    return {item: _item_rule(item, tuple(kind for _, kind in group)) for item, group in groups}


_BY_ITEM = _item_rules()

# What an item asks beside the conduct. An arrear named in item 3 is due by law, so nothing more is asked there.
_MALICE_FOR_WAGES = Condition(
    "malice",
    M.article(12, item=4),
    Label("欠薪的，须出于恶意", "wage arrears were malicious"),
    (CONDUCT != Conduct.WAGE_ARREARS) | MALICE,
)
_MORE: dict[Citation, tuple[Condition, ...]] = {
    M.article(12, item=4): (_MALICE_FOR_WAGES,),
    M.article(12, item=8): (
        GUARDS["dealt_with_by_regulator"].condition("dealt_with_by_regulator", M.article(12, item=8)),
    ),
}


def _conducts_by_item() -> dict[Citation, tuple[Conduct, ...]]:
    named = [
        (place, conduct) for conduct, row in conduct_rows().items() for place in row.citations if place.instrument == M
    ]
    places = sorted({place for place, _ in named}, key=lambda place: place.item or 0)
    return {place: tuple(conduct for named_at, conduct in named if named_at == place) for place in places}


def _asked_of(row: KindRow, place: Citation, conducts: tuple[Conduct, ...]) -> bool:
    """Whether a record of the kind may meet a further item by what it is about."""
    if row.category is not Category.NEGATIVE or row.residual or place in row.citations:
        return False
    return row.may_be_about is None or not row.may_be_about.isdisjoint(conducts)


def _conduct_rule(place: Citation, conducts: tuple[Conduct, ...]) -> Rule:
    kinds = tuple(kind for kind, row in kind_rows().items() if _asked_of(row, place, conducts))
    return Rule(
        f"item:{place.ledger_id}:conduct",
        place,
        ITEMS[place].label,
        (
            Condition("kind", place, _NEGATIVE_KIND, KIND.is_in(*kinds)),
            Condition("conduct", place, _OF_THE_CONDUCT, CONDUCT.is_in(*conducts)),
            *_MORE.get(place, ()),
        ),
    )


_CONDUCTS = _conducts_by_item()
_BY_PLACE = {place: _conduct_rule(place, conducts) for place, conducts in _CONDUCTS.items()}
_PLACE_OF = {conduct: place for place, conducts in _CONDUCTS.items() for conduct in conducts}

CONDUCT_RULES: tuple[Rule, ...] = tuple(_BY_PLACE.values())
RULES: tuple[Rule, ...] = (*_BY_ITEM.values(), *CONDUCT_RULES)


class Plan(NamedTuple):
    """The rules to ask about a record of one kind: by what it is, and by what it is about."""

    by_kind: tuple[Rule, ...]
    by_conduct: tuple[Rule, ...]


@cache
def plan(kind: Kind) -> Plan:
    """The rules to ask about records of a kind, the most special first."""
    row = kind_row(kind)
    further = tuple(rule for place, rule in _BY_PLACE.items() if _asked_of(row, place, _CONDUCTS[place]))
    return Plan(tuple(_BY_ITEM[item] for item in row.items), further)


def conduct_rules(kind: Kind, conduct: Conduct | None) -> tuple[Rule, ...]:
    """The rules of a kind's further items that a conduct can meet: all of them where the conduct is not known."""
    rules = plan(kind).by_conduct
    return rules if conduct is None else tuple(rule for rule in rules if rule.citation == _PLACE_OF.get(conduct))
