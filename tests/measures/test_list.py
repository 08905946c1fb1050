"""The measure list (J16): what the three instruments name, counted; loading with every fault; versions compared."""

import csv
import dataclasses
import json
from collections import Counter

import pytest
from pydantic import ValidationError

from jscredit.errors import InvalidInput
from jscredit.law import Rank, ledger
from jscredit.measures import (
    Force,
    ListHead,
    Measure,
    MeasureList,
    MeasureObject,
    MeasureSide,
    Need,
    ReportTopic,
    Wording,
    compare_measure_lists,
    default_measures,
    measure_list_from_json,
    measure_list_from_rows,
    with_override,
)
from jscredit.measures.compare import FIELDS
from jscredit.records import Body, Level, Matter, Role
from jscredit.rules import Source
from measure_cases import AUTHORITY, EXIT, FISCAL
from oracles.measures import COUNTED, FORCE, KIND, RESTRAINTS

MEASURES = default_measures().measures
ISSUED = dataclasses.replace(default_measures(), issuer=AUTHORITY, edition="2020")


def test_the_text_is_counted():
    """47 incentives and 42 restraints: the sums of what each clause names."""
    found = Counter((one.side.value, one.place) for one in MEASURES)
    assert found == COUNTED
    assert sum(n for (side, _), n in COUNTED.items() if side == "incentive") == 47
    assert sum(n for (side, _), n in COUNTED.items() if side == "restraint") == 42
    assert len({one.id for one in MEASURES}) == 47 + 42


def test_sides_kinds_and_force_are_those_of_the_text():
    assert {one.id: one.force.value for one in MEASURES} == FORCE
    assert {one.id: one.kind.value for one in MEASURES} == KIND
    assert {one.id for one in MEASURES if one.side is MeasureSide.RESTRAINT} == RESTRAINTS


def test_only_a_must_is_owed():
    assert [force for force in Force if force.is_owed] == [Force.MUST]
    encouraged = [one for one in MEASURES if one.place.startswith("M26")]
    assert {one.force for one in encouraged} == {Force.ENCOURAGED}
    assert len(encouraged) == 4 + 9


def test_measures_of_persons_are_not_for_organisations():
    of_persons = {one.id.partition(":")[2] for one in MEASURES if one.objects == (MeasureObject.NATURAL_PERSON,)}
    assert of_persons == {
        "education_priority",
        "employment_priority",
        "entrepreneurship_priority",
        "social_security_priority",
        "urban_household_registration_priority",
        "housing_rental_priority",
        "personal_integrity_card",
        "culture_and_sports_discount",
        "urban_transport_fare_discount",
    }


def test_five_grades_of_associations_in_order():
    graded = sorted((one.grade, one.id) for one in MEASURES if one.grade)
    assert [name for _, name in graded] == [
        "J14:warning",
        "J14:criticism_within_the_industry",
        "J14:public_censure",
        "J14:refusal_of_admission",
        "J14:persuaded_to_withdraw",
    ]
    assert [grade for grade, _ in graded] == [1, 2, 3, 4, 5]


def test_each_states_what_a_list_has_to_and_cites_the_ledger():
    for one in MEASURES:
        for words in (one.initiator, one.sharing, one.name, one.basis):
            assert words.text("zh")
            assert words.text("en") != words.text("zh")
        assert one.citation.ledger_id == one.place
        assert one.place in ledger()
    assert len(ReportTopic) == 5


def test_measures_of_a_matter():
    licensing = {one.id for one in MEASURES if one.is_for(Matter.ADMINISTRATIVE_LICENSING)}
    assert "J11:strict_licensing_review" in licensing
    assert FISCAL not in licensing
    assert EXIT in licensing  # bound to no matter


def test_told_in_both_languages():
    zh, en = (default_measures().explain(lang) for lang in ("zh", "en"))
    assert len(zh.split("\n")) == len(en.split("\n")) == 90
    assert "限制出境 [J12:exit_restriction]；规定采取；各类信用主体；" in zh
    assert "exit restriction [J12:exit_restriction]; stated without a must; any subject; " in en


# --- versions


def changed(**parts):
    own = dataclasses.replace(ISSUED.find(FISCAL), **parts)
    return dataclasses.replace(
        ISSUED, edition="2021", measures=tuple(own if one.id == FISCAL else one for one in ISSUED.measures)
    )


