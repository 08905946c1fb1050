"""The loop (J21): every cell, every refusal, what is due and late, and the counts of J27."""

import dataclasses
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import ValidationError

from factories import organisation
from jscredit.deadlines import WorkingDays
from jscredit.errors import Refused
from jscredit.law import Rank, ledger
from jscredit.listing import FEEDBACK_INTERVAL
from jscredit.measures import (
    ACTION_LIMIT,
    FEEDBACK_LIMIT,
    MEASURE_LOOP,
    PUSH_LIMIT,
    Acted,
    BodyCount,
    Declined,
    DeclineReason,
    FedBack,
    Initiated,
    LoopStage,
    LoopStatistics,
    MeasureCase,
    MeasureLoopCase,
    Memorandum,
    Pushed,
    Stopped,
    Tally,
    loop_statistics,
    outstanding,
)
from jscredit.procedure import DutyStatus, cells
from jscredit.records import Body, Level, RecordStatus, Role
from jscredit.rules import JIANGSU_2018, Setting, Source
from measure_cases import (
    CENTRE,
    EXIT,
    FINANCE,
    FISCAL,
    FROM,
    INITIATOR,
    LICENSING,
    PATHS,
    PROVINCIAL,
    STEPS,
    UNTIL,
    black,
    case_of,
    codes,
    loop_in,
    new_loop,
    refuses,
    serious_record,
    steps_on,
)
from oracles.working_days import walk

ON = date(2020, 4, 1)
AGENCY = Source("虚构规定", Rank.AGENCY_SETTING)
LIMITS = (PUSH_LIMIT, ACTION_LIMIT, FEEDBACK_LIMIT, FEEDBACK_INTERVAL)
LAW = JIANGSU_2018.with_settings(*(Setting(term, WorkingDays(5), AGENCY) for term in LIMITS))
DEPOSIT = "M26¶1:higher_deposit"


def kind_of(event):
    return event.__dataclass_fields__["type"].default


CELLS = [(stage, kind_of(event)) for stage, event in cells(MEASURE_LOOP)]


def test_table_is_that_of_the_articles():
    assert {(row.stage.value, kind_of(row.event)): row.next.value for row in MEASURE_LOOP.rows} == STEPS
    assert set(MEASURE_LOOP.stages) == set(LoopStage)


@pytest.mark.parametrize(("stage", "event"), CELLS, ids=lambda part: getattr(part, "value", part))
def test_each_cell_leads_on_or_is_refused(stage, event):
    case = loop_in(stage.value)
    assert case.stage is stage
    step = steps_on(ON, case)[event]
    if (stage.value, event) in STEPS:
        assert case.apply(step).stage.value == STEPS[stage.value, event]
    else:
        assert codes(case.apply, step) == ["procedure.not-now"]


def test_each_row_and_duty_cites_a_clause_of_the_ledger():
    clauses = {row.clause.ledger_id for row in MEASURE_LOOP.rows}
    clauses |= {duty.clause.ledger_id for row in MEASURE_LOOP.rows for duty in row.duties}
    assert clauses <= set(ledger())


# --- what is refused


def refused(stage, step, case=None):
    found = case or loop_in(stage)
    return codes(found.apply, dataclasses.replace(steps_on(ON, found)[step[0]], **step[1]))


NO_ROLE = Body(name="虚构市中心", level=Level.CITY)
NO_LEVEL = Body(name="虚构中心", roles=(Role.INFORMATION_ORGANISATION,))
ELSEWHERE = Body(name="邻省信用中心", level=Level.PROVINCE, region="330000", roles=(Role.INFORMATION_ORGANISATION,))


