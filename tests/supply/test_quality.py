"""What each provider supplied in a period, counted by hand; what a record lacks of its entry."""

from datetime import date
from itertools import product

import pytest

from jscredit.catalog import Catalogue, CatalogueEntry, DataElement, RowSubject
from jscredit.deadlines import Days
from jscredit.errors import InvalidInput
from jscredit.records import Body, CreditRecord, Kind, Level, ProviderType, Role, Severity, Subject, SubjectType
from jscredit.supply import (
    Delivery,
    SupplyReport,
    SupplyRoute,
    deduplicate,
    missing_appointments,
    missing_fields,
    supply_path,
    supply_report,
)
from oracles.identifiers import invented_credit_code

DAY = date(2020, 3, 1)
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="某店", credit_code=invented_credit_code(1))
PERSON = Subject(type=SubjectType.NATURAL_PERSON, name="张三")
ELEMENTS = (
    DataElement(code="WSH", required=True, field="document_number"),
    DataElement(code="CD", field="severity"),
    DataElement(code="SHXYM", type="credit_code", required=True, field="subject_credit_code", group="number"),
    DataElement(code="ZZJGDM", type="organisation_code", field="subject_organisation_code", group="number"),
    DataElement(code="FR", field="determined_by", required_for=RowSubject.ORGANISATION),
    DataElement(code="BZ", required=True),
)
ENTRY = CatalogueEntry(code="1", name="行政处罚", elements=ELEMENTS, update_cycle=Days(30))
CATALOGUE = Catalogue(id="c", edition="1", title="虚构市目录", level=Level.CITY, entries=(ENTRY,))
PROVINCE = Body(name="虚构省厅", level=Level.PROVINCE, roles=(Role.PROVIDER,), lead_department="数据处")
CITY = Body(name="虚构市局", level=Level.CITY, type=ProviderType.ADMINISTRATIVE_ORGAN, code=invented_credit_code(9))


def delivery(number, *, by=CITY, received=DAY, route=SupplyRoute.SAME_LEVEL_PUSH, entry="1", **told):
    given = {"subject": SHOP, "kind": Kind.PENALTY, "determined_on": DAY, "determined_by": "虚构市局"} | told
    record = CreditRecord(id=str(number), document_number=f"虚{number}号", **given)
    return Delivery(record=record, route=route, by=by, received_on=received, entry=entry)


def report(*deliveries, catalogue=CATALOGUE):
    return supply_report(deliveries, first=DAY, last=date(2020, 5, 31), catalogue=catalogue)


def test_a_period_counted_by_hand():
    found = report(
        delivery(1, by=PROVINCE, route=SupplyRoute.PROVINCIAL_PUSH),
        delivery(1, received=date(2020, 4, 10)),
        delivery(1, received=date(2020, 4, 12), severity=None),
        delivery(2, received=date(2020, 3, 31)),
        delivery(3, determined_on=None, determined_by=None),
        delivery(4, entry=None),
        delivery(5, by=None),
        delivery(6, severity=Severity.SERIOUS),
        delivery(6, severity=Severity.GENERAL, by=Body(name="虚构市局")),
        delivery(7, received=date(2020, 6, 1)),
        delivery(8, received=date(2020, 2, 29)),
        delivery(9, received=None),
    )
    province, city, nobody = found.providers
    assert (province.body, city.body, nobody.body) == (PROVINCE, CITY, None)
    assert (found.undated, province.deliveries, city.deliveries, nobody.deliveries) == (1, 1, 7, 1)
    assert (city.in_time, city.late, city.timeliness_unknown) == (3, 2, 2)
    assert (city.days_late, city.most_days_late) == (10 + 12, 12)
    assert (city.complete, city.incomplete, city.completeness_unknown) == (5, 1, 1)
    assert [(one.entry, one.field, one.count) for one in city.lacking] == [("1", "FR", 1)]
    assert (city.sent_again, city.on_both_routes, city.contradicted) == (1, 2, 2)
    assert (province.sent_again, province.on_both_routes, province.contradicted) == (0, 1, 0)
    assert (province.appointments_missing, city.appointments_missing) == (
        ("responsible",),
        ("lead_department", "responsible"),
    )
    assert (city.by_analogy, province.by_analogy, nobody.by_analogy) == (False, None, None)
    assert SupplyReport.from_storage_json(found.to_storage_json()) == found


