"""Rows and records against their entries: 10,000 drawn rows by hand, then records, columns and what is said."""

from datetime import date

import pytest

from catalog_cases import sound_entry, subject_of
from factories import organisation, person
from jscredit.catalog import (
    CatalogueEntry,
    ConformanceReport,
    DataElement,
    ForbiddenAddition,
    ListedCode,
    Norm,
    RowFault,
    RowSubject,
    conformance,
    record_conformance,
    starter_catalogue,
)
from jscredit.catalog.conforming import sheet_report
from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.records import (
    Body,
    Category,
    CreditRecord,
    IdType,
    Kind,
    OtherId,
    PenaltyType,
    Severity,
    SharingClass,
    Subject,
    SubjectType,
)
from oracles.catalog_conformance import VALUES, findings
from oracles.dice import dice

NONE_WORD = "空"


def plain_element(rng, place):
    kind = rng.choice((*VALUES, "day", "day", "credit_code", "personal_number"))
    lengths = (40, 40, 18, 4)
    return {
        "code": f"E{place}",
        "type": kind,
        "max_length": rng.choice(lengths),
        "required": rng.random() < 0.5,
        "group": rng.choice((None, None, "1", "2")),
        "required_for": rng.choice((None, None, None, "organisation", "natural_person")),
        "blank_for": rng.choice((None, None, None, "organisation", "natural_person")),
        "may_be_absent": rng.random() < 0.3,
        "none_allowed": rng.random() < 0.3,
        "blank_code": rng.choice((None, None, None, "1")),
        "other_specified": rng.random() < 0.5,
        "not_before": rng.choice((None, "E0", "E1", "E9")),
        "not_after_report": rng.random() < 0.5,
    }


def element_of(plain):
    codes = {"code": "12", "codes": "12", "subject": "OPT"}.get(plain["type"], "")
    listed = [ListedCode(code=code, subject=subject_of(code)) for code in codes]
    other = plain["type"] in {"code", "codes"}
    if other:
        listed.append(ListedCode(code="其他"))
    typed = {"type": "code" if plain["type"] == "subject" else plain["type"]}
    subjects = {
        name: plain[name] and RowSubject[plain[name].upper()] for name in ("required_for", "blank_for") if plain[name]
    }
    known = {name: value for name, value in plain.items() if name not in {"type", "required_for", "blank_for"}}
    return DataElement(
        **known, **typed, **subjects, codes=tuple(listed), other_code="其他" if other else None, none_word=NONE_WORD
    )


def plain_row(rng, elements):
    row = {}
    for element in elements:
        given = rng.choice(("absent", "blank", "none", *(["value"] * 7)))
        row[element["code"]] = rng.randrange(len(VALUES[element["type"]])) if given == "value" else given
    return {code: given for code, given in row.items() if given != "absent"}


def cells_of(elements, row):
    words = {"blank": " ", "none": NONE_WORD}
    kinds = {element["code"]: element["type"] for element in elements}
    return {
        code: words[given] if isinstance(given, str) else VALUES[kinds[code]][given][0] for code, given in row.items()
    }