def test_versions_compared():
    new = changed(force=Force.MAY, needs=(Need.BLACK_LISTED,), grade=1)
    added = dataclasses.replace(ISSUED.measures[0], id="X1", name=Wording(zh="另一措施"))
    new = dataclasses.replace(new, measures=(*new.measures[1:], added))
    found = compare_measure_lists(ISSUED, new)
    assert [one.id for one in found.added] == ["X1"]
    assert [one.id for one in found.removed] == [ISSUED.measures[0].id]
    (change,) = found.changed
    assert change.fields == ("force", "needs", "grade")
    assert not found.is_empty
    assert "~ [J11:restricted_fiscal_projects] force: must → may" in found.explain("en")
    assert "~ [J11:restricted_fiscal_projects] 轻重等级: 无 → 1" in found.explain("zh")
    assert "+ 另一措施 [X1]" in found.explain("zh")
    assert type(found).from_storage_json(found.to_storage_json()) == found


def test_a_name_and_a_basis_compared():
    found = compare_measure_lists(ISSUED, changed(name=Wording(zh="限制项目", en="no projects"), basis_rank=Rank.LAW))
    assert "measure: restricted fiscal projects → no projects" in found.explain("en")
    assert "依据位阶: 无 → 法律" in found.explain("zh")


def test_the_same_versions():
    found = compare_measure_lists(ISSUED, ISSUED)
    assert found.is_empty
    assert found.explain("en").endswith("the measures are the same")


def test_every_field_can_be_compared():
    names = {field.name for field in dataclasses.fields(Measure)} - {"id"}
    assert names == set(FIELDS)


# --- loading


def stored(**parts):
    content = json.loads(ISSUED.to_storage_json())
    content["measures"] = content["measures"][:3]
    return json.dumps(content | parts)


def faults_of(text):
    with pytest.raises(InvalidInput) as caught:
        measure_list_from_json(text)
    return [(one.code, one.field, one.data.get("row"), one.clause) for one in caught.value.faults], caught.value


def test_stored_and_read_again():
    assert measure_list_from_json(ISSUED.to_storage_json()) == ISSUED
    assert MeasureList.from_storage_json(ISSUED.to_storage_json()) == ISSUED


def test_every_fault_at_once():
    rows = json.loads(stored())["measures"]
    rows[0] = {name: value for name, value in rows[0].items() if name not in {"basis", "sharing"}}
    rows[1] |= {"objects": [], "force": "owed"}
    rows[2] |= {"id": rows[1]["id"], "surprise": 1}
    body = json.loads(stored())["issuer"] | {"level": "city"}
    found, error = faults_of(stored(measures=rows, issuer=body, more=1))
    assert sorted(found, key=str) == sorted(
        [
            ("field.missing", "sharing", 1, "J16"),
            ("field.missing", "basis", 1, "J16"),
            ("measure.objects", "objects", 2, "J16"),
            ("field.enum", "force", 2, None),
            ("field.unknown", None, 3, None),
            ("measures.issuer-level", None, None, "J16"),
            ("measures.twice", "measures", None, "J16"),
            ("field.unknown", None, None, None),
        ],
        key=str,
    )
    cures = {fault.field: fault.cure.en for fault in error.faults}
    assert cures["sharing"] == "the list has to state it"
    assert cures["force"].startswith("one of: must、")


def test_no_objects_and_no_such_place():
    rows = json.loads(stored())["measures"]
    rows[0]["objects"] = []
    rows[1]["place"] = "M30"
    found, _ = faults_of(stored(measures=rows))
    assert found == [("measure.objects", "objects", 1, "J16"), ("measure.place", "place", 2, "J16")]


@pytest.mark.parametrize("measures", [[], "none", [3], None])
def test_measures_that_are_none(measures):
    found, _ = faults_of(stored(measures=measures))
    assert len(found) >= 1