@pytest.mark.parametrize(
    ("stage", "step", "wanted"),
    [
        ("new", ("initiated", {"by": FINANCE}), ["measure-loop.initiator"]),
        ("new", ("initiated", {"to": FINANCE}), ["measure-loop.missing"]),
        ("new", ("initiated", {"to": Body(name="甲", roles=(Role.USER,))}), ["measure-loop.no-centre"]),
        ("initiated", ("pushed", {"by": INITIATOR}), ["measure-loop.missing"]),
        ("initiated", ("pushed", {"to": LICENSING}), ["measure-loop.another-body"]),
        ("pushed", ("acted", {"by": LICENSING}), ["measure-loop.another-body"]),
        ("pushed", ("acted", {"basis": None}), ["measure-loop.statutory-basis"]),
        ("pushed", ("declined", {"by": LICENSING}), ["measure-loop.another-body"]),
        ("pushed", ("declined", {"reason": DeclineReason.NOT_TAKEN_UP}), ["measure-loop.owed"]),
        ("acted", ("fed_back", {"by": LICENSING}), ["measure-loop.another-body"]),
        ("acted", ("fed_back", {"to": CENTRE}), ["measure-loop.feedback-elsewhere"]),
        ("acted", ("fed_back", {"to": NO_ROLE}), ["measure-loop.missing", "measure-loop.feedback-elsewhere"]),
        ("acted", ("fed_back", {"to": NO_LEVEL}), ["measure-loop.missing"]),
        ("acted", ("fed_back", {"to": ELSEWHERE}), ["measure-loop.feedback-elsewhere"]),
        ("acted", ("stopped", {"delisted_on": None}), ["measure-loop.still-runs"]),
    ],
)
def test_refusals(stage, step, wanted):
    assert refused(stage, step) == wanted


def test_the_provincial_centre_with_its_region_takes_feedback():
    own = dataclasses.replace(ELSEWHERE, name="虚构省信用中心", region="320000")
    assert refused("acted", ("fed_back", {"to": own})) == []


def test_only_what_is_on_the_list():
    assert codes(new_loop, "J11:another") == ["measures.not-on-list"]


def test_an_entry_not_in_force_starts_nothing():
    late = Initiated(on=date(2023, 3, 1), by=INITIATOR, to=CENTRE)
    assert codes(new_loop().apply, late) == ["measure-loop.entry-not-over"]
    without = new_loop(case=MeasureCase(subject=black().subject, record=serious_record()))
    assert "measure-loop.no-entry" in codes(without.apply, steps_on(ON, without)["initiated"])


def test_what_is_missing_is_asked_for():
    case = new_loop(EXIT)
    found = codes(case.apply, steps_on(ON, case)["initiated"])
    assert set(found) == {"measure-loop.missing"}
    assert new_loop(EXIT, case_of(facts=refuses())).apply(steps_on(ON, case)["initiated"]).stage is LoopStage.INITIATED


def test_nobody_acts_after_the_end():
    case = loop_in("pushed")
    assert codes(case.apply, steps_on(date(2023, 3, 1), case)["acted"]) == ["measure-loop.entry-not-over"]


def test_under_a_memorandum_it_goes_to_those_concerned():
    of_finance = Memorandum(name="虚构备忘录", departments=(FINANCE,))
    case = loop_in("initiated", case=new_loop(memorandum=of_finance))
    assert case.apply(Pushed(on=ON, by=INITIATOR, to=FINANCE)).stage is LoopStage.PUSHED
    assert case.apply(Pushed(on=ON, by=CENTRE, to=FINANCE)).stage is LoopStage.PUSHED
    other = Memorandum(name="虚构备忘录", departments=(LICENSING,))
    case = loop_in("initiated", case=new_loop(memorandum=other))
    assert codes(case.apply, Pushed(on=ON, by=CENTRE, to=FINANCE)) == ["measure-loop.not-concerned"]


def test_what_is_not_owed_may_be_declined():
    case = new_loop(DEPOSIT, kind=None, body=Body(name="虚构银行"))
    case = loop_in("pushed", case=case)
    declined = case.apply(Declined(on=ON, by=case.body, reason=DeclineReason.NOT_TAKEN_UP))
    assert declined.stage is LoopStage.DECLINED
    assert [one.code for one in case.notices(on=ON)] == ["measure-loop.not-owed"]
    assert [one.code for one in loop_in("pushed").notices(on=ON)] == []


def test_it_stops_with_the_record():
    case = loop_in("acted", case=new_loop(case=case_of(record=serious_record())))
    assert case.apply(Stopped(on=ON, record_status=RecordStatus.REPAIRED)).stage is LoopStage.STOPPED
    assert case.apply(Stopped(on=date(2023, 3, 2))).stage is LoopStage.STOPPED


