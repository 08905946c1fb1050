"""What is inferred, noticed and written down when a sheet is read."""

import json
from dataclasses import replace

import pytest

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.interchange import RULES, SHEET_PENALTY_REFLECTS_CREDIT, TERMS, Sheet, SheetFault, read_sheet, rows
from jscredit.law import Rank
from jscredit.records import PenaltyType
from jscredit.records.facts import PENALTY_TYPE, SEVERITY
from jscredit.records.vocabulary import Severity
from jscredit.rules import JIANGSU_2018, Setting, Source, settings_from_json
from sheet_files import GOOD, PERSON, told, write_bytes, write_csv, xlsx_bytes

NOTE = Source("某局设定", Rank.AGENCY_SETTING)
INFERRED = "sheet.reflects-credit-inferred"


def notices(sheet):
    return [notice.code for notice in sheet.notices]


def test_what_may_be_set():
    assert RULES == ()
    assert TERMS == (SHEET_PENALTY_REFLECTS_CREDIT,)
    assert SHEET_PENALTY_REFLECTS_CREDIT.citation.ledger_id == "M12(9)"


def test_being_in_the_sheet_says_that_it_reflects_credit(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {}))
    assert sheet.rows[0].record.reflects_credit is True
    assert INFERRED in notices(sheet)
    assert told(sheet.counts.lacking)["reflects_credit"] == 0


@pytest.mark.parametrize("rank", Rank)
def test_any_source_may_leave_it_unknown(tmp_path, rank):
    regime = JIANGSU_2018.with_settings(Setting(SHEET_PENALTY_REFLECTS_CREDIT, False, Source("某规定", rank)))
    sheet = read_sheet(write_csv(tmp_path, {}), regime=regime)
    assert sheet.rows[0].record.reflects_credit is None
    assert INFERRED not in notices(sheet)
    assert told(sheet.counts.lacking)["reflects_credit"] == 1


def test_it_may_be_set_for_some_penalties_only(tmp_path):
    warned = PENALTY_TYPE[PenaltyType.WARNING]
    regime = JIANGSU_2018.with_settings(
        Setting(SHEET_PENALTY_REFLECTS_CREDIT, False, NOTE, when=warned),
        Setting(SHEET_PENALTY_REFLECTS_CREDIT, False, Source("某规章", Rank.LAW), when=SEVERITY == Severity.SERIOUS),
    )
    rows = ({}, {"CF_CFLB1": "警告"}, {"CF_SXYZCD": "3"}, {"CF_SXYZCD": "0"})
    sheet = read_sheet(write_csv(tmp_path, *rows), regime=regime)
    # where the severity is not known, neither is whether the second setting takes the inference away
    assert [row.record.reflects_credit for row in sheet.rows] == [True, None, None, None]


def test_it_may_be_set_in_a_file(tmp_path):
    entry = {"term": "sheet-penalty-reflects-credit", "value": False}
    entry["source"] = {"citation": "某局设定", "rank": "agency_setting"}
    document = {"schema": "jscredit.settings", "version": 1, "settings": [entry]}
    settings = settings_from_json(json.dumps(document), terms=TERMS, facts=())
    sheet = read_sheet(write_csv(tmp_path, {}), regime=JIANGSU_2018.with_settings(*settings))
    assert sheet.rows[0].record.reflects_credit is None


def test_the_type_of_an_organisation_stays_unknown_and_that_is_noticed(tmp_path):
    assert "sheet.organisation-type" in notices(read_sheet(write_csv(tmp_path, {})))
    assert "sheet.organisation-type" not in notices(read_sheet(write_csv(tmp_path, PERSON)))


def test_how_many_rows_lack_which_fact(tmp_path):
    rows = ({}, {"CF_SXYZCD": "0"}, {"CF_SXYZCD": "", "CF_JG": "罚款500元"}, {"CF_JDRQ": "x"})
    sheet = read_sheet(write_csv(tmp_path, *rows))
    assert told(sheet.counts.lacking) == {
        "severity": 2,
        "procedure": 1,
        "reflects_credit": 0,
        "conduct": 3,
        "conduct_on": 3,
    }


