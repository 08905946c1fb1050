"""The set questions, each the same as its loop over objects: on Polars and DuckDB, pandas and PyArrow at the door."""

import dataclasses
from datetime import date, timedelta

import polars as pl
import pyarrow as pa
import pytest

from factories import ORGANISATIONS, PERSONS, judgement, random_evidence, random_file, random_record
from frames_cases import PERIODS_OF_USE, record_row_of, row_of
from frames_subjects import ON, a_subject, an_entry, entry_row, file_tables, subject_row
from frames_tables import FLAG, back, in_duckdb, table
from jscredit import InvalidInput, frames
from jscredit.listing import ListSnapshot, red_list_removals, screen_red_list
from jscredit.measures import PersonRole, RelatedPerson, attributions
from jscredit.records import (
    Conduct,
    CreditFile,
    Kind,
    ListSide,
    Procedure,
    RecordState,
    RecordStatus,
    Severity,
    SharingClass,
    Supplied,
    kind_row,
    kind_rows,
)
from jscredit.repair import repair_row
from jscredit.review import Matter, Viewer, credit_review
from jscredit.supply import Delivery, deduplicate
from jscredit.supply.comparing import COMPARED
from oracles.dice import dice

KINDS = (
    Kind.PENALTY,
    Kind.VIOLATION,
    Kind.WAGE_ARREARS,
    Kind.WORK_SAFETY_ACCIDENT,
    Kind.FOOD_SAFETY_ACCIDENT,
    Kind.ADMINISTRATIVE_CHARGE_ARREARS,
    Kind.TAX_ARREARS,
    Kind.OTHER_NEGATIVE,
    Kind.AWARD,
)
CONDUCTS = (Conduct.WAGE_ARREARS, Conduct.BRIBERY, Conduct.OTHER_VIOLATION, Conduct.FOOD_SAFETY)
TOLD = ("recurrence_stated", "recurred", "recurred_on", "recurred_in_record_kind", "recurred_in_record_kind_on")


def snapshots(side, states):
    return [ListSnapshot(name=f"L{at}", side=side, day=ON, entries=states[at::3]) for at in range(3)]


def lists(rng, side, count, first):
    states = [an_entry(rng, f"E{first + place}", side) for place in range(count)]
    return states, table([entry_row(state, f"L{place % 3}") for place, state in enumerate(states)])


@pytest.mark.parametrize("seed", range(4))
def test_the_cross_check_is_that_of_the_objects(seed):
    rng = dice(seed)
    candidates = [a_subject(rng) for _ in range(150)]
    given = table([{"id": str(place), **subject_row(subject)} for place, subject in enumerate(candidates)])
    black, black_table = lists(rng, ListSide.BLACK, 120, 0)
    red, red_table = lists(rng, ListSide.RED, 100, 1_000)
    said = screen_red_list(candidates, black=snapshots(ListSide.BLACK, black), on=ON)
    place_of = {id(subject): place for place, subject in enumerate(candidates)}
    status = {place_of[id(one.candidate)]: "blocked" for one in said.blocked}
    status |= {place_of[id(one.candidate)]: "to_decide" for one in said.to_decide}
    wanted = [status.get(place, "cleared") for place in range(150)]
    assert len(set(wanted)) == 3
    pairs = sorted(
        str((str(place_of[id(one.candidate)]), found.entry.id, found.list_name, found.doubt and found.doubt.value))
        for one in (*said.blocked, *said.to_decide)
        for found in one.found
    )
    orders = sorted(
        str((order.list_name, order.entry.id, order.black_entry_id, order.status.value))
        for order in red_list_removals(black, red=snapshots(ListSide.RED, red), on=ON)
    )
    assert frames.screen_red_list(given, black=black_table, on=ON)["screening"].to_list() == wanted
    assert sorted(map(str, frames.screened_pairs(given, black=black_table, on=ON).rows())) == pairs
    assert sorted(map(str, frames.red_list_removals(black_table, red=red_table, on=ON).rows())) == orders
    ours, blacks, reds = in_duckdb(given=given, black=black_table, red=red_table)
    assert back(frames.screen_red_list(ours, black=blacks, on=ON))["screening"].to_list() == wanted
    assert sorted(map(str, frames.screened_pairs(ours, black=blacks, on=ON).fetchall())) == pairs
    assert sorted(map(str, frames.red_list_removals(blacks, red=reds, on=ON).fetchall())) == orders
    arrow = frames.screened_pairs(given.to_arrow(), black=black_table.to_arrow(), on=ON)
    assert isinstance(arrow, pa.Table)
    assert sorted(map(str, pl.from_arrow(arrow).rows())) == pairs
    pandas = frames.screen_red_list(given.to_pandas(), black=black_table.to_pandas(), on=ON, columns="all")
    assert pandas["screening"].to_list() == wanted
    assert list(pandas.columns[:-1]) == given.columns


