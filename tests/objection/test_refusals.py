"""Bad events are refused with clause and cure, and what does not fit together is no case."""

import dataclasses
from datetime import date

import pytest
from pydantic import ValidationError

from factories import organisation
from jscredit.errors import Refused, safe
from jscredit.law import Rank, ledger
from jscredit.objection import (
    Appealed,
    ContentPurged,
    ForbiddenContent,
    ForbiddenElement,
    FoundRight,
    FoundWrong,
    ObjectionGround,
    RecordCorrected,
    RecordSupplied,
    RecordWithdrawn,
    Transferred,
    UseEnded,
)
from jscredit.records import Body, Level, Role, Subject
from objection_cases import (
    ABOUT_MAN,
    AUTHORITY,
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

PAST = ObjectionGround.USED_PAST_ITS_PERIOD
FORBIDDEN = ObjectionGround.FORBIDDEN_COLLECTION


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"evidence": ()}, ["objection.evidence"]),
        ({"applicant": OTHER_SHOP, "by": STRANGER}, ["objection.applicant", "objection.addressee"]),
        ({"applicant": Subject(name=SHOP.name)}, ["objection.missing"]),
        ({"by": Body(name="虚构市某局"), "applicant": Subject(name=SHOP.name)}, ["objection.missing"] * 2),
        ({"by": PROVIDER}, []),
    ],
)
def test_application_that_lacks_something_is_refused_with_all_it_lacks(changes, codes):
    assert refusals(new_case(), received(**changes)) == codes


def test_what_is_missing_is_asked_for_by_name():
    with pytest.raises(Refused) as caught:
        new_case().apply(received(applicant=Subject(name=SHOP.name)))
    assert caught.value.text("en") == (
        "[objection.missing] applicant_is_subject: missing: the applicant is the subject (M31); "
        "add: the applicant is the subject"
    )
    with pytest.raises(Refused) as caught:
        new_case().apply(received(evidence=()))
    assert caught.value.text("zh") == "[objection.evidence] 不符合“附有证明材料” (M31)；请提交证明材料"


@pytest.mark.parametrize(
    ("used_on", "codes"),
    [
        (date(2018, 1, 28), ["objection.used-on"]),
        (date(2018, 1, 29), []),
        (DAY, []),
        (date(2026, 2, 14), ["objection.used-on"]),
    ],
)
def test_use_lies_between_the_first_day_of_the_law_and_the_objection(used_on, codes):
    assert refusals(new_case(PAST, used_on=used_on), received()) == codes


def transfer(case=None, to=PROVIDER, **changes):
    return refusals((case or new_case()).apply(received(**changes)), Transferred(on=DAY, to=to))


def test_transfer_goes_from_the_organisation_to_the_provider_only():
    assert transfer() == []
    assert transfer(by=PROVIDER) == ["objection.already-with-provider"]
    assert transfer(fault_in_processing=True) == ["objection.own-fault"]
    assert transfer(to=STRANGER) == ["objection.not-the-provider"]


def found(event, case=None, **changes):
    return refusals((case or new_case()).apply(received(**changes)), event(on=DAY))


@pytest.mark.parametrize("event", [FoundWrong, FoundRight])
def test_what_is_true_the_provider_verifies(event):
    assert found(event) == ["objection.provider-verifies"]
    assert found(event, by=PROVIDER) == []
    assert found(event, fault_in_processing=True) == []


def test_organisation_finds_for_itself_what_the_record_shows():
    assert found(FoundWrong, new_case(PAST)) == []
    assert found(FoundWrong, new_case(FORBIDDEN), applicant=MAN) == []
    assert found(FoundRight, new_case(FORBIDDEN), applicant=MAN) == []


def test_finding_never_goes_against_what_the_record_settles():
    assert found(FoundRight, new_case(PAST)) == ["objection.ground-there"]
    assert found(FoundWrong, new_case(PAST, record=FAILURE)) == ["objection.ground-not-there"]
    assert found(FoundRight, new_case(PAST, record=FAILURE)) == []
    empty = dataclasses.replace(ABOUT_MAN, document_number=None)
    assert found(FoundWrong, new_case(FORBIDDEN, record=empty), applicant=MAN) == ["objection.ground-not-there"]


def test_day_of_the_use_counts_not_that_of_the_objection():
    # Valid through 2025-06-03: a use on that day was in time, although the period is over now.
    assert found(FoundWrong, new_case(PAST, used_on=date(2025, 6, 3))) == ["objection.ground-not-there"]
    assert found(FoundWrong, new_case(PAST, used_on=date(2025, 6, 4))) == []


def test_unknown_severity_leaves_the_finding_to_a_person():
    unknown = new_case(PAST, record=dataclasses.replace(EXPIRED, severity=None))
    assert found(FoundWrong, unknown) == []
    assert found(FoundRight, unknown) == []


WAYS = {
    ObjectionGround.RECORDED_WRONGLY: {RecordCorrected, RecordWithdrawn},
    ObjectionGround.OMISSION: {RecordSupplied},
    FORBIDDEN: {ContentPurged},
    PAST: {UseEnded},
}


def way(event, about=None, **changes):
    own = {
        RecordCorrected: {"record": about or RIGHT},
        RecordWithdrawn: {"reason": "有误"},
        RecordSupplied: {"record_id": "R9"},
    }
    return event(on=DAY, **(own.get(event, {}) | changes))