def test_it_is_told_in_both_languages():
    found = report(delivery(1), delivery(2, by=None))
    head, one, other = found.explain("en").splitlines()
    assert head == "supplies from 2020-03-01 to 2020-05-31 (0 more without a day of receipt)"
    assert one.startswith("虚构市局: 1 supplied, 1 in time, 0 late (at most 0 days), 0 open; 1 complete, 0 incomplete")
    assert other.endswith("0 sent again, 0 on both routes, 0 contradicted")
    assert other.startswith("(no body named): 1 supplied")
    assert found.explain().splitlines()[2].startswith("（未载明单位）：报送1，按时1")


def test_without_a_catalogue_nothing_is_late_or_incomplete():
    (found,) = report(delivery(1, received=date(2020, 5, 31)), catalogue=None).providers
    assert (found.timeliness_unknown, found.completeness_unknown) == (1, 1)


def test_a_period_does_not_run_backwards():
    with pytest.raises(InvalidInput) as fault:
        supply_report((), first=DAY, last=date(2020, 2, 29))
    assert fault.value.code == "days.reversed"


def test_bodies_are_told_apart_by_their_codes():
    other = Body(name=CITY.name, code=invented_credit_code(8))
    assert [one.deliveries for one in report(delivery(1), delivery(2, by=other), delivery(3)).providers] == [2, 1]


@pytest.mark.parametrize(
    ("number", "code", "old", "by"),
    [*product((None, "虚1号"), (None, SHOP.credit_code), (None, SHOP.credit_code.organisation_part), (None, "某局"))],
)
@pytest.mark.parametrize("kind", [SubjectType.LEGAL_PERSON, SubjectType.NATURAL_PERSON, None])
def test_what_is_required_and_not_told(number, code, old, by, kind):
    if kind is SubjectType.NATURAL_PERSON:
        code = old = None
    subject = Subject(type=kind, name="某", credit_code=code, organisation_code=old)
    record = CreditRecord(id="1", subject=subject, kind=Kind.PENALTY, document_number=number, determined_by=by)
    wanted = [] if number else ["WSH"]
    wanted += [] if code or old else ["SHXYM"]
    wanted += ["FR"] if by is None and (code or old) else []
    assert list(missing_fields(record, ENTRY)) == wanted


@pytest.mark.parametrize(
    "roles", [(), (Role.PROVIDER,), (Role.USER,), (Role.CREDIT_AUTHORITY,), (Role.USER, Role.PROVIDER)]
)
@pytest.mark.parametrize("lead", [None, "数据处"])
@pytest.mark.parametrize("person", [None, "张三"])
def test_what_a_body_has_to_name(roles, lead, person):
    body = Body(name="某局", roles=roles, lead_department=lead, responsible=person)
    wanted = [name for name, value in (("lead_department", lead), ("responsible", person)) if value is None]
    bound = roles != (Role.CREDIT_AUTHORITY,)
    assert [fault.field for fault in missing_appointments(body)] == (wanted if bound else [])
    assert "张三" not in "".join(fault.text() for fault in missing_appointments(body))


def test_what_a_body_sends_again_on_one_route():
    (found,) = report(delivery(1), delivery(1), delivery(1)).providers
    assert (found.sent_again, found.on_both_routes) == (2, 0)


def test_notebooks_show_both_languages():
    shown = [
        report(delivery(1))._repr_html_(),
        deduplicate([delivery(1)])._repr_html_(),
        supply_path(Level.CITY, SupplyRoute.SAME_LEVEL_PUSH)._repr_html_(),
    ]
    for html, words in zip(
        shown, (("信息报送情况", "supplies from"), ("保留", "kept"), ("部门", "department")), strict=True
    ):
        assert all(word in html for word in words)
