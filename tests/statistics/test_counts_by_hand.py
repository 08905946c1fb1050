"""Each part of the report, counted by hand from what happened; the days are those of spring 2026."""

import dataclasses
from datetime import date

import pytest
from pydantic import ValidationError

import listing_cases
import objection_cases
import repair_procedure_cases
from factories import record
from jscredit.deadlines import Months
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.listing import DeterminingBody
from jscredit.records import Body, Granter, Kind, Level, ListSide, Matter, Severity
from jscredit.review import Outcome, credit_review
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.statistics import (
    REPORT_INTERVAL,
    FailureCount,
    ReportPeriod,
    ReviewMade,
    count_failures,
    count_lists,
    count_objections,
    count_repairs,
    count_reviews,
    next_report,
)
from jscredit.supply import Delivery, SupplyRoute
from oracles.identifiers import invented_credit_code

FEBRUARY = ReportPeriod(first=date(2026, 2, 1), last=date(2026, 2, 28), on=date(2026, 3, 10))
OFFICE, BUREAU = objection_cases.OFFICE, listing_cases.BUREAU.body


def told(count):
    """The numbers that are not 0."""
    return {name: number for name in count.names if (number := getattr(count, name))}


def objection(*steps, **about):
    case = objection_cases.new_case(**about)
    for day, name in steps:
        case = case.apply(objection_cases.events_on(day, case)[name])
    return case


WRONG_AND_LATE = objection(
    (date(2026, 2, 2), "received"),
    (date(2026, 2, 3), "transferred"),
    (date(2026, 2, 26), "found_wrong"),
    (date(2026, 3, 10), "record_corrected"),
)
RIGHT_THEN_UPHELD = objection(
    (date(2026, 2, 25), "received"),
    (date(2026, 2, 26), "transferred"),
    (date(2026, 3, 2), "found_right"),
    (date(2026, 3, 3), "flag_taken_off"),
    (date(2026, 3, 4), "appealed"),
    (date(2026, 3, 5), "appeal_upheld"),
)
NEVER_LOOKED_AT = objection((date(2026, 2, 13), "received"))
BEFORE = objection((date(2026, 1, 30), "received"))
AFTER = objection((date(2026, 3, 2), "received"))


def test_objections_in_time_late_and_upheld():
    (count,) = count_objections((WRONG_AND_LATE, RIGHT_THEN_UPHELD, NEVER_LOOKED_AT, BEFORE, AFTER), FEBRUARY)
    assert count.body == OFFICE
    assert told(count) == {
        "received": 3,
        "found_wrong": 1,
        "found_right": 1,
        "appealed": 1,
        "upheld_later": 1,
        "duties_late": 3,
        "duties_in_time": 2,
        "duties_overdue": 1,
    }


def test_an_objection_is_told_as_of_the_day_of_the_report():
    early = dataclasses.replace(FEBRUARY, on=date(2026, 2, 28))
    (count,) = count_objections((WRONG_AND_LATE, RIGHT_THEN_UPHELD), early)
    assert told(count) == {"received": 2, "found_wrong": 1, "duties_late": 2, "duties_open": 3}


def test_a_last_day_in_a_year_without_a_notice_is_undated():
    december = ReportPeriod(first=date(2026, 12, 1), last=date(2026, 12, 31), on=date(2026, 12, 31))
    (count,) = count_objections((objection((date(2026, 12, 25), "received")),), december)
    assert told(count) == {"received": 1, "duties_undated": 1}


def test_what_was_upheld_at_first_is_not_counted_as_upheld_later():
    case = objection_cases.case_in("wrong_on_appeal", on=date(2026, 2, 13))
    (count,) = count_objections((case,), FEBRUARY)
    assert (count.found_wrong, count.appealed, count.upheld_later) == (1, 1, 0)


