"""What `tools/mutate.py` showed untested: faults and gradings in whole, HTML, a validity's lines."""

import datetime as dt
import json
import re
from dataclasses import replace
from decimal import Decimal
from html import escape

import pytest

from jscredit.classification import SUMMARY_PENALTY
from jscredit.deadlines import Months, WorkingDays
from jscredit.errors import InvalidInput, Label
from jscredit.law import M
from jscredit.records import Body, CreditRecord, Kind, Level, Procedure, ProviderType, Severity, Subject, SubjectType
from jscredit.records.facts import DETERMINED_ON, FINE_YUAN, MALICE, PUBLISHED_UNTIL
from jscredit.rules import JIANGSU_2018, ON
from jscredit.validity import (
    COUNTING,
    GradingRow,
    SeverityStandard,
    StandardKind,
    grade,
    graded,
    restored_validity,
    standard_from_file,
    standard_from_json,
    validity_of,
)
from whole_faults import is_said_in_both_languages, whole_faults

SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
BUREAU = Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.CITY)
LARGE = GradingRow(when=FINE_YUAN >= 10_000, severity=Severity.SERIOUS, citation="第一条")
SMALL = GradingRow(when=FINE_YUAN < 10_000, severity=Severity.GENERAL, citation="第二条")
MALICIOUS = GradingRow(when=MALICE, severity=Severity.SERIOUS, citation="第三条")
DOCUMENT = {
    "schema": "jscredit.severity-standard",
    "version": 1,
    "title": {"zh": "示例（虚构）", "en": "sample (invented)"},
    "kind": "severity_grading",
    "issuer": {"name": "虚构局", "type": "administrative_organ", "level": "city"},
    "issued_on": "2019-01-02",
    "citation": "虚构〔2019〕1号",
    "rows": [{"when": {"fact": "malice"}, "severity": "serious", "citation": "第一条"}],
}


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


def record(kind=Kind.BID_RIGGING, **fields):
    given = {"severity": Severity.GENERAL, "determined_on": dt.date(2019, 5, 6)}
    return CreditRecord(id="1", subject=SHOP, kind=kind, **(given | fields))


def penalty(**fields):
    given = {"provider": BUREAU, "determined_on": dt.date(2019, 5, 6)}
    return CreditRecord(id="1", subject=SHOP, kind=Kind.PENALTY, **(given | fields))


def read(**changes):
    return standard_from_json(json.dumps(DOCUMENT | changes))


def test_the_document_itself_is_a_standard():
    assert read().rows[0].severity is Severity.SERIOUS


def test_a_period_of_use_in_working_days():
    assert whole_faults(InvalidInput, validity_of, record(), period_of_use=WorkingDays(5)) == [
        ("validity.period-of-use", "period_of_use", "M8")
    ]


def test_stored_documents():
    stored = json.loads(validity_of(record()).to_storage_json())
    assert whole_faults(InvalidInput, restored_validity, "no json") == [("document.unreadable", None, None)]
    changed = json.dumps(stored | {"last_day": "2030-01-01"})
    assert whole_faults(InvalidInput, restored_validity, changed) == [("validity.changed", None, None)]
    for part in ("facts", "classification"):
        without = json.dumps({name: value for name, value in stored.items() if name != part})
        assert whole_faults(InvalidInput, restored_validity, without) == [("document.unreadable", None, None)]


@pytest.mark.parametrize("part", ["title", "kind", "issuer", "issued_on", "citation", "rows"])
def test_a_part_left_out(part):
    assert whole_faults(InvalidInput, standard, **{part: None}) == [("standard.missing", part, "M7")]
    with pytest.raises(InvalidInput) as caught:
        standard(**{part: None})
    assert part in caught.value.faults[0].message.zh
    assert part in caught.value.faults[0].message.en


def test_wrong_kinds_and_issuers():
    wrong = whole_faults(InvalidInput, standard, kind=StandardKind.LIST_DETERMINATION, issuer=Body(name="虚构局"))
    assert wrong == [("standard.kind", "kind", "M7"), ("standard.issuer", "issuer", "M7")]


