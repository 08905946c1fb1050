"""What follows for bodies with failure records, the authority's table, waivers, the time to rectify (G2.5, G2.6)."""

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factories import judgement
from government_cases import AUTHORITY, DAY, FINE, NO, ON, YES
from jscredit.deadlines import WorkingDays
from jscredit.errors import Refused
from jscredit.government import (
    GRADED,
    GRADING_FACTS,
    HONOURS_OF,
    INTEGRITY_NUMBERS,
    RECTIFICATION_PERIOD,
    Consequence,
    FailureEffect,
    GovernmentParty,
    MitigationDecision,
    MitigationEffort,
    MitigationGround,
    SocialEffect,
    admit_mitigation,
    consequences_of,
    failure_counts,
    integrity_incentive,
    integrity_priority,
    mitigation_of,
    rectification_deadline,
)
from jscredit.law import Rank
from jscredit.rules import JIANGSU_2018, Setting, Source

BY_PRINCIPAL = FailureEffect(caused_by_principal=YES)
NOT_BY_PRINCIPAL = FailureEffect(caused_by_principal=NO)
C = Consequence


def asked(**changes):
    parts = {"party": GovernmentParty.DEPARTMENT, "in_failure_record": True, "effect": BY_PRINCIPAL, "on": ON}
    return consequences_of(FINE, **(parts | changes))


def test_all_five_follow_for_a_department_whose_principal_caused_it():
    told = asked()
    assert told.taken == tuple(Consequence)
    assert not told.graded
    assert told.missing == ()


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"effect": NOT_BY_PRINCIPAL}, {C.PRINCIPAL_HELD_RESPONSIBLE}),
        ({"party": GovernmentParty.GOVERNMENT}, {C.HONOURS_ELIGIBILITY_CANCELLED}),
        ({"party": GovernmentParty.CIVIL_SERVANT}, set(C)),
        ({"in_failure_record": False}, set(C)),
        ({"on": DAY - timedelta(1)}, set(C)),
        ({"on": date(2021, 3, 6)}, set(C)),  # a general failure counts for one year (M30)
        ({"on": date(2021, 3, 5)}, set()),
    ],
)
def test_which_do_not_follow(changes, wanted):
    assert set(C) - set(asked(**changes).taken) == wanted
    assert asked(**changes).missing == ()


def test_what_is_not_known_stays_open():
    told = asked(in_failure_record=None, effect=FailureEffect())
    assert told.taken == ()
    assert told.missing == ("in_failure_record", "caused_by_principal")


def test_a_table_grades_by_damage_and_effect():
    damage, effect, _ = GRADING_FACTS
    table = (
        Setting(GRADED[C.PUBLIC_CRITICISM], value=False, source=AUTHORITY, when=damage < 10_000),
        Setting(
            GRADED[C.HONOURS_ELIGIBILITY_CANCELLED], value=False, source=AUTHORITY, when=effect == SocialEffect.SLIGHT
        ),
    )
    law = JIANGSU_2018.with_settings(*table)
    slight = dataclasses.replace(BY_PRINCIPAL, damage_yuan=Decimal("9999.99"), social_effect=SocialEffect.SLIGHT)
    grave = dataclasses.replace(BY_PRINCIPAL, damage_yuan=Decimal(10_000), social_effect=SocialEffect.GRAVE)
    told = asked(effect=slight, regime=law)
    assert told.graded
    assert set(C) - set(told.taken) == {C.PUBLIC_CRITICISM, C.HONOURS_ELIGIBILITY_CANCELLED}
    assert asked(effect=grave, regime=law).taken == tuple(C)
    assert asked(regime=law).missing == ("social_effect", "damage_yuan")
    assert "虚财债〔2019〕1号" in told.explain()


def test_a_waiver_takes_effect_on_its_day_and_for_what_it_names():
    waiver = MitigationDecision(by="虚构市政府", on=ON, waived=(C.PUBLIC_CRITICISM,), reasons=("已挽回损失",))
    assert set(asked(waiver=waiver).taken) == set(C) - {C.PUBLIC_CRITICISM}
    assert asked(waiver=waiver, on=ON - timedelta(1)).taken == tuple(C)