def test_storage_json_gives_the_sheet_again(tmp_path):
    sheet = read_sheet(write_csv(tmp_path, {}, PERSON, {"CF_JDRQ": "x", "DFBM": "1"}))
    text = sheet.to_storage_json()
    assert json.loads(text)["schema"] == "jscredit.sheet"
    assert Sheet.from_storage_json(text) == sheet
    assert hash(Sheet.from_storage_json(text)) == hash(sheet)


def test_public_json_is_masked_and_never_loads(tmp_path):
    text = read_sheet(write_csv(tmp_path, PERSON)).to_public_json()
    assert "32****************" in text
    assert "样**" in text
    with pytest.raises(InvalidInput):
        Sheet.from_storage_json(text)


def test_a_fault_of_a_whole_row_has_no_column():
    fault = SheetFault.of(3, Fault(code="x", message=Label("甲", "a"), cure=Label("乙", "b"), clause="M15"))
    assert (fault.text("zh"), fault.text("en")) == ("第3行 [x] 甲 (M15)；乙", "row 3 [x] a (M15); b")


PLANTED = "329901199003070012"
OLD_FORM = "329901900307001"


@pytest.mark.parametrize("column", list(GOOD))
@pytest.mark.parametrize("number", [PLANTED, OLD_FORM, f"前{PLANTED}后", PLANTED[:-1] + "3", "3299 0119 9003 0700 12"])
def test_a_personal_number_in_any_column_is_never_shown(tmp_path, column, number, capsys, recwarn):
    path = write_csv(tmp_path, {column: number}, {**PERSON, column: number}, {column: number, "CF_JDRQ": "x"})
    sheet = read_sheet(path)
    shown = [str(sheet), repr(sheet), sheet.to_public_json(), json.dumps([each.text("en") for each in sheet.faults])]
    shown += [repr(fault) + fault.text("zh") for fault in sheet.faults]
    shown += [str(notice) for notice in sheet.notices]
    shown += [repr(row) for row in (*sheet.rows, *sheet.rejected)]
    shown += [*capsys.readouterr(), *(str(each.message) for each in recwarn)]
    for text in shown:
        plain = text.replace(" ", "")
        assert PLANTED[:17] not in plain
        assert OLD_FORM not in plain


def test_a_personal_number_typed_as_a_figure_is_never_shown(tmp_path):
    for value in (float(PLANTED), int(PLANTED)):
        sheet = read_sheet(write_bytes(tmp_path, xlsx_bytes({"CF_XDR_SFZ": value}, {"BZ": value})))
        assert {fault.code for fault in sheet.faults} == {"sheet.number-lost"}
        for text in (str(sheet), sheet.to_storage_json()):
            assert "3299011990" not in text
            assert "3.299011990" not in text


def test_a_personal_number_as_a_header_is_never_shown(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write_bytes(tmp_path, f"{PLANTED},x\n{PLANTED},y\n".encode()))
    assert PLANTED not in str(caught.value) + repr(caught.value) + caught.value.text("en")


@pytest.mark.parametrize("most", [0, 1, 20_000])
def test_cells_met_before_say_the_same_again(tmp_path, monkeypatch, most):
    monkeypatch.setattr(rows, "_MOST", most)
    odd = {
        "CF_GSJZQ": "2099/12/31",
        "CF_XDR_ZDM": "空",
        "CF_CFLB2": "",
        "BZ": "甲\r\n乙",
        "CF_SXYZCD": "０",
        "CF_ZT": "",
    }
    wrong = {"CF_CFLB1": "没有", "CF_JDRQ": "2019"}
    sheet = read_sheet(write_csv(tmp_path, odd, {}, odd, wrong, wrong))
    first, _, again = sheet.rows
    assert first.content == again.content
    assert replace(again.record, id=first.record.id) == first.record
    assert (first.record.published_until, first.content["published_until"]) == (None, "2099-12-31")
    assert [(fault.row, fault.code) for fault in sheet.faults] == [
        (5, "sheet.code-list"),
        (5, "sheet.date"),
        (6, "sheet.code-list"),
        (6, "sheet.date"),
    ]
