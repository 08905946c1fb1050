"""Red and black listings of a few subjects, in any order: what holds after every step."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factories import organisation, person
from jscredit.errors import Refused
from jscredit.listing import (
    BlackListDetermined,
    CrossChecked,
    ErrorReported,
    Exited,
    ListingStage,
    ListSnapshot,
    ObjectionRaised,
    PriorNoticeGiven,
    RedListDetermined,
    check_black_lists,
    entry_in_force,
    key_monitoring,
    list_publication,
)
from jscredit.records import CreditFile, DelistingGround, Listed, ListSide
from listing_cases import DAY, LAW, events_on, new_black, new_red

SUBJECTS = (organisation(1), person(1))
LAST = date(2026, 11, 30)
SPAN = timedelta(60)
KINDS = sorted(
    {kind for case in (new_red(), new_black()) for kind in events_on(DAY, case)}, key=lambda kind: kind.__name__
)
MOST_CASES = 6
USUAL = {
    (ListSide.RED, ListingStage.OPENED): "PreliminaryListed",
    (ListSide.RED, ListingStage.PRELIMINARY): "CrossChecked",
    (ListSide.RED, ListingStage.SCREENED): "ListPublished",
    (ListSide.RED, ListingStage.PUBLISHED): "RedListDetermined",
    (ListSide.BLACK, ListingStage.OPENED): "PreliminaryListed",
    (ListSide.BLACK, ListingStage.PRELIMINARY): "PriorNoticeGiven",
    (ListSide.BLACK, ListingStage.NOTIFIED): "BlackListDetermined",
}


class Lists(RuleBasedStateMachine):
    """A little province: its credit files are all the lists that there are."""

    @initialize()
    def begin(self):
        self.day = DAY
        self.files = {subject: CreditFile(subject) for subject in SUBJECTS}
        self.cases = []
        self.refused = []

    def lists(self, side):
        """Every list of a side, as it stands today."""
        held = [state for file in self.files.values() for state in file.entries if state.entry.side is side]
        return (ListSnapshot(name=f"{side.label.zh}总表", side=side, day=self.day, entries=tuple(held)),)

    @precondition(lambda self: len(self.cases) < MOST_CASES)
    @rule(side=st.sampled_from(ListSide), subject=st.sampled_from(SUBJECTS), steps=st.integers(0, 6))
    def open_case(self, side, subject, steps):
        number = f"{side.value}{len(self.cases)}"
        make = new_red if side is ListSide.RED else new_black
        self.cases.append(make(number=number, entry_id=number, subject=subject))
        self.lead(len(self.cases) - 1, steps)

    @rule(days=st.sampled_from((1, 7, 30)))
    def wait(self, days):
        self.day = min(self.day + timedelta(days), LAST)

    @precondition(lambda self: self.cases)
    @rule(case=st.integers(0, MOST_CASES - 1), steps=st.integers(1, 6))
    def go_on(self, case, steps):
        self.lead(case % len(self.cases), steps)

    @precondition(lambda self: self.cases)
    @rule(case=st.integers(0, MOST_CASES - 1), step=st.integers(0, 20))
    def possible_step(self, case, step):
        place = case % len(self.cases)
        if possible := self.cases[place].possible:
            self.take(place, possible[step % len(possible)].__name__)

    @precondition(lambda self: self.cases)
    @rule(case=st.integers(0, MOST_CASES - 1), kind=st.sampled_from(KINDS))
    def any_step(self, case, kind):
        self.take(case % len(self.cases), kind.__name__)

    def lead(self, place, steps):
        """The next steps of the usual way to the determination, a published list left published for a fortnight."""
        for _ in range(steps):
            stage = self.cases[place].stage
            if name := USUAL.get((self.cases[place].side, stage)):
                if stage is ListingStage.PUBLISHED:
                    self.wait(14)
                self.take(place, name)

    def event(self, case, name):
        if name in {"RedListDetermined", "BlackListDetermined"}:
            until, file = self.day + SPAN, self.files[case.subject]
            if case.side is ListSide.RED:
                black = self.lists(ListSide.BLACK)
                return case.determined_on(self.day, black=black, valid_until=until, file=file)
            return case.determined_on(self.day, red=self.lists(ListSide.RED), valid_until=until, file=file)
        if name == "CrossChecked":
            check = check_black_lists(case.subject, black=self.lists(ListSide.BLACK), on=self.day)
            return CrossChecked(on=self.day, check=check)
        return next(event for kind, event in events_on(self.day, case).items() if kind.__name__ == name)

    def take(self, place, name):
        case = self.cases[place]
        event = self.event(case, name)
        before, in_force = case.entry_state, self.in_force(case)
        try:
            after = case.apply(event, regime=LAW)
        except Refused as refusal:
            self.refused += refusal.faults
            return
        if isinstance(event, ObjectionRaised | ErrorReported):
            assert after.entry_state == before
            assert self.in_force(after) == in_force
        for change in after.changes[len(case.changes) :]:
            self.files[case.subject] = self.files[case.subject].apply(change)
        self.cases[place] = after
        if isinstance(event, BlackListDetermined):
            self.close_red_cases(event)

    def close_red_cases(self, determination):
        """The bodies of the red lists take note of the removal orders."""
        for order in determination.check.orders:
            for place, case in enumerate(self.cases):
                if case.entry_id == order.entry.id:
                    end = Exited(on=self.day, ground=DelistingGround.RED_ENTRY_DELETED, order=order)
                    self.cases[place] = case.apply(end, regime=LAW)

    def in_force(self, case):
        state = case.entry_state
        return state and entry_in_force(state, on=self.day).verdict

    @invariant()
    def nobody_is_on_a_red_and_a_black_list(self):
        for file in getattr(self, "files", {}).values():
            sides = {state.entry.side for state in file.entries if entry_in_force(state, on=self.day).verdict != "no"}
            assert len(sides) < 2

    @invariant()
    def nobody_is_black_listed_without_prior_notice(self):
        for case in getattr(self, "cases", ()):
            if case.last(BlackListDetermined):
                kinds = [type(event) for event in case.events]
                assert PriorNoticeGiven in kinds[: kinds.index(BlackListDetermined)]

    @invariant()
    def a_red_determination_rests_on_a_check_of_its_day_that_finds_nothing(self):
        for case in getattr(self, "cases", ()):
            if found := case.last(RedListDetermined):
                assert found.check.on == found.on
                assert found.check.found == ()

    @invariant()
    def file_and_case_agree(self):
        for case in getattr(self, "cases", ()):
            if case.entry is not None:
                states = [state for state in self.files[case.subject].entries if state.entry.id == case.entry_id]
                assert states == [case.entry_state]

    @invariant()
    def what_ended_is_neither_published_nor_restraining(self):
        for case in getattr(self, "cases", ()):
            if case.end is not None:
                assert entry_in_force(case.entry_state, on=self.day).verdict == "no"
                assert list_publication(case.entry_state, on=self.day).channels == ()
                is_wrong = case.stage is ListingStage.WITHDRAWN
                monitored = key_monitoring(case.entry_state, on=self.day).verdict == "yes"
                assert monitored is (case.side is ListSide.BLACK and not is_wrong)

    @invariant()
    def every_refusal_names_its_clause_and_cure(self):
        for fault in getattr(self, "refused", ()):
            assert fault.clause
            assert fault.cure.zh
            assert fault.cure.en

    @invariant()
    def replay_equals_live(self):
        for case in getattr(self, "cases", ())[-1:]:
            again = type(case).from_storage_json(case.to_storage_json(), regime=LAW)
            assert (again, again.stage, again.changes) == (case, case.stage, case.changes)

    @invariant()
    def every_listing_came_from_a_case(self):
        for file in getattr(self, "files", {}).values():
            listed = {change.entry.id for change in file.changes if isinstance(change, Listed)}
            assert listed <= {case.entry_id for case in self.cases}


Lists.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestLists = Lists.TestCase
