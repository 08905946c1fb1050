"""Objections of any course: only steps of the articles, nothing stopped or deleted meanwhile, replay equals live."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factories import organisation
from jscredit.errors import Refused
from jscredit.objection import ObjectionCase, ObjectionGround
from jscredit.records import CreditFile, RecordStatus, Supplied
from jscredit.validity import validity_of
from objection_cases import events_on, new_case, received, refusals
from oracles.objection import STEPS, correction_due, review_due, verification_due

KINDS = sorted({event for _, event in STEPS})
FLAG_OFF = ("put_right", "kept", "appealed", "wrong_on_appeal", "appeal_settled", "at_law")


class Objections(RuleBasedStateMachine):
    """One objection beside the subject's file; the model holds the stage's name and the days of the events."""

    @initialize(ground=st.sampled_from(ObjectionGround), start=st.dates(date(2018, 6, 1), date(2026, 3, 1)))
    def begin(self, ground, start):
        self.case = new_case(ground)
        self.day, self.stage, self.days = start, "new", {}
        self.file, self.changes = None, 0
        if self.case.record is not None:
            supplied = Supplied(day=start, known_on=start, citation="M16", record=self.case.record)
            self.file = CreditFile(self.case.record.subject).apply(supplied)

    @rule(event=st.sampled_from(KINDS), gap=st.integers(0, 20))
    def step(self, event, gap):
        self.take(event, gap)

    def take(self, event, gap):
        on = self.day + timedelta(gap)
        cell = (self.stage, event)
        codes = refusals(self.case, events_on(on, self.case)[event])
        assert (codes == ["procedure.not-now"]) == (cell not in STEPS)
        if codes:
            return
        self.case = self.case.apply(events_on(on, self.case)[event])
        self.stage, self.day = STEPS[cell], on
        self.days[event] = on
        self.keep_file()

    @precondition(lambda self: self.stage in {stage for stage, _ in STEPS})
    @rule(pick=st.integers(0, 100), gap=st.integers(0, 12))
    def step_on(self, pick, gap):
        placed = sorted(event for stage, event in STEPS if stage == self.stage)
        self.take(placed[pick % len(placed)], gap)

    @precondition(lambda self: self.stage != "new")
    @rule(event=st.sampled_from(KINDS), gap=st.integers(1, 50))
    def step_back_in_time(self, event, gap):
        before = self.case
        with pytest.raises(Refused) as caught:
            self.case.apply(events_on(self.day - timedelta(gap), self.case)[event])
        assert caught.value.code in {"procedure.out-of-order", "procedure.not-now"}
        assert self.case is before

    @precondition(lambda self: self.stage == "new")
    @rule(bad=st.sampled_from([{"evidence": ()}, {"applicant": organisation(9)}]))
    def apply_in_vain(self, bad):
        with pytest.raises(Refused) as caught:
            self.case.apply(received(self.day, **({"applicant": self.case.subject} | bad)))
        assert caught.value.faults[0].clause == "M31"

    def keep_file(self):
        if self.file is not None:
            for change in self.case.changes[self.changes :]:
                self.file = self.file.apply(change)
        self.changes = len(self.case.changes)

    @property
    def state(self):
        (state,) = self.file.records
        return state

    @invariant()
    def stage_is_that_of_the_articles(self):
        assert self.case.stage.value == self.stage

    @invariant()
    def flag_stands_while_it_is_dealt_with(self):
        if self.file is not None:
            assert self.state.flagged == (self.stage != "new" and self.stage not in FLAG_OFF)

    @invariant()
    def publication_and_use_go_on_until_it_is_found_wrong_and_what_is_expired_stays_so(self):
        if self.file is None:
            return
        before, now = validity_of(self.case.record), validity_of(self.state.record)
        if self.stage in {"new", "under_review", "with_provider", "found_wrong", "found_right", "kept"}:
            assert self.state.status is RecordStatus.ACTIVE
            assert self.state.record == self.case.record
            assert now.may_restrain(self.day).verdict is before.may_restrain(self.day).verdict
            assert now.may_publish(self.day).verdict is before.may_publish(self.day).verdict
        last = now.last_day
        if last is not None and self.day > last:
            assert now.may_restrain(self.day).verdict == "no"
            assert now.may_publish(self.day).verdict == "no"

    @invariant()
    def original_is_never_deleted(self):
        if self.file is None or self.case.ground is ObjectionGround.FORBIDDEN_COLLECTION:
            return
        assert self.case.record in (self.state.record, *self.state.versions)

    @invariant()
    def due_days_are_those_of_the_articles(self):
        starts = {
            "finish the review": ("received", review_due),
            "finish the verification": ("transferred", verification_due),
            "correct, republish, and make it known where the old one was": ("found_wrong", correction_due),
        }
        for duty in self.case.duties(on=self.day):
            if duty.what.en in starts and duty.deadline is not None:
                event, wanted = starts[duty.what.en]
                assert duty.deadline.due == wanted(self.days[event])

    def teardown(self):
        if hasattr(self, "case"):
            assert ObjectionCase.from_storage_json(self.case.to_storage_json()) == self.case


TestObjections = Objections.TestCase
TestObjections.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