def test_rows_that_are_none_and_rows_that_overlap():
    dated = GradingRow(when=MALICE & (DETERMINED_ON <= ON), severity=Severity.GENERAL, citation="四")
    assert whole_faults(InvalidInput, standard, LARGE, dated) == [("standard.row", "rows[1]", "M15")]
    assert whole_faults(InvalidInput, standard, LARGE, MALICIOUS, SMALL) == [("standard.overlap", "rows[2]", "M15")]
    with pytest.raises(InvalidInput) as caught:
        standard(LARGE, MALICIOUS, SMALL)
    assert caught.value.rows == (1, 2)
    for text in (caught.value.faults[0].message.zh, caught.value.faults[0].message.en):
        numbers = re.findall(r"\d", text)
        assert numbers == ["2", "3"]
        assert text.index("第三条") < text.index("第二条")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": {"zh": "示例"}}, ("standard.title", "title", "M7")),
        ({"title": {"en": "sample"}}, ("standard.title", "title", "M7")),
        ({"title": {"zh": " ", "en": "sample"}}, ("standard.title", "title", "M7")),
        ({"title": {"zh": "示例", "en": " "}}, ("standard.title", "title", "M7")),
        ({"title": {"zh": "示例", "en": 7}}, ("standard.title", "title", "M7")),
        ({"title": ["示例", "sample"]}, ("standard.title", "title", "M7")),
        ({"citation": 7}, ("standard.citation", "citation", "M7")),
        ({"rows": {}}, ("standard.rows", "rows", "M7")),
        ({"rows": ["一"]}, ("standard.row", "rows[0]", "M7")),
        ({"rows": [{**DOCUMENT["rows"][0], "more": 1}]}, ("standard.row", "rows[0]", "M7")),
        ({"rows": [{**DOCUMENT["rows"][0], "citation": 7}]}, ("standard.citation", "rows[0]", "M7")),
        ({"schema": "jscredit.settings"}, ("standard.document", None, "M7")),
        ({"version": 2}, ("standard.document", None, "M7")),
    ],
)
def test_a_document_that_cannot_be_read(changes, fault):
    assert whole_faults(InvalidInput, read, **changes) == [fault]


def test_fields_that_are_not_known_are_counted():
    assert whole_faults(InvalidInput, read, more=1, most=2) == [("field.unknown", None, None)]
    with pytest.raises(InvalidInput) as caught:
        read(more=1, most=2)
    assert caught.value.count == 2
    assert all("2" in text for text in (caught.value.text("zh"), caught.value.text("en")))


def test_the_cure_of_a_wrong_document_names_its_schema(tmp_path):
    path = tmp_path / "other.json"
    path.write_bytes("示例".encode("gb18030"))
    for call, given in ((standard_from_json, "[]"), (standard_from_file, path)):
        assert whole_faults(InvalidInput, call, given) == [("standard.document", None, "M7")]
        with pytest.raises(InvalidInput) as caught:
            call(given)
        for text in (caught.value.faults[0].cure.zh, caught.value.faults[0].cure.en):
            assert '{"schema": "jscredit.severity-standard", "version": 1' in text


STATED = penalty(fine_yuan=Decimal(5), severity=Severity.SERIOUS, reflects_credit=True, procedure=Procedure.GENERAL)


def test_a_gradings_document_in_whole():
    found = grade(STATED, standard())
    (notice,) = found.notices
    assert json.loads(found.to_public_json()) == {
        "schema": "jscredit.grading",
        "version": 1,
        "form": "public",
        "standard": {"zh": "示例（虚构）", "en": "sample (invented)"},
        "citation": "虚构〔2019〕1号",
        "severity": "general",
        "stated": "serious",
        "is_failure": True,
        "rows": ["第二条"],
        "missing": [],
        "citations": ["M15", "M7"],
        "notices": [{"code": "grading.differs", "zh": notice.label.zh, "en": notice.label.en}],
    }
    assert json.loads(grade(penalty(), standard()).to_public_json())["missing"] == ["fine_yuan"]
    # Readable as it is: no escapes, a line for each part.
    assert '\n "standard": {\n  "zh": "示例（虚构）"' in found.to_public_json()


def test_a_gradings_lines_in_whole():
    found = grade(STATED, standard())
    (notice,) = found.notices
    assert found.explain().split("\n") == [
        "标准：示例（虚构）",
        "制定：虚构局, 2019-01-02, 虚构〔2019〕1号",
        "失信程度：一般失信",
        "适用的行：第二条",
        f"依据：{M.article(15).zh}",
        f"依据：{M.article(7).zh}",
        f"提示：{notice.label.zh}",
    ]
    assert found.explain("en").split("\n") == [
        "standard: sample (invented)",
        "issued: 虚构局, 2019-01-02, 虚构〔2019〕1号",
        "severity: general failure",
        "row: 第二条",
        f"clauses: {M.article(15).en}",
        f"clauses: {M.article(7).en}",
        f"notices: {notice.label.en}",
    ]
    assert grade(penalty(), standard()).explain().split("\n")[2:4] == ["失信程度：未能确定", "缺少：fine_yuan"]
    assert grade(penalty(), standard()).explain("en").split("\n")[2:4] == [
        "severity: not settled",
        "missing: fine_yuan",
    ]


def test_a_difference_names_both_grades_and_its_clause():
    (notice,) = grade(STATED, standard()).notices
    assert is_said_in_both_languages(notice.label)
    for lang in ("zh", "en"):
        text = notice.label.text(lang)
        assert text.index(Severity.SERIOUS.label.text(lang)) < text.index(Severity.GENERAL.label.text(lang))
    assert notice.citation == M.article(15).zh


