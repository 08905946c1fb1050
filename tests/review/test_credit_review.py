"""The outcome of a review and its lists, case by case."""

import copy
import dataclasses
import pickle
from datetime import date, datetime

import pytest

from factories import person, record
from jscredit.deadlines import Months, Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.law import Rank
from jscredit.records import (
    Corrected,
    DelistingGround,
    Kind,
    ListSide,
    Procedure,
    Purged,
    Repaired,
    Severity,
    SharingClass,
    Withdrawn,
)
from jscredit.review import (
    LeftOutReason,
    Matter,
    Outcome,
    ReviewingBody,
    Viewer,
    credit_review,
)
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import MONITORING_PERIOD
from review_cases import (
    ON,
    SHOP,
    attributed,
    delisted,
    entry,
    failure,
    file_of,
    flagged,
    head,
    honour,
    listed,
    review,
    supplied,
)


def reasons(found):
    return {left.id: set(left.reasons) for left in found.left_out}


def codes(found):
    return {notice.code for notice in found.notices}


def test_a_clean_vouched_file_is_favoured():
    found = review()
    assert found.outcome is found.best is found.worst is Outcome.FAVOURED
    assert (found.missing, found.lacking, found.failures, found.left_out) == ((), (), (), ())


def test_silence_of_a_file_that_nobody_vouches_for_proves_nothing():
    found = review(since=None)
    assert found.outcome is Outcome.UNDETERMINED
    assert (found.best, found.worst) == (Outcome.FAVOURED, Outcome.ORDINARY)
    assert found.missing == ("complete_since",)
    assert found.lacking[0].of is None
    assert "review.not-vouched" in codes(found)


def test_a_file_vouched_for_from_a_later_day_is_told_so():
    assert "review.not-vouched" in codes(review(since=date(2020, 6, 2)))
    assert "review.not-vouched" not in codes(review(since=date(2020, 6, 1)))


def test_a_usable_failure_calls_for_caution():
    found = review(supplied(failure()))
    assert found.outcome is Outcome.CAUTION
    (one,) = found.failures
    assert (one.item.citation.ledger_id, one.validity.last_day) == ("M12(4)", date(2021, 3, 2))
    assert one.decision.last == date(2021, 3, 2)
    assert (found.flagged, found.left_out) == ((), ())


def test_a_flagged_failure_counts():
    found = review(supplied(failure()), flagged())
    assert found.outcome is Outcome.CAUTION
    assert found.flagged == found.failures
    assert "review.objection-open" in codes(found)
    assert "M32¶3" in {citation.ledger_id for citation in found.citations}


def test_what_became_known_later_is_not_there_yet():
    change = supplied(failure())
    assert review(change, on=date(2020, 3, 31)).outcome is Outcome.FAVOURED
    assert review(change, on=date(2020, 4, 1)).outcome is Outcome.CAUTION


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([supplied(failure(determined_on=date(2019, 5, 31)))], {LeftOutReason.EXPIRED}),
        ([supplied(failure(determined_on=date(2020, 6, 2)))], {LeftOutReason.NOT_YET_DETERMINED}),
        ([supplied(failure()), Repaired(**head(), record_id="R1")], {LeftOutReason.REPAIRED}),
        ([supplied(failure()), Withdrawn(**head(), record_id="R1", reason="有误")], {LeftOutReason.WITHDRAWN}),
        ([supplied(failure(kind=Kind.DAILY_INSPECTION))], {LeftOutReason.NOT_A_FAILURE}),
        (
            [supplied(failure(kind=Kind.AWARD)), Withdrawn(**head(), record_id="R1", reason="有误")],
            {LeftOutReason.WITHDRAWN, LeftOutReason.NOT_A_FAILURE},
        ),
        (
            [supplied(failure(kind=Kind.PENALTY, procedure=Procedure.SUMMARY, reflects_credit=True))],
            {LeftOutReason.NOT_A_FAILURE},
        ),
    ],
)
def test_left_out_with_its_reason(changes, why):
    found = review(*changes)
    assert reasons(found) == {"R1": why}
    assert set(found.left_out[0].citations) == {reason.citation for reason in why}
    assert found.outcome not in {Outcome.CAUTION, Outcome.RESTRICTED}