@pytest.mark.parametrize(
    "kept", ["subject_credit_code", "subject_organisation_code", "subject_resident_id", "subject_name"]
)
def test_a_cross_check_by_one_column_alone(kept):
    rng = dice(8)
    candidates = [a_subject(rng) for _ in range(80)]
    given = table([{"id": str(place), **subject_row(subject)} for place, subject in enumerate(candidates)])
    _, black = lists(rng, ListSide.BLACK, 80, 0)
    black = black.drop("list_name", "delisted_on")
    one = given.select("id", kept)
    for theirs in (black, black.select("id", kept, "valid_from", "valid_until")):
        found = frames.screen_red_list(one, black=theirs, on=ON)
        if kept == "subject_name":
            assert "blocked" not in found["screening"].to_list()
        assert found["id"].equals(given["id"])
        assert set(found["screening"]) > {"cleared"}


def test_what_a_cross_check_refuses():
    given = pl.DataFrame({"id": ["1"], "subject_name": ["甲"]})
    black = given.with_columns(valid_from=pl.lit(ON), valid_until=pl.lit(ON))
    for call, code in (
        (lambda: frames.screen_red_list(given, black=black.to_arrow(), on=ON), "frames.two-kinds"),
        (lambda: frames.screen_red_list(given.drop("subject_name"), black=black, on=ON), "frames.subject-columns"),
        (lambda: frames.screen_red_list(given, black=black, on=ON, key="x"), "frames.key"),
        (lambda: frames.screen_red_list(given, black=black, on=ON, entry_key="x"), "frames.key"),
        (lambda: frames.screen_red_list(given, black=black, on=ON, name="id"), "frames.column-taken"),
        (
            lambda: frames.screen_red_list(given, black=black.with_columns(valid_from=pl.lit("x")), on=ON),
            "frames.column-type",
        ),
    ):
        with pytest.raises(InvalidInput) as refused:
            call()
        assert refused.value.code == code


@pytest.mark.parametrize("seed", [3, 4])
def test_the_review_of_every_subject_is_that_of_its_file(seed):
    rng, day = dice(seed), date(2024, 6, 1)
    files = [random_file(rng).as_of(day) for _ in range(400)]
    subjects, records, entries = file_tables(files)
    found = frames.credit_review(subjects, records=records, entries=entries, on=day, periods_of_use=PERIODS_OF_USE)
    for file, row in zip(files, found.rows(), strict=True):
        said = credit_review(file, matter=Matter.DAILY_SUPERVISION, on=day, periods_of_use=PERIODS_OF_USE)
        grounds = (FLAG[verdict.value] for verdict in said.grounds)
        assert row[1:] == (said.outcome.value, said.best.value, said.worst.value, *grounds), row
    assert len(set(found["review_outcome"])) == 6
    relations = in_duckdb(subjects=subjects, records=records, entries=entries)
    in_sql = frames.credit_review(
        relations[0], records=relations[1], entries=relations[2], on=day, periods_of_use=PERIODS_OF_USE, columns="all"
    )
    assert back(in_sql, "subject").select(found.columns).equals(found)


