"""`jscredit check`: the table, the JSON, one row, settings, standards, exit codes."""

import json
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from command_line import run
from factories import record
from jscredit.cli.check_table import answer_cells, grouped_ids, shown
from jscredit.law import CIVIL_CODE, J, M
from jscredit.records import Granter, Kind
from jscredit.review import check_record
from jscredit.rules import JIANGSU_2018
from review_regimes import LATER_ONLY, OPEN_END
from sheet_files import PERSON, write_csv

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ANSWERS = {"yes", "no", "open", "revoked"}
ON = ("--on", "2020-03-05")  # the good row was determined on 2019-03-05 and is a general failure


def table_of(out):
    """The first line of each row of the table."""
    return [line.split() for line in table_lines(out) if line[:1].isdigit()]


def table_lines(out):
    lines = out.splitlines()
    return lines[2 : lines.index("")]


def test_the_good_row_in_chinese_and_english(tmp_path):
    sheet = write_csv(tmp_path, {})
    chinese, english = run("check", sheet, *ON), run("check", sheet, *ON, "--lang", "en")
    assert (chinese.code, english.code, chinese.err, english.err) == (0, 0, "", "")
    assert table_of(chinese.out) == [["2", "虚市罚字〔2019〕1", "负面", "2020-03-05", "是，至", "是，至", "待定"]]
    told = ["2", "虚市罚字〔2019〕1", "negative", "2020-03-05", "yes,", "to", "yes,", "to", "open"]
    assert table_of(english.out) == [told]
    assert "共1行：已检查1行，有误0行" in chinese.out
    assert "1 rows: 1 checked, 0 with faults" in english.out
    assert "缺少下列事实或设定的行数：无" in chinese.out
    assert "rows that lack a fact or a setting: none" in english.out


def test_the_day_after_its_validity_it_is_neither_used_nor_published_nor_repaired(tmp_path):
    found = run("check", write_csv(tmp_path, {}), "--on", "2020-03-06", "--lang", "en")
    assert table_of(found.out) == [["2", "虚市罚字〔2019〕1", "negative", "2020-03-05", "no", "no", "no"]]


def test_the_table_fits_80_columns_and_breaks_no_date():
    for lang in ("zh", "en"):
        table = table_lines(run("check", SAMPLES / "penalties.xlsx", "--on", "2024-06-01", "--lang", lang).out)
        assert max(cell_len(line) for line in table) <= 80
        assert sum(line[:1].isdigit() for line in table) == 360
        words = {word.strip("≤≥～至") for line in table for word in line.split()}
        assert not any(word.startswith("20") and len(word) not in {4, 10} for word in words if "-" in word)


@pytest.mark.parametrize(
    ("changes", "day", "valid_to", "said"),
    [
        ({"CF_SXYZCD": "3"}, "2020-03-06", "2022-03-05", ["yes", "yes"]),
        ({"CF_SXYZCD": ""}, "2020-03-05", "2020-03-05 ~ 2022-03-05", ["yes", "yes"]),
        ({"CF_SXYZCD": ""}, "2020-03-06", "2020-03-05 ~ 2022-03-05", ["open", "open"]),
        ({"CF_SXYZCD": ""}, "2022-03-06", "2020-03-05 ~ 2022-03-05", ["no", "no"]),
        ({"CF_GSJZQ": "2019-12-31"}, "2020-01-01", "2020-03-05", ["yes", "no"]),
        ({"CF_CFLB1": "警告", "CF_JG": "警告"}, "2020-03-05", "≤2020-03-05", ["open", "yes"]),
        ({"CF_ZT": "1"}, "2020-03-05", "2020-03-05", ["revoked", "revoked"]),
    ],
)
def test_each_answer_is_told(tmp_path, changes, day, valid_to, said):
    sheet = write_csv(tmp_path, changes)
    found = run("check", sheet, "--on", day, "--lang", "en", columns=200)
    first, *more = found.out.splitlines()[2:5]
    _, _, _, *cells = first.split()
    assert valid_to.split()[0] == cells[0]
    assert valid_to.split()[-1] in first + more[0] + more[1]
    assert [cell for cell in (one.strip(",") for one in cells) if cell in ANSWERS][:2] == said