def test_the_boundary_of_the_validity():
    change = supplied(failure(determined_on=date(2019, 6, 1)))
    assert review(change, on=date(2020, 6, 1)).outcome is Outcome.CAUTION
    assert review(change, on=date(2020, 6, 2)).outcome is Outcome.ORDINARY


def test_the_catalogues_period_of_use_ends_the_use():
    periods = {Kind.BID_RIGGING: Months(2)}
    found = review(supplied(failure()), periods_of_use=periods)
    assert reasons(found) == {"R1": {LeftOutReason.OUT_OF_USE}}
    assert found.periods == ((Kind.BID_RIGGING, Months(2)),)
    assert review(supplied(failure()), on=date(2020, 5, 2), periods_of_use=periods).outcome is Outcome.CAUTION


def test_purged_content_is_told_and_the_rest_of_the_record_counts():
    purge = Purged(**head(), record_id="R1", element="document_number")
    found = review(supplied(failure(document_number="虚罚字1号")), purge)
    assert found.outcome is Outcome.CAUTION
    (left,) = found.left_out
    assert (left.reasons, left.element) == ((LeftOutReason.PURGED,), "document_number")


def test_a_corrected_record_counts_as_it_now_stands():
    right = Corrected(**head(), record_id="R1", record=failure(determined_on=date(2016, 1, 1)))
    found = review(supplied(failure()), right)
    assert reasons(found) == {"R1": {LeftOutReason.EXPIRED}}
    assert found.outcome is Outcome.FAVOURED


def test_a_missing_severity_leaves_the_later_years_open():
    found = review(supplied(failure(determined_on=date(2018, 6, 1), severity=None)))
    assert (found.best, found.worst, found.outcome) == (Outcome.ORDINARY, Outcome.CAUTION, Outcome.UNDETERMINED)
    assert [(each.of, each.name) for each in found.lacking] == [("R1", "rather-serious-period"), ("R1", "severity")]
    assert [each.record.id for each in found.open_failures] == ["R1"]
    assert review(supplied(failure(severity=None))).outcome is Outcome.CAUTION


def test_an_open_class_names_the_records_own_facts():
    found = review(supplied(failure(kind=Kind.PENALTY, procedure=Procedure.GENERAL)))
    assert (found.best, found.worst) == (Outcome.FAVOURED, Outcome.CAUTION)
    assert found.missing == ("reflects_credit",)


def test_a_black_entry_in_force_restricts_above_all():
    found = review(listed(entry()), supplied(failure()))
    assert found.outcome is Outcome.RESTRICTED
    assert [each.entry.id for each in found.entries] == ["B1"]
    assert [each.record.id for each in found.failures] == ["R1"]
    assert review(listed(entry()), on=date(2021, 1, 9)).outcome is Outcome.RESTRICTED


def test_a_red_entry_is_told_and_restricts_nothing():
    red = entry("E1", side=ListSide.RED, valid_until=None)
    found = review(listed(red))
    assert found.outcome is Outcome.FAVOURED
    assert [each.entry.id for each in found.open_entries] == ["E1"]
    assert found.open_entries[0].missing == ("valid_until",)


def test_who_left_a_black_list_is_monitored():
    found = review(listed(entry()), delisted(), on=date(2020, 5, 1))
    assert found.outcome is Outcome.MONITORED
    (one,) = found.monitoring
    assert one.monitoring.verdict == "yes"
    assert (found.entries, found.left_out) == ((), ())
    assert "review.monitoring-without-end" in codes(found)
    assert review(listed(entry()), on=date(2021, 1, 10)).outcome is Outcome.MONITORED


def test_an_entry_withdrawn_as_wrong_leaves_no_trace_in_the_outcome():
    found = review(listed(entry()), delisted(ground=DelistingGround.WITHDRAWN_AS_WRONG))
    assert found.outcome is Outcome.FAVOURED
    assert reasons(found) == {"B1": {LeftOutReason.ENTRY_WRONG}}