@pytest.mark.parametrize("ground", ObjectionGround)
@pytest.mark.parametrize("event", [RecordCorrected, RecordWithdrawn, RecordSupplied, ContentPurged, UseEnded])
@pytest.mark.parametrize("stage", ["found_wrong", "wrong_on_appeal"])
def test_each_ground_is_put_right_in_its_own_way(ground, event, stage):
    codes = refusals(case_in(stage, new_case(ground)), way(event))
    assert ("objection.another-way" in codes) == (event not in WAYS[ground])


def test_record_that_leaves_something_out_is_corrected_not_supplied():
    case = case_in("found_wrong", new_case(ObjectionGround.OMISSION, record=FAILURE))
    assert refusals(case, way(RecordCorrected)) == []
    assert refusals(case, way(RecordSupplied)) == ["objection.another-way"]


@pytest.mark.parametrize(
    ("about", "code"),
    [
        (dataclasses.replace(RIGHT, id="R2"), "objection.another-record"),
        (dataclasses.replace(RIGHT, subject=OTHER_SHOP), "objection.another-record"),
        (FAILURE, "objection.nothing-corrected"),
    ],
)
def test_right_version_is_of_this_record_and_new(about, code):
    assert refusals(case_in("found_wrong"), way(RecordCorrected, about)) == [code]


def test_correction_reaches_every_channel_and_recipient():
    verified = case_in("with_provider").apply(
        FoundWrong(on=DAY, published_in=("信用虚构", "城管局网站"), provided_to=("虚构银行",))
    )
    reached = {"announced_in": ("城管局网站", "信用虚构", "报纸"), "told": ("虚构银行",)}
    assert refusals(verified, way(RecordCorrected, **reached)) == []
    assert refusals(verified, way(RecordCorrected)) == ["objection.scope-not-reached"]
    with pytest.raises(Refused) as caught:
        verified.apply(way(RecordCorrected, **(reached | {"announced_in": ("信用虚构",), "told": ("某人",)})))
    assert caught.value.count == 2
    assert "虚构银行" not in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"applicant": OTHER_SHOP}, ["objection.not-the-subject"]),
        ({"applicant": Subject(name=SHOP.name)}, ["objection.not-the-subject"]),
        ({"to": OFFICE}, ["objection.another-authority"]),
        ({"to": Body(name="某办")}, ["objection.authority-unknown"]),
        ({"to": dataclasses.replace(AUTHORITY, level=Level.PROVINCE)}, ["objection.another-authority"]),
        ({"to": dataclasses.replace(AUTHORITY, level=None)}, []),
    ],
)
def test_subject_appeals_to_the_authority_of_the_same_level(changes, codes):
    event = Appealed(**({"on": DAY, "applicant": SHOP, "to": AUTHORITY} | changes))
    assert refusals(case_in("kept"), event) == codes


@pytest.mark.parametrize("level", [None, Level.TOWNSHIP])
def test_receiver_without_an_authority_of_its_level_binds_to_none(level):
    town = Body(name="虚构市城管局", roles=(Role.PROVIDER,), level=level)
    case = new_case().apply(received(by=town)).apply(FoundWrong(on=DAY)).apply(way(RecordCorrected))
    assert refusals(case, Appealed(on=DAY, applicant=SHOP, to=AUTHORITY)) == []


def codes_of(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(fault.code, fault.field) for fault in safe(caught.value).faults]


def test_case_is_about_one_record_of_its_subject():
    assert codes_of(lambda: new_case(record=None)) == [("objection.record-needed", "record")]
    assert codes_of(lambda: new_case(subject=OTHER_SHOP)) == [("objection.another-subject", "record")]
    assert codes_of(lambda: new_case(subject=Subject(name=SHOP.name))) == [("objection.another-subject", "record")]
    assert new_case(subject=Subject(credit_code=SHOP.credit_code)).record_id == "R1"


@pytest.mark.parametrize("content", [None, ForbiddenContent(element=ForbiddenElement.GENES)])
def test_forbidden_content_is_placed(content):
    assert codes_of(lambda: new_case(FORBIDDEN, content=content)) == [("objection.content-needed", "content")]


@pytest.mark.parametrize("field", ["id", "subject", "kind", "religion", "about"])
def test_forbidden_content_lies_in_a_field_that_can_be_emptied(field):
    assert codes_of(lambda: ForbiddenContent(field=field)) == [("objection.no-such-field", "field")]


def test_content_of_a_law_or_regulation_is_kept_with_its_rank():
    content = ForbiddenContent(
        element=ForbiddenElement.OTHER_FORBIDDEN,
        field="document_number",
        norm="某条例",
        norm_rank=Rank.LOCAL_REGULATION,
    )
    assert new_case(FORBIDDEN, content=content).forbidden_field == "document_number"
    assert (new_case().forbidden_field, new_case(FORBIDDEN, content=content).content) == ("", content)


def test_every_refusal_cites_a_clause_and_says_what_to_do():
    from jscredit.objection import checks

    faults = [one for one in vars(checks).values() if type(one).__name__ == "Fault"]
    faults += [*checks._GROUND_NOT_THERE.values(), checks._left_out(1)]
    assert len(faults) >= 12
    for fault in faults:
        assert fault.clause in ledger()
        assert all((fault.message.zh, fault.message.en, fault.cure.zh, fault.cure.en))


def test_case_of_another_organisation_is_another_case():
    other = new_case(subject=organisation(5), record=dataclasses.replace(FAILURE, subject=organisation(5)))
    assert refusals(other, received()) == ["objection.applicant"]
