"""What `tools/mutate.py` showed untested: the law and the facts that each question is asked with, each fault whole."""

import dataclasses
from datetime import date

import pytest

from factories import organisation
from jscredit.classification import SUMMARY_PENALTY
from jscredit.deadlines import Months
from jscredit.errors import InvalidInput, NotInForce, Refused
from jscredit.law import Rank
from jscredit.objection import (
    OBJECTION_PROCEDURE,
    Appealed,
    FoundRight,
    FoundWrong,
    ObjectionGround,
    RecordCorrected,
    Transferred,
    UseEnded,
    UseMade,
    forbidden_collection,
    objection_admissibility,
    used_past_its_period,
)
from jscredit.records import Body, Conduct, CreditRecord, Kind, Procedure, Role
from jscredit.records.facts import KIND
from jscredit.repair.rules import CORRECTED
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import EXPIRY_ENDS_PUBLICATION
from objection_cases import (
    ABOUT_MAN,
    CONTENT,
    DAY,
    EXPIRED,
    FAILURE,
    MAN,
    OFFICE,
    OTHER_SHOP,
    PROVIDER,
    RIGHT,
    SHOP,
    STRANGER,
    case_in,
    new_case,
    received,
    refusals,
)
from whole_faults import is_said_in_both_languages, whole_faults

PAST = ObjectionGround.USED_PAST_ITS_PERIOD
FORBIDDEN = ObjectionGround.FORBIDDEN_COLLECTION
# A norm that lets publication go on past the validity (M3), and a law of another first day.
MAY_BE_PUBLISHED = JIANGSU_2018.with_settings(
    Setting(EXPIRY_ENDS_PUBLICATION, value=False, source=Source("某法", Rank.LAW))
)
EARLIER = type(JIANGSU_2018)("own", date(2017, 1, 1))
BEFORE = date(2017, 6, 1)
BOTH_ROLES = Body(name="虚构市信用信息中心", roles=(Role.PROVIDER, Role.INFORMATION_ORGANISATION))


def admissibility(**options):
    return objection_admissibility(
        subject=SHOP,
        record=FAILURE,
        applicant=SHOP,
        addressee=PROVIDER,
        ground=ObjectionGround.RECORDED_WRONGLY,
        evidence=("判决书",),
        **options,
    )


def forbidden(**options):
    return forbidden_collection(ABOUT_MAN, CONTENT, **options)


def past(**options):
    return used_past_its_period(EXPIRED, **options)


@pytest.mark.parametrize("ask", [admissibility, forbidden, past])
def test_each_question_is_asked_of_a_day_and_under_the_law_that_is_given(ask):
    ((code, field, _),) = whole_faults(InvalidInput, ask, on="2026-02-13")
    assert (code, field) == ("day.not-a-date", "on")
    assert ask(on=BEFORE, regime=EARLIER).regime is EARLIER
    with pytest.raises(NotInForce):
        ask(on=BEFORE)


def test_class_of_the_record_is_that_of_the_law_that_is_given():
    """M12(9): whether a summary penalty is a failure at all can be read in two ways."""
    about = dataclasses.replace(EXPIRED, kind=Kind.PENALTY, procedure=Procedure.SUMMARY, reflects_credit=True)
    about = dataclasses.replace(about, conduct=Conduct.BID_RIGGING)
    within = JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1")
    outside = used_past_its_period(about, on=DAY)
    assert "failure-information" in [one.condition.id for one in outside.failed]
    inside = used_past_its_period(about, on=DAY, regime=within)
    assert "failure-information" not in [one.condition.id for one in inside.failed]


def test_an_objection_is_admitted_under_the_law_of_the_step():
    received_before = received(BEFORE)
    assert refusals(new_case(), received_before) == ["regime.not-in-force"]
    assert refusals(new_case(), received_before, regime=EARLIER) == []


def verdict(case, **options):
    return case.ground_decision(**options).verdict.value


def test_what_the_record_shows_is_asked_with_the_period_and_the_use_of_the_case():
    """M31(3), M30: the validity runs through 2026-06-02, the catalogue's six months ran through 2025-12-02 (M8)."""
    case = new_case(PAST, record=FAILURE).apply(received())
    assert verdict(case) == "no"
    assert verdict(new_case(PAST, record=FAILURE, period_of_use=Months(6)).apply(received())) == "yes"
    for use, wanted in ((UseMade.RESTRAINT, "yes"), (UseMade.PUBLICATION, "no"), (None, "undetermined")):
        used = new_case(PAST, use=use).apply(received())
        assert (verdict(used), verdict(used, regime=MAY_BE_PUBLISHED)) == ("yes", wanted)


