"""J4, third paragraph: the seven fields of serious failure, one rule each, made from the table of conducts.

The first six lists are open (等): a conduct that they do not name may be one of the field, if the determining body
finds so. What a named conduct needs (malice, intent and so on) stands in the table (``conduct_row``).
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.law import Citation, J
from jscredit.records import BlacklistField, Conduct, Judgement, Value, Vocabulary, conduct_rows
from jscredit.records.conduct_table import Need
from jscredit.records.facts import CONDUCT, INTENT, MALICE
from jscredit.records.value import STRICT
from jscredit.rules import JIANGSU_2018, Condition, Decision, Expression, Fact, Regime, Rule

_J4C = J.article(4, paragraph=3)
_CLOSED = BlacklistField.OTHER_INTENTIONAL_VIOLATION


class FalseDocument(Vocabulary):
    """What sort of false document was used to get public funds; the list is open (J4, third field)."""

    FILING = "filing", "备案", "filing"
    LAND = "land", "土地", "land"
    ENVIRONMENTAL_ASSESSMENT = "environmental_assessment", "环评", "environmental assessment"
    INTELLECTUAL_PROPERTY = "intellectual_property", "知识产权", "intellectual property"
    LOAN_CONTRACT = "loan_contract", "贷款合同", "loan contract"
    OTHER = "other", "其他", "other"


SERIOUS = Fact.flag("found_serious", Label("认定为严重失信", "it was found to be a serious failure"), judged=True)
OTHER_OF_FIELD = Fact.flag(
    "other_of_field",
    Label("条文未列名，经认定属该领域", "not named, but found to be a conduct of the field"),
    judged=True,
)
DOCUMENT_SORT = Fact.choice("document_sort", FalseDocument, Label("虚假文件种类", "sort of the false document"))
FUNDS_SOUGHT = Fact.flag("funds_sought", Label("骗取政府专项资金", "special public funds were sought by it"))
FINAL_ACT = Fact.flag("final_act", Label("已有终审判决或者决定", "there is a final judgment or decision"))
ABILITY = Fact.flag("ability", Label("有履行能力", "it was able to perform"), judged=True)
CREDIBILITY_HARMED = Fact.flag(
    "credibility_harmed",
    Label("严重影响司法、行政公信力", "the credibility of courts or organs was gravely harmed"),
    judged=True,
)
NORM_BREACHED = Fact.flag("norm_breached", Label("违反法律法规", "a law or regulation was breached"))
BAD_CONSEQUENCES = Fact.flag(
    "bad_consequences", Label("造成不良后果和影响", "it had bad consequences and influence"), judged=True
)
PENALISED = Fact.flag("penalised", Label("受到行政处罚", "it was penalised"))

_TESTS: dict[Need, Expression] = {
    "malice": MALICE,
    "intent": INTENT,
    "document_sort": DOCUMENT_SORT.is_in(*FalseDocument),
    "funds_sought": FUNDS_SOUGHT,
    "final_act": FINAL_ACT,
    "ability": ABILITY,
    "credibility_harmed": CREDIBILITY_HARMED,
    "norm_breached": NORM_BREACHED,
    "bad_consequences": BAD_CONSEQUENCES,
    "penalised": PENALISED,
}
_LABELS: dict[Need, Label] = {
    "malice": Label("条文写明恶意的，须出于恶意", "malicious, where the text says so"),
    "intent": Label("条文写明故意的，须出于故意", "intended, where the text says so"),
    "document_sort": Label("载明虚假文件的种类", "the sort of false document is told"),
    **{
        need: fact.label for need, fact in _TESTS.items() if isinstance(fact, Fact) and need not in {"malice", "intent"}
    },
}


def _place(field: BlacklistField) -> Citation:
    return J.article(4, paragraph=3, item=1 + list(BlacklistField).index(field))


def _conducts(field: BlacklistField, need: Need | None = None) -> tuple[Conduct, ...]:
    rows = (row for row in conduct_rows().values() if row.field is field)
    return tuple(row.conduct for row in rows if need is None or need in row.needs)


def _needs(field: BlacklistField) -> tuple[Need, ...]:
    rows = (row for row in conduct_rows().values() if row.field is field)
    return tuple(dict.fromkeys(need for row in rows for need in row.needs))


def _need_test(field: BlacklistField, need: Need) -> Expression:
    asked_of, test = _conducts(field, need), _TESTS[need]
    if asked_of != _conducts(field):
        test = ~CONDUCT.is_in(*asked_of) | test
    return test if field is _CLOSED else OTHER_OF_FIELD | test


def _field_rule(field: BlacklistField) -> Rule:
    place, named = _place(field), CONDUCT.is_in(*_conducts(field))
    return Rule(
        f"serious-failure:{field.value}",
        place,
        Label(f"属“{field.label.zh}”的严重失信", f"a serious failure of the field '{field.label.en}'"),
        (
            Condition(
                "conduct",
                place,
                Label("属该领域的行为", "the conduct is one of the field"),
                named if field is _CLOSED else named | OTHER_OF_FIELD,
            ),
            *(
                Condition(need.replace("_", "-"), place, _LABELS[need], _need_test(field, need))
                for need in _needs(field)
            ),
            Condition("serious", _J4C, SERIOUS.label, SERIOUS),
        ),
    )


SERIOUS_FAILURE: Mapping[BlacklistField, Rule] = MappingProxyType(
    {field: _field_rule(field) for field in BlacklistField}
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Findings(Value):
    """What was found about a conduct that may be black-listed. ``None`` means *not known*, never *no*.

    Attributes:
        serious: that it is a serious failure.
        other_of_field: that a conduct which the text does not name belongs to the field.
        malice, intent: as the text of some conducts asks.
        document_sort, funds_sought: of the third field.
        final_act, ability, credibility_harmed: of the fifth.
        norm_breached, bad_consequences, penalised: of the seventh, beside the intent.
    """

    serious: Judgement | None = None
    other_of_field: Judgement | None = None
    malice: Judgement | None = None
    intent: Judgement | None = None
    document_sort: FalseDocument | None = None
    funds_sought: bool | None = None
    final_act: bool | None = None
    ability: Judgement | None = None
    credibility_harmed: Judgement | None = None
    norm_breached: bool | None = None
    bad_consequences: Judgement | None = None
    penalised: bool | None = None


def serious_failure(
    field: BlacklistField, conduct: Conduct | None, findings: Findings, *, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether a conduct is a serious failure of a field of J4; what is not known leaves it undetermined.

    >>> found = serious_failure(
    ...     BlacklistField.MARKET_AND_SOCIAL_ORDER, Conduct.WAGE_ARREARS, Findings(), on=date(2020, 1, 1)
    ... )
    >>> found.verdict.value, found.missing
    ('undetermined', ('found_serious', 'malice'))
    """
    return SERIOUS_FAILURE[field].decide(findings_row(conduct, findings), on=on, regime=regime)


def findings_row(conduct: Conduct | None, findings: Findings) -> dict[str, Any]:
    """The facts of the seven rules. A conduct that the text names needs no finding that it belongs to a field."""
    return {
        CONDUCT.name: conduct,
        SERIOUS.name: _found(findings.serious),
        OTHER_OF_FIELD.name: _found(findings.other_of_field) if conduct is None else False,
        MALICE.name: _found(findings.malice),
        INTENT.name: _found(findings.intent),
        DOCUMENT_SORT.name: findings.document_sort,
        FUNDS_SOUGHT.name: findings.funds_sought,
        FINAL_ACT.name: findings.final_act,
        ABILITY.name: _found(findings.ability),
        CREDIBILITY_HARMED.name: _found(findings.credibility_harmed),
        NORM_BREACHED.name: findings.norm_breached,
        BAD_CONSEQUENCES.name: _found(findings.bad_consequences),
        PENALISED.name: findings.penalised,
    }


def _found(judgement: Judgement | None) -> bool | None:
    return None if judgement is None else judgement.finding