def test_an_entry_not_yet_valid():
    found = review(listed(entry(valid_from=date(2020, 6, 2), valid_until=None)))
    assert reasons(found) == {"B1": {LeftOutReason.ENTRY_NOT_BEGUN}}
    assert found.outcome is Outcome.ORDINARY


def test_an_agency_may_end_the_monitoring():
    source = Source("invented", Rank.AGENCY_SETTING)
    law = JIANGSU_2018.with_settings(Setting(MONITORING_PERIOD, Years(1), source))
    changes = (listed(entry(determined_on=date(2016, 1, 1))), delisted(day=date(2020, 5, 1)))
    last = review(*changes, on=date(2021, 5, 1), regime=law)
    assert last.outcome is Outcome.MONITORED
    assert "review.monitoring-without-end" not in codes(last)
    after = review(*changes, on=date(2021, 5, 2), regime=law)
    assert after.outcome is Outcome.FAVOURED
    assert reasons(after) == {"B1": {LeftOutReason.ENTRY_OVER, LeftOutReason.ENTRY_ENDED}}
    assert [setting.setting.term.name for setting in last.basis.settings] == ["monitoring-period"]


def test_an_unknown_end_of_an_entry_leaves_restricted_or_monitored():
    found = review(listed(entry(valid_until=None)))
    assert (found.best, found.worst) == (Outcome.MONITORED, Outcome.RESTRICTED)
    assert found.missing == ("valid_until",)
    assert [each.entry.id for each in found.open_entries] == ["B1"]


def test_an_unknown_end_before_the_beginning_leaves_nothing_open():
    found = review(listed(entry(valid_from=date(2020, 7, 1), valid_until=None, determined_on=date(2016, 1, 1))))
    assert found.outcome is Outcome.FAVOURED
    assert found.open_entries == ()


def test_an_unknown_beginning_of_an_entry_that_is_over():
    found = review(listed(entry(valid_from=None, valid_until=date(2020, 5, 31))))
    assert found.outcome is Outcome.MONITORED


def test_persons_behind_a_legal_person():
    one = person(3)
    change = attributed(failure(subject=one))
    found = review(change, subject=one)
    assert [(each.record.id, each.source_id) for each in found.persons] == [("R1", "S9")]
    assert found.failures == found.persons
    assert found.outcome is Outcome.CAUTION


def test_records_by_kind():
    found = review(supplied(failure()), supplied(honour()), supplied(failure("R2")))
    kinds = {kind: [state.record.id for state in states] for kind, states in found.by_kind.items()}
    assert kinds == {Kind.BID_RIGGING: ["R1", "R2"], Kind.AWARD: ["H1"]}


def test_the_timeline_tells_when_the_outcome_changes():
    found = review(supplied(failure()))
    assert [(span.first, span.last, span.outcome) for span in found.timeline] == [
        (ON, date(2021, 3, 2), Outcome.CAUTION),
        (date(2021, 3, 3), date(2023, 3, 2), Outcome.ORDINARY),
        (date(2023, 3, 3), None, Outcome.FAVOURED),
    ]


def test_the_timeline_ends_with_the_law():
    law = dataclasses.replace(JIANGSU_2018, in_force_to=date(2020, 12, 31))
    found = review(regime=law)
    assert [(span.first, span.last) for span in found.timeline] == [(ON, date(2020, 12, 31))]


def test_equal_by_inputs_and_travels():
    one, two = review(supplied(failure())), review(supplied(failure()))
    assert one.outcome is Outcome.CAUTION
    assert (one, hash(one)) == (two, hash(two))
    assert one != review(supplied(failure()), matter=Matter.DAILY_SUPERVISION)
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one  # noqa: S301
    for part in (one.failures[0], one.green_channel, review(listed(entry())).entries[0]):
        again = pickle.loads(pickle.dumps(part))  # noqa: S301
        assert (again, hash(again)) == (part, hash(part))
    assert repr(one) == "<Review for administrative_licensing on 2020-06-01: caution>"
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.matter = Matter.PROMOTION


