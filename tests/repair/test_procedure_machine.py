"""Repairs of any course: only steps of the article in their time, the original kept, replay equals live."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jscredit.records import RecordStatus
from jscredit.repair import RepairCase
from jscredit.validity import validity_of
from oracles.repair_procedure import STEPS, last_day_of_publication, timely
from repair_procedure_cases import FAILURE, OFFICE, applied, events_on, evidence, file_of, new_case, refusals

KINDS = sorted({event for _, event in STEPS})
BAD = ({"written": False}, {"addressee": OFFICE}, {"evidence": evidence(commitment_not_to_fail_again=False)})


class Repairs(RuleBasedStateMachine):
    """One repair beside the subject's file; the model holds the stage's name and the day of publication."""

    @initialize(start=st.dates(date(2025, 12, 3), date(2026, 6, 1)))
    def begin(self, start):
        self.case, self.file, self.entered = new_case(), file_of(FAILURE), 0
        self.day, self.stage, self.published_on = start, "new", None

    def expected(self, event, on):
        if (self.stage, event) not in STEPS:
            return ["procedure.not-now"]
        if timely(event, on, self.published_on):
            return []
        return ["procedure.too-early" if event == "reported" else "procedure.too-late"]

    @rule(event=st.sampled_from(KINDS), gap=st.integers(0, 12))
    def step(self, event, gap):
        self.take(event, gap)

    def take(self, event, gap):
        on = self.day + timedelta(gap)
        step = events_on(on)[event]
        assert refusals(self.case, step) == self.expected(event, on)
        if self.expected(event, on):
            return
        self.case, self.day, self.stage = self.case.apply(step), on, STEPS[self.stage, event]
        self.published_on = on if event == "published" else self.published_on
        for change in self.case.changes[self.entered :]:
            self.file = self.file.apply(change)
        self.entered = len(self.case.changes)

    @precondition(lambda self: self.stage in {stage for stage, _ in STEPS})
    @rule(pick=st.integers(0, 100), gap=st.integers(0, 12))
    def step_on(self, pick, gap):
        placed = sorted(event for stage, event in STEPS if stage == self.stage)
        self.take(placed[pick % len(placed)], gap)

    @precondition(lambda self: self.stage != "new")
    @rule(event=st.sampled_from(KINDS), gap=st.integers(1, 50))
    def step_back_in_time(self, event, gap):
        (code,) = refusals(self.case, events_on(self.day - timedelta(gap))[event])
        assert code == ("procedure.out-of-order" if (self.stage, event) in STEPS else "procedure.not-now")

    @precondition(lambda self: self.stage == "new")
    @rule(bad=st.sampled_from(BAD))
    def apply_in_vain(self, bad):
        assert refusals(self.case, applied(self.day, **bad)) != []

    @invariant()
    def stage_is_that_of_the_article(self):
        assert self.case.stage.value == self.stage

    @invariant()
    def record_counts_until_the_repair_is_adopted_and_is_never_deleted(self):
        (state,) = self.file.records
        assert state.record == FAILURE
        assert state.status is (RecordStatus.REPAIRED if self.stage == "adopted" else RecordStatus.ACTIVE)
        assert self.file.entries == ()

    @invariant()
    def nothing_expired_restrains_or_is_published(self):
        found = validity_of(FAILURE)
        later = max(self.day, found.last_day + timedelta(1))
        assert {found.may_restrain(later).verdict, found.may_publish(later).verdict} == {"no"}

    @invariant()
    def nothing_is_reported_before_five_full_days(self):
        reported = next((event for event in self.case.events if event.type == "reported"), None)
        if reported is not None:
            assert reported.on > last_day_of_publication(self.published_on)

    def teardown(self):
        if hasattr(self, "case"):
            assert RepairCase.from_storage_json(self.case.to_storage_json()) == self.case


TestRepairs = Repairs.TestCase
TestRepairs.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
