"""Copies kept once: 10,000 batches against the oracle; what is told beside it; and that no order wins."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jscredit.records import Body, CreditRecord, IdType, Kind, OtherId, Severity, Subject
from jscredit.supply import ContradictionKind, Deduplication, Delivery, MergeReason, deduplicate, document_key
from oracles import supply as oracle
from oracles.dice import dice
from oracles.identifiers import invented_credit_code, invented_resident_id
from supply_cases import delivery_of, random_batch

ONE, TWO = invented_credit_code(1), invented_credit_code(2)
DAY = date(2020, 3, 1)


def difference(cases):
    found = deduplicate(delivery_of(case, str(rank % 2)) for rank, case in enumerate(cases))
    kept, contradictions = oracle.kept_once(cases)
    wanted = [
        (
            places,
            oracle.reason(cases, places),
            oracle.filled(cases, places),
            oracle.local_extra(cases, places),
        )
        for places in kept
    ]
    told = [
        (
            each.places,
            each.reason and each.reason.value,
            {one.field: one.place for one in each.filled},
            each.local_extra,
        )
        for each in found.kept
    ]
    against = [(one.kind.value, one.places, set(one.fields)) for one in found.contradictions]
    return None if (told, against) == (wanted, contradictions) else (cases, told, wanted, against, contradictions)


@pytest.mark.slow
def test_10_000_batches_are_kept_as_the_article_says():
    rng = dice(16)
    batches = [random_batch(rng) for _ in range(10_000)]
    assert [found for cases in batches if (found := difference(cases))] == []
    seen = Counter(oracle.reason(cases, places) for cases in batches for places in oracle.kept_once(cases)[0])
    assert min(seen.values()) > 200
    assert set(seen) == {None, *(reason.value for reason in MergeReason)}
    kinds = Counter(kind for cases in batches for kind, _, _ in oracle.kept_once(cases)[1])
    assert min(kinds[kind.value] for kind in ContradictionKind) > 500


SEEDS = st.integers(0, 2**32 - 1)


def batch(seed):
    rng = dice(seed)
    return [delivery_of(case, str(n)) for n, case in enumerate(random_batch(rng))]


@given(SEEDS)
def test_every_delivery_is_in_one_record(seed):
    deliveries = batch(seed)
    found = deduplicate(deliveries)
    assert sorted(place for each in found.kept for place in each.places) == list(range(len(deliveries)))
    assert found.duplicates == len(deliveries) - len(found.kept)
    assert found.merged == tuple(each for each in found.kept if len(each.places) > 1)


@given(SEEDS, st.randoms(use_true_random=False))
def test_no_order_wins(seed, order):
    deliveries = batch(seed)
    places = list(range(len(deliveries)))
    order.shuffle(places)
    one, other = deduplicate(deliveries), deduplicate([deliveries[n] for n in places])
    assert {frozenset(each.places) for each in one.kept} == {
        frozenset(places[n] for n in each.places) for each in other.kept
    }
    assert {(each.kind, frozenset(each.places)) for each in one.contradictions} == {
        (each.kind, frozenset(places[n] for n in each.places)) for each in other.contradictions
    }


@given(SEEDS)
def test_what_is_kept_is_kept_when_it_comes_again(seed):
    kept = [Delivery(record=each.record) for each in deduplicate(batch(seed)).kept]
    assert len(deduplicate(kept).kept) == len(kept)


@given(SEEDS)
def test_a_report_travels_as_a_document(seed):
    found = deduplicate(batch(seed))
    assert Deduplication.from_storage_json(found.to_storage_json()) == found
    assert '"form": "public"' in found.to_public_json()


def delivery(record_id="1", *, by=None, **told):
    given = {
        "subject": Subject(credit_code=ONE),
        "kind": Kind.PENALTY,
        "document_number": "虚1号",
        "determined_on": DAY,
    }
    return Delivery(record=CreditRecord(id=record_id, **(given | told)), by=by)


def test_a_name_alone_makes_no_copy_but_is_told():
    found = deduplicate([delivery(subject=Subject(name="张三")), delivery(subject=Subject(name="张三"))])
    assert [each.places for each in found.kept] == [(0,), (1,)]
    assert [(one.places, one.by_name) for one in found.possible] == [((0, 1), True)]
    other = deduplicate(
        [delivery(subject=Subject(name="张三")), delivery(subject=Subject(name="张三"), kind=Kind.AWARD)]
    )
    assert other.possible == ()


def test_numbers_for_and_against_are_told():
    tax = OtherId(IdType.TAX_REGISTRATION, "329901000000001")
    subjects = [Subject(credit_code=ONE, other_ids=(tax,)), Subject(credit_code=TWO, other_ids=(tax,))]
    found = deduplicate([delivery(subject=subject) for subject in subjects])
    assert [each.places for each in found.kept] == [(0,), (1,)]
    assert [(one.places, one.by_name) for one in found.possible] == [((0, 1), False)]


def test_records_of_two_bodies_with_one_id_get_ids_of_their_own():
    found = deduplicate([delivery(severity=Severity.GENERAL), delivery(severity=Severity.SERIOUS)])
    assert [each.record.id for each in found.kept] == ["1", "1@1"]
    assert [(one.kind, one.fields) for one in found.contradictions] == [(ContradictionKind.CONTENT, ("severity",))]


def test_what_only_the_later_copy_tells_is_filled_in():
    (kept,) = deduplicate([delivery(), delivery("2", severity=Severity.SERIOUS)]).kept
    assert kept.record.severity is Severity.SERIOUS
    assert kept.record.id == "1"


def test_who_provides_may_differ():
    bodies = [Body(name="虚构省厅"), Body(name="虚构市局")]
    (kept,) = deduplicate([delivery(provider=body) for body in bodies]).kept
    assert kept.reason is MergeReason.TWO_BODIES
    assert kept.record.provider == bodies[0]


def test_a_body_that_is_not_named_is_no_other_body():
    (kept,) = deduplicate([delivery(), delivery(by=Body(name="虚构市局"))]).kept
    assert kept.reason is MergeReason.SENT_AGAIN


def test_numbers_of_documents_are_compared_as_they_are_meant():
    assert document_key("苏虚罚字【2020】 1 号") == document_key("苏虚罚字〔2020〕1号")
    assert document_key("2020-1-1") != document_key("2020-11")


def test_the_report_is_told_in_both_languages():
    found = deduplicate(
        [
            delivery(),
            delivery(severity=Severity.SERIOUS),
            delivery("3", determined_on=None),
            delivery(subject=Subject(name="某店")),
            delivery(subject=Subject(name="某店")),
        ]
    )
    head, merged, against, perhaps = found.explain("en").splitlines()
    assert head == "delivered: 5, kept: 4"
    assert merged == "merged 0, 1: sent again by the same body on the same route; filled in: severity"
    assert against.startswith(
        "contradiction 0, 1, 2: same number, another day of determination or none (determined_on)"
    )
    assert perhaps == "perhaps copies 3, 4: a person decides whether the subject is the same"
    assert found.explain().splitlines()[1] == "合并 0, 1：同一单位经同一路径重复报送；补入 severity"


def test_the_public_report_masks_persons():
    number = invented_resident_id(7)
    text = deduplicate([delivery(subject=Subject(name="张三", resident_id=number))]).to_public_json()
    assert number not in text
    assert "张三" not in text