def test_no_fault_carries_a_value():
    number = "32010219900307123X"
    rows = json.loads(stored())["measures"]
    rows[0] |= {"force": number, number: number, "objects": [number]}
    _, error = faults_of(stored(measures=rows))
    assert number not in str(error)
    assert number not in repr(error)


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        (Body(name="虚构市信用办", level=Level.CITY, roles=(Role.CREDIT_AUTHORITY,)), "measures.issuer-level"),
        (Body(name="虚构省信用中心", level=Level.PROVINCE, roles=(Role.PROVIDER,)), "measures.issuer-authority"),
        (
            Body(name="外省信用办", level=Level.PROVINCE, roles=(Role.CREDIT_AUTHORITY,), region="330000"),
            "measures.issuer-province",
        ),
        (Body(name="虚构省信用办"), "measures.missing"),
    ],
)
def test_who_may_not_issue_a_list(issuer, code):
    with pytest.raises(ValidationError) as caught:
        dataclasses.replace(ISSUED, issuer=issuer)
    assert {line["type"] for line in caught.value.errors()} == {code}


ROW = {
    "id": "1",
    "initiator": {"zh": "虚构省税务局"},
    "sharing": {"zh": "推送"},
    "objects": ["enterprise"],
    "name": {"zh": "限制"},
    "basis": {"zh": "虚构条例"},
    "side": "restraint",
    "kind": "administrative",
    "force": "must",
}
HEAD = ListHead(Wording(zh="清单"), "1", AUTHORITY)


def test_rows_make_a_list():
    found = measure_list_from_rows([(2, ROW), (3, ROW | {"id": "2"})], head=HEAD)
    assert [one.id for one in found.measures] == ["1", "2"]
    assert found.is_issued
    assert found.find("3") is None
    assert found.measures[0].place == "J16"


@pytest.mark.parametrize(
    ("rows", "head", "codes"),
    [
        ([], HEAD, ["measures.empty"]),
        ([(2, ROW), (3, ROW)], HEAD, ["measures.twice"]),
        ([(2, ROW | {"grade": 9})], HEAD, ["field.out-of-range"]),
        ([(2, ROW)], HEAD._replace(edition=" "), ["field.blank"]),
        ([(2, ROW)], HEAD._replace(issuer=Body(name="甲", level=Level.CITY)), ["measures.issuer-level"]),
    ],
)
def test_rows_that_make_none(rows, head, codes):
    with pytest.raises(InvalidInput) as caught:
        measure_list_from_rows(rows, head=head)
    assert [fault.code for fault in caught.value.faults] == codes


# --- what a higher norm sets


def test_a_higher_norm_sets_a_measure_otherwise():
    own = dataclasses.replace(ISSUED.find(EXIT), force=Force.MUST)
    found = with_override(ISSUED, own, source=Source("虚构法第1条", Rank.LAW))
    assert (found.find(EXIT).force, found.find(EXIT).basis.zh, found.replaced) == (Force.MUST, "虚构法第1条", (EXIT,))
    assert len(found.measures) == len(ISSUED.measures)
    again = with_override(found, own, source=Source("虚构法第2条", Rank.LAW))
    assert again.replaced == (EXIT,)


def test_a_higher_norm_adds_a_measure():
    own = dataclasses.replace(ISSUED.find(EXIT), id="X1")
    found = with_override(ISSUED, own, source=Source("虚构条例第1条", Rank.LOCAL_REGULATION))
    assert found.measures[-1].id == "X1"


@pytest.mark.parametrize("rank", [Rank.AGENCY_SETTING, Rank.NORMATIVE_DOCUMENT, Rank.LOCAL_GOVERNMENT_RULE])
def test_a_lower_norm_sets_none(rank):
    with pytest.raises(InvalidInput, match=r"measures\.override-rank"):
        with_override(ISSUED, ISSUED.measures[0], source=Source("虚构文件", rank))


def test_a_lower_norm_does_not_go_before_a_higher_one():
    law = with_override(ISSUED, ISSUED.find(EXIT), source=Source("虚构法", Rank.LAW))
    with pytest.raises(InvalidInput, match=r"measures\.override-lower"):
        with_override(law, ISSUED.find(EXIT), source=Source("虚构规章", Rank.DEPARTMENT_RULE))


def test_the_table_is_data():
    from importlib.resources import files

    text = files("jscredit.measures").joinpath("default.tsv").read_text(encoding="utf-8")
    assert len(list(csv.reader(text.splitlines(), delimiter="\t"))) == 1 + 89
