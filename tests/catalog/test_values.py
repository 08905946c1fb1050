"""Catalogues as values, the starter, who leads, periods."""

import dataclasses
import runpy
import sys
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog_cases import IN_FORCE, PERIODS, catalogue, period, sound_entry
from factories import organisation, person
from jscredit.catalog import (
    Catalogue,
    CatalogueAttribute,
    CatalogueEntry,
    DataElement,
    LeadDepartment,
    OrganisationDuty,
    can_outlast,
    compare_catalogues,
    conformance,
    entry_for,
    lead_department_of,
    lint_catalogue,
    provincial_duties,
    same_period,
    starter_catalogue,
)
from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput, safe
from jscredit.interchange.dialect import dialect_ids, dialect_of
from jscredit.law import ledger
from jscredit.records import Body, CreditRecord, Kind, Level, OrganisationForm, Role, SharingClass, Subject
from oracles.catalog_lint import ends, outlasts
from oracles.identifiers import invented_credit_code

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def test_starter_holds_every_kind_and_every_sheet_and_nothing_wrong():
    starter = starter_catalogue()
    assert {kind for entry in starter.entries for kind in entry.kinds} == set(Kind)
    assert [entry.code for entry in starter.entries][:6] == list(dialect_ids())
    assert lint_catalogue(starter).findings == ()
    assert lint_catalogue(starter_catalogue(draft=True)).clean
    assert starter_catalogue(draft=True).in_force_from is None