def test_html_has_a_row_for_each_line():
    found = grade(STATED, standard(title=Label("示例<一>", "sample & more")))
    page = found._repr_html_()
    assert page.startswith("<table><tr><th>标准 | standard</th><td>示例&lt;一&gt;<br>sample &amp; more</td></tr>")
    assert page.count("</td></tr><tr><th>") == len(found.explain().split("\n")) - 1
    assert page.endswith("</td></tr></table>")


def test_a_standard_is_asked_under_the_regime_given():
    within = JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1")
    summary = penalty(reflects_credit=True, procedure=Procedure.SUMMARY, fine_yuan=Decimal(5))
    assert grade(summary, standard()).is_failure is False
    assert graded(summary, standard()) == summary
    assert grade(summary, standard(), regime=within).is_failure is True
    assert graded(summary, standard(), regime=within) == replace(summary, severity=Severity.GENERAL)


FIRST_COUNTED = JIANGSU_2018.reading(COUNTING, "first-day-counted")


def test_a_validitys_lines_in_whole():
    found = validity_of(record(), period_of_use=Months(6), regime=FIRST_COUNTED)
    lines = found.explain().split("\n")
    assert lines[:6] == [
        "失信信息有效期",
        "类别：负面信息",
        "失信程度：一般失信",
        f"目录所定使用期限：{Months(6).label.zh}",
        "首日（认定日）：2019-05-06",
        "末日：2020-05-05",
    ]
    assert [line for line in lines if line.startswith("在有效期内")] == [
        "在有效期内：2018-01-29至2019-05-05：否",
        "在有效期内：2019-05-06至2020-05-05：是",
        "在有效期内：2020-05-06起：否",
    ]
    assert f"采用的读法：{COUNTING.label.zh}：认定当日计入，末日早一日" in lines
    basis = found.basis
    assert lines[-1] == f"依据版本：{basis.regime} · {basis.calendar_edition} · jscredit {basis.version}"
    english = found.explain("en").split("\n")
    assert len(english) == len(lines)
    assert english[0] == "validity of failure information"
    assert english[4:6] == ["first day (determination): 2019-05-06", "last day: 2020-05-05"]


def test_open_days_and_a_severity_that_is_not_stated():
    found = validity_of(record(severity=None, determined_on=None))
    assert found.explain().split("\n")[2:5] == ["失信程度：未标明", "首日（认定日）：待定", "末日：待定"]
    assert found.explain("en").split("\n")[2:5] == [
        "severity: not stated",
        "first day (determination): not settled",
        "last day: not settled",
    ]


def test_a_validitys_html_has_both_languages_in_each_row():
    found = validity_of(record(), period_of_use=Months(6), regime=FIRST_COUNTED)
    zh, en = (found.explain(lang).split("\n") for lang in ("zh", "en"))
    page = found._repr_html_()
    assert page.startswith(f"<table><caption>{zh[0]} | {en[0]}</caption><tr><th>类别 class</th>")
    assert page.endswith("</td></tr></table>")
    cells = re.findall(r"<tr><th>(.*?)</th><td>(.*?)<br>(.*?)</td></tr>", page)
    assert [first for _, first, _ in cells] == [escape(line.partition("：")[2]) for line in zh[1:]]
    assert [last for _, _, last in cells] == [escape(line.partition(": ")[2]) for line in en[1:]]
    assert "".join(f"<tr><th>{a}</th><td>{b}<br>{c}</td></tr>" for a, b, c in cells) in page


def test_a_stored_validity_is_readable_and_tells_the_range_of_its_last_day():
    text = validity_of(record(severity=None)).to_storage_json()
    stored = json.loads(text)
    assert stored["last_day_range"] == {
        "earliest": "2020-05-06",
        "latest": "2022-05-06",
        "missing": stored["last_day_range"]["missing"],
    }
    assert set(stored["last_day_range"]["missing"]) == {"severity", "rather-serious-period"}
    # No escapes, a line for each part.
    assert "\\u" not in text
    assert '\n "last_day": null,\n' in text
    assert "\\u" not in grade(penalty(), standard()).to_public_json()


def test_the_day_asked_about_is_named_where_it_is_no_date():
    ((code, field, _),) = whole_faults(InvalidInput, validity_of(record()).covers, "2020-01-01")
    assert (code, field) == ("day.not-a-date", "day")


def test_validities_of_other_days_have_other_hashes():
    days = [dt.date(2019, 5, day) for day in range(1, 21)]
    assert len({hash(validity_of(record(determined_on=day))) for day in days}) == len(days)
    assert hash(validity_of(record())) == hash(validity_of(record()))


