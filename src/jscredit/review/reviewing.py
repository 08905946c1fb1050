"""The question: a file in, its review out."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import CreditFile, Kind
from jscredit.review.matters import Matter
from jscredit.review.model import Review
from jscredit.review.viewer import WHOLE_FILE, Viewer
from jscredit.rules import JIANGSU_2018, PERIOD, Regime


def credit_review(  # noqa: PLR0913 - each is an input of the law; the public design fixes them
    file: CreditFile,
    *,
    matter: Matter,
    on: dt.date,
    viewer: Viewer | None = None,
    periods_of_use: Mapping[Kind, CalendarPeriod] | None = None,
    regime: Regime = JIANGSU_2018,
) -> Review:
    """Review a subject's credit for a matter on a day: the one call before a decision (M25).

    Everything is read from the file's changes as known on the day. The outcome names a ground of the law, not an act:
    what follows from it is the department's to decide within its powers.

    Args:
        file: the subject's credit file.
        matter: for what the review is made.
        on: the day asked about.
        viewer: who looks, and which classes of information it may see; the whole file unless given.
        periods_of_use: the catalogue's periods of use (M8) by kind of record, from its determination; a kind that is
            not named has none.
        regime: the law with its settings and readings.

    Raises:
        InvalidInput: ``review.file``, ``review.matter``, ``review.viewer``, ``review.periods-of-use``, all at once; or
            the day is no date.
        NotInForce: the law is not in force on the day.

    >>> from jscredit.records import CreditRecord, Severity, Subject, SubjectType, Supplied
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司", established_on=dt.date(2010, 5, 4))
    >>> day = dt.date(2019, 3, 1)
    >>> bid = CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING, determined_on=day, severity=Severity.GENERAL)
    >>> file = CreditFile(shop, complete_since=dt.date(2015, 1, 1)).apply(
    ...     Supplied(day=day, known_on=day, citation="M16", record=bid)
    ... )
    >>> found = credit_review(file, matter=Matter.PUBLIC_RESOURCE_TRADING, on=dt.date(2019, 6, 1))
    >>> found.outcome.value, [failure.record.id for failure in found.failures]
    ('caution', ['1'])
    >>> [(str(span.first), span.outcome.value) for span in found.timeline]
    [('2019-06-01', 'caution'), ('2020-03-02', 'ordinary'), ('2022-03-02', 'favoured')]
    """
    periods = {} if periods_of_use is None else periods_of_use
    faults = tuple(_faults(file, matter, viewer, periods))
    if faults:
        raise InvalidInput(*faults)
    day = as_day(on, field="on")
    regime.require_in_force(day)
    ordered = tuple((kind, periods[kind]) for kind in Kind if kind in periods)
    return Review(file, matter, day, viewer or WHOLE_FILE, ordered, regime)


def _faults(file: Any, matter: Any, viewer: Any, periods: Any) -> list[Fault]:
    wanted = (
        ("file", isinstance(file, CreditFile), "CreditFile"),
        ("matter", isinstance(matter, Matter), "Matter"),
        ("viewer", viewer is None or isinstance(viewer, Viewer), "Viewer"),
    )
    found = [_mistyped(field, name) for field, fits, name in wanted if not fits]
    if not isinstance(periods, Mapping) or not all(
        isinstance(kind, Kind) and PERIOD.holds(period) for kind, period in periods.items()
    ):
        found.append(_PERIODS)
    return found


def _mistyped(field: str, name: str) -> Fault:
    return Fault(
        code=f"review.{field}",
        message=Label(f"须为 {name}", f"must be a {name}"),
        cure=Label(f"请给出 jscredit 的 {name}", f"give a {name} of jscredit"),
        field=field,
        clause="M25",
        data=MappingProxyType({"wanted": name}),
    )


_PERIODS = Fault(
    code="review.periods-of-use",
    message=Label("须为从信息种类到使用期限的映射", "must map kinds of records to periods"),
    cure=Label("例如 {Kind.PENALTY: Years(2)}", "for example {Kind.PENALTY: Years(2)}"),
    field="periods_of_use",
    clause="M8",
)
