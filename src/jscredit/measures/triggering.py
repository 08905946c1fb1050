"""From a list entry, or a failure, to the measures that apply on a day (M28, J11 to J15)."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from jscredit.deadlines import as_day
from jscredit.errors import Fault, InvalidInput, Label, Refused
from jscredit.law import M
from jscredit.listing import entry_in_force
from jscredit.measures.case import MeasureCase
from jscredit.measures.default import NOT_ISSUED, default_measures
from jscredit.measures.issuer import in_use
from jscredit.measures.model import Measure, MeasureList
from jscredit.measures.result import TriggeredMeasure, TriggeredMeasures
from jscredit.measures.rows import Row, common_row, row_for
from jscredit.measures.vocabulary import MeasureSide
from jscredit.procedure import decision_faults
from jscredit.records import ListSide, Matter
from jscredit.rules import JIANGSU_2018, Decision, Notice, Regime, Verdict

_M28 = M.article(28).ledger_id
_SIDES = {ListSide.BLACK: MeasureSide.RESTRAINT, ListSide.RED: MeasureSide.INCENTIVE}


def trigger(
    measure_id: str,
    case: MeasureCase,
    *,
    on: date,
    measures: MeasureList | None = None,
    regime: Regime = JIANGSU_2018,
) -> TriggeredMeasure:
    """One measure in a case on a day: whether it applies, by whom, on what basis, until when.

    Args:
        measure_id: which measure.
        case: the entry, the failure, what was found, the person and the body asked about.
        on: the day.
        measures: the measure list; what the three instruments name themselves unless given.
        regime: the law with its settings.

    Raises:
        Refused: ``measures.not-on-list``; ``measures.entry-not-in-force`` and the like, where the case has an entry
            that is not in force on the day (M28); ``measures.list-…``, where an issued list is not in use (J16).
        InvalidInput, NotInForce: as for every rule.

    >>> from datetime import date
    >>> from jscredit.records import ListEntry, Severity, Subject
    >>> shop = Subject(name="试例商贸有限公司", credit_code="91329901MA1ABCD119")
    >>> entry = ListEntry(
    ...     id="B1", side=ListSide.BLACK, subject=shop, valid_from=date(2020, 3, 1), valid_until=date(2023, 2, 28)
    ... )
    >>> found = trigger("J11:restricted_fiscal_projects", MeasureCase.of(entry), on=date(2021, 1, 1))
    >>> found.status.value, found.measure.force.value, found.last_day
    ('applies', 'must', datetime.date(2023, 2, 28))
    """
    chosen, day = _list(measures), as_day(on, field="on")
    measure = on_list(chosen, measure_id)
    _require_usable(chosen, case, day, regime)
    return TriggeredMeasure(measure, case, day, regime, applies(measure, case, on=day, regime=regime))


def triggered_measures(
    case: MeasureCase,
    *,
    on: date,
    matter: Matter | None = None,
    measures: MeasureList | None = None,
    regime: Regime = JIANGSU_2018,
) -> TriggeredMeasures:
    """Every measure of the list in a case on a day, each with its answer.

    Of the side of the entry; for a failure without one, the restraints; where neither is given, both sides.

    Args:
        case: see ``trigger``. Where it names a person behind the subject, only measures that reach such persons.
        on: the day.
        matter: only what is applied in this matter, and what is bound to none; all unless given.
        measures: see ``trigger``.
        regime: the law with its settings.

    Raises:
        Refused, InvalidInput, NotInForce: as ``trigger``.
    """
    chosen, day = _list(measures), as_day(on, field="on")
    _require_usable(chosen, case, day, regime)
    common = common_row(case, regime)
    asked = (one for one in _about(chosen, case) if matter is None or one.is_for(matter))
    found = tuple(
        TriggeredMeasure(one, case, day, regime, _decision(one, row_for(one, case, common, regime), day, regime))
        for one in asked
    )
    return TriggeredMeasures(case, day, matter, chosen, found, tuple(_notices(chosen)))


def _about(chosen: MeasureList, case: MeasureCase) -> Iterator[Measure]:
    entry = case.listed
    asked = _SIDES[entry.side] if entry else MeasureSide.RESTRAINT if case.record else None
    for measure in chosen.measures:
        if asked in {None, measure.side} and (case.person is None or measure.is_of_persons_behind):
            yield measure


def on_list(measures: MeasureList, measure_id: str) -> Measure:
    """The measure of this id.

    Raises:
        Refused: ``measures.not-on-list`` (M28).
    """
    measure = measures.find(measure_id)
    if measure is None:
        raise Refused(_NOT_ON_LIST)
    return measure


def applies(measure: Measure, case: MeasureCase, *, on: date, regime: Regime) -> Decision:
    """Whether a measure applies in a case on a day."""
    return _decision(measure, row_for(measure, case, common_row(case, regime), regime), on, regime)


def _decision(measure: Measure, row: Row, on: date, regime: Regime) -> Decision:
    return measure.rule.decide(row, on=on, regime=regime)


def entry_decision(case: MeasureCase, *, on: date, regime: Regime) -> Decision | None:
    """Whether the case's entry is in force; None where it has none."""
    return None if case.entry is None else entry_in_force(case.entry, on=on, regime=regime)


