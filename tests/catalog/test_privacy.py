"""A resident's number planted in every text of a catalogue: nothing that is shown has it."""

import dataclasses
from datetime import date

import pytest
from pydantic import ValidationError

from catalog_cases import IN_FORCE, catalogue, sound_entry
from catalog_procedure_cases import DAY, GOVERNMENT
from jscredit.catalog import (
    CatalogueCase,
    CatalogueEntry,
    DataElement,
    ForbiddenAddition,
    ListedCode,
    Norm,
    Published,
    PublisherCapacity,
    ScopeOfUse,
    StatedValidity,
    admit_data,
    compare_catalogues,
    conformance,
    entry_for,
    lint_catalogue,
)
from jscredit.errors import InvalidInput, Refused
from jscredit.interchange import read_catalogue_sheet
from jscredit.law import Rank
from jscredit.records import Body, CreditRecord, Kind, Subject
from oracles.identifiers import invented_resident_id

NUMBER = invented_resident_id(12, born=date(1987, 6, 5))
TEXT = f"张三{NUMBER}"
NORM = Norm(citation=TEXT, rank=Rank.LAW)
ELEMENT = DataElement(
    code=TEXT,
    name=TEXT,
    aliases=(TEXT,),
    type=TEXT,
    group=TEXT,
    code_list=TEXT,
    codes=(ListedCode(code=TEXT, meaning=TEXT, stands_for=TEXT),),
    other_code=TEXT,
    blank_code=TEXT,
    none_word=TEXT,
    not_before=TEXT,
    field=TEXT,
)
ENTRY = sound_entry(
    TEXT,
    name=TEXT,
    name_en=TEXT,
    provider=Body(name=TEXT, responsible=TEXT),
    elements=(ELEMENT, ELEMENT, dataclasses.replace(ELEMENT, name="血型")),
    scope_of_use=ScopeOfUse(named_users=(TEXT,), purposes=(TEXT,)),
    data_source=TEXT,
    format=TEXT,
    validity=StatedValidity(norm=NORM),
)
WHOLE = catalogue(ENTRY, sound_entry(), id=TEXT, edition=TEXT, title=TEXT, **IN_FORCE)
ADDED = ForbiddenAddition(names=(TEXT,), norm=NORM)
RECORD = CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.PENALTY)


def shown(value):
    texts = [repr(value), str(value)]
    if hasattr(value, "to_public_json"):
        texts.append(value.to_public_json())
    if hasattr(value, "explain"):
        texts += [value.explain("zh"), value.explain("en"), value._repr_html_()]
    return "\n".join(texts)


def test_number_stands_in_what_is_stored():
    assert WHOLE.to_storage_json().count(NUMBER) > 50


@pytest.mark.parametrize(
    "value",
    [
        WHOLE,
        ENTRY,
        ELEMENT,
        ADDED,
        lint_catalogue(WHOLE, additions=[ADDED]),
        compare_catalogues(WHOLE, catalogue(sound_entry(TEXT))),
        compare_catalogues(catalogue(sound_entry(TEXT)), WHOLE),
        conformance([{TEXT: TEXT, NUMBER: NUMBER, "血型": NUMBER}], ENTRY),
        conformance([{TEXT: TEXT, f"备注{NUMBER}": NUMBER}], sound_entry()),
        entry_for(RECORD, WHOLE, on=DAY),
        CatalogueCase(catalogue=dataclasses.replace(WHOLE, in_force_from=None), additions=(ADDED,)),
        Published(on=DAY, publisher=GOVERNMENT, capacity=PublisherCapacity.GOVERNMENT, authorisation=TEXT),
    ],
    ids=lambda value: type(value).__name__,
)
def test_number_is_masked_wherever_it_is_shown(value):
    assert NUMBER not in shown(value)


def test_errors_do_not_tell_it(tmp_path):
    with pytest.raises(Refused) as guarded:
        admit_data({TEXT: NUMBER, f"血型{NUMBER}": NUMBER}, entry=ENTRY, additions=[ADDED])
    with pytest.raises(ValidationError) as built:
        CatalogueEntry(code=NUMBER, name=NUMBER, category=NUMBER, levels=NUMBER, update_cycle=NUMBER)
    file = tmp_path / "catalogue.csv"
    file.write_text(f"{NUMBER},x\n{NUMBER},y\n{NUMBER},z\n{NUMBER},\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as read:
        read_catalogue_sheet(file)
    assert not any(NUMBER in str(caught.value) + repr(caught.value) for caught in (guarded, built, read))
