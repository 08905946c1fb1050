"""What `tools/mutate.py` showed untested: arguments by name, both languages of each fault, the law of duties, pages."""

import dataclasses
import re
from datetime import date
from typing import ClassVar

import pytest
from pydantic import ValidationError

from jscredit.deadlines import WorkCalendar
from jscredit.errors import InvalidInput, Label, Refused, safe
from jscredit.law import M
from jscredit.procedure import (
    AfterPeriod,
    PeriodSince,
    Procedure,
    WithinPeriod,
    decision_faults,
    markdown,
    named,
    procedure_page,
)
from jscredit.rules import JIANGSU_2018, ON, Condition, Fact, Notice, Rule
from procedure_sample import (
    CLAUSE,
    REMARK_PERIOD,
    ROWS,
    SAMPLE,
    SHOWN_FOR,
    Asked,
    Granted,
    Remarked,
    SampleCase,
    SampleStage,
    Shown,
)
from whole_faults import is_said_in_both_languages, whole_faults

ASKED = Asked(on=date(2026, 2, 9), wish="一件")
SHOWN = Shown(on=date(2026, 2, 10))
SHOWN_CASE = SampleCase(number="1").apply(ASKED).apply(SHOWN)
# Closed on Tuesday 10 February 2026 too: from the 9th, three working days are the 11th, 12th and 13th.
CLOSED = type(JIANGSU_2018)(
    "own", date(2018, 1, 29), calendar=WorkCalendar().with_closures([date(2026, 2, 10)], source="暴雪")
)


@pytest.mark.parametrize("call", [SHOWN_CASE.duties, SHOWN_CASE.notices])
def test_the_day_asked_about_is_told_by_its_name(call):
    ((code, field, _),) = whole_faults(InvalidInput, call, on="2026-02-10")
    assert (code, field) == ("day.not-a-date", "on")


def test_faults_of_a_step_are_whole():
    early = Shown(on=date(2026, 2, 8))
    case = SampleCase(number="1").apply(ASKED)
    assert whole_faults(Refused, case.apply, early) == [("procedure.out-of-order", "on", "M35¶1")]
    assert whole_faults(Refused, case.apply, Granted(on=ASKED.on)) == [("procedure.not-now", None, "M35¶1")]


def test_faults_of_a_period_are_whole():
    open_term = [("procedure.term-open", None, "M35¶1")]
    too_early = [("procedure.too-early", "on", "M35¶1")]
    too_late = [("procedure.too-late", "on", "M35¶1")]
    assert whole_faults(Refused, SHOWN_CASE.apply, Remarked(on=SHOWN.on)) == open_term
    assert whole_faults(Refused, SHOWN_CASE.apply, Granted(on=SHOWN.on)) == too_early
    rows = (*ROWS[:2], ROWS[2]._replace(checks=(WithinPeriod(SHOWN_FOR, Label("另行提出", "make it elsewhere")),)))
    case = case_in(dataclasses.replace(SAMPLE, rows=rows)).apply(ASKED).apply(SHOWN)
    # 11, 12, 13, 14 (a working Saturday), and 24 after the festival.
    assert whole_faults(Refused, case.apply, Remarked(on=date(2026, 2, 25))) == too_late


def case_in(other):
    """A new case of the sample that follows another procedure."""

    class OtherCase(SampleCase):
        procedure: ClassVar[Procedure] = other

    return OtherCase(number="1")


def test_a_step_without_a_place_cites_the_step_that_can_come_and_names_all_of_them():
    case = case_in(dataclasses.replace(SAMPLE, citation=M.article(31)))
    (fault,) = refused(case, Granted(on=ASKED.on))
    assert (fault.clause, fault.cure) == ("M35¶1", Label("此时可以：提出", "what can come now: ask"))
    shown = case.apply(ASKED).apply(SHOWN)
    (fault,) = refused(shown, ASKED)
    assert fault.cure == Label("此时可以：提意见、同意", "what can come now: remark, grant")
    (fault,) = refused(shown.apply(Granted(on=date(2026, 2, 27))), ASKED)
    assert fault.clause == "M31"
    assert fault.cure == Label("此时可以：无（程序已终结）", "what can come now: nothing: the procedure has ended")


def refused(case, event):
    with pytest.raises(Refused) as caught:
        case.apply(event)
    return caught.value.faults


