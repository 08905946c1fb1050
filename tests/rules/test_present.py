import datetime as dt

from jscredit import __version__
from jscredit.deadlines import WorkingDays, Years
from jscredit.errors import Label
from jscredit.law import M
from jscredit.rules import JIANGSU_2018, ON, Condition, Fact, Rule
from oracles.little import GRADE, LATE, LENGTH, PAID, START, WAY, Grade, day, label, rule_of, setting

ROW = {"paid": True, "start_on": day("2019-01-01"), "late": None, "grade": None}
RULE = rule_of(paid=PAID, in_time=(ON > START) & (ON <= START + LENGTH))


def lines(decision, lang):
    return decision.explain(lang).splitlines()


def test_a_yes_in_english():
    assert lines(RULE.decide(ROW, on=day("2019-06-01")), "en") == [
        "little",
        "day asked about: 2019-06-01",
        "answer: yes",
        "first day answered yes: 2019-06-01",
        "last day of that run: 2020-01-01",
        f"clauses: {M.article(34).en}",
        f"basis: jiangsu-2018-23 · {JIANGSU_2018.calendar.edition} · jscredit {__version__}",
    ]


def test_a_no_in_chinese():
    assert lines(RULE.decide(ROW | {"paid": False}, on=day("2019-01-01")), "zh") == [
        "中little",
        "所问之日：2019-01-01",
        "结论：否",
        "最早可为“是”之日：没有这样的日期",
        "不符合：中paid [第三十四条]",
        "不符合：中in-time [第三十四条]；自2019-01-02起符合",
        f"依据：{M.article(34).zh}",
        f"依据版本：jiangsu-2018-23 · {JIANGSU_2018.calendar.edition} · jscredit {__version__}",
    ]


def test_chinese_is_the_default():
    decision = RULE.decide(ROW, on=day("2019-06-01"))
    assert decision.explain() == decision.explain("zh")


def test_an_undetermined_answer_says_what_is_missing_and_from_when_it_may_be_a_yes():
    decision = RULE.decide(ROW | {"paid": None}, on=day("2018-06-01"))
    assert "first day answered yes: depends on what is missing; not before 2019-01-02" in lines(decision, "en")
    decision = RULE.decide(ROW | {"paid": None}, on=day("2019-06-01"))
    assert "missing: paid (paid)" in lines(decision, "en")
    assert "缺少：中paid (paid)" in lines(decision, "zh")
    late = rule_of(START + WorkingDays(10) < ON).decide({"start_on": day("2026-12-18")}, on=day("2027-01-20"))
    assert "missing: calendar-2027" in lines(late, "en")


def test_an_open_run():
    assert "last day of that run: open" in lines(rule_of(PAID).decide(ROW, on=day("2019-06-01")), "en")


def test_readings_settings_and_notices():
    rule = rule_of(WAY.pick(one=ON <= START + LENGTH, so_far=PAID))
    regime = JIANGSU_2018.with_settings(setting(LENGTH, Years(2), source="a norm"))
    found = lines(rule.decide(ROW, on=day("2022-06-01"), regime=regime), "en")
    assert "readings taken: way: one" in found
    assert "settings applied: length: by a norm (law)" in found
    assert [line for line in found if line.startswith("notices: way can be read in more than one way")]
    assert [line for line in found if line.startswith("notices: other norms are in force")]
    assert "采用的读法：中way：中one" in lines(rule.decide(ROW, on=day("2022-06-01"), regime=regime), "zh")


def test_both_languages_have_the_same_lines():
    for on in ("2018-06-01", "2019-06-01", "2026-06-01"):
        for row in (ROW, ROW | {"paid": None}, ROW | {"paid": False}):
            decision = RULE.decide(row, on=day(on))
            assert len(lines(decision, "zh")) == len(lines(decision, "en"))


def test_html_is_escaped():
    mark = Label("<b>中&", "<script>alert('x')</script>")
    fact = Fact.flag("mark", mark)
    rule = Rule("html", M.article(1), mark, (Condition("c", M.article(1), mark, fact),))
    regime = JIANGSU_2018.with_settings()
    for answer in (True, False, None):
        html = rule.decide({"mark": answer}, on=dt.date(2019, 1, 1), regime=regime)._repr_html_()
        assert "<script>" not in html
        assert "<b>" not in html
        assert "&lt;script&gt;" in html
        assert html.startswith("<table><caption>")
        assert html.count("<tr>") == html.count("</tr>") >= 4


def test_a_term_that_is_missing_is_named_by_its_label():
    from oracles.little import OPEN

    decision = rule_of((ON <= START + OPEN) & (LATE | (GRADE == Grade.LOW))).decide(ROW, on=day("2021-06-01"))
    found = lines(decision, "en")
    assert [line for line in found if line.startswith("missing")] == [
        "missing: grade (grade)",
        "missing: late (late)",
        "missing: open (open-term)",
    ]
    assert label("open").zh + " (open-term)" in decision.explain()