def test_law_upholds_what_the_appeal_did_not():
    day = date(2026, 2, 13)
    case = objection_cases.case_in("kept", on=day)
    for name in ("appealed", "appeal_rejected", "went_to_law", "claim_upheld"):
        case = case.apply(objection_cases.events_on(day, case)[name])
    (count,) = count_objections((case,), FEBRUARY)
    assert (count.found_right, count.appealed, count.upheld_later) == (1, 1, 1)


def test_a_case_without_events_is_in_no_period():
    assert count_objections((objection_cases.new_case(),), FEBRUARY) == ()
    assert count_repairs((repair_procedure_cases.new_case(),), FEBRUARY) == ()


def test_repairs_by_the_body_that_was_asked():
    stages = ("applied", "adopted", "refused", "refused", "published")
    cases = [repair_procedure_cases.case_in(stage) for stage in stages]
    (count,) = count_repairs(cases, FEBRUARY)
    assert count.body == repair_procedure_cases.PROVIDER
    assert told(count) == {"applied": 5, "adopted": 1, "refused": 2, "on_the_way": 2}
    january = ReportPeriod(first=date(2026, 1, 1), last=date(2026, 1, 31), on=date(2026, 3, 10))
    assert count_repairs(cases, january) == ()


def test_a_repair_adopted_after_the_report_is_still_on_its_way():
    early = dataclasses.replace(FEBRUARY, last=date(2026, 2, 25), on=date(2026, 2, 25))
    (count,) = count_repairs((repair_procedure_cases.case_in("adopted"),), early)
    assert told(count) == {"applied": 1, "on_the_way": 1}


MARCH = ReportPeriod(first=date(2026, 3, 1), last=date(2026, 3, 31), on=date(2026, 4, 10))
APRIL = ReportPeriod(first=date(2026, 4, 1), last=date(2026, 4, 30), on=date(2026, 4, 30))
LISTED, ENDED, WITHDRAWN, NOTIFIED = (
    listing_cases.ListingStage[name] for name in ("LISTED", "ENDED", "WITHDRAWN", "NOTIFIED")
)


def black(stage=LISTED, **changes):
    return listing_cases.in_stage(stage, listing_cases.new_black(**changes))


def red(stage=LISTED, **changes):
    return listing_cases.in_stage(stage, listing_cases.new_red(**changes))


def test_lists_by_side():
    # Black entries are determined on 9 March, one is withdrawn on the 23rd; red ones on the 23rd, one ends on 6 April.
    cases = (black(), black(WITHDRAWN, number="黑2"), black(NOTIFIED, number="黑3"), red(), red(ENDED, number="红2"))
    assert {count.side: told(count) for count in count_lists(cases, MARCH)} == {
        ListSide.RED: {"determined": 2, "in_force": 2},
        ListSide.BLACK: {"determined": 2, "withdrawn": 1, "in_force": 1},
    }
    assert {count.side: told(count) for count in count_lists(cases, APRIL)} == {
        ListSide.RED: {"left": 1, "in_force": 1},
        ListSide.BLACK: {"in_force": 1},
    }


def test_an_entry_determined_after_the_period_is_not_in_force_in_it():
    before = ReportPeriod(first=date(2026, 1, 1), last=date(2026, 1, 31), on=date(2026, 3, 10))
    (count,) = count_lists((black(),), before)
    assert told(count) == {}


def test_bodies_are_told_apart_and_found_again():
    other = DeterminingBody(
        body=Body(name="虚构市水务局", level=Level.CITY),
        kind=listing_cases.BUREAU.kind,
        fields=listing_cases.BUREAU.fields,
    )
    bodies = (listing_cases.BUREAU, other, listing_cases.BUREAU)
    cases = [black(number=str(number), body=body) for number, body in enumerate(bodies)]
    assert [(count.body.name, count.determined) for count in count_lists(cases, MARCH)] == [
        (BUREAU.name, 2),
        ("虚构市水务局", 1),
    ]


