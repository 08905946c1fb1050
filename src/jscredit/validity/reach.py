"""Whether a grade standard reaches a record: by its day of issue, and by whose standard it is (M7, M15)."""

from collections.abc import Iterator
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.law import M
from jscredit.records import Body, CreditRecord, Level, same_body
from jscredit.records.facts import DETERMINED_ON, record_row
from jscredit.rules import Notice, Regime, literal
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve
from jscredit.validity.rules import LATER_STANDARD
from jscredit.validity.standards import SeverityStandard

_M15 = M.article(15)


class Reach(NamedTuple):
    """Whether a standard reaches a record; None where that is not known. What is missing, and what is said of it."""

    answer: bool | None
    missing: tuple[str, ...]
    notices: tuple[Notice, ...]


def reach_of(standard: SeverityStandard, record: CreditRecord, regime: Regime) -> Reach:
    """Whether a standard reaches a record.

    It does not where it is that of a lower level than the body that labels, or of another region. One issued after the
    determination grades by one reading only. Whether it is the standard of the record's own sector nobody can read off
    a record: that is said, unless the body that issued it labels by it.
    """
    labels = record.provider or record.producer
    if labels is not None and _is_of_others(standard.issuer, labels):
        return Reach(False, (), (_OF_OTHERS,))
    sector = () if labels is not None and same_body(standard.issuer, labels) else (_SECTOR,)
    issued_later = None if record.determined_on is None else record.determined_on < standard.issued_on
    if issued_later is False:
        return Reach(True, (), sector)
    case = Case(record_row(record), regime.calendar)
    by_reading = resolve(_LABELS_EARLIER_ONES, regime)
    labels_earlier_ones = case.holds(by_reading)
    if labels_earlier_ones is None:
        return Reach(None, tuple(sorted(case.missing(by_reading))), sector)
    if issued_later is None:
        return Reach(True, (), sector) if labels_earlier_ones else Reach(None, (DETERMINED_ON.name,), sector)
    return Reach(labels_earlier_ones, (), (_ISSUED_LATER[labels_earlier_ones], *sector[: int(labels_earlier_ones)]))


# The reading may be taken for some cases only, so it is asked of the record.
_LABELS_EARLIER_ONES = LATER_STANDARD.pick(
    later_determinations=literal(value=False), labels_from_then_on=literal(value=True)
)


def _is_of_others(issuer: Body, labels: Body) -> bool:
    """Whether it is certainly the standard of a lower level than the body's own, or of another region."""
    levels = list(Level)
    if (
        issuer.level is not None
        and labels.level is not None
        and levels.index(issuer.level) > levels.index(labels.level)
    ):
        return True
    if issuer.region is None or labels.region is None or issuer.level is None:
        return False
    digits = _DIGITS[issuer.level]
    return issuer.region[:digits] != labels.region[:digits]


# How many digits of a region's code say which region of the level it is.
_DIGITS = {Level.CENTRAL: 0, Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6, Level.TOWNSHIP: 6}

_OF_OTHERS = Notice(
    "grading.standard-of-others",
    Label(
        "该标准由下级机关或其他地区的机关制定，不用于本记录",
        "the standard is that of a lower level or of another region and does not grade this record",
    ),
    M.article(7).zh,
)
_SECTOR = Notice(
    "grading.sector-not-compared",
    Label(
        "标明程度须依据本行业（领域）的标准；记录未载明行业，该标准是否属于其行业由人核对",
        "a failure is labelled by the standard of its sector; a record does not name its sector, so a person has to "
        "see that the standard is the right one",
    ),
    _M15.zh,
)


def _issued_later() -> Iterator[Notice]:
    head_zh, head = "该标准印发于失信认定之后", "the standard was issued after the failure was determined"
    yield Notice(
        "grading.standard-issued-later",
        Label(
            f"{head_zh}，按所采读法不用于此前认定的失信；另一读法下，其后标明程度时可以使用",
            f"{head}; by the reading taken it does not grade what was determined before; by the other one it may label "
            "such failures from then on",
        ),
        _M15.zh,
    )
    yield Notice(
        "grading.standard-issued-later",
        Label(
            f"{head_zh}，按所采读法仍予使用；另一读法下，不用于此前认定的失信",
            f"{head}; by the reading taken it grades the failure all the same; by the other one it grades only what is "
            "determined from its issue on",
        ),
        _M15.zh,
    )


_ISSUED_LATER = tuple(_issued_later())
