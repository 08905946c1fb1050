"""Every public name as a user's type checker sees it; pyright reads this file, and a test runs it."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import jscredit as jc
from jscredit.catalog import Catalogue
from jscredit.government import (
    CommitmentStanding,
    CourtList,
    DebtFinding,
    DebtRisk,
    GovernmentParty,
    Inclusion,
    Interception,
    Task,
)
from jscredit.law import Clause, Status
from jscredit.listing import ListSnapshot, RemovalOrder
from jscredit.measures import TriggeredMeasure
from jscredit.records import Level, ListSide, RecordState, RecordStatus
from jscredit.rules import DayRange, Notice
from jscredit.sharing import AccessOutcome, Audit, Channel, ProofKind, PublicationView, RequesterType
from jscredit.supply import Deduplication, SupplyReport

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ON = date(2020, 6, 1)

# Days and deadlines
due = jc.deadline(date(2026, 9, 18), jc.WorkingDays(10))
assert_type(due, jc.Deadline)
assert_type(due.due, date)
assert_type(due.period.label, jc.Label)
assert_type(jc.add_working_days(ON, 3), date)
assert_type(jc.is_working_day(ON), bool)
assert_type(jc.working_days_between(after=ON, through=date(2020, 6, 30)), int)
assert_type(jc.deadline(ON, jc.Days(1)).due, date)
assert_type(jc.deadline(ON, jc.Months(1)).provisional, bool)
assert_type(jc.WorkCalendar().covered_through, date)

# Who, and what
code = jc.CreditCode("91329901MA1ABCD119")
assert_type(code.reveal(), str)
assert_type(jc.OrganisationCode.is_valid("MA1ABCD11"), bool)
shop = jc.Subject(type=jc.SubjectType.LEGAL_PERSON, name="虚构市甲辰建材有限公司", credit_code=code)
person = jc.Subject(type=jc.SubjectType.NATURAL_PERSON, resident_id=jc.ResidentId("329901199003070012"))
assert_type(person.resident_id, jc.ResidentId | None)
assert_type(person.other_ids, tuple[jc.OtherId, ...])
record = jc.CreditRecord(
    id="1",
    subject=shop,
    kind=jc.Kind.PENALTY,
    conduct=jc.Conduct.BID_RIGGING,
    provider=jc.Body(name="虚构局"),
    procedure=jc.Procedure.GENERAL,
    reflects_credit=True,
    severity=jc.Severity.SERIOUS,
    determined_on=date(2019, 3, 5),
)
assert_type(record.severity, jc.Severity | None)
assert_type(record.conduct, jc.Conduct | None)
assert_type(record.procedure, jc.Procedure | None)
assert_type(record.provider, jc.Body | None)
assert_type(record.catalogue_category, jc.Category | None)
assert_type(jc.CreditRecord.from_storage_json(record.to_storage_json()), jc.CreditRecord)
file = jc.CreditFile(shop)
assert_type(file.as_of(ON), jc.CreditFile)
entries: tuple[jc.ListEntry, ...] = ()

# What the law says of it
found = jc.classify(record)
assert_type(found, jc.Classification)
assert_type(found.category, jc.Category | None)
validity = jc.validity_of(record)
assert_type(validity, jc.Validity)
assert_type(validity.first_day, date | None)
assert_type(validity.last_day_range, DayRange)
assert_type(validity.covers(ON), jc.Verdict)
judged = jc.Judgement(finding=True, by="虚构局", on=ON)
evidence = jc.RepairEvidence(corrected_on=date(2019, 4, 20), clear_effect=judged)
decision = jc.repair_eligibility(record, evidence, on=ON, file=file, period_of_use=jc.Years(5))
assert_type(decision, jc.RepairDecision)
answer: jc.Decision = decision
assert_type(answer.earliest, date | None)
assert_type(decision.verdict, jc.Verdict)
assert_type(decision.earliest, date | None)
assert_type(decision.missing, tuple[str, ...])
assert_type(decision.citations, tuple[jc.Citation, ...])
assert_type(decision.notices, tuple[Notice, ...])
assert_type(jc.check_record(record, on=ON), jc.RecordCheck)

# The review of a file
review = jc.credit_review(jc.CreditFile(shop), matter=jc.Matter.ADMINISTRATIVE_LICENSING, on=ON)
assert_type(review, jc.Review)
assert_type(review.outcome, jc.Outcome)
assert_type(jc.restored_review(review.to_storage_json()), jc.Review)
assert_type(jc.review_page(review, lang="en"), str)
viewer: jc.Viewer | None = review.viewer
body: type[jc.ReviewingBody] = jc.ReviewingBody

# Procedures and lists
cases: tuple[type[jc.RepairCase], type[jc.ObjectionCase], type[jc.RedListCase], type[jc.BlackListCase]]
cases = (jc.RepairCase, jc.ObjectionCase, jc.RedListCase, jc.BlackListCase)


def compared(black: tuple[ListSnapshot, ...], red: tuple[ListSnapshot, ...]) -> tuple[RemovalOrder, ...]:
    """What the cross-check gives; it asks for at least one list."""
    assert_type(jc.screen_red_list((shop,), black=black, on=ON).cleared, tuple[jc.Subject, ...])
    return jc.red_list_removals((), red=red, on=ON)


# Government integrity
integrity = jc.IntegrityFile(party=GovernmentParty.DEPARTMENT, subject=jc.Subject(name="虚构市城管局"))
assert_type(integrity.has_key, bool)
assert_type(jc.failure_inclusion(jc.IntegrityFailure(in_duty=True), on=ON), Inclusion)
assert_type(jc.commitment_standing(jc.Commitment(id="1", promiser=integrity.subject), on=ON), CommitmentStanding)
assert_type(jc.intercept_bidders((shop,), court_lists=(CourtList(name="虚构名单", day=ON),), on=ON), Interception)
assert_type(jc.debt_warning(DebtRisk(area=jc.Body(name="虚构县政府")), on=ON), DebtFinding)
assert_type(jc.tasks_of("G3.4"), tuple[Task, ...])

# Sharing and supply
requester = jc.Requester(type=RequesterType.PUBLIC, subject=shop)
request = jc.AccessRequest(requester=requester, state=RecordState(record=record, status=RecordStatus.ACTIVE, since=ON))
access = jc.decide_access(request, on=ON)
assert_type(access, jc.Access)
assert_type(access.outcome, AccessOutcome)
assert_type(access.lacking, tuple[ProofKind, ...])
catalogue = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY)
published = jc.publication_view(file, on=ON, channel=Channel.CREDIT_JIANGSU_SITE, catalogue=catalogue)
assert_type(published, PublicationView)
queried = jc.query_file(
    file,
    requester=requester,
    on=ON,
    channel=Channel.SERVICE_WINDOW,
    ground="了解本人信用",
    log=jc.QueryLog(),
    catalogue=catalogue,
)
assert_type(queried.log, jc.QueryLog)
assert_type(jc.given_to(record, queried.log), tuple[jc.Requester, ...])
assert_type(jc.audit_history(on=ON, log=queried.log), Audit)
deliveries = [jc.Delivery(record=record)]
assert_type(jc.deduplicate(deliveries), Deduplication)
assert_type(jc.supply_report(deliveries, first=ON, last=ON), SupplyReport)
assert_type(jc.JIANGSU_2018.with_settings(jc.DOUBLE_PUBLICITY), jc.Regime)

# What may be set
assert_type(jc.JIANGSU_2018, jc.Regime)
settings = jc.load_settings(SAMPLES / "settings.json")
assert_type(settings, tuple[jc.Setting, ...])
assert_type(jc.JIANGSU_2018.with_settings(*settings), jc.Regime)
assert_type(settings[0].source, jc.Source)
assert_type(settings[0].source.rank, jc.Rank)

# Sheets, and the law as data
sheet = jc.read_sheet(SAMPLES / "penalties.csv")
assert_type(sheet, jc.Sheet)
assert_type(sheet.rows[0].record, jc.CreditRecord)
files = jc.files_from(sheet, known_on=ON)
assert_type(files, jc.FileSet)
assert_type(files.files, tuple[jc.CreditFile, ...])
assert_type(jc.interchange.dialect_ids(), tuple[str, ...])
assert_type(jc.frames.case({"kind": "penalty"}).record, jc.CreditRecord)


def written_again(path: Path) -> int:
    """How many columns of the other dialect have to be filled in."""
    return len(jc.write_sheet(path, sheet.rows, dialect="national-2018-penalty"))


ledger: Mapping[str, Clause] = jc.ledger()
assert_type(ledger["M30"].status, Status)
assert_type(jc.__version__, str)


# Joint measures
entry = jc.ListEntry(id="B1", side=ListSide.BLACK, subject=shop, valid_from=ON, valid_until=ON)
measures: jc.MeasureList = jc.default_measures()
assert_type(measures.find("J12:exit_restriction"), jc.Measure | None)
assert_type(jc.measure_list_from_json(measures.to_storage_json()), jc.MeasureList)
assert_type(jc.compare_measure_lists(measures, measures).explain("en"), str)
of_entry = jc.MeasureCase.of(entry, facts=jc.MeasureFacts(refuses=True))
triggered = jc.triggered_measures(of_entry, on=ON, matter=jc.Matter.DAILY_SUPERVISION)
assert_type(triggered.applying, tuple[TriggeredMeasure, ...])
behind = jc.RelatedPerson(subject=person)
assert_type(jc.attributions(record, [behind], on=ON)[0].derived, jc.CreditRecord | None)
looped = jc.MeasureLoopCase.begin("J12:exit_restriction", of_entry, number="L1", body=jc.Body(name="虚构局"))
assert_type(jc.loop_statistics([looped], on=ON).on, date)


def listed_in(path: Path) -> jc.MeasureList:
    return jc.read_measure_list(path, title="清单", edition="2020")


period = jc.ReportPeriod(first=ON, last=ON, on=ON)
made: jc.ReviewMade = jc.ReviewMade.of(review)
assert_type(jc.governance_report(period, reviews=[made]), jc.GovernanceReport)


def told(error: jc.JscreditError) -> str:
    """What an error says; each of ours is also a built-in."""
    if isinstance(error, jc.InvalidInput | jc.NotInForce | jc.CalendarNotAnnounced | jc.Refused):
        assert_type(error.code, str)
        wrong: ValueError = error
        return str(wrong)
    if isinstance(error, jc.MissingExtra):
        missing: ImportError = error
        return str(missing)
    return error.text("en")


def misused() -> Any:
    """What a type checker has to refuse: each line is an error that is expected here."""
    jc.CreditRecord(id="1", subject=shop, kind="penalty")  # pyright: ignore[reportArgumentType]
    jc.deadline(date(2026, 9, 18), 10)  # pyright: ignore[reportArgumentType]
    jc.repair_eligibility(record, evidence, ON)  # pyright: ignore[reportCallIssue]
    jc.add_working_days("2026-09-18", 3)  # pyright: ignore[reportArgumentType]


# The catalogue
starter = jc.starter_catalogue()
assert_type(starter, jc.Catalogue)
assert_type(starter.entries, tuple[jc.CatalogueEntry, ...])
assert_type(starter.entries[0].elements, tuple[jc.DataElement, ...])
assert_type(jc.lint_catalogue(starter).clean, bool)
assert_type(jc.compare_catalogues(starter, starter).explain("en"), str)
assert_type(jc.entry_for(record, starter, on=ON).entry, jc.CatalogueEntry | None)
jc.credit_review(
    jc.CreditFile(shop),
    matter=jc.Matter.ADMINISTRATIVE_LICENSING,
    on=ON,
    periods_of_use=jc.periods_of_use(starter, on=ON),
)
assert_type(jc.record_conformance(record, starter.entries[0]).conforms, bool)
assert_type(jc.conformance(({"CF_WSH": "1号"},), starter.entries[0]).rows, int)
assert_type(jc.lead_department_of(shop).missing, tuple[str, ...])
jc.admit_data({"CF_WSH": "1号"})
addition: type[jc.ForbiddenAddition] = jc.ForbiddenAddition
draft = jc.CatalogueCase(catalogue=jc.starter_catalogue(draft=True))
assert_type(draft.published, jc.Catalogue | None)


def catalogue_sheets(path: Path) -> jc.Catalogue:
    """Sheets of catalogues, and of data against an entry."""
    jc.write_catalogue_sheet(path, starter)
    assert_type(jc.sheet_conformance(path, starter.entries[0]).rows, int)
    return jc.read_catalogue_sheet(path)
