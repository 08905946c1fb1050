"""A subject with a file, and short ways to put records, entries and changes into it."""

from datetime import date

from factories import judgement, organisation, record
from jscredit.deadlines import Months
from jscredit.records import (
    Attributed,
    CreditFile,
    Delisted,
    DelistingGround,
    Flagged,
    Granter,
    Honour,
    Kind,
    Listed,
    ListEntry,
    ListSide,
    Purged,
    Repaired,
    Severity,
    Supplied,
)
from jscredit.review import Matter, ReviewingBody, Viewer, credit_review

SHOP = organisation(7, established_on=date(2001, 4, 5))
VOUCHED = date(2010, 1, 1)
ON = date(2020, 6, 1)


def failure(name="R1", determined_on=date(2020, 3, 2), severity=Severity.GENERAL, **facts):
    parts = {"kind": Kind.BID_RIGGING, "subject": SHOP} | facts
    return record(id=name, determined_on=determined_on, severity=severity, **parts)


def honour(name="H1", determined_on=date(2019, 5, 6), **facts):
    parts = {"kind": Kind.AWARD, "granter": Granter.DEPARTMENT, "honour": Honour.MODEL_WORKER, "subject": SHOP} | facts
    return record(id=name, determined_on=determined_on, **parts)


def entry(name="B1", **facts):
    parts = {
        "side": ListSide.BLACK,
        "subject": SHOP,
        "determined_on": date(2020, 1, 10),
        "valid_from": date(2020, 1, 10),
        "valid_until": date(2021, 1, 9),
    }
    return ListEntry(id=name, **(parts | facts))


def head(day=date(2020, 4, 1)):
    return {"day": day, "known_on": day, "citation": "M36"}


def supplied(one, **days):
    return Supplied(**head(**days), record=one)


def listed(one, **days):
    return Listed(**head(**days), entry=one)


def delisted(name="B1", ground=DelistingGround.PERIOD_OVER, day=date(2020, 5, 1)):
    return Delisted(**head(day), entry_id=name, ground=ground)


def flagged(name="R1"):
    return Flagged(**head(date(2020, 5, 2)), record_id=name, case="异1", reason="异议处理中")


def attributed(one, source="S9"):
    return Attributed(**head(), record=one, source_id=source, responsibility=judgement())


def file_of(*changes, since=VOUCHED, subject=SHOP):
    return CreditFile(subject, tuple(sorted(changes, key=lambda change: change.known_on)), since)


def review(*changes, on=ON, matter=Matter.ADMINISTRATIVE_LICENSING, since=VOUCHED, subject=SHOP, **options):
    return credit_review(file_of(*changes, since=since, subject=subject), matter=matter, on=on, **options)


def repaired(name="R1", day=date(2020, 5, 20)):
    return Repaired(**head(day), record_id=name)


def rich():
    """A file in which there is something of everything."""
    return review(
        supplied(failure(document_number="虚罚字1号")),
        flagged(),
        supplied(failure("R2", severity=None, determined_on=date(2018, 5, 1))),
        supplied(failure("R3", kind=Kind.DAILY_INSPECTION, document_number="检1号")),
        supplied(honour()),
        listed(entry(list_name="虚构黑名单")),
        listed(entry("B2", list_name="另一黑名单", valid_until=date(2020, 3, 1))),
        listed(entry("E3", side=ListSide.RED, valid_from=None)),
        attributed(failure("R4"), source="S4"),
        supplied(failure("R5", document_number="虚罚字5号")),
        repaired("R5"),
        delisted("B2"),
        Purged(**head(date(2020, 5, 3)), record_id="R3", element="document_number"),
        viewer=Viewer(body=ReviewingBody.ADMINISTRATIVE_ORGAN),
        periods_of_use={Kind.AWARD: Months(24)},
    )