# --- what is due


def duties(case, on, law=LAW):
    return [(one.what.en, one.status.value) for one in case.duties(on=on, regime=law)]


def test_duties_and_their_days():
    case = loop_in("pushed")
    due = walk(ON, 5)
    assert duties(case, due)[-1] == ("apply the measure", "open")
    assert duties(case, date(2020, 4, 30))[-1] == ("apply the measure", "overdue")
    (push, act) = case.duties(on=due, regime=LAW)
    assert (push.status, act.deadline.due) == (DutyStatus.MET, due)
    assert duties(case, due, JIANGSU_2018)[-1] == ("apply the measure", "undated")
    assert case.duties(on=due)[-1].missing == ("measure-action-limit",)


def test_an_encouraged_measure_is_no_duty():
    case = loop_in("pushed", case=new_loop(DEPOSIT, kind=None, body=Body(name="虚构银行")))
    assert duties(case, ON) == [("push the entry to the body that applies the measure", "met")]


def test_a_measure_that_no_longer_applies_has_to_be_stopped():
    case = loop_in("fed_back")
    assert "stop the measure" not in dict(duties(case, UNTIL))
    assert dict(duties(case, date(2023, 3, 1)))["stop the measure"] == "undated"
    assert "stop the measure" not in dict(duties(loop_in("stopped"), date(2023, 3, 1)))
    endless = loop_in("acted", case=new_loop(case=case_of(black(valid_until=date(2199, 12, 31)))))
    assert "stop the measure" not in dict(duties(endless, date(2030, 1, 1)))


def test_outstanding_on_a_day_the_overdue_first():
    late, fresh = loop_in("pushed"), loop_in("initiated", on=date(2020, 4, 29))
    found = outstanding([fresh, late], on=date(2020, 4, 30), regime=LAW)
    assert [(one.case.stage.value, one.duty.status.value) for one in found] == [
        ("pushed", "overdue"),
        ("initiated", "open"),
    ]
    assert "apply the measure 2020-04-09 [point 21] overdue" in found[0].explain("en")
    assert outstanding([fresh], on=date(2020, 4, 28), regime=LAW) == ()


def test_told_in_both_languages():
    case = loop_in("fed_back")
    assert case.explain("en").startswith("restricted fiscal projects (must): fed back [point 21]")
    assert len(case.explain("zh").split("\n")) == 5


# --- the counts (J27)


def test_the_counts_of_each_body():
    second = new_loop("J11:strict_licensing_review", number="L2", body=LICENSING)
    third = new_loop("J11:excluded_from_honours", number="L3")
    other = new_loop(number="L4", case=case_of(black(id="B2", subject=organisation(6))))
    cases = [
        loop_in("fed_back"),
        loop_in("declined", case=second),
        loop_in("acted", case=third),
        loop_in("stopped", case=other),
        new_loop(number="L5"),
    ]
    found = loop_statistics(cases, on=date(2020, 4, 2), regime=LAW)
    assert found.of(INITIATOR).determined == Tally(entries=2, measures=4)
    finance = found.of(FINANCE)
    assert (finance.pushed, finance.acted) == (Tally(entries=2, measures=3),) * 2
    assert (finance.fed_back, finance.stopped) == (Tally(entries=1, measures=1),) * 2
    assert found.of(LICENSING) == BodyCount(
        body=LICENSING, pushed=Tally(entries=1, measures=1), declined=Tally(entries=1, measures=1)
    )
    assert found.of(PROVINCIAL) == BodyCount(body=PROVINCIAL)


def test_late_is_counted_where_a_time_limit_is_set():
    cases = [loop_in("initiated"), loop_in("pushed", case=new_loop(number="L2"))]
    found = loop_statistics(cases, on=date(2020, 4, 30), regime=LAW)
    assert found.of(CENTRE).late == Tally(entries=1, measures=1)
    assert found.of(FINANCE).late == Tally(entries=1, measures=1)
    assert found.of(INITIATOR).late == Tally()
    unset = loop_statistics(cases, on=date(2020, 4, 30))
    assert [one.late for one in unset.bodies] == [Tally()] * len(unset.bodies)