@pytest.mark.parametrize("ground", [PAST, FORBIDDEN])
def test_what_the_record_shows_is_asked_under_the_law_that_is_given(ground):
    case = new_case(ground)
    case = case.apply(received(BEFORE, applicant=case.subject), regime=EARLIER)
    assert case.ground_decision(regime=EARLIER).regime is EARLIER


def test_a_finding_is_judged_under_the_law_of_the_step():
    """By a law that lets publication go on, this use was no use past its period: it may be found right."""
    case = new_case(PAST, use=UseMade.PUBLICATION).apply(received())
    assert refusals(case, FoundRight(on=DAY)) == ["objection.ground-there"]
    assert refusals(case, FoundRight(on=DAY), regime=MAY_BE_PUBLISHED) == []
    assert refusals(case, FoundWrong(on=DAY)) == []
    assert refusals(case, FoundWrong(on=DAY), regime=MAY_BE_PUBLISHED) == ["objection.ground-not-there"]


def test_notice_of_what_is_barred_follows_the_law_that_is_given():
    case = new_case(PAST, use=UseMade.PUBLICATION).apply(received())
    assert "objection.barred" in [notice.code for notice in case.notices(on=DAY)]
    assert "objection.barred" not in [notice.code for notice in case.notices(on=DAY, regime=MAY_BE_PUBLISHED)]


def test_a_setting_for_some_records_is_asked_with_what_the_record_is():
    if_bid_rigging, if_penalty = (
        JIANGSU_2018.with_settings(
            Setting(EXPIRY_ENDS_PUBLICATION, value=False, source=Source("某法", Rank.LAW), when=kind == KIND)
        )
        for kind in (Kind.BID_RIGGING, Kind.PENALTY)
    )
    for regime, wanted in ((if_bid_rigging, "no"), (if_penalty, "yes")):
        found = used_past_its_period(EXPIRED, on=DAY, use=UseMade.PUBLICATION, regime=regime)
        assert found.verdict.value == wanted


def test_the_provider_is_the_one_of_the_record_and_not_any_body_with_that_role():
    """M32¶2: the organisation hands it to the record's provider, also where it provides other information itself."""
    case = new_case().apply(received(by=BOTH_ROLES))
    assert refusals(case, Transferred(on=DAY, to=PROVIDER)) == []
    other_provider = Body(name="虚构市教育局", roles=(Role.PROVIDER,))
    assert refusals(case, Transferred(on=DAY, to=other_provider)) == ["objection.not-the-provider"]
    assert refusals(case, FoundRight(on=DAY)) == ["objection.provider-verifies"]
    of_unknown = new_case(record=dataclasses.replace(FAILURE, provider=None)).apply(received())
    assert refusals(of_unknown, Transferred(on=DAY, to=other_provider)) == []
    assert refusals(of_unknown, Transferred(on=DAY, to=STRANGER)) == ["objection.not-the-provider"]


def test_each_handler_is_told_with_its_own_reason():
    by_provider = new_case().apply(received()).handler
    by_organisation = new_case().apply(received(fault_in_processing=True)).handler
    for handler in (by_provider, by_organisation):
        assert is_said_in_both_languages(handler.reason)
    assert "processing" in by_organisation.reason.en
    assert "加工" in by_organisation.reason.zh
    assert "provided" in by_provider.reason.en
    assert "提供" in by_provider.reason.zh


def correct(record: CreditRecord):
    return RecordCorrected(on=DAY, record=record)


def published():
    return case_in("with_provider").apply(FoundWrong(on=DAY, published_in=("信用虚构",)))


RECEIVED = new_case().apply(received())