def test_a_yes_says_until_when(tmp_path):
    found = run("check", write_csv(tmp_path, {"CF_GSJZQ": "2019-12-31"}), "--on", "2019-06-01")
    first, second, *_ = table_lines(found.out)
    assert first.split()[4:6] == ["是，至", "是，至"]
    assert second.split()[-3:-1] == ["2020-03-05", "2019-12-31"]


def test_counts_of_what_is_missing_and_of_notices(tmp_path):
    sheet = write_csv(tmp_path, {"CF_SXYZCD": ""}, {"CF_SXYZCD": ""}, {})
    found = run("check", sheet, "--on", "2022-01-01", "--lang", "en")
    assert "severity (severity) 2" in found.out
    assert "notice (3 rows): other norms are in force on that day and are not encoded here" in found.out
    assert "notice (2 rows): without a severity the last day is not settled" in found.out


def test_json_holds_the_same_answers(tmp_path):
    found = run("check", write_csv(tmp_path, {}, {"CF_ZT": "1"}, {"CF_WSH": ""}), *ON, "--json")
    assert found.code == 1
    document = found.document
    assert (document["schema"], document["version"], document["form"]) == ("jscredit.sheet-check", 1, "public")
    assert document["counts"] == {"rows_in": 3, "rows_out": 2, "rows_reported": 1, "lacking": {}}
    good, revoked = document["rows"]
    assert (good["row"], good["status"], good["document_number"]) == (2, "normal", "虚市罚字〔2019〕1号")
    assert good["classification"]["category"] == "negative"
    assert good["classification"]["primary"] == "M12(9)"
    assert good["validity"]["last_day"] == "2020-03-05"
    assert (good["restraint"]["verdict"], good["restraint"]["last"]) == ("yes", "2020-03-05")
    assert good["repair"]["outlook"]["en"] == "it depends on missing facts; not before 2020-03-05"
    assert revoked["status"] == "revoked"
    assert (revoked["restraint"], revoked["publication"], revoked["repair"]) == (None, None, None)
    assert [(fault["row"], fault["column"], fault["code"]) for fault in document["faults"]] == [
        (4, "CF_WSH", "sheet.required")
    ]
    assert {"zh", "en"} <= set(document["faults"][0])
    assert "sheet.reflects-credit-inferred" in {notice["code"] for notice in document["notices"]}


def test_faults_of_a_sheet_are_findings_all_at_once():
    found = run("check", SAMPLES / "penalties_broken.xls", *ON, "--lang", "en")
    assert found.code == 1
    assert found.err == ""
    assert "54 rows: 20 checked, 34 with faults" in found.out
    assert "row 22 CF_WSH [sheet.required]" in found.out
    assert "row 55 DFBM [sheet.required]" in found.out


def test_one_row_in_full(tmp_path):
    sheet = write_csv(tmp_path, {}, {"CF_SXYZCD": "", "CF_ZT": "2"})
    found = run("check", sheet, *ON, "--row", 3, "--lang", "en")
    assert found.code == 0
    lines = dict(line.split(": ", 1) for line in found.out.splitlines())
    assert lines["current status"] == "under objection"
    assert lines["document"] == "虚市罚字〔2019〕1号"
    assert lines["validity"] == "from 2019-03-05, the last day is between 2020-03-05 and 2022-03-05"
    assert "severity (severity)" in lines["missing"]
    assert "M30" in lines["clauses"]


def test_one_row_in_full_in_chinese_and_as_json(tmp_path):
    sheet = write_csv(tmp_path, {}, {})
    found = run("check", sheet, *ON, "--row", 2)
    assert found.out.splitlines()[2] == "有效期：自2019-03-05起，至2020-03-05"
    assert "当前状态" not in found.out
    assert [each["row"] for each in run("check", sheet, *ON, "--row", 3, "--json").document["rows"]] == [3]


def test_a_standard_grades_what_states_no_severity(tmp_path):
    sheet = write_csv(tmp_path, {"CF_SXYZCD": ""}, {"CF_SXYZCD": "3"}, {"CF_SXYZCD": "", "CF_JG": "罚款200000元"})
    graded = run("check", sheet, *ON, "--standard", SAMPLES / "severity_standard.json", "--json").document
    # By the sample standard a fine of 5,000 yuan is a general failure and one of 200,000 a serious one.
    assert [row["validity"]["last_day"] for row in graded["rows"]] == ["2020-03-05", "2022-03-05", "2022-03-05"]
    assert graded["counts"]["lacking"] == {}


