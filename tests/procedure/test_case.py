"""A case: events in, a new case or a refusal; replayed, copied and stored, it stays the same."""

import copy
import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from jscredit.deadlines import WorkingDays
from jscredit.errors import InvalidInput, Refused, safe
from jscredit.law import Rank
from jscredit.records import Repaired
from jscredit.rules import JIANGSU_2018, Setting, Source
from procedure_sample import REMARK_PERIOD, Asked, Granted, Remarked, SampleCase, SampleStage, Shown

AGENCY = JIANGSU_2018.with_settings(Setting(REMARK_PERIOD, WorkingDays(2), Source("本局规定", Rank.AGENCY_SETTING)))


def asked(day=9, **changes):
    return Asked(on=date(2026, 2, day), **({"wish": "一件"} | changes))


def case_of(*events, regime=JIANGSU_2018):
    case = SampleCase(number="1")
    for event in events:
        case = case.apply(event, regime=regime)
    return case


def shown_case():
    return case_of(asked(), Shown(on=date(2026, 2, 10)))


def refused(case, event, **options):
    with pytest.raises(Refused) as caught:
        case.apply(event, **options)
    return caught.value


def test_new_case_stands_in_the_first_stage():
    case = SampleCase(number="1")
    assert (case.stage, case.possible, case.changes, case.last(Asked)) == (SampleStage.NEW, (Asked,), (), None)


def test_events_lead_on_and_leave_the_earlier_case_as_it_was():
    first = case_of(asked())
    second = first.apply(Shown(on=date(2026, 2, 10)))
    assert (first.stage, second.stage) == (SampleStage.ASKED, SampleStage.SHOWN)
    assert second.possible == (Remarked, Granted)
    assert second.last(Asked) == asked()


def test_event_without_a_place_is_refused_with_what_can_come():
    error = refused(case_of(asked()), Granted(on=date(2026, 2, 10)))
    assert (error.code, error.stage, error.event) == ("procedure.not-now", "asked", "Granted")
    assert error.faults[0].clause == "M35¶1"
    assert error.text("en") == (
        "[procedure.not-now] in the stage 'asked' there is no place for 'grant' (M35¶1); what can come now: show"
    )
    assert "在“已提出”阶段不能“同意”" in error.text("zh")


def test_ended_case_takes_nothing_more():
    ended = shown_case().apply(Granted(on=date(2026, 2, 27)))
    error = refused(ended, Remarked(on=date(2026, 2, 27)))
    assert "nothing: the procedure has ended" in error.text("en")
    assert "程序已终结" in error.text("zh")
    assert error.faults[0].clause == "M35¶1"


def test_days_go_forward_only():
    error = refused(case_of(asked(9)), Shown(on=date(2026, 2, 8)))
    assert (error.code, error.faults[0].field, error.faults[0].clause) == ("procedure.out-of-order", "on", "M35¶1")
    assert case_of(asked(9), Shown(on=date(2026, 2, 9))).stage is SampleStage.SHOWN


def test_day_before_the_law_is_in_force_is_refused():
    error = refused(SampleCase(number="1"), Asked(on=date(2018, 1, 28), wish="一件"))
    assert error.code == "regime.not-in-force"
    assert case_of(Asked(on=date(2018, 1, 29), wish="一件")).stage is SampleStage.ASKED


def test_all_that_checks_find_is_told():
    assert [fault.code for fault in refused(SampleCase(number="1"), asked(wish="全部")).faults] == ["sample.immodest"]
    assert [fault.code for fault in refused(SampleCase(number="1"), asked(wish="坏")).faults] == [
        "sample.first",
        "sample.second",
    ]


@pytest.mark.parametrize("what", [None, "asked", {"type": "asked"}, date(2026, 2, 9)])
def test_what_is_no_event_is_invalid(what):
    with pytest.raises(InvalidInput) as caught:
        SampleCase(number="1").apply(what)
    assert caught.value.code == "event.type"


def test_effects_are_the_only_product():
    ended = shown_case().apply(Granted(on=date(2026, 2, 27)))
    day = date(2026, 2, 27)
    assert ended.changes == (Repaired(day=day, known_on=day, citation="M35¶2", case="1", record_id="R1"),)
    assert shown_case().changes == ()


def test_law_of_a_step_reaches_the_checks_and_no_further():
    remark = Remarked(on=date(2026, 2, 12))
    assert refused(shown_case(), remark).code == "procedure.term-open"
    taken = shown_case().apply(remark, regime=AGENCY)
    assert taken.stage is SampleStage.SHOWN
    assert taken.regime is JIANGSU_2018


def test_replay_gives_the_same_case():
    live = shown_case().apply(Granted(on=date(2026, 2, 27)))
    assert SampleCase(number="1", events=live.events) == live
    assert SampleCase.from_storage_json(live.to_storage_json()) == live


def test_replay_judges_under_the_law_that_is_given():
    stored = shown_case().apply(Remarked(on=date(2026, 2, 12)), regime=AGENCY)
    text = stored.to_storage_json()
    assert SampleCase.from_storage_json(text, regime=AGENCY) == stored
    with pytest.raises(InvalidInput) as caught:
        SampleCase.from_storage_json(text)
    assert (caught.value.code, caught.value.faults[0].field) == ("procedure.term-open", "events.2")


def test_history_that_is_refused_is_no_case():
    with pytest.raises(ValidationError) as caught:
        SampleCase(number="1", events=(asked(9), Shown(on=date(2026, 2, 8))))
    assert [(fault.code, fault.field) for fault in safe(caught.value).faults] == [
        ("procedure.out-of-order", "events.1.on")
    ]


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda case: pickle.loads(pickle.dumps(case))])  # noqa: S301
def test_copies_are_equal_and_go_on(twin):
    copied = twin(shown_case().apply(Remarked(on=date(2026, 2, 12)), regime=AGENCY))
    assert copied == shown_case().apply(Remarked(on=date(2026, 2, 12)), regime=AGENCY)
    assert copied.stage is SampleStage.SHOWN
    assert copied.apply(Granted(on=date(2026, 2, 27))).stage is SampleStage.DONE
