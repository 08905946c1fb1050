"""M21: what of a file is published on a day; all else is neither listed nor counted."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import random_file
from jscredit.catalog import Catalogue, CatalogueEntry, DataElement, Secrecy
from jscredit.errors import InvalidInput, NotInForce, Refused
from jscredit.records import (
    Body,
    CreditFile,
    CreditRecord,
    Delisted,
    DelistingGround,
    Flagged,
    Kind,
    Level,
    Listed,
    ListEntry,
    ListSide,
    Repaired,
    Severity,
    SharingClass,
    Subject,
    SubjectType,
    Supplied,
)
from jscredit.sharing import (
    PUBLICATION_CHANNELS,
    Channel,
    OpennessException,
    PublicationView,
    QueryLog,
    Requester,
    publication_view,
    query_file,
)
from jscredit.sharing.published import LIMITED
from oracles.dice import dice
from oracles.identifiers import invented_credit_code, invented_resident_id

DAY = date(2020, 3, 1)
NUMBER = invented_resident_id(5)
PERSON = Subject(type=SubjectType.NATURAL_PERSON, name="张三", resident_id=NUMBER)
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="虚构商贸有限公司", credit_code=invented_credit_code(1))
ELEMENTS = (
    DataElement(code="XM", name="名称", field="subject_name"),
    DataElement(code="HM", name="号码", field="subject_resident_id"),
    DataElement(code="WSH", name="文书号", field="document_number"),
    DataElement(code="RQ", name="认定日", field="determined_on"),
    DataElement(code="YY", name="故意", field="intent"),
    DataElement(code="FK", name="罚款", field="fine_yuan"),
    DataElement(code="JG", name="机关", field="determined_by", sharing_class=SharingClass.GOVERNMENT_SHARED),
    DataElement(code="CD", name="程度", field="severity", secrecy=(Secrecy.PRIVACY,)),
    DataElement(code="BZ", name="备注"),
)
ENTRY = CatalogueEntry(
    code="P1",
    name="围标串标",
    kinds=(Kind.BID_RIGGING,),
    elements=ELEMENTS,
    sharing_classes=(SharingClass.PUBLIC,),
    any_provider=True,
    subject_types=(SubjectType.LEGAL_PERSON, SubjectType.NATURAL_PERSON),
)


def catalogue(*entries):
    given = {"id": "c", "edition": "1", "title": "虚构市目录", "level": Level.CITY}
    return Catalogue(**given, entries=entries, in_force_from=date(2018, 2, 1))


def record(record_id="1", subject=PERSON, **told):
    given = {
        "kind": Kind.BID_RIGGING,
        "severity": Severity.GENERAL,
        "determined_on": date(2019, 6, 1),
        "determined_by": "虚构局",
        "document_number": "虚1号",
        "intent": True,
    }
    return CreditRecord(id=record_id, subject=subject, **(given | told))


def supplied(one, known_on=date(2019, 6, 3)):
    return Supplied(day=known_on, known_on=known_on, citation="M16", record=one)


def view(*changes, subject=PERSON, on=DAY, entries=(ENTRY,), channel=Channel.CREDIT_JIANGSU_SITE, **told):
    file = CreditFile(subject, changes)
    return publication_view(file, on=on, channel=channel, catalogue=catalogue(*entries), **told)


def test_only_what_the_entry_names_and_makes_public_is_shown_and_persons_are_masked():
    found = view(supplied(record()))
    (shown,) = found.records
    assert [(field.code, field.name, field.value) for field in shown.fields] == [
        ("XM", "名称", "张**"),
        ("HM", "号码", NUMBER[:2] + "*" * 16),
        ("WSH", "文书号", "虚1号"),
        ("RQ", "认定日", "2019-06-01"),
        ("YY", "故意", "是"),
    ]
    assert (found.name, shown.entry, shown.flagged, found.limited) == ("张**", "P1", False, LIMITED)
    for text in (found.to_public_json(), found.to_storage_json(), repr(found)):
        assert NUMBER not in text
        assert "张三" not in text
    assert PublicationView.from_storage_json(found.to_storage_json()) == found


def test_an_organisation_is_shown_by_its_name_and_a_no_is_a_no():
    (shown,) = view(supplied(record(subject=SHOP, intent=False)), subject=SHOP).records
    assert {field.code: field.value for field in shown.fields} == {
        "XM": "虚构商贸有限公司",
        "WSH": "虚1号",
        "RQ": "2019-06-01",
        "YY": "否",
    }


@pytest.mark.parametrize("channel", Channel, ids=str)
def test_five_channels_and_no_sixth(channel):
    if channel in PUBLICATION_CHANNELS:
        assert len(view(supplied(record()), channel=channel).records) == 1
        return
    with pytest.raises(Refused) as refusal:
        view(supplied(record()), channel=channel)
    assert refusal.value.code == "publication.channel"


@pytest.mark.parametrize(
    ("on", "count"), [(date(2019, 6, 2), 0), (date(2019, 6, 3), 1), (date(2020, 6, 1), 1), (date(2020, 6, 2), 0)]
)
def test_only_in_its_validity_and_once_it_is_known(on, count):
    assert len(view(supplied(record()), on=on).records) == count


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, sharing_classes=()),
        replace(ENTRY, sharing_classes=(SharingClass.PUBLIC, SharingClass.AUTHORISED_QUERY)),
        replace(ENTRY, sharing_classes=(SharingClass.AUTHORISED_QUERY,)),
        replace(ENTRY, secrecy=(Secrecy.TRADE_SECRET,)),
        replace(ENTRY, kinds=(Kind.AWARD,)),
    ],
)
def test_what_is_not_public_is_neither_listed_nor_counted(other):
    assert view(supplied(record()), entries=(other,)) == view()


def test_where_two_entries_can_be_meant_nothing_is_shown():
    assert view(supplied(record()), entries=(ENTRY, replace(ENTRY, code="P2"))).records == ()


def test_a_mark_on_a_record_that_the_file_lacks_is_no_silent_nothing():
    file = CreditFile(PERSON, (supplied(record()),))
    told = {"on": DAY, "catalogue": Catalogue(id="c", edition="1", title="虚构目录", level=Level.CITY)}
    private = {f"{record().id}0": (OpennessException.PRIVACY,)}
    with pytest.raises(InvalidInput, match=r"exceptions\.unknown-record"):
        publication_view(file, channel=Channel.LEVEL_CREDIT_SITE, exceptions=private, **told)
    asks = {"requester": Requester(body=Body(name="虚构局")), "ground": "审查", "log": QueryLog()}
    with pytest.raises(InvalidInput, match=r"exceptions\.unknown-record"):
        query_file(file, channel=Channel.EMBEDDED_INTERFACE, exceptions=private, **asks, **told)


def test_two_formats_of_one_entry_are_one_only_where_they_show_the_same():
    old, new = replace(ENTRY, format="old"), replace(ENTRY, code="P2", format="new")
    assert view(supplied(record()), entries=(old, new)).records[0].entry == "P1"
    first, *others = new.elements
    for marked in (
        replace(first, secrecy=(Secrecy.PRIVACY,)),
        replace(first, sharing_class=SharingClass.AUTHORISED_QUERY),
    ):
        one = replace(new, elements=(marked, *others))
        assert view(supplied(record()), entries=(old, one)).records == ()


def test_a_record_may_be_barred_by_itself():
    barred = {"1": (OpennessException.PRIVACY,)}
    shown = view(supplied(record()), supplied(record("2")), exceptions=barred).records
    assert [each.id for each in shown] == ["2"]


def test_a_flag_is_shown_and_bars_nothing():
    day = date(2019, 7, 1)
    flag = Flagged(day=day, known_on=day, citation="M32¶3", record_id="1", reason="异议")
    assert [each.flagged for each in view(supplied(record()), flag).records] == [True]


def test_a_repaired_record_is_archived():
    day = date(2020, 2, 1)
    repair = Repaired(day=day, known_on=day, citation="M35¶2", record_id="1")
    assert view(supplied(record()), repair).records == ()
    assert len(view(supplied(record()), repair, on=date(2020, 1, 31)).records) == 1


def listed(valid_until=date(2021, 1, 1)):
    entry = ListEntry(
        id="B1",
        side=ListSide.BLACK,
        subject=PERSON,
        list_name="虚构黑名单",
        determined_by=Body(name="虚构局"),
        valid_from=date(2020, 1, 1),
        valid_until=valid_until,
    )
    return Listed(day=date(2020, 1, 1), known_on=date(2020, 1, 1), citation="M17", entry=entry)


def test_a_list_entry_is_shown_as_long_as_it_is_valid():
    (shown,) = view(listed()).listings
    assert (shown.side, shown.list_name, shown.determined_by) == (ListSide.BLACK, "虚构黑名单", "虚构局")
    assert view(listed(), on=date(2021, 1, 2)).listings == ()
    assert view(listed(valid_until=None)).listings == ()
    day = date(2020, 2, 1)
    ended = Delisted(day=day, known_on=day, citation="J17", entry_id="B1", ground=DelistingGround.PERIOD_OVER)
    assert view(listed(), ended).listings == ()


def test_before_the_measures_are_in_force_there_is_no_view():
    with pytest.raises(NotInForce):
        view(on=date(2018, 1, 28))


def test_several_catalogues():
    file = CreditFile(PERSON, (supplied(record()),))
    channel = Channel.PUBLIC_PORTAL_SITE
    assert len(publication_view(file, on=DAY, channel=channel, catalogue=[catalogue(), catalogue(ENTRY)]).records) == 1


EVERYTHING = replace(ENTRY, kinds=tuple(Kind), subject_types=())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1))
def test_no_invented_file_shows_a_personal_number(seed):
    file = random_file(dice(seed))
    found = publication_view(file, on=DAY, channel=Channel.CREDIT_JIANGSU_APP, catalogue=catalogue(EVERYTHING))
    text = found.to_storage_json() + found.to_public_json() + repr(found)
    for subject in {file.subject, *(state.record.subject for state in file.records)}:
        if subject.is_natural_person is not False:
            hidden = [
                subject.name,
                *(number.reveal() for number in (subject.resident_id, *subject.other_ids) if number),
            ]
            assert [value for value in hidden if value and len(value) > 1 and value in text] == []
    assert {each.id for each in found.records} <= {state.record.id for state in file.records}
