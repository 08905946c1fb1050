"""G2.6 with M30: a failure record of government counts on a day, by the numbers of the Measures (a reading)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from jscredit.errors import Label
from jscredit.law import G, M
from jscredit.records.facts import DETERMINED_ON, SEVERITY
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Option, Regime, Rule, literal, reading
from jscredit.validity.rules import NOT_EXPIRED

if TYPE_CHECKING:
    from jscredit.records import CreditRecord

_G26 = G.article(2, item=6)

IN_FAILURE_RECORD = Fact.flag("in_failure_record", Label("已纳入政务失信记录", "it stands in the failure record"))

INTEGRITY_NUMBERS = reading(
    "integrity-numbers",
    Label("政务失信记录适用的期限", "the numbers that failure records of government follow"),
    _G26,
    Option(
        "as-the-measures",
        Label(
            "适用《管理办法》第三十条至第三十五条的期限",
            "the periods of art. 30 to 35 of the Measures: they join the public credit system",
        ),
    ),
    Option("none-until-own-rules", Label("另有规定之前没有止日", "none, until rules of their own are made")),
)

IN_RECORD = Condition("in-failure-record", G.article(2, item=3), IN_FAILURE_RECORD.label, IN_FAILURE_RECORD)
DETERMINED = Condition("determined", _G26, Label("已经认定", "it has been determined"), ON >= DETERMINED_ON)
STILL_COUNTS = Condition(
    "still-counts",
    M.article(30),
    Label("失信信息有效期未满", "its validity is not over"),
    INTEGRITY_NUMBERS.pick(as_the_measures=NOT_EXPIRED, none_until_own_rules=literal(value=True)),
)

COUNTING = Rule(
    "integrity-failure-counts",
    _G26,
    Label("政务失信记录可作为惩戒依据", "the failure record may be a ground of measures"),
    (IN_RECORD, DETERMINED, STILL_COUNTS),
)


def failure_counts(
    record: "CreditRecord", *, in_failure_record: bool | None, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether a failure record of a body or a civil servant counts on a day.

    Objection, validity and repair of such records follow M30 to M35 as those of any record do, by the reading taken;
    ``validity_of`` and ``repair_eligibility`` take the record as it is.

    Args:
        record: the failure, with its day of determination and its severity.
        in_failure_record: whether it was put into the failure record; ``failure_inclusion`` tells what belongs there.
        on: the day asked about.
        regime: the law with its settings.

    >>> from jscredit.records import CreditRecord, Kind, Severity, Subject
    >>> fine = CreditRecord(
    ...     id="1",
    ...     subject=Subject(name="虚构市城管局"),
    ...     kind=Kind.PENALTY,
    ...     severity=Severity.GENERAL,
    ...     determined_on=date(2020, 3, 5),
    ... )
    >>> failure_counts(fine, in_failure_record=True, on=date(2020, 6, 1)).last
    datetime.date(2021, 3, 5)
    """
    return COUNTING.decide(counting_row(record, in_failure_record), on=on, regime=regime)


def counting_row(record: "CreditRecord", in_failure_record: bool | None) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        IN_FAILURE_RECORD.name: in_failure_record,
        DETERMINED_ON.name: record.determined_on,
        SEVERITY.name: record.severity,
    }