def test_every_line_of_an_english_explanation_is_english_and_of_a_chinese_one_chinese():
    found = validity_of(record(determined_on=dt.date(2017, 5, 6)), period_of_use=Months(6))
    assert found.notices
    english, chinese = found.explain("en"), found.explain("zh")
    assert not re.search("[\u4e00-\u9fff]", english)
    for notice in found.notices:
        assert f"notices: {notice.label.en}" in english
        assert f"提示：{notice.label.zh}" in chinese
    for citation in found.citations:
        assert f"clauses: {citation.en}" in english
        assert f"依据：{citation.zh}" in chinese
    for line in chinese.split("\n")[:-1]:
        assert not re.search(r": (yes|no)$", line)


def test_a_guard_in_working_days_counts_by_the_regimes_calendar():
    quick = GradingRow(when=DETERMINED_ON + WorkingDays(3) >= PUBLISHED_UNTIL, severity=Severity.GENERAL, citation="一")
    # 2026-02-13 is the last working day but one before the Spring Festival: three working days end on 2026-02-25.
    for until, severity in ((dt.date(2026, 2, 25), Severity.GENERAL), (dt.date(2026, 2, 26), None)):
        given = penalty(determined_on=dt.date(2026, 2, 13), published_until=until)
        assert grade(given, standard(quick)).severity is severity


def test_the_names_in_a_stored_validity_are_those_that_others_hold_on_to():
    old = record(determined_on=dt.date(2017, 5, 6))
    found = validity_of(old, regime=FIRST_COUNTED)
    for form, text in (("storage", found.to_storage_json()), ("public", found.to_public_json())):
        stored = json.loads(text)
        assert set(stored) == {
            *("schema", "version", "form", "facts", "applies", "first_day", "last_day", "last_day_range"),
            *("has_no_end", "valid", "may_restrain", "may_publish", "missing", "notices", "citations", "basis"),
            "classification",
        }
        assert (stored["schema"], stored["version"], stored["form"]) == ("jscredit.validity", 1, form)
        assert (stored["applies"], stored["has_no_end"], stored["missing"]) == (True, False, [])
        assert stored["last_day_range"] == {"earliest": "2018-05-05", "latest": "2018-05-05", "missing": []}
        for spans in (stored["valid"], stored["may_restrain"], stored["may_publish"]):
            assert all(set(span) == {"first", "last", "verdict"} for span in spans)
            assert spans[-1]["last"] is None
        assert (
            stored["notices"]
            == [{"code": one.code, "zh": one.label.zh, "en": one.label.en} for one in found.notices]
            != []
        )
        assert set(stored["basis"]) == {"regime", "settings", "readings", "calendar", "library"}
        assert [one["term"] for one in stored["basis"]["settings"]] == ["counting"]
        assert stored["classification"]["form"] == form


def test_notices_are_said_once_each_with_their_clause():
    found = validity_of(record(determined_on=dt.date(2017, 5, 6)))
    codes = [notice.code for notice in found.notices]
    assert codes == list(dict.fromkeys(codes))
    assert all(notice.citation for notice in found.notices)


def test_a_validity_tells_no_reading_of_one_day_and_a_decision_does():
    # Expired before the Measures; by the other reading of M43 it has no end. A reading differs on a day, so it is told
    # beside the answer about that day, and not beside the days of the whole.
    found = validity_of(
        CreditRecord(
            id="1",
            subject=SHOP,
            kind=Kind.BID_RIGGING,
            severity=Severity.GENERAL,
            determined_on=dt.date(2010, 1, 1),
        )
    )
    of_the_day = {notice.code for notice in found.decision(dt.date(2018, 1, 29)).notices}
    assert "reading.earlier-records.later-determinations" in of_the_day
    assert not any(notice.code.startswith("reading.") for notice in found.notices)


def test_a_validity_keeps_the_reading_that_its_class_rests_on_and_the_other_notices_of_its_rules():
    summary = CreditRecord(
        id="1",
        subject=SHOP,
        kind=Kind.PENALTY,
        procedure=Procedure.SUMMARY,
        reflects_credit=True,
        severity=Severity.GENERAL,
        determined_on=dt.date(2019, 1, 1),
    )
    found = validity_of(summary)
    of_the_class = [notice.code for notice in found.classification.notices]
    assert any(code.startswith("reading.summary-penalty") for code in of_the_class)
    assert [notice.code for notice in found.notices][: len(of_the_class)] == of_the_class
    early = validity_of(
        CreditRecord(
            id="1", subject=SHOP, kind=Kind.BID_RIGGING, severity=Severity.SERIOUS, determined_on=dt.date(2017, 1, 1)
        )
    )
    of_the_rules = {notice.code for decision in early.decisions for notice in decision.notices}
    kept = {code for code in of_the_rules if not code.startswith(("reading.", "later-law"))}
    assert kept
    assert kept <= {notice.code for notice in early.notices}