def test_counted_as_it_stood_and_kept():
    cases = [loop_in("fed_back", on=date(2020, 5, 6))]
    assert loop_statistics(cases, on=date(2020, 5, 5)).bodies == ()
    found = loop_statistics(cases, on=date(2020, 5, 6))
    assert LoopStatistics.from_storage_json(found.to_storage_json()) == found
    assert "虚构市财政局: determined 0 (0), pushed 1 (1), acted on 1 (1)" in found.explain("en")
    assert "虚构市税务局: 认定并发起 1 (1)" in found.explain("zh")


# --- of any course


class Loops(RuleBasedStateMachine):
    """One measure by one body; the model holds the stage's name."""

    @initialize(start=st.dates(FROM, date(2022, 12, 1)), measure=st.sampled_from([FISCAL, DEPOSIT, EXIT]))
    def begin(self, start, measure):
        self.case = new_loop(measure, case_of(facts=refuses()))
        if measure == DEPOSIT:
            self.case = dataclasses.replace(self.case, kind=None, body=Body(name="虚构银行"))
        self.day, self.stage, self.acted = start, "new", None

    @rule(event=st.sampled_from(sorted({event for _, event in STEPS})), days=st.integers(0, 60))
    def step(self, event, days):
        self.take(event, days)

    @precondition(lambda self: self.stage in {stage for stage, _ in STEPS})
    @rule(pick=st.integers(0, 10), days=st.integers(0, 20))
    def step_on(self, pick, days):
        placed = sorted(event for stage, event in STEPS if stage == self.stage)
        self.take(placed[pick % len(placed)], days)

    def take(self, event, days):
        on = date.fromordinal(self.day.toordinal() + days)
        step = steps_on(on, self.case)[event]
        found = codes(self.case.apply, step)
        assert (found == ["procedure.not-now"]) == ((self.stage, event) not in STEPS)
        if (self.stage, event) in STEPS and event in {"initiated", "acted"}:
            # J20, M28: only while the entry is in force.
            may = FROM <= on <= UNTIL and not (event == "acted" and self.case.measure.id == DEPOSIT)
            assert bool(found) == (not may) or self.case.measure.id == DEPOSIT
        if not found:
            self.case, self.day, self.stage = self.case.apply(step), on, STEPS[self.stage, event]
            self.acted = on if event == "acted" else self.acted

    @precondition(lambda self: self.stage != "new")
    @rule(back=st.integers(1, 40))
    def step_back_in_time(self, back):
        before = date.fromordinal(self.day.toordinal() - back)
        for event in steps_on(before, self.case).values():
            with pytest.raises(Refused):
                self.case.apply(event)

    @invariant()
    def stage_is_that_of_the_articles(self):
        assert self.case.stage.value == self.stage

    @invariant()
    def nobody_acted_outside_the_entry(self):
        if self.acted is not None:
            assert FROM <= self.acted <= UNTIL

    @invariant()
    def it_changes_no_file(self):
        assert self.case.changes == ()

    @invariant()
    def only_what_the_text_says_must_be_is_a_duty(self):
        what = {one.what.en for one in self.case.duties(on=self.day)}
        assert ("apply the measure" in what) <= self.case.measure.force.is_owed

    def teardown(self):
        if hasattr(self, "case"):
            again = MeasureLoopCase.from_storage_json(self.case.to_storage_json())
            assert again == self.case
            assert again.stage is self.case.stage


TestLoops = Loops.TestCase
TestLoops.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


def test_a_history_that_the_procedure_refuses_does_not_load():
    with pytest.raises(ValidationError):
        dataclasses.replace(new_loop(), events=(Acted(on=ON, by=FINANCE),))


def test_every_path_ends_where_it_says():
    assert {stage: loop_in(stage).stage.value for stage in PATHS} == {stage: stage for stage in PATHS}
    assert {kind_of(event) for event in (Initiated, Pushed, Acted, Declined, FedBack, Stopped)} == {
        event for _, event in STEPS
    }