def file_with_failures(rng):
    """A file of which many records are about the same few conducts, in a year or two."""
    subject = a_subject(rng)
    file = CreditFile(subject, complete_since=rng.choice([None, date(2019, 1, 1), date(2021, 5, 1)]))
    kinds = [kind for kind in KINDS if kind_row(kind).fits(subject)]
    for number in range(rng.randint(2, 6)):
        day = date(2020, 1, 1) + timedelta(days=rng.randint(0, 900))
        told = {"kind": rng.choice(kinds), "id": f"R{number}", "subject": subject}
        told["conduct_on"] = rng.choice([None, day, day])
        told["determined_on"] = rng.choice([None, day + timedelta(days=rng.choice([0, 30, 400]))])
        record = random_record(rng, **told)
        if rng.random() < 0.6 and kind_row(record.kind).may_be_about is None:
            record = dataclasses.replace(record, conduct=rng.choice(CONDUCTS))
        if rng.random() < 0.7:
            sure = {
                "reflects_credit": True,
                "accident_liability": True,
                "dealt_with_by_regulator": True,
                "malice": True,
            }
            record = dataclasses.replace(record, procedure=Procedure.GENERAL, **sure)
        file = file.apply(Supplied(day=day, known_on=date(2024, 1, 1), citation="M16", record=record))
    return file


def test_a_kind_that_names_a_failure_may_be_about_several_conducts():
    assert all(len(row.may_be_about) > 1 for row in kind_rows().values() if row.names_failure and row.may_be_about)


def test_the_recurrence_is_that_of_the_file():
    rng, day = dice(6), date(2022, 6, 1)
    cases = []
    while len(cases) < 800:
        file = file_with_failures(rng)
        state = rng.choice(file.records)
        first = rng.choice([None, date(2020, 6, 1) + timedelta(days=rng.randint(0, 700))])
        evidence = random_evidence(rng, corrected_on=first, corrected=True if first else None)
        conduct_on = state.record.conduct_on
        if first and conduct_on and first < conduct_on:
            continue
        cases.append((file, state.record, evidence, repair_row(state.record, evidence, on=day, file=file)))
    rows = [
        {**row_of(record, evidence), "subject": str(place), "complete_since": file.complete_since}
        for place, (file, record, evidence, _) in enumerate(cases)
    ]
    records = [record_row_of(state, str(place)) for place, (file, *_) in enumerate(cases) for state in file.records]
    given, others = table(rows), table(records)
    wanted = [tuple(row[name] for name in TOLD) for *_, row in cases]
    found = frames.recurrence(given, records=others, on=day)
    assert found.select(TOLD).rows() == wanted
    assert {row[1] for row in wanted} == {True, False, None}
    assert any(row[1] != row[3] for row in wanted)
    ours, theirs = in_duckdb(cases=given, records=others)
    in_sql = back(frames.recurrence(ours, records=theirs, on=day), "subject")
    assert in_sql.select(TOLD).rows() == wanted
    asked = frames.repair_eligibility(found, on=day, key=("subject", "id"))
    assert len(asked) == 800


def test_what_the_public_may_see_is_what_a_review_shows_it():
    rng, day = dice(9), date(2024, 6, 1)
    files = [random_file(rng).as_of(day) for _ in range(500)]
    _, records, _ = file_tables(files)
    found = frames.publication_view(records, on=day, key=("subject", "id"), periods_of_use=PERIODS_OF_USE)
    viewer, wanted = Viewer(sees=(SharingClass.PUBLIC,)), []
    for place, file in enumerate(files):
        said = credit_review(
            file, matter=Matter.DAILY_SUPERVISION, on=day, viewer=viewer, periods_of_use=PERIODS_OF_USE
        )
        wanted += [(str(place), shown.record.id) for shown in said.records]
    assert found.rows() == wanted
    assert len(wanted) > 20
    (relation,) = in_duckdb(records=records)
    in_sql = frames.publication_view(relation, on=day, key=("subject", "id"), periods_of_use=PERIODS_OF_USE)
    assert sorted(in_sql.fetchall()) == sorted(wanted)