def delivered(number, *, received=date(2026, 2, 5), by=BUREAU, route=SupplyRoute.SAME_LEVEL_PUSH, **facts):
    known = {"kind": Kind.BID_RIGGING, "severity": Severity.GENERAL, "determined_on": date(2026, 1, 5)}
    about = record(id=str(number), document_number=f"虚{number}号", **(known | facts))
    return Delivery(record=about, route=route, by=by, received_on=received)


def test_failures_by_kind_and_severity():
    found = count_failures(
        (
            delivered(1),
            delivered(1, route=SupplyRoute.PROVINCIAL_PUSH),
            delivered(2),
            delivered(3, severity=None),
            delivered(4, kind=Kind.AWARD, severity=None, granter=Granter.GOVERNMENT),
            delivered(5, received=date(2026, 3, 1)),
            delivered(6, received=None),
            delivered(7, kind=Kind.PENALTY, severity=None),
            delivered(8, by=None),
        ),
        FEBRUARY,
    )
    assert [(one.body, one.kind, one.severity, told(one)) for one in found] == [
        (BUREAU, Kind.BID_RIGGING, Severity.GENERAL, {"failures": 2}),
        (BUREAU, Kind.BID_RIGGING, None, {"failures": 1}),
        (BUREAU, Kind.PENALTY, None, {"not_classed": 1}),
        (None, Kind.BID_RIGGING, Severity.GENERAL, {"failures": 1}),
    ]


def test_reviews_by_matter_and_outcome():
    licence, grant = Matter.ADMINISTRATIVE_LICENSING, Matter.FISCAL_FUNDS_AND_PROJECTS
    file = repair_procedure_cases.file_of(repair_procedure_cases.FAILURE)
    of_file = ReviewMade.of(credit_review(file, matter=licence, on=date(2026, 2, 9)), by=BUREAU)
    assert (of_file.outcome, of_file.on, of_file.by) == (Outcome.CAUTION, date(2026, 2, 9), BUREAU)
    ordinary = ReviewMade(matter=grant, on=date(2026, 2, 28), outcome=Outcome.ORDINARY)
    late = dataclasses.replace(ordinary, on=date(2026, 3, 1))
    assert [
        (one.body, one.matter, one.outcome, one.reviews)
        for one in count_reviews((of_file, ordinary, of_file, late), FEBRUARY)
    ] == [(BUREAU, licence, Outcome.CAUTION, 2), (None, grant, Outcome.ORDINARY, 1)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"last": date(2026, 1, 31)}, "report.reversed"),
        ({"on": date(2026, 2, 27)}, "report.too-early"),
    ],
)
def test_a_period_that_cannot_be_is_refused(changes, code):
    with pytest.raises(ValidationError) as caught:
        dataclasses.replace(FEBRUARY, **changes)
    assert [error["type"] for error in caught.value.errors()] == [code]


def test_the_next_report_is_due_when_the_agency_says():
    half_yearly = Setting(REPORT_INTERVAL, Months(6), Source("虚构省信用办规定", Rank.AGENCY_SETTING))
    found = next_report(date(2025, 8, 31), regime=JIANGSU_2018.with_settings(half_yearly))
    assert (found.day, found.missing) == (date(2026, 2, 28), ())
    assert next_report(None).missing == ("last_report_on", "report-interval")
    with pytest.raises(InvalidInput):
        next_report("2026-01-01")


def test_counts_are_never_negative():
    with pytest.raises(ValidationError):
        FailureCount(body=None, kind=Kind.PENALTY, severity=None, failures=-1, not_classed=0)


def test_the_code_of_a_body_finds_it_again_under_another_name():
    code = invented_credit_code(901)
    old, new = Body(name="虚构市工商局", code=code), Body(name="虚构市市场监管局", code=code)
    (count,) = count_failures((delivered(1, by=old), delivered(2, by=new)), FEBRUARY)
    assert (count.body, count.failures) == (old, 2)
