"""Every decision with each proof absent in turn; what the text says in so many words; how an answer is told."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from jscredit.catalog import CatalogueEntry, DataElement, ScopeOfUse, Secrecy, UserType
from jscredit.deadlines import Years
from jscredit.errors import InvalidInput, NotInForce
from jscredit.records import (
    Body,
    CreditRecord,
    Granter,
    Kind,
    RecordState,
    RecordStatus,
    SharingClass,
    Subject,
    SubjectType,
)
from jscredit.rules import JIANGSU_2018
from jscredit.sharing import (
    SOCIAL_INSTITUTIONS,
    AccessOutcome,
    AccessRequest,
    AccessRight,
    Authorisation,
    AuthorisationForm,
    Channel,
    IdentityProof,
    OnlineAuthentication,
    OpennessException,
    ProofKind,
    Requester,
    RequesterType,
    decide_access,
    restored_access,
)
from oracles.identifiers import invented_credit_code, invented_resident_id

DAY = date(2020, 3, 1)
NUMBER = invented_resident_id(5)
PERSON = Subject(type=SubjectType.NATURAL_PERSON, name="张三", resident_id=NUMBER)
BANK = Requester(type=RequesterType.SOCIAL_INSTITUTION, body=Body(name="虚构银行", code=invented_credit_code(3)))
OFFICE = Requester(type=RequesterType.GOVERNMENT_DEPARTMENT, body=Body(name="虚构市局"))
RECORD = CreditRecord(id="1", subject=PERSON, kind=Kind.COMMENDATION, granter=Granter.GOVERNMENT, determined_on=DAY)
STATE = RecordState(record=RECORD, status=RecordStatus.ACTIVE, since=DAY)
IDENTITY = IdentityProof(holder=PERSON, valid=True)
AUTHORISATION = Authorisation(
    subject=PERSON,
    authorised=BANK,
    form=AuthorisationForm.SMS,
    first_day=DAY,
    last_day=DAY,
)
PASSED = OnlineAuthentication(holder=PERSON, on=DAY)
EVERY_PROOF = {"identity_proof": IDENTITY, "authorisation": AUTHORISATION, "authentication": (PASSED,)}
ABSENT = {"identity_proof": None, "authorisation": None, "authentication": ()}


def entry(sharing_class=SharingClass.AUTHORISED_QUERY, **told):
    classes = (sharing_class,) if sharing_class else ()
    given = {"scope_of_use": ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT,)), "sharing_classes": classes} | told
    return CatalogueEntry(code="1", name="表彰", kinds=(Kind.COMMENDATION,), **given)


def asked(**told):
    given = {"requester": BANK, "state": STATE, "entry": entry(), "channel": Channel.QUERY_APP} | EVERY_PROOF | told
    return AccessRequest(**given)


def outcome(request, law=JIANGSU_2018):
    return decide_access(request, on=DAY, regime=law).outcome


OWN = {"requester": Requester(type=RequesterType.PUBLIC, subject=PERSON), "right": AccessRight.OWN_QUERY}
ONLINE, WINDOW = {"channel": Channel.QUERY_APP}, {"channel": Channel.SERVICE_WINDOW}
GRANTED = {
    "own, online": (OWN | ONLINE, {ProofKind.IDENTITY_PROOF, ProofKind.ONLINE_IDENTITY_AUTHENTICATION}),
    "own, at the window": (OWN | WINDOW, {ProofKind.IDENTITY_PROOF}),
    "another's, online": (ONLINE, {ProofKind.AUTHORISATION, ProofKind.ONLINE_IDENTITY_AUTHENTICATION}),
    "another's, at the window": (WINDOW, {ProofKind.AUTHORISATION}),
    "within government": (
        {"requester": OFFICE, "entry": entry(SharingClass.GOVERNMENT_SHARED), "channel": Channel.EMBEDDED_INTERFACE},
        set(),
    ),
    "published": (
        {
            "entry": entry(SharingClass.PUBLIC),
            "channel": Channel.CREDIT_JIANGSU_APP,
            "requester": Requester(type=RequesterType.PUBLIC),
        },
        set(),
    ),
}
FIELD_OF = {
    ProofKind.IDENTITY_PROOF: "identity_proof",
    ProofKind.AUTHORISATION: "authorisation",
    ProofKind.ONLINE_IDENTITY_AUTHENTICATION: "authentication",
}


@pytest.mark.parametrize("name", GRANTED)
@pytest.mark.parametrize("proof", ProofKind, ids=str)
def test_each_proof_absent_in_turn(name, proof):
    told, needed = GRANTED[name]
    assert outcome(asked(**told)) is AccessOutcome.GRANTED
    field = FIELD_OF[proof]
    access = decide_access(asked(**(told | {field: ABSENT[field]})), on=DAY)
    if proof in needed:
        assert (access.outcome, access.lacking) == (AccessOutcome.PROOF_LACKING, (proof,))
    else:
        assert (access.outcome, access.lacking) == (AccessOutcome.GRANTED, ())


@pytest.mark.parametrize("name", GRANTED)
def test_all_proofs_absent(name):
    told, needed = GRANTED[name]
    access = decide_access(asked(**(told | ABSENT)), on=DAY)
    assert set(access.lacking) == needed
    assert access.outcome is (AccessOutcome.PROOF_LACKING if needed else AccessOutcome.GRANTED)


OTHER = Subject(type=SubjectType.NATURAL_PERSON, name="李四", resident_id=invented_resident_id(6))


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": OTHER},
        {"authorised": OFFICE},
        {"form": AuthorisationForm.OTHER, "form_accepted": False},
        {"first_day": date(2020, 3, 2), "last_day": date(2020, 3, 9)},
        {"first_day": date(2020, 2, 1), "last_day": date(2020, 2, 29)},
    ],
)
def test_an_authorisation_that_does_not_do(wrong):
    access = decide_access(asked(authorisation=replace(AUTHORISATION, **wrong)), on=DAY)
    assert (access.outcome, access.lacking) == (AccessOutcome.PROOF_LACKING, (ProofKind.AUTHORISATION,))


@pytest.mark.parametrize(
    ("unknown", "missing"),
    [
        ({"authorised": None}, "authorised_to_requester"),
        ({"form": None}, "authorisation_form"),
        ({"form": AuthorisationForm.OTHER}, "authorisation_form_accepted"),
        ({"first_day": None}, "authorised_from"),
        ({"last_day": None}, "authorised_until"),
    ],
)
def test_what_an_authorisation_leaves_open(unknown, missing):
    request = asked(authorisation=replace(AUTHORISATION, **unknown), right=AccessRight.AUTHORISED_QUERY)
    access = decide_access(request, on=DAY)
    assert access.outcome is AccessOutcome.UNDETERMINED
    assert missing in access.missing


def test_an_authorisation_until_revoked():
    later = date(2021, 3, 1)
    given = replace(AUTHORISATION, last_day=None, until_revoked=True)
    request = asked(authorisation=given, authentication=(OnlineAuthentication(holder=PERSON, on=later),))
    assert decide_access(request, on=later).outcome is AccessOutcome.GRANTED


@pytest.mark.parametrize("proof", [IdentityProof(holder=OTHER, valid=True), IdentityProof(holder=PERSON, valid=False)])
def test_a_proof_of_identity_that_does_not_do(proof):
    assert outcome(asked(**(OWN | {"identity_proof": proof}))) is AccessOutcome.PROOF_LACKING


def test_the_authentication_of_another_day_does_not_count():
    passed = (OnlineAuthentication(holder=PERSON, on=date(2020, 2, 29)),)
    assert outcome(asked(authentication=passed)) is AccessOutcome.PROOF_LACKING


@pytest.mark.parametrize("channel", Channel, ids=str)
def test_without_a_class_nothing_is_public(channel):
    access = decide_access(asked(entry=entry(None), channel=channel, right=AccessRight.PUBLICATION), on=DAY)
    assert access.outcome in {AccessOutcome.UNDETERMINED, AccessOutcome.REFUSED}
    two = entry(None, sharing_classes=(SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED))
    other = decide_access(asked(entry=two, channel=channel, right=AccessRight.PUBLICATION), on=DAY)
    assert other.outcome is access.outcome


def test_a_record_that_states_another_class_than_its_entry_is_open():
    state = replace(STATE, record=replace(RECORD, sharing_class=SharingClass.GOVERNMENT_SHARED))
    request = asked(state=state, entry=entry(SharingClass.PUBLIC), channel=Channel.LEVEL_CREDIT_SITE)
    assert decide_access(replace(request, right=AccessRight.PUBLICATION), on=DAY).missing == ("sharing_class",)


@pytest.mark.parametrize("exception", OpennessException, ids=str)
def test_what_is_secret_or_private_is_not_published(exception):
    told = {"entry": entry(SharingClass.PUBLIC), "right": AccessRight.PUBLICATION, "channel": Channel.LEVEL_CREDIT_SITE}
    assert outcome(asked(**told)) is AccessOutcome.GRANTED
    access = decide_access(asked(**told, exceptions=(exception,)), on=DAY)
    assert access.outcome is AccessOutcome.REFUSED
    assert {failure.condition.citation.ledger_id for failure in access.failed} <= {"M4", "G1.2"}


@pytest.mark.parametrize(
    "marked", [{"secrecy": (Secrecy.PRIVACY,)}, {"elements": (DataElement(code="E", secrecy=(Secrecy.PRIVACY,)),)}]
)
def test_an_entry_or_an_element_that_is_marked_private(marked):
    told = {"right": AccessRight.PUBLICATION, "channel": Channel.LEVEL_CREDIT_SITE, "element": "E"}
    elements = marked.get("elements", (DataElement(code="E"),))
    request = asked(entry=entry(SharingClass.PUBLIC, **(marked | {"elements": elements})), **told)
    assert outcome(request) is AccessOutcome.REFUSED


def test_own_privacy_does_not_bar_the_subject_but_a_state_secret_does():
    assert outcome(asked(**OWN, exceptions=(OpennessException.PRIVACY,))) is AccessOutcome.GRANTED
    assert outcome(asked(**OWN, exceptions=(OpennessException.STATE_SECRET,))) is AccessOutcome.REFUSED


def test_a_social_institution_is_refused_unless_the_scope_names_it():
    told = {"requester": BANK, "channel": Channel.EMBEDDED_INTERFACE, "right": AccessRight.GOVERNMENT_SHARING}
    departments = entry(SharingClass.GOVERNMENT_SHARED)
    named = entry(SharingClass.GOVERNMENT_SHARED, scope_of_use=ScopeOfUse(named_users=("虚构银行",)))
    institutions = entry(SharingClass.GOVERNMENT_SHARED, scope_of_use=ScopeOfUse(users=(UserType.SOCIAL_INSTITUTION,)))
    assert outcome(asked(entry=departments, **told)) is AccessOutcome.REFUSED
    assert outcome(asked(entry=named, **told)) is AccessOutcome.GRANTED
    assert outcome(asked(entry=institutions, **told)) is AccessOutcome.GRANTED
    other = JIANGSU_2018.reading(SOCIAL_INSTITUTIONS, "as-departments")
    assert outcome(asked(entry=departments, **told), other) is AccessOutcome.GRANTED
    access = decide_access(asked(entry=departments, **told), on=DAY)
    assert any("social-institutions" in notice.code for notice in access.notices)


def test_the_type_of_the_user_has_to_be_stated():
    told = {"entry": entry(SharingClass.GOVERNMENT_SHARED), "right": AccessRight.GOVERNMENT_SHARING}
    access = decide_access(asked(requester=replace(OFFICE, type=None), **told), on=DAY)
    assert access.missing == ("requester_type",)
    assert outcome(asked(requester=replace(OFFICE, type=RequesterType.PUBLIC), **told)) is AccessOutcome.REFUSED


def test_marked_information_shared_within_government_carries_a_notice():
    told = GRANTED["within government"][0] | {"exceptions": (OpennessException.STATE_SECRET,)}
    access = decide_access(asked(**told), on=DAY)
    assert access.outcome is AccessOutcome.GRANTED
    assert [notice.code for notice in access.notices] == ["sharing.marked"]


@pytest.mark.parametrize("kind", [RequesterType.GOVERNMENT_DEPARTMENT, RequesterType.SOCIAL_INSTITUTION])
def test_a_natural_person_is_no_department_and_no_institution(kind):
    with pytest.raises(ValidationError, match=r"requester\.person"):
        Requester(type=kind, subject=PERSON)
    assert Requester(type=kind, subject=PERSON, body=Body(name="虚构市局")).type is kind
    assert Requester(type=RequesterType.PUBLIC, subject=PERSON).shown_name == "张**"


@pytest.mark.parametrize("right", ["another's, at the window", "within government"])
def test_what_was_withdrawn_as_wrong_is_given_to_nobody_else(right):
    """M32, fourth paragraph: what is wrong is set right; M35: what was repaired is an archive."""
    told = GRANTED[right][0]
    withdrawn = replace(STATE, status=RecordStatus.WITHDRAWN)
    access = decide_access(asked(**told | {"state": withdrawn}), on=DAY)
    assert access.outcome is AccessOutcome.REFUSED
    assert "not-withdrawn" in {one.condition.id for one in access.failed}
    access = decide_access(asked(**told | {"state": replace(STATE, status=RecordStatus.REPAIRED)}), on=DAY)
    assert access.outcome is AccessOutcome.GRANTED
    assert "sharing.repaired" in {notice.code for notice in access.notices}
    assert "转为档案" in access.explain("zh")


def test_a_subject_sees_what_was_withdrawn_about_it():
    withdrawn = replace(STATE, status=RecordStatus.WITHDRAWN)
    assert outcome(asked(**OWN | {"state": withdrawn})) is AccessOutcome.GRANTED


def test_content_outside_the_entry_is_refused():
    elements = (DataElement(code="E"),)
    request = asked(entry=entry(elements=elements), element="F")
    assert outcome(request) is AccessOutcome.REFUSED
    assert outcome(replace(request, element="E")) is AccessOutcome.GRANTED
    other_kind = replace(STATE, record=replace(RECORD, kind=Kind.AWARD))
    assert outcome(asked(state=other_kind)) is AccessOutcome.REFUSED
    assert (
        "content_named"
        in decide_access(
            asked(entry=None, right=AccessRight.OWN_QUERY, **{name: OWN[name] for name in ("requester",)}), on=DAY
        ).missing
    )


def test_an_element_with_a_class_of_its_own():
    elements = (DataElement(code="E", sharing_class=SharingClass.GOVERNMENT_SHARED), DataElement(code="F"))
    told = {"entry": entry(SharingClass.PUBLIC, elements=elements), "channel": Channel.LEVEL_CREDIT_SITE}
    assert outcome(asked(element="F", right=AccessRight.PUBLICATION, **told)) is AccessOutcome.GRANTED
    assert outcome(asked(element="E", right=AccessRight.PUBLICATION, **told)) is AccessOutcome.REFUSED


def test_the_period_of_use_of_the_entry_ends_the_publication():
    told = {"channel": Channel.LEVEL_CREDIT_SITE, "right": AccessRight.PUBLICATION}
    for period, wanted in ((Years(1), AccessOutcome.REFUSED), ("unlimited", AccessOutcome.GRANTED)):
        request = asked(entry=entry(SharingClass.PUBLIC, period_of_use=period), **told)
        assert decide_access(request, on=date(2021, 3, 2)).outcome is wanted


def test_nothing_is_asked_of_a_requester_that_nothing_tells():
    access = decide_access(asked(requester=Requester()), on=DAY)
    assert "requester_is_subject" in access.missing


def test_a_name_in_common_leaves_it_open_who_asks():
    body = Requester(body=Body(name="张三"))
    assert "requester_is_subject" in decide_access(asked(requester=body, entry=entry()), on=DAY).missing


def test_the_least_that_is_lacking_is_told():
    request = asked(requester=Requester(subject=Subject(name="张三")), **ABSENT, **WINDOW)
    access = decide_access(request, on=DAY)
    assert (access.outcome, access.lacking) == (AccessOutcome.PROOF_LACKING, (ProofKind.IDENTITY_PROOF,))


def test_a_request_travels_as_a_document_and_is_asked_again():
    request = asked(**OWN)
    again = AccessRequest.from_storage_json(request.to_storage_json())
    assert again == request
    first, second = (decide_access(one, on=DAY) for one in (request, again))
    assert (first, hash(first), repr(first)) == (second, hash(second), "<Access on 2020-03-01: granted>")


def test_no_answer_shows_a_personal_number():
    for name, (told, _) in GRANTED.items():
        for request in (asked(**told), asked(**(told | ABSENT))):
            access = decide_access(request, on=DAY)
            shown = access.to_public_json() + access.explain() + access.explain("en") + repr(request) + repr(access)
            assert NUMBER not in shown + request.to_public_json(), name
            assert "张三" not in shown + request.to_public_json(), name


def test_an_answer_is_told_in_both_languages():
    assert decide_access(asked(**OWN), on=DAY).explain().splitlines() == ["结果：准予", "依据：查询本人信息"]
    assert decide_access(asked(**(OWN | {"identity_proof": None})), on=DAY).explain("en").splitlines() == [
        "outcome: proofs are lacking",
        "proof lacking: valid proof of identity",
    ]
    refused = decide_access(asked(**(OWN | {"entry": entry(SharingClass.GOVERNMENT_SHARED)})), on=DAY)
    assert "query about oneself: not met: a class that it may query" in refused.explain("en")
    assert "查询本人信息：不符合 属可查询的类别" in refused.explain()
    open_ = decide_access(asked(**(OWN | {"channel": None, "authentication": ()})), on=DAY)
    assert "missing: channel" in open_.explain("en")
    assert "notice: " in refused.explain("en")


def test_a_public_answer_is_json_with_its_schema():
    told = json.loads(decide_access(asked(**(OWN | ABSENT)), on=DAY).to_public_json())
    assert (told["schema"], told["version"], told["form"]) == ("jscredit.access", 1, "public")
    assert told["lacking"] == ["identity_proof", "online_identity_authentication"]
    assert told["failed"] == {"own_query": ["identity-proof", "online-authentication"]}
    granted = json.loads(decide_access(asked(**OWN), on=DAY).to_public_json())
    assert (granted["right"], granted["failed"]) == ("own_query", {})


def test_the_day_has_to_be_a_day_in_force():
    with pytest.raises(NotInForce):
        decide_access(asked(), on=date(2018, 1, 28))
    with pytest.raises(InvalidInput):
        decide_access(asked(), on="2020-03-01")


def test_a_stored_answer_is_asked_again():
    for told, _ in GRANTED.values():
        for request in (asked(**told), asked(**(told | ABSENT))):
            access = decide_access(request, on=DAY)
            assert restored_access(access.to_storage_json()) == access


def test_a_stored_answer_that_is_no_longer_the_same():
    stored = json.loads(decide_access(asked(**OWN), on=DAY).to_storage_json())
    with pytest.raises(InvalidInput) as fault:
        restored_access(json.dumps(stored | {"outcome": "refused"}))
    assert fault.value.code == "access.changed"
    law = replace(JIANGSU_2018, id="another")
    with pytest.raises(InvalidInput, match=r"access\.changed"):
        restored_access(json.dumps(stored), regime=law)


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"schema": "jscredit.access", "form": "public"}'])
def test_what_is_no_stored_answer(text):
    with pytest.raises(InvalidInput) as fault:
        restored_access(text)
    assert fault.value.code == "document.unreadable"


@pytest.mark.parametrize("wrong", [{"request": None}, {"on": "soon"}, {"on": None}])
def test_a_stored_answer_with_parts_that_cannot_be_read(wrong):
    stored = json.loads(decide_access(asked(**OWN), on=DAY).to_storage_json())
    with pytest.raises(InvalidInput) as fault:
        restored_access(json.dumps(stored | wrong))
    assert NUMBER not in str(fault.value)


def test_a_notebook_shows_both_languages():
    shown = decide_access(asked(**OWN), on=DAY)._repr_html_()
    assert "准予" in shown
    assert "granted" in shown