def test_every_part_keeps_its_regime():
    one = review(supplied(failure()))
    assert one.basis.regime == "jiangsu-2018-23"
    readings = {reading.term.name for reading in one.basis.readings}
    assert {"bad-record", "young-subject", "counting"} <= readings


@pytest.mark.parametrize(
    ("matter", "body", "mandatory"),
    [
        (Matter.ADMINISTRATIVE_LICENSING, ReviewingBody.ADMINISTRATIVE_ORGAN, True),
        (Matter.HONOURS_AND_GRADING, ReviewingBody.PUBLIC_AFFAIRS_ORGANISATION, True),
        (Matter.HONOURS_AND_GRADING, None, None),
        (Matter.PROMOTION, ReviewingBody.ADMINISTRATIVE_ORGAN, False),
        (Matter.RECRUITMENT_VETTING, None, False),
        (Matter.INVESTMENT_PROMOTION_POLICIES, ReviewingBody.ADMINISTRATIVE_ORGAN, False),
    ],
)
def test_whom_article_25_binds(matter, body, mandatory):
    assert review(matter=matter, viewer=Viewer(body=body)).mandatory is mandatory


def test_another_body_looks_up():
    viewer = Viewer(body=ReviewingBody.OTHER_BODY, sees=(SharingClass.PUBLIC,))
    found = review(viewer=viewer)
    assert found.mandatory is False
    assert "review.query-only" in codes(found)


def test_matters_and_their_clauses():
    cited = {matter: matter.citation.ledger_id for matter in Matter}
    assert [matter for matter, place in cited.items() if place == "M25"] == list(Matter)[:5]
    assert {cited[matter] for matter in Matter if matter.is_personnel} == {"G2.4", "G2.5"}
    assert cited[Matter.INVESTMENT_PROMOTION_POLICIES] == "J9"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"file": "x"}, "review.file"),
        ({"matter": "administrative_licensing"}, "review.matter"),
        ({"viewer": "me"}, "review.viewer"),
        ({"periods_of_use": {"penalty": Years(1)}}, "review.periods-of-use"),
        ({"periods_of_use": {Kind.PENALTY: 1}}, "review.periods-of-use"),
        ({"periods_of_use": 3}, "review.periods-of-use"),
        ({"on": "2020-06-01"}, "day.not-a-date"),
        ({"on": datetime(2020, 6, 1)}, "day.is-datetime"),  # noqa: DTZ001
    ],
)
def test_bad_input(given, code):
    parts = {"file": file_of(), "matter": Matter.DAILY_SUPERVISION, "on": ON} | given
    with pytest.raises(InvalidInput) as caught:
        credit_review(parts.pop("file"), **parts)
    assert caught.value.code == code


def test_all_faults_at_once():
    with pytest.raises(InvalidInput) as caught:
        credit_review(1, matter=2, on=ON, viewer=3, periods_of_use=4)
    assert len(caught.value.faults) == 4


def test_before_the_law():
    with pytest.raises(NotInForce):
        review(on=date(2018, 1, 28))


def test_the_law_of_today_is_told():
    assert "later-law" in codes(review(on=date(2022, 1, 1)))


def test_readings_that_differ_are_told():
    found = review(supplied(failure(determined_on=date(2017, 1, 1), severity=Severity.SERIOUS)))
    assert "reading.bad-record.valid-in-them" in codes(review(supplied(failure(determined_on=date(2017, 3, 1)))))
    assert "reading.earlier-records.later-determinations" in codes(found)


def test_citations_name_matter_ground_and_items():
    kind = {"kind": Kind.PENALTY, "procedure": Procedure.GENERAL, "reflects_credit": True}
    found = review(supplied(failure(**kind)))
    assert [citation.ledger_id for citation in found.citations] == ["M25", "M30", "M12(9)", "M12(1)"]


def test_a_record_about_nothing_known():
    found = review(supplied(record(id="R1", subject=SHOP, kind=Kind.PENALTY)))
    wanted = {"determined_on", "procedure", "reflects_credit", "severity", "rather-serious-period"}
    assert set(found.missing) == wanted
    assert (found.best, found.worst) == (Outcome.FAVOURED, Outcome.CAUTION)