def test_a_fault_of_a_history_without_a_field_is_placed_at_its_event():
    with pytest.raises(ValidationError) as caught:
        SampleCase(number="1", events=(ASKED, ASKED))
    assert [(fault.code, fault.field) for fault in safe(caught.value).faults] == [("procedure.not-now", "events.1")]
    assert str(caught.value).splitlines()[1] == "events.1"


def test_a_check_is_called_with_the_case_before_the_event():
    seen = []

    def look(case, event):
        seen.append((case.stage, case.events, event))

    case_in(dataclasses.replace(SAMPLE, rows=(ROWS[0], ROWS[1]._replace(checks=(look,))))).apply(ASKED).apply(SHOWN)
    assert seen == [(SampleStage.ASKED, (ASKED,), SHOWN)]


def test_own_notices_are_asked_under_the_law_that_is_given():
    class NotedCase(SampleCase):
        def own_notices(self, regime):
            return (Notice(f"sample.{regime.id}", Label("注", "note")),)

    case = NotedCase(number="1")
    assert [notice.code for notice in case.notices(on=date(2021, 12, 31), regime=CLOSED)] == ["sample.own"]


def test_an_event_that_is_not_there_is_named():
    with pytest.raises(LookupError, match="Granted"):
        SHOWN_CASE.at(Granted)


def test_a_duty_cites_its_clause_and_counts_by_the_calendar_of_the_law():
    case = SampleCase(number="1").apply(ASKED)
    for law, due in ((JIANGSU_2018, date(2026, 2, 12)), (CLOSED, date(2026, 2, 13))):
        (duty,) = case.duties(on=ASKED.on, regime=law)
        assert (duty.deadline.due, duty.deadline.cite) == (due, CLAUSE)
    assert SHOWN_FOR.deadline(SHOWN_CASE, regime=JIANGSU_2018).cite == CLAUSE


def test_what_is_missing_is_asked_for_in_both_languages():
    since = Fact.day("since", Label("起始日", "its first day"))
    begun = Condition("begun", CLAUSE, Label("已开始", "begun"), since <= ON)
    decision = Rule("sample-rule", CLAUSE, Label("可以", "it may be"), (begun,)).decide({"since": None}, on=SHOWN.on)
    (fault,) = decision_faults(decision, "sample", {})
    assert is_said_in_both_languages(fault.message)
    year = named(decision, "calendar-2027")
    assert is_said_in_both_languages(year)
    assert "calendar-2027" in year.zh


def test_two_rows_of_a_cell_are_told_whole():
    twice = whole_faults(InvalidInput, dataclasses.replace, SAMPLE, rows=(*ROWS, ROWS[0]))
    assert twice == [("procedure.two-rows", "rows", None)]


def test_table_in_markdown_parts_its_head_and_joins_what_one_cell_holds():
    both = (AfterPeriod(SHOWN_FOR), WithinPeriod(PeriodSince(Shown, REMARK_PERIOD, CLAUSE), Label("改", "mend it")))
    rows = (*ROWS[:3], ROWS[3]._replace(checks=both))
    lines = markdown(dataclasses.replace(SAMPLE, rows=rows), "en").splitlines()
    assert lines[1] == "| --- | --- | --- | --- | --- | --- |"
    assert "| after 'show' and 5 working days more<br>within 'time for remarks' after 'show' |" in lines[5]
    assert "| 办公室：公示 (3个工作日, 第三十五条第一款) |" in markdown(SAMPLE, "zh").splitlines()[2]


def said_on_page(lang):
    """What the page says of itself, after the source that it names."""
    source = SAMPLE.citation.text(lang)
    paragraph = procedure_page(SAMPLE, lang).split("\n\n")[1]
    assert paragraph.startswith(source)
    return paragraph.removeprefix(source)


def test_page_says_in_its_own_language_what_it_is_made_from():
    zh, en = said_on_page("zh"), said_on_page("en")
    # Whole sentences, each in one language alone: nothing of the other, and no word of the code.
    assert re.fullmatch(r"。([\u4e00-\u9fff，]+。){2}", zh)
    assert re.fullmatch(r"(\. [A-Z][a-z ,]+){2}\.", en)
    assert "拒绝" in zh
    assert "refused" in en
    assert procedure_page(SAMPLE) == procedure_page(SAMPLE, "zh")
