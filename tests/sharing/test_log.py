"""J24: no query without an entry; what a log lacks; to whom a record had been given; the query that logs itself."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from jscredit.catalog import Catalogue, CatalogueEntry, ScopeOfUse, UserType
from jscredit.errors import Refused
from jscredit.records import (
    Body,
    CreditFile,
    CreditRecord,
    Granter,
    Kind,
    Level,
    SharingClass,
    Subject,
    SubjectType,
    Supplied,
)
from jscredit.sharing import (
    AccessRight,
    Channel,
    Disclosure,
    GapKind,
    IdentityProof,
    LogEntry,
    OpennessException,
    QueryLog,
    Requester,
    RequesterType,
    given_to,
    log_gaps,
    query_file,
)
from oracles.identifiers import invented_credit_code, invented_resident_id

DAY = date(2020, 3, 1)
NUMBER = invented_resident_id(5)
PERSON = Subject(type=SubjectType.NATURAL_PERSON, name="张三", resident_id=NUMBER)
SHOP = Subject(name="虚构店", credit_code=invented_credit_code(1))
OFFICE = Requester(type=RequesterType.GOVERNMENT_DEPARTMENT, body=Body(name="虚构局"))
WHOLE = LogEntry(
    number=1,
    on=DAY,
    requester=OFFICE,
    subject=PERSON,
    ground="行政许可审查",
    right=AccessRight.GOVERNMENT_SHARING,
    channel=Channel.EMBEDDED_INTERFACE,
    record_ids=("1",),
)


def gaps(*entries, disclosures=()):
    found = log_gaps(QueryLog(entries=entries), disclosures=disclosures)
    return [(gap.kind, gap.number, gap.fields, gap.disclosure) for gap in found]


def test_a_whole_log_has_no_gap():
    assert gaps(WHOLE, replace(WHOLE, number=2), replace(WHOLE, number=3, on=date(2020, 3, 2))) == []


@pytest.mark.parametrize("name", ["on", "requester", "subject", "ground", "right"])
def test_what_an_entry_does_not_tell(name):
    assert gaps(replace(WHOLE, **{name: None})) == [(GapKind.FIELD_MISSING, 1, (name,), None)]


def test_a_query_that_got_nothing_has_no_right():
    assert gaps(replace(WHOLE, right=None, record_ids=())) == []


def test_numbers_that_are_missing_or_stand_twice():
    entries = (replace(WHOLE, number=2), replace(WHOLE, number=5), replace(WHOLE, number=5), replace(WHOLE, number=4))
    assert gaps(*entries) == [
        (GapKind.NUMBER_MISSING, 1, (), None),
        (GapKind.NUMBER_MISSING, 3, (), None),
        (GapKind.NUMBER_MISSING, 4, (), None),
        (GapKind.NUMBER_REPEATED, 5, (), None),
        (GapKind.NUMBER_REPEATED, 4, (), None),
    ]


def test_a_day_before_the_one_before_it():
    entries = (WHOLE, replace(WHOLE, number=2, on=date(2020, 2, 29)), replace(WHOLE, number=3))
    assert gaps(*entries) == [(GapKind.OUT_OF_ORDER, 2, (), None)]


@given(st.integers(1, 12), st.data())
def test_every_entry_that_was_cut_out_is_missing(count, data):
    entries = [replace(WHOLE, number=n) for n in range(1, count + 1)]
    cut = data.draw(st.sets(st.integers(1, count - 1))) if count > 1 else set()
    missing = {number for _, number, _, _ in gaps(*(entry for entry in entries if entry.number not in cut))}
    assert missing == cut


GIVEN = Disclosure(on=DAY, requester=OFFICE, subject=PERSON, record_ids=("1",))


@pytest.mark.parametrize(
    ("given", "logged"),
    [
        (GIVEN, True),
        (replace(GIVEN, record_ids=()), True),
        (replace(GIVEN, record_ids=("1", "2")), False),
        (replace(GIVEN, on=date(2020, 3, 2)), False),
        (replace(GIVEN, subject=SHOP), False),
        (replace(GIVEN, requester=Requester(body=Body(name="别的局"))), False),
    ],
)
def test_what_was_given_without_an_entry(given, logged):
    wanted = [] if logged else [(GapKind.NOT_LOGGED, None, (), 1)]
    assert gaps(WHOLE, disclosures=(GIVEN, given)) == wanted


def test_an_entry_about_nobody_tells_of_no_disclosure():
    found = gaps(replace(WHOLE, subject=None), disclosures=(GIVEN,))
    assert (GapKind.NOT_LOGGED, None, (), 0) in found


def test_gaps_are_told_in_both_languages():
    (gap,) = log_gaps(QueryLog(), disclosures=(GIVEN,))
    assert (gap.explain(), gap.explain("en")) == ("提供信息未登记 #0", "information was given without an entry #0")


def record(record_id="1", subject=PERSON):
    return CreditRecord(id=record_id, subject=subject, kind=Kind.COMMENDATION, granter=Granter.GOVERNMENT)


def test_to_whom_a_record_had_been_given():
    bank = Requester(body=Body(name="虚构银行"))
    log = QueryLog(
        entries=(
            WHOLE,
            replace(WHOLE, number=2, requester=bank),
            replace(WHOLE, number=3),
            replace(WHOLE, number=4, requester=Requester(body=Body(name="甲")), record_ids=("2",)),
            replace(WHOLE, number=5, requester=Requester(body=Body(name="乙")), subject=SHOP),
            replace(WHOLE, number=6, requester=Requester(body=Body(name="丙")), subject=None),
            replace(WHOLE, number=7, requester=Requester(body=Body(name="丁")), subject=Subject(name="张三")),
            replace(WHOLE, number=8, requester=None),
        )
    )
    assert [one.shown_name for one in given_to(record(), log)] == ["虚构局", "虚构银行", "丙", "丁"]
    assert given_to(record("9"), log) == ()


def test_a_requester_is_shown_masked():
    assert Requester(subject=PERSON).shown_name == "张**"
    assert Requester().shown_name is None
    log = QueryLog(entries=(replace(WHOLE, requester=Requester(subject=PERSON)),))
    assert NUMBER not in log.to_public_json() + repr(log)
    assert QueryLog.from_storage_json(log.to_storage_json()) == log


def entry(code, kind, sharing_class):
    return CatalogueEntry(code=code, name=code, kinds=(kind,), sharing_classes=(sharing_class,), any_provider=True)


CATALOGUE = Catalogue(
    id="c",
    edition="1",
    title="虚构市目录",
    level=Level.CITY,
    in_force_from=date(2018, 2, 1),
    entries=(
        entry("1", Kind.COMMENDATION, SharingClass.AUTHORISED_QUERY),
        entry("2", Kind.AWARD, SharingClass.PUBLIC),
        entry("3", Kind.VOLUNTEER_SERVICE, SharingClass.GOVERNMENT_SHARED),
    ),
)


SHARED = replace(CATALOGUE.entries[2], scope_of_use=ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT,)))


def file():
    records = (record(), replace(record("2"), kind=Kind.AWARD), replace(record("3"), kind=Kind.VOLUNTEER_SERVICE))
    changes = (Supplied(day=DAY, known_on=DAY, citation="M16", record=one) for one in records)
    return CreditFile(PERSON, tuple(changes))


def query(log, **told):
    given = {
        "requester": Requester(type=RequesterType.PUBLIC, subject=PERSON),
        "on": DAY,
        "channel": Channel.SERVICE_WINDOW,
        "ground": "了解本人信用",
        "catalogue": CATALOGUE,
        "identity_proof": IdentityProof(holder=PERSON, valid=True),
    }
    return query_file(file(), log=log, **(given | told))


def test_a_query_gives_what_its_right_gives_and_logs_itself():
    answer = query(QueryLog(entries=(WHOLE,)))
    assert [(each.state.record.id, each.right) for each in answer.given] == [
        ("1", AccessRight.OWN_QUERY),
        ("2", AccessRight.OWN_QUERY),
    ]
    (logged,) = answer.log.entries[1:]
    assert (logged.number, logged.record_ids, logged.right, logged.ground) == (
        2,
        ("1", "2"),
        AccessRight.OWN_QUERY,
        "了解本人信用",
    )
    assert log_gaps(answer.log) == ()
    assert answer.accesses["3"].outcome.value == "refused"
    assert given_to(record("2"), answer.log) == (Requester(type=RequesterType.PUBLIC, subject=PERSON),)


def test_a_query_that_gets_nothing_is_logged_too():
    answer = query(QueryLog(), identity_proof=None)
    assert answer.given == ()
    assert [(one.number, one.right, one.record_ids) for one in answer.log.entries] == [(1, None, ())]
    assert log_gaps(answer.log) == ()


def test_each_right_has_an_entry_of_its_own():
    answer = query(QueryLog(), channel=Channel.LEVEL_CREDIT_SITE, catalogue=[CATALOGUE], identity_proof=None)
    assert [one.right for one in answer.log.entries] == [AccessRight.PUBLICATION]
    body = Body(name="张三")
    assert query(QueryLog(), requester=Requester(body=body)).given == ()


def test_several_rights_in_one_query():
    answer = query(
        QueryLog(),
        requester=Requester(type=RequesterType.GOVERNMENT_DEPARTMENT, body=Body(name="虚构局")),
        channel=Channel.LEVEL_CREDIT_SITE,
        catalogue=replace(CATALOGUE, entries=(*CATALOGUE.entries[:2], SHARED)),
    )
    assert [(one.number, one.right, one.record_ids) for one in answer.log.entries] == [
        (1, AccessRight.PUBLICATION, ("2",)),
        (2, AccessRight.GOVERNMENT_SHARING, ("3",)),
    ]
    barred = query(
        QueryLog(),
        channel=Channel.LEVEL_CREDIT_SITE,
        right=AccessRight.PUBLICATION,
        exceptions={"2": (OpennessException.PRIVACY,)},
    )
    assert barred.given == ()


@pytest.mark.parametrize("wrong", [{"ground": " "}, {"requester": Requester()}])
def test_there_is_no_answer_that_could_not_be_logged(wrong):
    with pytest.raises(Refused) as refusal:
        query(QueryLog(), **wrong)
    assert refusal.value.code == "query.not-loggable"


@pytest.mark.parametrize("number", [0, -1, 10**12 + 1, 32990119900307001])
def test_the_number_of_an_entry_can_hold_no_number_of_a_person(number):
    with pytest.raises(ValidationError):
        LogEntry(number=number)