@pytest.mark.parametrize(
    ("case", "event", "code", "field", "clause"),
    [
        (new_case(PAST, used_on=date(2018, 1, 28)), received(), "used-on", "used_on", "M31(3)"),
        (new_case(), received(evidence=()), "evidence", None, "M31"),
        (
            new_case().apply(received(by=PROVIDER)),
            Transferred(on=DAY, to=PROVIDER),
            "already-with-provider",
            None,
            "M32¶2",
        ),
        (
            new_case().apply(received(fault_in_processing=True)),
            Transferred(on=DAY, to=PROVIDER),
            "own-fault",
            None,
            "M4",
        ),
        (RECEIVED, Transferred(on=DAY, to=OFFICE), "not-the-provider", "to", "M32¶2"),
        (RECEIVED, FoundRight(on=DAY), "provider-verifies", None, "M4"),
        (new_case(PAST).apply(received()), FoundRight(on=DAY), "ground-there", None, "M31(3)"),
        (new_case(PAST, record=FAILURE).apply(received()), FoundWrong(on=DAY), "ground-not-there", None, "M31(3)"),
        (
            new_case(FORBIDDEN, record=dataclasses.replace(ABOUT_MAN, document_number=None)).apply(
                received(applicant=MAN)
            ),
            FoundWrong(on=DAY),
            "ground-not-there",
            None,
            "M31(2)",
        ),
        (case_in("found_wrong"), UseEnded(on=DAY), "another-way", None, "M32¶4"),
        (published(), correct(RIGHT), "scope-not-reached", None, "M32¶4"),
        (
            case_in("found_wrong"),
            correct(dataclasses.replace(RIGHT, subject=organisation(7))),
            "another-record",
            "record",
            "M32¶4",
        ),
        (case_in("found_wrong"), correct(FAILURE), "nothing-corrected", "record", "M32¶4"),
        (
            case_in("kept"),
            Appealed(on=DAY, applicant=OTHER_SHOP, to=Body(name="某办", roles=(Role.CREDIT_AUTHORITY,))),
            "not-the-subject",
            "applicant",
            "M33",
        ),
        (case_in("kept"), Appealed(on=DAY, applicant=SHOP, to=Body(name="某办")), "authority-unknown", "to", "M33"),
        (case_in("kept"), Appealed(on=DAY, applicant=SHOP, to=OFFICE), "another-authority", "to", "M33"),
    ],
)
def test_each_refusal_is_whole(case, event, code, field, clause):
    assert whole_faults(Refused, case.apply, event) == [(f"objection.{code}", field, clause)]


@pytest.mark.parametrize(
    ("case", "notice"),
    [
        (new_case(PAST).apply(received()), "objection.barred"),
        (
            new_case().apply(received(date(2026, 2, 13))).apply(Transferred(on=date(2026, 2, 28), to=PROVIDER)),
            "objection.verification-outlasts-review",
        ),
    ],
)
def test_each_notice_is_said_in_both_languages(case, notice):
    told, _ = case.notices(on=date(2026, 3, 2))
    assert told.code == notice
    assert is_said_in_both_languages(told.label)


def test_rows_cite_the_paragraph_of_their_step():
    """M32: paragraph 1 the review, 2 the transfer, 4 what a finding leads to; M33 all that comes after."""
    of_m32 = {
        "new": {"M32¶1"},
        "under_review": {"M32¶2", "M32¶4"},
        "with_provider": {"M32¶4"},
        "found_wrong": {"M32¶4"},
        "found_right": {"M32¶4"},
    }
    cited = {}
    for row in OBJECTION_PROCEDURE.rows:
        cited.setdefault(row.stage.value, set()).add(row.clause.ledger_id)
    later = ("put_right", "kept", "appealed", "wrong_on_appeal", "appeal_settled", "at_law")
    assert cited == of_m32 | {stage: {"M33"} for stage in later}


def test_the_record_is_asked_only_after_receipt_and_only_about_the_ground_that_is_stated():
    assert new_case(PAST).ground_decision() is None
    decision = new_case(PAST, content=CONTENT).apply(received()).ground_decision()
    assert decision.rule.id == "used-past-its-period"


def test_a_setting_that_turns_on_what_no_record_states_leaves_the_answer_open():
    """M3: a norm may let the publication of what was corrected go on; no record says whether it was."""
    source = Source("某法", Rank.LAW)
    law = JIANGSU_2018.with_settings(Setting(EXPIRY_ENDS_PUBLICATION, value=False, source=source, when=CORRECTED))
    found = used_past_its_period(EXPIRED, on=DAY, use=UseMade.PUBLICATION, regime=law)
    assert (found.verdict.value, found.missing) == ("undetermined", ("corrected",))


def test_a_cure_names_what_to_look_up_alike_in_both_languages():
    (fault,) = refused(published(), correct(RIGHT))
    assert all("case.wrong" in fault.cure.text(lang) for lang in ("zh", "en"))
    (fault,) = refused(case_in("found_wrong"), UseEnded(on=DAY))
    assert all("case.ways_to_put_right" in fault.cure.text(lang) for lang in ("zh", "en"))


def refused(case, event):
    with pytest.raises(Refused) as caught:
        case.apply(event)
    return caught.value.faults