def test_the_time_to_rectify_is_an_open_term():
    law = JIANGSU_2018.with_settings(
        Setting(RECTIFICATION_PERIOD, WorkingDays(10), Source("虚构市规定", Rank.AGENCY_SETTING))
    )
    assert rectification_deadline(ON) is None
    assert rectification_deadline(None, regime=law) is None
    # 10 working days from Monday 1 June 2020, which is not counted: Monday 15 June.
    assert asked(ordered_on=ON, regime=law).rectify_by.due == date(2020, 6, 15)
    assert rectification_deadline(ON, regime=law).cite.ledger_id == "G2.5"


def test_readings_are_told_where_they_matter():
    told = asked(party=GovernmentParty.GOVERNMENT)
    honours = told.owed[C.HONOURS_ELIGIBILITY_CANCELLED]
    assert honours.verdict == "no"
    assert honours.verdict_under(HONOURS_OF, "governments-too") == "yes"
    assert honours.notices
    expired = failure_counts(FINE, in_failure_record=True, on=date(2022, 1, 4))
    assert expired.verdict == "no"
    assert expired.verdict_under(INTEGRITY_NUMBERS, "none-until-own-rules") == "yes"


def an_effort(**changes):
    parts = {
        "ground": MitigationGround.LOSS_RECOVERED,
        "brought_about": YES,
        "brought_about_on": date(2020, 4, 1),
        "own_initiative": YES,
    }
    return MitigationEffort(**(parts | changes))


WAIVED = MitigationDecision(by="虚构市政府", on=ON, waived=tuple(C), reasons=("已挽回损失",))


def test_a_person_may_waive_where_there_is_a_ground():
    possible = mitigation_of((an_effort(),), failed_on=DAY, on=ON)
    assert admit_mitigation(WAIVED, possible) is WAIVED
    assert possible.missing == ()
    assert asked(waiver=WAIVED).taken == ()


@pytest.mark.parametrize(
    "efforts",
    [
        (),
        (an_effort(own_initiative=NO),),
        (an_effort(brought_about_on=DAY - timedelta(1)),),
        (an_effort(own_initiative=None),),
        (an_effort(ground=None),),
    ],
)
def test_without_a_ground_no_waiver(efforts):
    possible = mitigation_of(efforts, failed_on=DAY, on=ON)
    with pytest.raises(Refused) as caught:
        admit_mitigation(WAIVED, possible)
    assert caught.value.code == "mitigation.no-ground"
    assert caught.value.missing == possible.missing


def test_one_effort_is_enough():
    told = mitigation_of((an_effort(own_initiative=None), an_effort()), failed_on=DAY, on=ON)
    assert told.possible == "yes"
    assert told.missing == ()
    assert len(told.decisions) == 2


def test_the_incentive_needs_both():
    both = {"outstanding": True, "commended": True, "commended_on": DAY, "on": ON}
    assert integrity_incentive(**both).verdict == "yes"
    assert integrity_incentive(**both | {"outstanding": False}).verdict == "no"
    assert integrity_incentive(**both | {"commended": None, "commended_on": None}).verdict == "undetermined"
    assert integrity_incentive(**both | {"on": DAY - timedelta(1)}).earliest == DAY


def test_priority_only_where_all_else_is_equal():
    assert integrity_priority(honest=True, all_else_equal=True, on=ON).verdict == "yes"
    assert integrity_priority(honest=True, all_else_equal=False, on=ON).verdict == "no"


def test_told_in_both_languages():
    told = asked(party=GovernmentParty.GOVERNMENT, effect=FailureEffect())
    head = told.explain("en").splitlines()[:4]
    assert head[0] == "follow: explanation in writing, rectification within a set time, public criticism"
    assert head[1] == "not settled: principal held responsible"
    assert head[2] == "gradation: the authority has set no table: all five alike"
    assert head[3] == "to be rectified by: no order was given, or no time is set"
    assert judgement().by not in told.explain()
