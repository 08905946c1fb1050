"""The class of records (M9 to M13) over a dataframe."""

import operator
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, Literal

from jscredit.classification import ClassificationStatus
from jscredit.classification.model import OF_CREDIT
from jscredit.classification.rules import CONDUCT_RULES
from jscredit.frames.asking import Columns, Given, OnFault, Question, Way, answered
from jscredit.frames.bench import Bench
from jscredit.frames.classes import Classes, category_of, facts_of, is_residual, item_rules
from jscredit.frames.library import nw
from jscredit.frames.operators import Operators, every
from jscredit.frames.texts import Named, joined
from jscredit.records import Category
from jscredit.records.facts import CATALOGUE_CATEGORY
from jscredit.rules import JIANGSU_2018, Regime, Rule

ANSWERS = ("status", "category", "primary", "items", "missing")


def classify(  # noqa: PLR0913 - each says how frames are read and written
    frame: Any,
    *,
    columns: Given = "new",
    key: str | Sequence[str] = "id",
    not_known: Sequence[str] | Literal["absent"] = (),
    faults: OnFault | None = None,
    prefix: str = "class_",
    regime: Regime = JIANGSU_2018,
) -> Any:
    """The class of each record and the items that it meets (M9 to M13); see ``jscredit.classify``.

    Args:
        frame: one record in a row, by the names of its fields; null is not known.
        columns: ``new``: the key and the new columns; ``all``: those of the frame as well.
        key: the column, or columns, that name a row.
        not_known: columns that the frame lacks and that are not known in any row; ``absent``: all that it lacks.
        faults: ``raise`` or ``column``; see ``repair_eligibility``.
        prefix: what the names of the new columns begin with.
        regime: the law, with its settings and readings.

    Returns:
        The same kind of frame with ``status``, ``category`` (null where it is in none, or open), ``primary`` (the most
        special item met; null where none is, or a more special one is open), ``items`` (all met, the most special
        first) and ``missing`` (the facts that leave the class open), each a text.

    Raises:
        InvalidInput: the frame breaks the contract.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"id": ["1"], "kind": ["penalty"], "procedure": ["general"], "reflects_credit": [True]})
    >>> classify(frame, not_known="absent").row(0)
    ('1', 'classified', 'negative', 'M12(9)', 'M12(9),M12(1)', '')
    """

    def question(_: Sequence[str]) -> Question:
        facts = dict.fromkeys((*facts_of((*item_rules(), *CONDUCT_RULES), regime), CATALOGUE_CATEGORY.name))
        names = tuple(prefix + each for each in ANSWERS)
        return Question(tuple(facts), lambda at: _stages(at, names, regime), names)

    way = Way(columns=columns, key=key, not_known=not_known, faults=faults, prefix=prefix)
    return answered(frame, question, way)


def _stages(facts: Columns, names: Sequence[str], regime: Regime) -> Iterator[Columns]:
    bench = Bench()
    classes = Classes(Operators(facts), regime, bench)
    flags = classes.flags
    by_conduct = {rule: every(each.flag for each in classes.conditions(rule)) for rule in CONDUCT_RULES}
    met = bench.let("met", classes.any_of(classes.rules))
    named = bench.let("named", classes.any_of(rule for rule in classes.rules if not is_residual(rule)))
    bench.next_layer()
    yield from bench.layers
    status, category, primary, items, missing = names
    yield {
        status: _status(classes, met),
        category: _category(flags),
        primary: _primary(classes, named),
        items: joined((*_met(classes, named), *_about(by_conduct, met))),
        missing: joined(_missing(classes, met)),
    }


def _status(classes: Classes, met: nw.Expr) -> nw.Expr:
    """How it ended. A record known not to reflect the credit status is told so before any other reason."""
    of_credit = [
        classes.asked(rule) & ~condition.flag
        for rule in classes.rules
        for part, condition in zip(rule.conditions, classes.conditions(rule), strict=True)
        if part.id in OF_CREDIT
    ]
    told = nw.when(met).then(nw.lit(ClassificationStatus.CLASSIFIED.value))
    told = told.when(met.is_null()).then(nw.lit(ClassificationStatus.UNDETERMINED.value))
    for broken in of_credit:
        told = told.when(broken).then(nw.lit(ClassificationStatus.DOES_NOT_REFLECT_CREDIT.value))
    return told.otherwise(nw.lit(ClassificationStatus.FITS_NOWHERE.value))


def _category(flags: Mapping[Rule, nw.Expr]) -> nw.Expr:
    told: Any = nw
    for category in Category:
        of_it = [flag for rule, flag in flags.items() if category_of(rule) is category]
        told = told.when(reduce(operator.or_, of_it)).then(nw.lit(category.value))
    found: nw.Expr = told
    return found


def _primary(classes: Classes, named: nw.Expr) -> nw.Expr:
    """The first item that takes it in, where none before it may."""
    firsts: list[Named] = []
    for rule, flag in classes.flags.items():
        if is_residual(rule):
            is_first = flag & ~named
        else:
            rivals = [classes.flags[other] for other in classes.before(rule)]
            is_first = every((flag, *(~rival for rival in rivals)))
        firsts.append((rule.citation.ledger_id, is_first))
    told = joined(firsts)
    return nw.when(told != "").then(told)


def _met(classes: Classes, named: nw.Expr) -> Iterator[Named]:
    """The items for what it is. One for what is "other" takes in nothing that a named one takes in, or may."""
    for rule, flag in classes.flags.items():
        yield rule.citation.ledger_id, flag & ~named if is_residual(rule) else flag


def _about(by_conduct: Mapping[Rule, nw.Expr], met: nw.Expr) -> Iterator[Named]:
    """The further items for what it is about, once its kind has taken it in."""
    for rule, flag in by_conduct.items():
        yield rule.citation.ledger_id, flag & met


def _missing(classes: Classes, met: nw.Expr) -> Iterator[Named]:
    for name, said in sorted(classes.missing.items()):
        yield name, met.is_null() & said