def _require_usable(chosen: MeasureList, case: MeasureCase, day: date, regime: Regime) -> None:
    regime.require_in_force(day)
    faults = list(list_in_use_faults(chosen, on=day, regime=regime))
    decision = entry_decision(case, on=day, regime=regime)
    if decision is not None and decision.verdict is Verdict.NO:
        faults += entry_faults(decision)
    if faults:
        raise Refused(*faults)


def entry_faults(decision: Decision) -> Iterator[Fault]:
    """That an entry triggers nothing on a day, each reason with its own clause; M28 is what asks for it."""
    for failure in decision.failed:
        condition = failure.condition
        yield Fault(
            code=f"measures.{condition.id}",
            message=Label(
                f"名单条目当日未生效或已失效：不符合“{condition.label.zh}”",
                f"the list entry is not in force on the day: not met: {condition.label.en}",
            ),
            cure=Label("只对当日有效的名单条目实施奖惩", "measures follow only from an entry that is in force"),
            field="entry",
            clause=_M28,
            data=MappingProxyType({"earliest": failure.earliest, "by": condition.citation.ledger_id}),
        )


def list_in_use_faults(chosen: MeasureList, *, on: date, regime: Regime) -> Iterator[Fault]:
    """That an issued list may not be used yet; nothing about the measures that the text names itself."""
    if chosen.is_issued:
        yield from decision_faults(
            in_use(chosen.issuer, chosen.published_on, on=on, regime=regime), "measures", {"list-published": _PUBLISH}
        )


def _list(measures: MeasureList | None) -> MeasureList:
    if measures is None:
        return default_measures()
    if not isinstance(measures, MeasureList):
        raise InvalidInput(_NO_LIST)
    return measures


def _notices(chosen: MeasureList) -> Iterator[Notice]:
    if not chosen.is_issued:
        yield NOT_ISSUED


_PUBLISH = Label("清单公示后方可适用", "a list is used from its publication on")
_NOT_ON_LIST = Fault(
    code="measures.not-on-list",
    message=Label("该措施不在联合奖惩措施清单上", "the measure is not on the measure list"),
    cure=Label(
        "只实施清单所列的措施；请核对编号和清单版本", "check the id and the edition: only what is listed applies"
    ),
    field="measure_id",
    clause=_M28,
)
_NO_LIST = Fault(
    code="measures.list",
    message=Label("须为 MeasureList", "must be a MeasureList"),
    cure=Label("请给出措施清单", "give a measure list"),
    field="measures",
    clause="J16",
)