def test_settings_count_and_are_told(tmp_path):
    sheet = write_csv(tmp_path, {"CF_SXYZCD": "2"})
    left_open = run("check", sheet, *ON, "--json").document["rows"][0]
    assert left_open["validity"]["last_day"] is None
    assert left_open["validity"]["last_day_between"] == ["2020-03-05", "2022-03-05"]
    filled = run("check", sheet, *ON, "--json", "--settings", SAMPLES / "settings.json").document["rows"][0]
    assert filled["validity"]["last_day"] == "2021-03-05"
    assert "rather-serious-period" in {setting["term"] for setting in filled["settings"]}
    told = run("check", sheet, *ON, "--lang", "en", "--settings", SAMPLES / "settings.json")
    assert "setting applied (1 rows): validity of a rather serious failure: by 虚信〔2019〕1号" in told.out


def test_a_setting_of_the_sheets_own_term(tmp_path):
    source = {"citation": "虚构的细则", "rank": "agency_setting"}
    settings = tmp_path / "settings.json"
    one = {"term": "sheet-penalty-reflects-credit", "value": False, "source": source}
    settings.write_text(json.dumps({"schema": "jscredit.settings", "version": 1, "settings": [one]}), encoding="utf-8")
    found = run("check", write_csv(tmp_path, {}), *ON, "--settings", settings, "--json").document
    assert found["counts"]["lacking"] == {"reflects_credit": 1}
    assert found["rows"][0]["classification"]["category"] is None


def test_a_body_outside_the_province_is_told(tmp_path):
    found = run("check", write_csv(tmp_path, {"DFBM": "310000"}, {}), *ON, "--json").document
    codes = [[notice["code"] for notice in row["notices"]] for row in found["rows"]]
    assert [("check.outside-the-province" in each) for each in codes] == [True, False]


def test_a_document_number_writes_no_control_characters(tmp_path):
    found = run("check", write_csv(tmp_path, {"CF_WSH": "1号\x1b[31m\x07[red]:smile:"}), *ON, columns=200)
    assert "\x1b" not in found.out
    assert "1号[31m[red]:smile:" in found.out


def test_shown_masks_and_cleans():
    assert shown("字 329901199003070012\x1b") == "字 ****************** "


def test_ids_of_one_article_stand_together():
    cited = (M.article(34), M.article(34, item=2), M.article(34, item=1), M.article(8), J.article(6, item=2))
    assert list(grouped_ids((*cited, CIVIL_CODE.article(18)))) == ["CivilCode18", "J6.2", "M8", "M34", "M34(1)(2)"]


def test_persons_are_checked_without_a_name(tmp_path):
    found = run("check", write_csv(tmp_path, PERSON | {"CF_JG": "罚款51元"}), *ON)
    assert found.code == 0
    assert "样某甲" not in found.out


@pytest.mark.parametrize(
    ("fixed", "regime", "expected"),
    [
        ({"kind": Kind.COMMENDATION, "granter": Granter.GOVERNMENT}, JIANGSU_2018, ("positive", "none")),
        ({"kind": Kind.PENALTY, "reflects_credit": False}, JIANGSU_2018, ("none", "none")),
        ({"kind": Kind.BID_RIGGING, "determined_on": date(2017, 1, 1)}, LATER_ONLY, ("negative", "no end")),
        ({"kind": Kind.BID_RIGGING}, JIANGSU_2018, ("negative", "open")),
        ({"kind": Kind.OTHER_NEGATIVE, "determined_on": date(2019, 1, 1)}, JIANGSU_2018, ("open", "≤2022-01-01")),
        ({"kind": Kind.OTHER_NEGATIVE, "determined_on": date(2017, 1, 1)}, OPEN_END, ("open", "open")),
        ({"kind": Kind.BID_RIGGING, "determined_on": date(2017, 1, 1)}, OPEN_END, ("negative", "2018-01-01 ~")),
    ],
)
def test_cells_of_other_records(fixed, regime, expected):
    checked = check_record(record(**fixed), on=date(2020, 1, 1), regime=regime)
    found_class, valid_to, *_ = answer_cells(checked, "en")
    assert (found_class.split("\n")[0], valid_to.split("\n")[0]) == expected