@pytest.mark.parametrize("count", [400, pytest.param(10_000, marks=pytest.mark.slow)])
def test_drawn_rows_are_judged_as_by_hand(count):
    rng, seen, differences = dice(16), set(), []
    for _ in range(count // 4):
        elements = [plain_element(rng, place) for place in range(rng.randint(2, 7))]
        entry = CatalogueEntry(code="1", name="某项", elements=tuple(map(element_of, elements)))
        reported_on = rng.choice((None, date(2019, 3, 5), date(2020, 12, 31)))
        rows = [plain_row(rng, elements) for _ in range(4)]
        report = conformance([cells_of(elements, row) for row in rows], entry, reported_on=reported_on)
        for number, row in enumerate(rows, start=1):
            found = {(one.element, one.code.removeprefix("conformance.")) for one in report.faults if one.row == number}
            wanted = findings(elements, row, reported_on)
            seen |= {problem for _, problem in wanted}
            if found != wanted:
                differences.append((elements, row, found ^ wanted))
    assert differences == []
    assert len(seen) >= (20 if count == 10_000 else 18)


ENTRY = CatalogueEntry(
    code="1",
    name="某项",
    elements=(
        DataElement(code="CF_WSH", name="文书号", aliases=("决定书文号",), required=True),
        DataElement(code="CF_XX", name="血型"),
        DataElement(code="A", required=True, group="g"),
        DataElement(code="B", required=True, group="g", may_be_absent=True),
    ),
)


def codes(report):
    return [(one.row, one.element, one.place, one.code.removeprefix("conformance.")) for one in report.faults]


def test_columns_are_known_by_code_name_or_alias_and_must_agree():
    assert conformance([{" cf_wsh": "1号", "A": 1}, {"决定书\u200b文号": "1号", "B": 1}], ENTRY).conforms
    report = conformance([{"文书号": "1号", "CF_WSH": "2号", "A": 1}], ENTRY)
    assert codes(report) == [(1, "CF_WSH", None, "conflict")]


def test_unknown_and_forbidden_columns_are_told_by_their_place_and_never_by_what_they_hold():
    row = {"CF_WSH": "1号", "A": "x", "张三的秘密": "甲", "blood_type": "A型", "CF_XX": "B型", "空列": " "}
    report = conformance([row], ENTRY)
    assert codes(report) == [
        (1, None, 3, "unknown"),
        (1, None, 4, "forbidden"),
        (1, "CF_XX", 5, "forbidden"),
    ]
    shown = report.explain("zh") + report.explain("en") + repr(report) + report.to_storage_json()
    assert not any(secret in shown for secret in ("张三", "A型", "B型", "blood_type", "甲"))
    assert "第1行 第4列 [conformance.forbidden] 属于禁止归集的“血型”，其内容未读取 (M14)" in report.explain("zh")
    assert "row 1 column 3 [conformance.unknown]" in report.explain("en")
    assert ConformanceReport.from_storage_json(report.to_storage_json()) == report


def test_fault_of_a_whole_row_names_the_row_alone():
    fault = RowFault(row=3, code="x", message=Label("甲", "a"), cure=Label("乙", "b"))
    assert fault.text("en") == "row 3 [x] a; b"


def test_addition_bars_a_column():
    added = ForbiddenAddition(codes=("F9",), norm=Norm(citation="某法", rank=Rank.LAW))
    report = conformance([{"CF_WSH": "1", "A": 1, "F9": "x"}], ENTRY, additions=[added])
    assert codes(report) == [(1, None, 3, "forbidden")]
    assert report.explain("en").startswith("row 1 column 3")
    assert conformance([], ENTRY).explain("zh") == "与目录项相符"
    assert conformance([], ENTRY).explain("en") == "it conforms to the entry"


def test_sheet_tells_of_its_columns_once():
    headers = ["血型", "奇怪", None, "CF_WSH", "文书号"]
    rows = [(3, ["A型", "x", "y", "1号", "1号", "z"]), (4, [None, None, None, "2号"])]
    report = sheet_report(headers, rows, ENTRY, header_row=2)
    assert codes(report) == [
        (2, "A", None, "column-missing"),
        (2, "CF_XX", 1, "forbidden"),
        (2, None, 2, "unknown"),
        (2, None, 3, "unnamed"),
        (2, None, 6, "unnamed"),
        (2, "CF_WSH", None, "repeated"),
    ]
    assert sheet_report(["CF_WSH", "A", None], [(2, ["1号", 1])], ENTRY, header_row=1).conforms
    whole = sheet_report(["CF_WSH", "B"], [(2, [None, 1]), (3, ["#REF!", 1])], ENTRY, header_row=1)
    assert codes(whole) == [(2, "CF_WSH", None, "required"), (3, "CF_WSH", None, "cell-error")]


PENALTY = starter_catalogue().entry("national-2018-penalty")
SHOP = organisation(1)


def penalty(**fixed):
    parts = {
        "id": "1",
        "subject": SHOP,
        "kind": Kind.PENALTY,
        "document_number": "虚罚字1号",
        "determined_on": date(2019, 3, 5),
        "determined_by": "虚构市城管局",
        "penalty_types": (PenaltyType.WARNING, PenaltyType.FINE),
        "published_until": date(2022, 3, 5),
    }
    return CreditRecord(**(parts | fixed))


def test_other_may_not_hide_what_the_list_names():
    listed = tuple(ListedCode(code=code) for code in ("警告", "罚款", "其他"))
    entry = sound_entry(elements=(DataElement(code="A", type="code", codes=listed, other_code="其他"),))
    assert conformance([{"A": "其他-约谈"}, {"A": "其他"}], entry).conforms
    assert codes(conformance([{"A": "其他-警告"}], entry)) == [(1, "A", None, "other-not-specified")]


def test_record_that_fits_its_entry_conforms():
    report = record_conformance(penalty(document_number=None), PENALTY)
    assert (report.rows, report.entry, report.faults[0].row) == (1, "national-2018-penalty", 1)
    assert record_conformance(penalty(), PENALTY, reported_on=date(2019, 3, 8)).conforms
    jiangsu = starter_catalogue().entry("jiangsu-2016-penalty")
    assert record_conformance(penalty(severity=Severity.SERIOUS, sharing_class=SharingClass.PUBLIC), jiangsu).conforms


def test_each_departure_of_a_record_is_told():
    shop = Subject(type=SubjectType.LEGAL_PERSON, name="长" * 201)
    record = penalty(
        subject=shop,
        document_number=None,
        determined_on=date(2019, 3, 9),
        published_until=date(2019, 3, 8),
        penalty_types=None,
        catalogue_category=Category.OTHER,
        sharing_class=SharingClass.AUTHORISED_QUERY,
    )
    report = record_conformance(record, PENALTY, reported_on=date(2019, 3, 8))
    assert {(one.element, one.code.removeprefix("conformance.")) for one in report.faults} == {
        ("catalogue_category", "category"),
        ("sharing_class", "sharing-class"),
        ("CF_XDR_MC", "too-long"),
        ("CF_XDR_SHXYM", "group"),
        ("CF_WSH", "required"),
        ("CF_CFLB", "required"),
        ("CF_JDRQ", "after-report"),
        ("CF_GSJZQ", "before"),
    }


def test_record_of_another_kind_subject_or_provider_is_told():
    entry = sound_entry(subject_types=(SubjectType.LEGAL_PERSON,), provider=Body(name="虚构市城管局"))
    record = penalty(subject=person(1), kind=Kind.VIOLATION, provider=Body(name="虚构市税务局"))
    report = record_conformance(record, entry)
    assert [one.code for one in report.faults] == [
        "conformance.kind",
        "conformance.subject-type",
        "conformance.provider",
    ]


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        (Subject(name="某店"), True),
        (Subject(credit_code=SHOP.credit_code), True),
        (person(1), False),
    ],
)
def test_subject_of_unknown_type_is_not_said_to_be_another(subject, fits):
    entry = sound_entry(subject_types=(SubjectType.LEGAL_PERSON,))
    assert record_conformance(penalty(subject=subject), entry).conforms is fits


def test_number_of_a_register_is_looked_up_by_its_type():
    element = DataElement(
        code="GS", type="business_registration", required=True, field="subject_other_ids:business_registration"
    )
    entry = sound_entry(elements=(element,))
    with_number = Subject(name="某店", other_ids=(OtherId(IdType.BUSINESS_REGISTRATION, "320100000000016"),))
    assert [one.code for one in record_conformance(penalty(), entry).faults] == ["conformance.required"]
    found = record_conformance(penalty(subject=with_number), entry)
    assert [one.code for one in found.faults if one.code == "conformance.required"] == []
