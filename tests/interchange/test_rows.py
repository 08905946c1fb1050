"""Every cell type and every rule of a row, each by one changed cell of a good row."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from jscredit.errors import InvalidInput
from jscredit.interchange import read_sheet, reading
from jscredit.interchange.cells import _figure
from jscredit.records import IdType, PenaltyType, Procedure, ResidentId, SharingClass, Subject
from jscredit.records.facts import record_row
from sheet_files import GOOD, PERSON, csv_text, told, write_bytes, write_csv, xlsx_bytes


@pytest.fixture
def read(tmp_path):
    def one(**changes):
        sheet = read_sheet(write_csv(tmp_path, changes))
        return sheet.rows[0].record if sheet.rows else [(fault.column, fault.code) for fault in sheet.faults]

    return one


@pytest.fixture
def read_cells(tmp_path):
    def one(**changes):
        sheet = read_sheet(write_bytes(tmp_path, xlsx_bytes(changes)))
        return sheet.rows[0].record if sheet.rows else [(fault.column, fault.code) for fault in sheet.faults]

    return one


def test_the_good_row(read):
    record = read()
    assert record.id == "虚市罚字〔2019〕1号#2"
    assert record.kind.value == "penalty"
    assert record.document_number == "虚市罚字〔2019〕1号"
    assert (record.producer.name, record.producer.region) == ("虚构市市场监督管理局", "329901")
    assert record.determined_by == "虚构市市场监督管理局"
    assert record.determined_on == date(2019, 3, 5)
    assert record.published_until == date(2022, 3, 5)
    assert record.severity.value == "general"
    assert record.sharing_class is SharingClass.PUBLIC
    assert record.penalty_types == (PenaltyType.FINE,)
    assert record.fine_yuan == Decimal(5000)
    assert record.procedure is Procedure.GENERAL
    assert record.reflects_credit is True
    assert (record.conduct, record.conduct_on, record.provider) == (None, None, None)
    assert (record.subject.type, record.subject.is_natural_person) == (None, False)
    assert record.subject.name == "虚构市甲辰食品有限公司"
    assert record.subject.credit_code.reveal() == "91329901MA1ABCD119"


REQUIRED = [
    "CF_WSH",
    "CF_CFMC",
    "CF_BM",
    "CF_CFLB1",
    "CF_SY",
    "CF_YJ",
    "CF_XDR_MC",
    "CF_JG",
    "CF_JDRQ",
    "CF_XZJG",
    "DFBM",
    "SJC",
]


@pytest.mark.parametrize("column", REQUIRED)
def test_what_each_row_must_fill(read, column):
    assert read(**{column: ""}) == [(column, "sheet.required")]
    assert read(**{column: " 空 "}) == [(column, "sheet.none-not-allowed")]


@pytest.mark.parametrize("column", sorted(set(GOOD) - set(REQUIRED) - {"CF_XDR_SHXYM", "CF_FR"}))
def test_what_may_be_blank_or_none(read, column):
    assert read(**{column: ""}) == read(**{column: "空"})


LENGTHS = {
    "CF_WSH": 128,
    "CF_CFMC": 256,
    "CF_BM": 40,
    "CF_SY": 2048,
    "CF_YJ": 2048,
    "CF_XDR_MC": 128,
    "CF_FR": 256,
    "CF_JG": 2048,
    "CF_XZJG": 64,
    "BZ": 4000,
}


@pytest.mark.parametrize(("column", "length"), LENGTHS.items())
def test_lengths(read, column, length):
    assert read(**{column: "长" * length}).determined_on == date(2019, 3, 5)
    assert read(**{column: "长" * (length + 1)}) == [(column, "sheet.too-long")]


@pytest.mark.parametrize(
    "text",
    [
        "2019-3-5",
        "2019-03-05",
        "2019/03/05",
        "2019/3/5",
        "2019.03.05",
        "2019年3月5日",
        "２０１９年０３月０５日",
        "2019－03－05",
        " 2019-03-05\u200b",
        "2019-03-05 10:30",
        "2019/3/5 10:30:00",
        "2019-03-05T10:30:00.000",
    ],
)
def test_days_as_people_write_them(read, text):
    assert read(CF_JDRQ=text).determined_on == date(2019, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "19-03-05",
        "2019-03",
        "3/5/2019",
        "20190305",
        "43529",
        "2019-03/05",
        "2019年3月5",
        "2019-3-5日",
        "2019年3-5",
        "2019-13-01",
        "2019-02-29",
        "2019-03-05 上午",
        "二〇一九年三月五日",
        "2019-03-05-06",
    ],
)
def test_what_is_no_day(read, text):
    assert read(CF_JDRQ=text) == [("CF_JDRQ", "sheet.date")]


@pytest.mark.parametrize(
    ("text", "fits"), [("1899-12-31", False), ("1900-01-01", True), ("2199-12-31", True), ("2200-01-01", False)]
)
def test_years(read, text, fits):
    record = read(CF_JDRQ=text, SJC="2199-12-31", CF_GSJZQ="")
    assert record.determined_on.isoformat() == text if fits else record == [("CF_JDRQ", "sheet.date-range")]


def test_no_end(read):
    assert read(CF_GSJZQ="2099/12/31").published_until is None
    assert read(CF_GSJZQ="2099-12-30").published_until == date(2099, 12, 30)


def test_order_of_days(read, tmp_path):
    assert read(SJC="2019-03-05", CF_GSJZQ="2019-03-05").published_until == date(2019, 3, 5)
    assert read(SJC="2019-03-04") == [("SJC", "sheet.before")]
    assert read(CF_GSJZQ="2019-03-04") == [("CF_GSJZQ", "sheet.before")]
    # where the day of the decision cannot be read, nothing is said of the others
    assert read(CF_JDRQ="x", SJC="2019-03-04") == [("CF_JDRQ", "sheet.date")]
    path = write_csv(tmp_path, {})
    assert read_sheet(path, reported_on=date(2019, 3, 20)).faults == ()
    early = read_sheet(path, reported_on=date(2019, 3, 4)).faults
    assert [(fault.column, fault.code) for fault in early] == [
        ("CF_JDRQ", "sheet.after-report"),
        ("SJC", "sheet.after-report"),
    ]


@pytest.mark.parametrize("day", [datetime.fromisoformat("2019-03-20"), "2019-03-20"])
def test_the_day_of_the_report_is_a_day(tmp_path, day):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(write_csv(tmp_path, {}), reported_on=day)
    assert caught.value.code == "sheet.report-day"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("警告", {"warning"}),
        ("没收违法所得、没收非法财物", {"confiscation"}),
        ("没收违法所得", {"confiscation"}),
        ("没收非法财物", {"confiscation"}),
        ("责令停产停业", {"suspension_of_business"}),
        ("暂扣或者吊销许可证、暂扣或者吊销执照", {"licence_suspension_or_revocation"}),
        ("行政拘留", {"administrative_detention"}),
        ("通报批评", {"public_criticism"}),
        ("暂扣许可证件", {"licence_suspension"}),
        ("降低资质等级", {"qualification_downgrade"}),
        ("吊销许可证件", {"licence_revocation"}),
        ("限制开展生产经营活动", {"business_restriction"}),
        ("责令关闭", {"closure"}),
        ("限制从业", {"employment_restriction"}),
        ("其他-限期拆除", {"other"}),
        ("其他：限期拆除", {"other"}),
        ("其他（限期拆除）", {"other"}),
    ],
)
def test_types_of_penalties(read, text, types):
    record = read(CF_CFLB1=text, CF_JG="不涉及金额")
    assert {kind.value for kind in record.penalty_types} == types
    assert record.procedure is (None if types in ({"warning"}, {"other"}) else Procedure.GENERAL)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("批评教育", "sheet.code-list"),
        ("警告、罚款", "sheet.code-list"),
        ("警告、通报批评", "sheet.code-list"),
        ("罚款、没收违法所得、没收非法财物", "sheet.code-list"),
        ("其他", "sheet.other-not-specified"),
        ("其他-", "sheet.other-not-specified"),
        ("其他行政处罚", "sheet.other-not-specified"),
        ("其他-警告", "sheet.other-not-specified"),
        ("其他-并处罚款", "sheet.other-not-specified"),
    ],
)
def test_what_is_no_type_of_penalty(read, text, code):
    assert read(CF_CFLB1=text) == [("CF_CFLB1", code)]
    assert read(CF_CFLB2=text) == [("CF_CFLB2", code)]


@pytest.mark.parametrize(
    "cells",
    [
        {"CF_CFLB1": "其他-不予行政处罚", "CF_JG": "不涉及金额"},
        {"CF_CFLB1": "其他-免予处罚", "CF_JG": "责令改正"},
        {"CF_CFLB1": "其他-责令改正", "CF_JG": "责令改正，不予行政处罚"},
        {"CF_CFLB1": "其他-责令改正", "CF_JG": "不 予处罚"},
        {"CF_CFLB1": "其他-首违不罚", "CF_JG": "教育"},
        {"CF_CFLB1": "其他-销案", "CF_JG": "违法事实不成立，销案"},
        {"CF_CFLB1": "其他-移送", "CF_JG": "移送司法机关"},
        {"CF_CFLB1": "罚款", "CF_JG": "不予行政处罚"},
        {"CF_CFLB1": "警告", "CF_CFLB2": "其他-不予处罚", "CF_JG": "警告"},
    ],
)
def test_a_decision_not_to_penalise_is_no_penalty(tmp_path, cells):
    sheet = read_sheet(write_csv(tmp_path, cells))
    (fault,) = sheet.faults
    assert (fault.column, fault.code, fault.clause) == ("CF_JG", "sheet.no-penalty", "M12(9)")
    assert sheet.rows == ()


@pytest.mark.parametrize(
    "cells",
    [
        {"CF_CFLB1": "其他-责令改正", "CF_JG": "责令改正"},
        {"CF_CFLB1": "其他-限期拆除", "CF_JG": "限期拆除，拒不履行的移送司法机关"},
        {"CF_CFLB1": "警告", "CF_JG": "警告；对乙事不予处罚"},
        {"CF_CFLB1": "罚款", "CF_JG": "罚款5000元；涉嫌犯罪部分移送司法机关"},
    ],
)
def test_a_penalty_beside_which_something_is_not_penalised_is_one(read, cells):
    assert read(**cells).kind.value == "penalty"


@pytest.mark.parametrize(
    ("first", "result", "types", "fine"),
    [
        ("警告", "警告", {"warning"}, Decimal(0)),
        ("警告", "警告，并处罚款5000元", {"warning", "fine"}, Decimal(5000)),
        ("警告", "警告，并处罚款若干", {"warning", "fine"}, None),
        ("警告", "警告，不予罚款", {"warning"}, Decimal(0)),
        ("没收违法所得", "没收违法所得，逾期每日加处罚款3%", {"confiscation"}, Decimal(0)),
        ("罚款", "罚款若干", {"fine"}, None),
    ],
)
def test_a_fine_in_the_text_is_among_the_types_and_where_there_is_none_it_is_nothing(read, first, result, types, fine):
    record = read(CF_CFLB1=first, CF_JG=result)
    assert {kind.value for kind in record.penalty_types} == types
    assert record_row(record)["fine_yuan"] == fine


@pytest.mark.parametrize(
    ("name", "general"),
    [
        ("样某甲", True),
        ("阿卜杜·某某", True),
        ("JOHN DOE", True),
        ("甲", False),
        ("样某小吃店", False),
        ("张三小吃", False),
        ("样某某（个体工商户）", False),
        ("虚构区某某烟酒经营部", False),
        ("张三商行", False),
    ],
)
def test_a_shop_under_its_owners_number_may_have_the_limits_of_an_organisation(read, name, general):
    fined = PERSON | {"CF_XDR_MC": name, "CF_JDRQ": "2022-03-05", "SJC": "2022-03-20"}
    for amount, beyond in ((200, False), (201, general), (3000, general), (3001, True)):
        record = read(**fined, CF_JG=f"罚款{amount}元")
        assert record.procedure is (Procedure.GENERAL if beyond else None), amount
        assert record.subject.is_natural_person is True


def test_both_types_count_once(read):
    assert read(CF_CFLB2="警告").penalty_types == (PenaltyType.FINE, PenaltyType.WARNING)
    assert read(CF_CFLB2="罚款").penalty_types == (PenaltyType.FINE,)


@pytest.mark.parametrize(
    ("column", "field", "meanings"),
    [
        ("CF_SXYZCD", "severity", {"": None, "0": None, "1": "general", "２": "rather_serious", "3": "serious"}),
        ("CF_SYFW", "sharing_class", {"": "public", "0": "public", "1": "government_shared", "2": "authorised_query"}),
    ],
)
def test_coded_columns(read, column, field, meanings):
    for code, meaning in meanings.items():
        value = getattr(read(**{column: code}), field)
        assert (value and value.value) == meaning
    assert read(**{column: "4"}) == [(column, "sheet.code-list")]


@pytest.mark.parametrize(
    ("code", "status"),
    [("0", "normal"), ("", "normal"), ("1", "revoked"), ("2", "under_objection"), ("3", "other")],
)
def test_status(tmp_path, code, status):
    sheet = read_sheet(write_csv(tmp_path, {"CF_ZT": code}))
    assert sheet.rows[0].status.value == status
    assert told(sheet.counts.statuses)[status] == 1


def test_region(read):
    assert read(DFBM="３２９９０２").producer.region == "329902"
    assert read(DFBM="32990A") == [("DFBM", "region.form")]


NUMBERS = {
    "CF_XDR_SHXYM": "913299011234567890",
    "CF_XDR_ZDM": "123456789",
    "CF_XDR_GSDJ": "3299010000017",
    "CF_XDR_SWDJ": "329901123456789",
    "CF_XDR_SFZ": "329901199003070012",
}


@pytest.mark.parametrize("column", NUMBERS)
def test_a_number_typed_as_a_figure_is_refused(read, read_cells, column):
    for figure in (int(NUMBERS[column]), float(NUMBERS[column])):
        assert read_cells(**{column: figure}) == [(column, "sheet.number-lost")]
    assert read_cells(**{column: date(2019, 3, 5)}) == [(column, "sheet.number-lost")]
    for text in ("3.29901E+17", "3.29901e+17", "3E+17", "３.2E+17"):
        assert read(**{column: text}) == [(column, "sheet.number-lost")]


@pytest.mark.parametrize(
    ("figure", "text"),
    [(20190001, "20190001"), (20190001.0, "20190001"), (1.5, "1.5"), (999999999999999, "999999999999999")],
)
def test_a_figure_in_a_text_column(read_cells, figure, text):
    assert read_cells(CF_WSH=figure).document_number == text


@pytest.mark.parametrize("figure", [10**15, -(10**15), 1e300])
def test_a_figure_too_long_to_be_kept(read_cells, figure):
    assert read_cells(CF_WSH=figure) == [("CF_WSH", "sheet.number-lost")]


def test_a_figure_that_is_none():
    with pytest.raises(InvalidInput):
        _figure(float("nan"))


@pytest.mark.parametrize(
    "text", ["91329901ma1abcd119", " 91329901 MA1ABCD11-9 ", "９１３２９９０１ＭＡ１ＡＢＣＤ１１９"]
)
def test_codes_as_people_type_them(read, text):
    assert read(CF_XDR_SHXYM=text).subject.credit_code.reveal() == "91329901MA1ABCD119"


def test_the_other_codes_of_an_organisation(read):
    record = read(CF_XDR_SHXYM="", CF_XDR_ZDM="MA1ABCD1-1", CF_XDR_GSDJ="3299010000017", CF_XDR_SWDJ="329901MA1ABCD11")
    assert record.subject.credit_code is None
    assert record.subject.organisation_code.reveal() == "MA1ABCD11"
    assert [(other.type, other.reveal()) for other in record.subject.other_ids] == [
        (IdType.BUSINESS_REGISTRATION, "3299010000017"),
        (IdType.TAX_REGISTRATION, "329901MA1ABCD11"),
    ]


@pytest.mark.parametrize("column", ["CF_XDR_SHXYM", "CF_XDR_ZDM", "CF_XDR_GSDJ", "CF_XDR_SWDJ"])
def test_any_code_of_an_organisation_makes_the_row_an_organisations(read, column):
    codes = {"CF_XDR_SHXYM": "91329901MA1ABCD119", "CF_XDR_ZDM": "MA1ABCD11", "CF_XDR_GSDJ": "3299010000017"}
    codes["CF_XDR_SWDJ"] = "329901MA1ABCD11"
    only = {"CF_XDR_SHXYM": "", column: codes[column], "CF_XDR_SFZ": PERSON["CF_XDR_SFZ"]}
    record = read(**only)
    assert (record.subject.type, record.subject.resident_id) == (None, None)
    # a fine of 200 is beyond the limit for a person on that day, not beyond that for an organisation
    assert read(**only, CF_JG="罚款200元").procedure is None
    assert read(**PERSON, CF_JG="罚款200元").procedure is Procedure.GENERAL


def test_a_sole_trader_is_measured_by_the_limit_for_organisations(read):
    trader = {"CF_XDR_SHXYM": "92329901MA0000154K"}
    assert read(**trader, CF_JG="罚款1000元").procedure is None
    assert read(**trader, CF_JG="罚款1001元").procedure is Procedure.GENERAL


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("329901199003070012", None),
        ("329901900307001", None),
        ("E00000001", IdType.PASSPORT),
        ("123456789", IdType.PASSPORT),
        ("810000199003070015", IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT),
    ],
)
def test_numbers_of_persons(read, number, kind):
    subject = read(**{**PERSON, "CF_XDR_SFZ": number}).subject
    if kind is None:
        assert subject.resident_id == ResidentId(number)
        assert subject.other_ids == ()
    else:
        assert subject.resident_id is None
        assert [(other.type, other.reveal()) for other in subject.other_ids] == [(kind, number)]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("32990119900307001", "identifier.length"),
        ("1234567890", "identifier.length"),
        ("329901199003070013", "identifier.check-digit"),
        ("810000199003070016", "identifier.region"),
        ("3299**********0012", "identifier.masked"),
        ("护照", "identifier.length"),
    ],
)
def test_what_is_no_number_of_a_person(read, number, code):
    assert read(**{**PERSON, "CF_XDR_SFZ": number}) == [("CF_XDR_SFZ", code)]


def test_who_it_is_about(read):
    assert read(CF_XDR_SHXYM="", CF_FR="") == [("CF_XDR_SHXYM", "sheet.subject-missing")]
    assert read(**{**PERSON, "CF_FR": "样某辰"}) == [("CF_FR", "sheet.subject-unclear")]
    assert read(CF_FR="") == [("CF_FR", "sheet.representative-missing")]
    # nothing is said about the whole while one of its codes cannot be read
    assert read(CF_XDR_SHXYM="1", CF_FR="") == [("CF_XDR_SHXYM", "identifier.length")]


@pytest.mark.parametrize(
    ("organ", "basis", "result", "procedure"),
    [
        ("虚构市公安局", "《产品质量法》", "罚款5000元", None),
        ("虚构市城管局", "《道路交通安全法》", "罚款5000元", None),
        ("虚构市城管局", "《产品质量法》", "罚款1001元", Procedure.GENERAL),
        ("虚构市城管局", "《产品质量法》", "罚款1000元", None),
        ("虚构市城管局", "《产品质量法》", "罚款", None),
    ],
)
def test_procedure(read, organ, basis, result, procedure):
    assert read(CF_XZJG=organ, CF_YJ=basis, CF_JG=result).procedure is procedure


@pytest.mark.parametrize(
    ("first", "result", "unread"),
    [("罚款", "见决定书", 1), ("警告", "罚款若干", 1), ("警告", "警告", 0), ("罚款", "罚款50元", 0)],
)
def test_fines_that_could_not_be_read_are_counted(tmp_path, first, result, unread):
    sheet = read_sheet(write_csv(tmp_path, {"CF_CFLB1": first, "CF_JG": result}))
    assert sheet.counts.fines_unread == unread


def test_cells_that_make_no_record(tmp_path, monkeypatch):
    def refusing(_cells, _row, **_options):
        return Subject()

    monkeypatch.setattr(reading, "penalty_of", refusing)
    (fault,) = read_sheet(write_csv(tmp_path, {})).faults
    assert (fault.row, fault.column, fault.code) == (2, None, "subject.empty")


def test_good_rows_go_on(tmp_path):
    text = csv_text({}, {"CF_JDRQ": "x", "DFBM": "x"}, PERSON)
    sheet = read_sheet(write_bytes(tmp_path, text.encode()))
    assert [row.number for row in sheet.rows] == [2, 4]
    assert {fault.row for fault in sheet.faults} == {3}
    assert (sheet.counts.rows_in, sheet.counts.rows_out, sheet.counts.rows_reported) == (3, 2, 1)