def test_attributions_are_those_of_each_person():
    rng, day = dice(14), date(2022, 6, 1)
    records = [
        dataclasses.replace(random_record(rng, subject=subject, kind=rng.choice(kinds)), id=f"R{number}")
        for number in range(300)
        for subject in (a_subject(rng),)
        for kinds in ([kind for kind in (*KINDS, *Kind) if kind_row(kind).fits(subject)],)
    ]
    states = (RecordState(record=one, status=RecordStatus.ACTIVE, since=day) for one in records)
    rows = [{**record_row_of(state, "-"), **subject_row(state.record.subject)} for state in states]
    people, wanted = [], []
    for record in records:
        for number in range(rng.randint(0, 3)):
            role = rng.choice([None, *PersonRole])
            found = rng.choice([None, judgement(), judgement(finding=False)])
            related = RelatedPerson(subject=PERSONS[number], role=role, responsible=found)
            people.append(
                {
                    "id": record.id,
                    "person": str(number),
                    "person_role": role and role.value,
                    "responsible": found and found.finding,
                }
            )
            (said,) = attributions(record, [related], on=day)
            failed = ",".join(each.condition.id for each in said.decision.failed)
            wanted.append((record.id, str(number), FLAG[said.decision.verdict.value], failed, said.decision.earliest))
    names = ["id", "person", "attribution_verdict", "attribution_failed", "attribution_earliest"]
    given = table(rows)
    persons = pl.DataFrame(people, schema={**dict.fromkeys(people[0], pl.String), "responsible": pl.Boolean})
    for found in (
        frames.attributions(given, persons=persons, on=day),
        pl.from_arrow(frames.attributions(given.to_arrow(), persons=persons.to_arrow(), on=day)),
    ):
        assert sorted(map(str, found.select(names).rows())) == sorted(map(str, wanted))
    ours, theirs = in_duckdb(given=given, persons=persons)
    in_sql = frames.attributions(ours, persons=theirs, on=day).pl()
    assert sorted(map(str, in_sql.select(names).rows())) == sorted(map(str, wanted))
    assert len({verdict for _, _, verdict, _, _ in wanted}) == 3


def test_copies_are_those_of_the_deliveries():
    rng = dice(12)
    deliveries = []
    for number in range(300):
        record = random_record(rng, id=f"R{number}", subject=rng.choice(ORGANISATIONS[:5]), kind=rng.choice(KINDS[:2]))
        told = {"document_number": rng.choice([None, "虚1号", "虚2号"]), "producer": None, "provider": None}
        told["determined_on"] = rng.choice([None, date(2020, 1, 1), date(2020, 1, 2)])
        few = dict.fromkeys(set(COMPARED) - {"kind", *told})
        told |= few | {"severity": rng.choice([None, None, *Severity]) if rng.random() < 0.2 else None}
        deliveries.append(Delivery(record=dataclasses.replace(record, **told)))
    rows = [
        {
            "id": f"R{place:03}",
            "subject": one.record.subject.credit_code.reveal(),
            "kind": one.record.kind.value,
            "document_number": one.record.document_number,
            "determined_on": one.record.determined_on,
            "severity": one.record.severity and one.record.severity.value,
        }
        for place, one in enumerate(deliveries)
    ]
    said = deduplicate(deliveries)
    contradicting = {place for one in said.contradictions if one.kind.value == "content" for place in one.places}
    found = frames.deduplicate(table(rows), columns="all")
    groups = {}
    for place, row in enumerate(found.iter_rows(named=True)):
        assert row["copies_contradict"] is (place in contradicting), row
        groups.setdefault(row["copies_of"], []).append(place)
    assert all(row["copies_count"] == len(groups[row["copies_of"]]) for row in found.iter_rows(named=True))
    kept = {one.places for one in said.kept if not contradicting & set(one.places)}
    assert {tuple(places) for places in groups.values() if not contradicting & set(places)} == kept
    (relation,) = in_duckdb(given=table(rows))
    in_sql = back(frames.deduplicate(relation))
    assert in_sql.rows() == found.select(in_sql.columns).rows()
    bare = frames.deduplicate(table(rows).drop("severity"))
    assert not any(bare["copies_contradict"])
