"""Severity standards (M7, M15): what is refused, how records are graded, and that nothing is guessed."""

import copy
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from jscredit.errors import InvalidInput, Label
from jscredit.law import M
from jscredit.records import (
    Body,
    CreditRecord,
    Kind,
    Level,
    PenaltyType,
    Procedure,
    ProviderType,
    Severity,
    Subject,
    SubjectType,
)
from jscredit.records.conducts import Conduct
from jscredit.records.facts import CONDUCT, DETERMINED_ON, FINE_YUAN, KIND, MALICE, SEVERITY
from jscredit.rules import ON, Term, literal
from jscredit.rules.types import FLAG
from jscredit.validity import (
    GradingRow,
    SeverityStandard,
    StandardKind,
    grade,
    graded,
    standard_from_file,
    standard_from_json,
)

SAMPLE = Path(__file__).parents[2] / "samples" / "severity_standard.json"
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
BUREAU = Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.COUNTY)
LARGE = GradingRow(when=FINE_YUAN >= 10_000, severity=Severity.SERIOUS, citation="第一条")
SMALL = GradingRow(when=FINE_YUAN < 10_000, severity=Severity.GENERAL, citation="第二条")
MALICIOUS = GradingRow(when=MALICE, severity=Severity.SERIOUS, citation="第三条")


def standard(*rows, **parts):
    given = {
        "title": Label("示例（虚构）", "sample (invented)"),
        "kind": StandardKind.SEVERITY_GRADING,
        "issuer": BUREAU,
        "issued_on": dt.date(2019, 1, 2),
        "citation": "虚构〔2019〕1号",
        "rows": rows or (LARGE, SMALL),
    }
    return SeverityStandard(**(given | parts))


def penalty(**fields):
    settled = {"procedure": Procedure.GENERAL, "reflects_credit": True}
    settled |= {"provider": BUREAU, "determined_on": dt.date(2019, 5, 6)}
    return CreditRecord(id="1", subject=SHOP, kind=Kind.PENALTY, **settled | fields)


def faults_of(build, *args, **kwargs):
    with pytest.raises(InvalidInput) as caught:
        build(*args, **kwargs)
    return [(fault.code, fault.field) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("title", "示例", "standard.missing"),
        ("kind", None, "standard.missing"),
        ("kind", StandardKind.LIST_DETERMINATION, "standard.kind"),
        ("issuer", "虚构局", "standard.missing"),
        ("issuer", Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN), "standard.issuer"),
        ("issuer", Body(name="虚构局", level=Level.CITY), "standard.issuer"),
        ("issuer", Body(name="虚构协会", type=ProviderType.INDUSTRY_ASSOCIATION, level=Level.CITY), "standard.issuer"),
        ("issued_on", None, "standard.missing"),
        ("issued_on", dt.datetime(2019, 1, 2, tzinfo=dt.UTC), "standard.missing"),
        ("citation", " ", "standard.missing"),
        ("citation", None, "standard.missing"),
        ("rows", (), "standard.missing"),
        ("rows", [LARGE], "standard.missing"),
    ],
)
def test_a_standard_states_kind_issuer_day_and_citation(part, value, code):
    assert faults_of(standard, **{part: value}) == [(code, part)]


@pytest.mark.parametrize("level", list(Level))
def test_a_standard_may_come_from_any_level(level):
    body = Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=level)
    assert standard(issuer=body).issuer.level is level


def test_the_clause_of_a_wrong_issuer_is_m7():
    with pytest.raises(InvalidInput) as caught:
        standard(issuer=Body(name="虚构局"))
    assert caught.value.faults[0].clause == "M7"


@pytest.mark.parametrize(
    "row",
    [
        "不是一行",
        GradingRow(when=FINE_YUAN, severity=Severity.GENERAL, citation="一"),
        GradingRow(when=MALICE & (DETERMINED_ON <= ON), severity=Severity.GENERAL, citation="一"),
        GradingRow(when=SEVERITY == Severity.GENERAL, severity=Severity.GENERAL, citation="一"),
        GradingRow(
            when=Term("some-flag", FLAG, Label("某", "some"), M.article(7)) | MALICE,
            severity=Severity.GENERAL,
            citation="一",
        ),
        GradingRow(when="malice", severity=Severity.GENERAL, citation="一"),
        GradingRow(when=MALICE, severity="general failure", citation="一"),
        GradingRow(when=MALICE, severity=Severity.GENERAL, citation=" "),
        GradingRow(when=MALICE, severity=Severity.GENERAL, citation=None),
    ],
)
def test_a_row_has_cases_a_severity_and_a_citation(row):
    assert faults_of(standard, LARGE, row) == [("standard.row", "rows[1]")]


def test_rows_that_may_both_hold_and_differ_are_refused_and_both_are_named():
    assert faults_of(standard, LARGE, SMALL, MALICIOUS) == [("standard.overlap", "rows[2]")]
    with pytest.raises(InvalidInput) as caught:
        standard(LARGE, SMALL, MALICIOUS)
    assert caught.value.rows == (1, 2)
    assert "第二条" in caught.value.text("en")
    assert "第三条" in caught.value.text("en")


