"""The whole report: as a value, JSON, text, page and sheet; hand-told numbers, and no personal one."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import listing_cases
import objection_cases
import repair_procedure_cases
from factories import record
from jscredit.catalog import Catalogue, CatalogueEntry, DataElement
from jscredit.deadlines import Days
from jscredit.errors import InvalidInput
from jscredit.government import CoverageCount, CoverageTarget
from jscredit.interchange.report_sheet import report_sheet
from jscredit.measures import BodyCount, LoopStatistics, Tally
from jscredit.records import Body, Kind, Level, Matter
from jscredit.review import Outcome
from jscredit.statistics import GovernanceReport, ReportPeriod, ReviewMade, governance_report
from jscredit.supply import Delivery
from oracles.identifiers import invented_resident_id

PERIOD = ReportPeriod(first=date(2026, 2, 1), last=date(2026, 3, 31), on=date(2026, 4, 1))
NUMBER = invented_resident_id(7)
BUREAU = listing_cases.BUREAU.body


def whole():
    penalty = record(kind=Kind.BID_RIGGING, determined_on=date(2026, 2, 2), document_number="虚1号")
    return governance_report(
        PERIOD,
        deliveries=[Delivery(record=penalty, by=BUREAU, received_on=date(2026, 2, 3))],
        objections=[objection_cases.case_in("put_right")],
        repairs=[repair_procedure_cases.case_in("adopted")],
        listings=[listing_cases.in_stage(listing_cases.ListingStage.LISTED, listing_cases.new_black())],
        loops=[],
        reviews=[
            ReviewMade(
                by=Body(name=f"虚构店{NUMBER}"),
                matter=Matter.DAILY_SUPERVISION,
                on=date(2026, 2, 9),
                outcome=Outcome.ORDINARY,
            )
        ],
        coverage=[
            CoverageCount(target=CoverageTarget.DOUBLE_PUBLICITY, covered=99, to_cover=100),
            CoverageCount(target=CoverageTarget.RECORDING, covered=5, to_cover=5),
            CoverageCount(target=CoverageTarget.SHARING, covered=5),
        ],
    )


LINES = [
    "Collection and use of public credit information (2026-02-01 to 2026-03-31, as of 2026-04-01)",
    "supplies · 虚构市城管局 · supplied: 1",
    "supplies · 虚构市城管局 · timeliness not known: 1",
    "supplies · 虚构市城管局 · completeness not known: 1",
    "failures · 虚构市城管局 · rigging bids, severity not known · negative records: 1",
    "objections · 虚构市信用信息中心 · received: 1",
    "objections · 虚构市信用信息中心 · found wrong: 1",
    "objections · 虚构市信用信息中心 · steps in time: 3",
    "repairs · 虚构市城管局 · applied for: 1",
    "repairs · 虚构市城管局 · adopted: 1",
    "red and black lists · 虚构市城管局 · black list · determined: 1",
    "red and black lists · 虚构市城管局 · black list · in force at the end: 1",
]


def test_the_report_as_text():
    said = whole().explain("en").splitlines()
    named = [re.sub(r"· [^·]*, severity", "· rigging bids, severity", line) for line in said]
    named = [re.sub(r"lists · (\S+) · [^·]*black[^·]* ·", r"lists · \1 · black list ·", line) for line in named]
    assert named[: len(LINES)] == LINES
    assert said[-3:] == [
        "coverage of publication of licences and penalties: 99/100 (below 100 % after the end of 2020)",
        "coverage of recording: 5/5",
        "coverage of sharing: undetermined",
    ]
    assert "覆盖率：99/100（2020年底后仍未达到100%）" in whole().explain()
    assert "异议 · 虚构市信用信息中心 · 受理：1" in whole().explain()


def test_a_shortfall_is_none_before_the_end_of_2020():
    year = ReportPeriod(first=date(2020, 1, 1), last=date(2020, 12, 31), on=date(2020, 12, 31))
    (rate,) = governance_report(
        year, coverage=[CoverageCount(target=CoverageTarget.COLLECTION, covered=1, to_cover=2)]
    ).coverage
    assert (rate.falls_short, rate.line.en) == (False, "coverage of collection: 1/2")


def test_storage_gives_the_same_report_and_public_never_loads():
    report = whole()
    assert GovernanceReport.from_storage_json(report.to_storage_json()) == report
    with pytest.raises(InvalidInput):
        GovernanceReport.from_storage_json(report.to_public_json())


def test_no_number_of_a_person_is_shown():
    report = whole()
    shown = (
        report.explain(),
        report.explain("en"),
        report.to_public_json(),
        report.to_html(),
        report._repr_html_(),
        repr(report),
        report_sheet(report, form="csv").decode("utf-8-sig"),
    )
    assert [NUMBER in text for text in shown] == [False] * len(shown)
    assert NUMBER in report.to_storage_json()


def test_the_page_stands_alone_and_holds_every_number():
    report = whole()
    html = report.to_html("en")
    assert html.startswith("<!doctype html>")
    assert re.findall(r"(?:src|href)=", html) == []
    cells = re.findall(r"<td>(\d+)</td></tr>", html)
    assert cells == [str(figure.number) for figure in report.figures]
    assert "本期没有可统计的事项" in governance_report(PERIOD).to_html()


def rows_of(report, **options):
    return list(csv.reader(io.StringIO(report_sheet(report, form="csv", **options).decode("utf-8-sig"))))


def test_the_sheet_holds_every_number_as_text():
    report = whole()
    title, head, *rows = rows_of(report, lang="en")
    assert (title, head) == ([LINES[0]], ["part", "body", "of", "what", "count"])
    told = [[*(label.en for label in figure[:4]), str(figure.number)] for figure in report.figures]
    assert rows[: len(told)] == told
    licences = "publication of licences and penalties"
    assert rows[len(told) :] == [
        ["coverage", "", licences, "covered", "99"],
        ["coverage", "", licences, "to cover", "100"],
        ["coverage", "", licences, "below 100 % after the end of 2020", ""],
        ["coverage", "", "recording", "covered", "5"],
        ["coverage", "", "recording", "to cover", "5"],
        ["coverage", "", "sharing", "covered", "5"],
        ["coverage", "", "sharing", "to cover", ""],
    ]


def test_the_workbook_holds_what_the_csv_holds():
    report = whole()
    sheet = openpyxl.load_workbook(io.BytesIO(report_sheet(report))).active
    cells = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert cells[1:] == rows_of(report)[1:]
    assert cells[0][0] == report.title.zh


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Matter), st.sampled_from(Outcome), st.booleans())))
def test_every_review_of_the_period_is_counted_once(made):
    bodies = (None, BUREAU, Body(name="虚构市水务局"), Body(name="虚构市城管局", region="329901"))
    days = {True: date(2026, 2, 1), False: date(2026, 1, 31)}
    reviews = [ReviewMade(by=bodies[by], matter=matter, outcome=out, on=days[now]) for by, matter, out, now in made]
    found = governance_report(PERIOD, reviews=reviews).reviews
    expected = {}
    for by, matter, outcome, now in made:
        if now:
            key = (bodies[by].name if bodies[by] else None, matter, outcome)
            expected[key] = expected.get(key, 0) + 1
    assert {(one.body.name if one.body else None, one.matter, one.outcome): one.reviews for one in found} == expected


def test_what_a_provider_left_out_is_told_by_field():
    element = DataElement(code="CF_FR", required=True, field="determined_by")
    entry = CatalogueEntry(code="1", name="行政处罚", elements=(element,), update_cycle=Days(30))
    catalogue = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY, entries=(entry,))
    late = record(determined_on=date(2026, 1, 2))
    delivery = Delivery(record=late, received_on=date(2026, 2, 3), entry="1")
    report = governance_report(PERIOD, deliveries=[delivery], catalogue=catalogue)
    assert GovernanceReport.from_storage_json(report.to_storage_json()) == report
    # 30 days after 2 January end on 1 February.
    assert report.explain("en").splitlines()[1:] == [
        "supplies · (no body named) · supplied: 1",
        "supplies · (no body named) · late: 1",
        "supplies · (no body named) · days late, all together: 2",
        "supplies · (no body named) · days late, at most: 2",
        "supplies · (no body named) · incomplete: 1",
        "supplies · (no body named) · 1 CF_FR · lack this required field: 1",
        "failures · (no body named) · administrative penalty, severity not known · class undetermined: 1",
    ]


def test_joint_measures_are_counted_by_entries_and_by_measures():
    counted = BodyCount(body=BUREAU, acted=Tally(entries=1, measures=3), late=Tally(entries=1, measures=2))
    report = GovernanceReport(period=PERIOD, measures=LoopStatistics(on=PERIOD.on, bodies=(counted,)))
    assert report.explain("en").splitlines()[1:] == [
        "joint measures · 虚构市城管局 · entries · acted on: 1",
        "joint measures · 虚构市城管局 · entries · late: 1",
        "joint measures · 虚构市城管局 · measures · acted on: 3",
        "joint measures · 虚构市城管局 · measures · late: 2",
    ]