def test_starter_is_what_the_tool_writes(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    tool = runpy.run_path(str(TOOLS / "write_starter_catalogue.py"))
    sys.modules.pop("starter_parts")
    assert tool["TARGET"].read_text(encoding="utf-8") == tool["text"]()
    assert tool["starter"]() == starter_catalogue()


@pytest.mark.parametrize("name", dialect_ids())
def test_dialects_are_entries_of_the_starter(name):
    dialect, entry = dialect_of(name), starter_catalogue().entry(name)
    assert entry.format == name
    for column, element in zip(dialect.columns, entry.elements, strict=True):
        assert (element.code, element.name, element.max_length) == (column.code, column.name, column.max_length)
        assert (element.required, element.group) == (column.required, column.group)
        assert set(column.headers) <= {element.name, *element.aliases}
        assert {one.code for one in element.codes} == set(dialect.code_lists.get(column.type, ()))


def test_all_seven_attributes_can_be_asked_by_name():
    entry = sound_entry()
    assert {name.value: bool(entry.attribute(name)) for name in CatalogueAttribute} == {
        "content": True,
        "scope_of_use": True,
        "update_cycle": True,
        "data_source": True,
        "format": True,
        "period_of_use": True,
        "retention_period": True,
    }


def test_class_of_use_is_told_only_where_there_is_one():
    public, asked = SharingClass.PUBLIC, SharingClass.AUTHORISED_QUERY
    assert sound_entry(sharing_classes=()).sharing_class is None
    assert sound_entry(sharing_classes=(public, asked)).sharing_class is None
    entry = sound_entry(sharing_classes=(public, public))
    assert entry.sharing_class is public
    assert entry.class_of(DataElement(code="A")) is public
    assert entry.class_of(DataElement(code="A", sharing_class=asked)) is asked


def test_catalogue_is_of_one_of_three_levels_and_in_force_for_a_period():
    with pytest.raises(ValidationError) as caught:
        catalogue(level=Level.TOWNSHIP, in_force_through=date(2020, 1, 1))
    assert [fault.code for fault in safe(caught.value).faults] == ["catalogue.level", "catalogue.in-force"]
    with pytest.raises(ValidationError, match=r"catalogue\.in-force"):
        catalogue(in_force_from=date(2020, 1, 2), in_force_through=date(2020, 1, 1))
    found = catalogue(sound_entry("A"), in_force_from=date(2020, 1, 2), in_force_through=date(2020, 1, 3))
    assert [found.in_force_on(date(2020, 1, day)) for day in (1, 2, 3, 4)] == [False, True, True, False]
    assert (found.entry("A").label.en, found.entry("B"), found.entry("A").element("x")) == ("某处罚", None, None)
    assert DataElement(code="A").label == "A"


def test_catalogue_is_a_document():
    starter = starter_catalogue()
    assert Catalogue.from_storage_json(starter.to_storage_json()) == starter
    with pytest.raises(InvalidInput, match=r"document\.public"):
        Catalogue.from_storage_json(starter.to_public_json())
    entry = sound_entry(update_cycle=WorkingDays(7), period_of_use=Days(5), retention_period="unlimited")
    again = Catalogue.from_storage_json(catalogue(entry, **IN_FORCE).to_storage_json())
    assert again.entries == (entry,)


@pytest.mark.parametrize("name", ["update_cycle", "period_of_use"])
def test_period_that_is_none_is_refused(name):
    text = catalogue(sound_entry(**{name: Months(2)})).to_storage_json()
    spoilt = text.replace(f'"{name}": {{"months": 2}}', f'"{name}": {{"fortnights": 2}}')
    assert spoilt != text
    with pytest.raises(InvalidInput):
        Catalogue.from_storage_json(spoilt)
    with pytest.raises(ValidationError):
        CatalogueEntry(code="1", name="甲", **{name: "3 years"})


LEADS = {
    OrganisationForm.ENTERPRISE: "industry_and_commerce",
    OrganisationForm.SOCIAL_ORGANISATION: "civil_affairs",
    OrganisationForm.PUBLIC_INSTITUTION: "staffing_office",
}


@pytest.mark.parametrize("form", OrganisationForm)
def test_lead_department_by_form_or_the_gap(form):
    found = lead_department_of(Subject(name="某", form=form))
    assert (found.department and found.department.value) == LEADS.get(form)
    assert (found.gap is None) == (form in LEADS)
    assert found.citation.ledger_id == "M6¶1"
    assert (form.label.zh in found.explain("zh")) == (form not in LEADS)


def test_lead_department_of_persons_and_of_what_is_not_known():
    assert lead_department_of(person(1)).department is LeadDepartment.CREDIT
    assert "credit department" in lead_department_of(person(1)).explain("en")
    trader = Subject(name="某店", credit_code=invented_credit_code(1, head="92"))
    assert lead_department_of(trader).department is None
    assert "sole trader" in lead_department_of(trader).gap.en
    assert lead_department_of(Subject(name="某")).missing == ("subject_type",)
    unknown = lead_department_of(organisation(1))
    assert (unknown.department, unknown.gap, unknown.missing) == (None, None, ("subject_form",))
    assert "the form of the organisation is not known" in unknown.explain("en")


def test_duties_of_the_provincial_organisation():
    duties = provincial_duties()
    assert [entry.duty for entry in duties] == list(OrganisationDuty)
    assert {(entry.role, entry.level) for entry in duties} == {(Role.INFORMATION_ORGANISATION, Level.PROVINCE)}
    cited = {citation.ledger_id for entry in duties for citation in entry.citations}
    assert cited == {"M6¶2", "M22¶1", "M31", "M34"} <= set(ledger())
    repair = next(entry for entry in duties if entry.duty is OrganisationDuty.SERVE_REPAIR)
    assert not repair.takes_applications


@pytest.mark.parametrize("role", [Role.CREDIT_AUTHORITY, Role.INFORMATION_ORGANISATION])
def test_role_at_a_level_that_has_none_is_refused(role):
    with pytest.raises(ValidationError, match=r"body\.role-level"):
        Body(name="某", roles=(role,), level=Level.TOWNSHIP)


@settings(deadline=None)
@given(st.sampled_from(PERIODS), st.sampled_from(PERIODS))
def test_one_period_outlasts_another_as_days_show(one, other):
    assert can_outlast(period(one), period(other)) == outlasts(one, other)
    if same_period(period(one), period(other)):
        assert ends(one) == ends(other)


def test_tools_of_periods_know_no_end():
    assert can_outlast("unlimited", Years(99))
    assert not can_outlast("unlimited", "unlimited")
    assert dataclasses.replace(sound_entry(), period_of_use="unlimited").period_of_use == "unlimited"


def test_answers_stand_in_a_notebook_in_both_languages():
    entry = sound_entry(format=None)
    starter = starter_catalogue()
    answers = (
        lint_catalogue(catalogue(entry)),
        conformance([{}], entry),
        compare_catalogues(catalogue(entry), catalogue()),
        lead_department_of(person(1)),
        entry_for(penalty(), starter, on=date(2020, 1, 1)),
    )
    for answer in answers:
        shown = answer._repr_html_()
        assert shown.startswith("<")
        for lang in ("zh", "en"):
            assert escape(answer.explain(lang).splitlines()[0]) in shown


@pytest.mark.parametrize(
    ("of_entry", "of_element", "expected"),
    [
        (SharingClass.GOVERNMENT_SHARED, SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED),
        (SharingClass.PUBLIC, SharingClass.AUTHORISED_QUERY, SharingClass.AUTHORISED_QUERY),
        (SharingClass.PUBLIC, None, SharingClass.PUBLIC),
        (None, SharingClass.PUBLIC, None),
    ],
)
def test_an_element_is_public_only_where_its_entry_is(of_entry, of_element, expected):
    element = DataElement(code="A", name="甲", sharing_class=of_element)
    classes = () if of_entry is None else (of_entry,)
    entry = CatalogueEntry(code="1", name="某", elements=(element,), sharing_classes=classes)
    assert entry.class_of(element) is expected


def test_match_tells_its_candidates_and_what_is_missing():
    none = entry_for(penalty(), catalogue(), on=date(2020, 1, 1))
    assert (none.explain("zh"), none.explain("en")) == ("没有相应的目录项", "there is no entry for it")
    unsure = entry_for(penalty(), catalogue(sound_entry(), **IN_FORCE), on=date(2020, 1, 1))
    assert unsure.explain("en").splitlines() == ["C1 某处罚", "not known: provider"]


def penalty():
    return CreditRecord(id="1", subject=organisation(1), kind=Kind.PENALTY)