def test_rows_of_one_grade_may_both_hold():
    found = grade(penalty(fine_yuan=Decimal(20_000), malice=True), standard(LARGE, MALICIOUS))
    assert (found.severity, found.rows) == (Severity.SERIOUS, (LARGE, MALICIOUS))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KIND == Kind.PENALTY, KIND == Kind.TAX_ARREARS),
        (CONDUCT.is_in(Conduct.BID_RIGGING), CONDUCT == Conduct.FALSE_ADVERTISING),
        (MALICE & (FINE_YUAN > 5), ~MALICE),
        (FINE_YUAN <= 5, FINE_YUAN > 5),
    ],
)
def test_rows_that_exclude_each_other_may_differ(first, second):
    rows = (
        GradingRow(when=first, severity=Severity.GENERAL, citation="一"),
        GradingRow(when=second, severity=Severity.SERIOUS, citation="二"),
    )
    assert standard(*rows).rows == rows


@pytest.mark.parametrize(
    ("fine", "severity", "row"),
    [
        (Decimal("9999.99"), Severity.GENERAL, SMALL),
        (Decimal(10_000), Severity.SERIOUS, LARGE),
    ],
)
def test_a_record_is_graded_by_the_row_that_applies(fine, severity, row):
    found = grade(penalty(fine_yuan=fine), standard())
    assert (found.severity, found.rows, found.missing, found.notices) == (severity, (row,), (), ())
    assert [citation.ledger_id for citation in found.citations] == ["M15", "M7"]
    assert graded(penalty(fine_yuan=fine), standard()) == penalty(fine_yuan=fine, severity=severity)


def test_nothing_is_guessed():
    unknown = grade(penalty(), standard())
    assert (unknown.severity, unknown.rows, unknown.missing, unknown.notices) == (None, (), ("fine_yuan",), ())
    assert graded(penalty(), standard()) == penalty()
    none = grade(penalty(fine_yuan=Decimal(5)), standard(LARGE))
    assert (none.severity, none.missing) == (None, ())
    assert [notice.code for notice in none.notices] == ["grading.no-row"]


def test_a_row_that_surely_applies_settles_what_another_leaves_open():
    found = grade(penalty(malice=True), standard(LARGE, MALICIOUS))
    assert (found.severity, found.rows, found.missing) == (Severity.SERIOUS, (MALICIOUS,), ())


def test_what_the_record_states_is_kept_and_the_difference_told():
    stated = penalty(fine_yuan=Decimal(5), severity=Severity.SERIOUS)
    found = grade(stated, standard())
    assert (found.stated, found.severity) == (Severity.SERIOUS, Severity.GENERAL)
    assert [notice.code for notice in found.notices] == ["grading.differs"]
    assert graded(stated, standard()) is stated
    same = grade(penalty(fine_yuan=Decimal(5), severity=Severity.GENERAL), standard())
    assert same.notices == ()


def test_what_is_no_failure_has_no_severity():
    always = GradingRow(when=literal(value=True), severity=Severity.GENERAL, citation="一")
    pledge = CreditRecord(id="1", subject=SHOP, kind=Kind.EQUITY_PLEDGE)
    found = grade(pledge, standard(always))
    assert (found.severity, found.is_failure, found.missing) == (None, False, ())
    assert [notice.code for notice in found.notices] == ["grading.not-failure-information"]
    assert graded(pledge, standard(always)) == pledge


def test_a_grading_explains_itself():
    found = grade(penalty(fine_yuan=Decimal(5), severity=Severity.SERIOUS), standard())
    assert "失信程度：一般失信\n适用的行：第二条" in found.explain()
    assert "notices: the record states a serious failure" in found.explain("en")
    assert "missing: fine_yuan" in grade(penalty(), standard()).explain("en")
    assert found._repr_html_().startswith("<table><tr><th>标准 | standard</th>")
    shown = json.loads(found.to_public_json())
    assert (shown["severity"], shown["stated"], shown["rows"]) == ("general", "serious", ["第二条"])


def sample(**changes):
    return json.loads(SAMPLE.read_text(encoding="utf-8")) | changes


def read(document):
    return standard_from_json(json.dumps(document))


def test_the_sample_says_in_both_languages_that_it_is_invented():
    found = standard_from_file(SAMPLE)
    assert "虚构" in found.title.zh
    assert "invented" in found.title.en
    assert (found.issued_on, found.issuer.level) == (dt.date(2019, 3, 1), Level.CITY)


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"penalty_types": (PenaltyType.WARNING,)}, Severity.GENERAL),
        ({"penalty_types": (PenaltyType.FINE,), "fine_yuan": Decimal("9999.99")}, Severity.GENERAL),
        ({"penalty_types": (PenaltyType.FINE,), "fine_yuan": Decimal(10_000)}, Severity.RATHER_SERIOUS),
        ({"penalty_types": (PenaltyType.FINE,), "fine_yuan": Decimal("99999.99")}, Severity.RATHER_SERIOUS),
        ({"penalty_types": (PenaltyType.FINE,), "fine_yuan": Decimal(100_000)}, Severity.SERIOUS),
        ({"penalty_types": (PenaltyType.WARNING, PenaltyType.CLOSURE)}, Severity.SERIOUS),
        ({"penalty_types": (PenaltyType.FINE,)}, None),
        ({}, None),
        ({"kind": Kind.BID_RIGGING}, Severity.SERIOUS),
        ({"kind": Kind.TAX_ARREARS}, None),
    ],
)
def test_the_sample_grades(fields, severity):
    determined_on = dt.date(2019, 3, 1)
    record = CreditRecord(id="1", subject=SHOP, determined_on=determined_on, **({"kind": Kind.PENALTY} | fields))
    assert graded(record, standard_from_file(SAMPLE)).severity is severity


def test_every_fault_of_a_document_is_told_at_once():
    document = sample(kind="list_determination", issued_on="2019-02-30", extra=1)
    del document["title"]
    document["issuer"] = {"name": "虚构协会", "type": "industry_association", "level": "city"}
    document["rows"][0] = {"when": {"fact": "fine_yuan"}, "severity": "serious", "citation": "一"}
    document["rows"][1]["severity"] = "grave"
    document["rows"][2] = {"when": {"fact": "malice"}}
    assert sorted(faults_of(read, document)) == [
        ("field.unknown", None),
        ("json.value", "issued_on"),
        ("json.value", "rows[1]"),
        ("standard.issuer", "issuer"),
        ("standard.kind", "kind"),
        ("standard.missing", "title"),
        ("standard.row", "rows[0]"),
        ("standard.row", "rows[2]"),
    ]


def test_an_overlap_is_told_beside_a_row_that_cannot_be_read():
    document = sample()
    document["rows"][1]["when"] = {"op": "equal", "args": [{"fact": "kind"}, {"value": "penalty"}]}
    document["rows"].insert(0, "不是一行")
    assert faults_of(read, document) == [
        ("standard.row", "rows[0]"),
        ("standard.overlap", "rows[2]"),
        ("standard.overlap", "rows[3]"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("title", {"zh": "示例"}, ("standard.title", "title")),
        ("title", "示例", ("standard.title", "title")),
        ("kind", "grading", ("json.value", "kind")),
        ("issuer", {"name": "虚构局", "type": "organ", "level": "city"}, ("field.enum", "issuer.type")),
        ("issuer", {"name": "虚构局", "type": "administrative_organ"}, ("standard.issuer", "issuer")),
        ("citation", 7, ("standard.citation", "citation")),
        ("citation", "", ("standard.missing", "citation")),
        ("rows", {}, ("standard.rows", "rows")),
        ("rows", [], ("standard.missing", "rows")),
    ],
)
def test_a_part_that_cannot_be_read_is_told_by_name(name, value, fault):
    assert faults_of(read, sample(**{name: value})) == [fault]


@pytest.mark.parametrize(
    "when",
    [
        {"fact": "severity"},
        {"fact": "subject_name"},
        {"op": "less", "args": [{"fact": "fine_yuan"}, {"value": "NaN"}]},
        {"op": "less", "args": [{"fact": "determined_on"}, {"on": True}]},
        {"op": "xor", "args": []},
        None,
    ],
)
def test_a_guard_asks_for_known_facts_only(when):
    document = sample()
    document["rows"] = [{"when": when, "severity": "serious", "citation": "一"}]
    ((_, field),) = faults_of(read, document)
    assert field == "rows[0]"


@pytest.mark.parametrize("text", ["no json", "[]", "{}", "[" * 100_000, 7, json.dumps({"schema": "jscredit.settings"})])
def test_what_is_no_document_is_refused(text):
    assert faults_of(standard_from_json, text) == [("standard.document", None)]


def test_a_file_in_another_encoding_is_refused_and_a_mark_is_not(tmp_path):
    other = tmp_path / "other.json"
    other.write_bytes(SAMPLE.read_text(encoding="utf-8").encode("gb18030"))
    assert faults_of(standard_from_file, other) == [("standard.document", None)]
    marked = tmp_path / "marked.json"
    marked.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert standard_from_file(marked).citation == standard_from_file(SAMPLE).citation


def test_no_error_tells_a_value():
    number = "329901199003070012"
    document = copy.deepcopy(sample())
    document["kind"] = document["issued_on"] = number
    document["issuer"] = {"name": "虚构局", "type": number, number: 1}
    document["rows"][0]["severity"] = number
    document[number] = number
    with pytest.raises(InvalidInput) as caught:
        read(document)
    assert len(caught.value.faults) >= 5
    assert number not in str(caught.value)
