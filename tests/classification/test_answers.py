"""The value itself: total, sound, equal by inputs; its texts, documents, readings and refusals."""

import copy
import json
import pickle
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import entries, organisation, person, random_record, record, records
from jscredit.classification import (
    RULES,
    SUMMARY_PENALTY,
    TERMS,
    Classification,
    ClassificationStatus,
    classify,
    restored_classification,
)
from jscredit.classification.rules import plan
from jscredit.errors import InvalidInput
from jscredit.law import M, Rank
from jscredit.records import Category, Conduct, Granter, Kind, Procedure, kind_row
from jscredit.records.facts import FINE_YUAN
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict

WITHIN = JIANGSU_2018.reading(SUMMARY_PENALTY, "within-item-1")
SUMMARY = {"procedure": Procedure.SUMMARY, "reflects_credit": True}
NONE_OF_THE_CLASSES = {ClassificationStatus.DOES_NOT_REFLECT_CREDIT, ClassificationStatus.FITS_NOWHERE}
CATEGORIES = {10: Category.BASIC, 11: Category.POSITIVE, 12: Category.NEGATIVE, 13: Category.OTHER}
UNKNOWABLE = {"malice", "reflects_credit", "accident_liability", "dealt_with_by_regulator", "imposed_by_regulator"}


def ids(items):
    return [item.citation.ledger_id for item in items]


@st.composite
def any_records(draw):
    kind = draw(st.sampled_from(Kind))
    subject = draw(st.sampled_from([organisation(), person()]))
    try:
        return draw(records(kind=kind, subject=subject))
    except ValueError:  # an element of the other type of subject
        return draw(records(kind=kind, subject=person() if subject == organisation() else organisation()))


@given(any_records(), st.sampled_from([JIANGSU_2018, WITHIN]))
def test_every_kind_has_an_answer_for_whatever_is_known(given_record, regime):
    answer = classify(given_record, regime=regime)
    assert (answer.category is not None) == (answer.status is ClassificationStatus.CLASSIFIED)
    assert (answer.category is not None) == bool(answer.items) or ids(answer.open_items)[-1:] == ["M11(3)"]
    assert bool(answer.missing) == (answer.status is ClassificationStatus.UNDETERMINED)
    assert bool(answer.reasons) == (answer.status in NONE_OF_THE_CLASSES)
    assert {CATEGORIES[item.citation.article] for item in answer.items} <= {answer.category}
    assert set(answer.items) & set(answer.open_items) == set()
    assert answer.primary in {None, *answer.items[:1]}
    assert all(bool(one.missing) == (one.verdict is Verdict.UNDETERMINED) for one in answer.why)
    assert all(bool(one.reasons) == (one.verdict is Verdict.NO) for one in answer.why)
    assert answer.citations
    for lang in ("zh", "en"):
        assert answer.status.label.text(lang) in answer.explain(lang)
    assert restored_classification(answer.to_storage_json(), regime=regime) == answer


@given(any_records(), st.randoms(use_true_random=False), st.sampled_from([JIANGSU_2018, WITHIN]))
def test_no_completion_contradicts_an_answer(given_record, rng, regime):
    answer = classify(given_record, regime=regime)
    whole = classify(_completed(given_record, rng), regime=regime)
    assert whole.status is not ClassificationStatus.UNDETERMINED
    fixed = kind_row(given_record.kind).may_be_about
    assert whole.open_items == () or fixed is not None
    assert set(answer.items) <= set(whole.items) <= {*answer.items, *answer.open_items}
    if answer.status is not ClassificationStatus.UNDETERMINED:
        assert answer.category == whole.category
    if answer.primary is not None:
        assert answer.primary == whole.primary


def _completed(given_record, rng):
    """The record with every unknown fact filled in at random."""
    values = {
        **dict.fromkeys((*UNKNOWABLE, "also_qualification"), (False, True)),
        "procedure": tuple(Procedure),
        "granter": tuple(Granter),
        "organiser": tuple(Granter),
        "catalogue_category": tuple(Category),
        "breached_norm_rank": tuple(Rank),
        "conduct": tuple(Conduct),
        "determined_by": ("虚构市第一局",),
        "document_number": ("虚罚字〔2024〕第1号",),
    }
    unknown = {name: rng.choice(each) for name, each in values.items() if getattr(given_record, name) is None}
    if given_record.about is not None or kind_row(given_record.kind).may_be_about is not None:
        unknown.pop("conduct", None)
    if given_record.determined_on is None:
        unknown["determined_on"] = date(2026, 12, 31)
    return replace(given_record, **unknown)


def test_undetermined_is_never_needless():
    """Each undetermined class has completions that differ.

    Not asked of what only M12(10) can take in: that it was *not* determined is no fact a record can state.
    """
    rng = random.Random(20180123)  # noqa: S311
    kinds = (Kind.PENALTY, Kind.VIOLATION, Kind.AWARD, Kind.OTHER_BASIC, Kind.WAGE_ARREARS, Kind.WORK_SAFETY_ACCIDENT)
    seen = 0
    for _ in range(300):
        one = random_record(rng, kind=rng.choice(kinds), subject=organisation())
        by_determination = one.kind is Kind.OTHER_BASIC and one.catalogue_category is Category.NEGATIVE
        if classify(one).status is ClassificationStatus.UNDETERMINED and not by_determination:
            seen += 1
            assert len({classify(_completed(one, rng)).category for _ in range(40)}) > 1
    assert seen > 50


def test_summary_penalty_says_so_and_names_the_item_and_the_other_reading():
    answer = classify(record(**SUMMARY, conduct=Conduct.FOOD_SAFETY))
    assert answer.citations == (M.article(12, item=9),)
    zh, en = answer.explain("zh"), answer.explain("en")
    assert "适用简易程序，不属第（九）项" in zh
    assert "made under the summary procedure, so it is not within item 9" in en
    assert [notice.code for notice in answer.notices] == ["reading.summary-penalty.within-item-1"]
    assert "item 1 takes them in as violations" in en
    assert answer.basis.readings[0].option.name == "outside"


@pytest.mark.parametrize(
    ("facts", "items", "open_items", "primary", "differs"),
    [
        ((Procedure.SUMMARY, True), ["M12(1)"], [], "M12(1)", True),
        ((Procedure.GENERAL, True), ["M12(9)", "M12(1)"], [], "M12(9)", False),
        ((None, True), ["M12(1)"], ["M12(9)"], None, True),
        ((Procedure.SUMMARY, None), [], ["M12(1)"], None, True),
        ((Procedure.SUMMARY, False), [], [], None, False),
    ],
)
def test_other_reading_of_summary_penalties(facts, items, open_items, primary, differs):
    procedure, reflects = facts
    answer = classify(record(procedure=procedure, reflects_credit=reflects, conduct=Conduct.FOOD_SAFETY), regime=WITHIN)
    assert (ids(answer.items), ids(answer.open_items)) == (items, open_items)
    assert answer.category is (Category.NEGATIVE if items else None)
    assert (answer.primary.citation.ledger_id if answer.primary else None) == primary
    assert bool(answer.notices) == differs


def test_setting_for_some_cases_asks_the_facts_of_its_guard():
    source = Source("虚构文件", Rank.AGENCY_SETTING)
    some = JIANGSU_2018.with_settings(Setting(SUMMARY_PENALTY, "within-item-1", source, FINE_YUAN > 500))
    assert classify(record(**SUMMARY), regime=some).missing == ("fine_yuan",)
    answer = classify(record(**SUMMARY, fine_yuan=Decimal(501)), regime=some)
    assert ids(answer.items) == ["M12(1)"]
    assert "虚构文件" in answer.explain("zh")
    assert restored_classification(answer.to_storage_json(), regime=some) == answer


def test_award_of_another_body_may_still_be_a_ground_for_a_listing():
    answer = classify(record(kind=Kind.AWARD, granter=Granter.OTHER_BODY))
    assert "仍可作为列入名单的依据" in answer.explain()
    assert "it may still be a ground for a listing" in answer.explain("en")


def test_explanation_of_an_open_penalty_in_both_languages():
    answer = classify(record(reflects_credit=True, conduct=Conduct.BID_RIGGING))
    zh, en = answer.explain(), answer.explain("en")
    assert "结论：类别待定" in zh
    assert "缺少：处罚程序 (procedure)" in zh
    assert "answer: the class is undetermined" in en
    assert "it depends on: penalty procedure (procedure)" in en


def test_explanation_of_a_licence_whose_first_item_is_open():
    answer = classify(record(kind=Kind.ADMINISTRATIVE_LICENCE))
    assert "首要条款：待定" in answer.explain()
    assert "primary item: open" in answer.explain("en")


def test_html_holds_both_languages():
    page = classify(record(**SUMMARY))._repr_html_()
    assert page.startswith("<table><caption>行政处罚 | administrative penalty</caption>")
    assert "不符合任何一项<br>it fits none of the items" in page


def test_repr_tells_kind_and_class():
    assert repr(classify(record(kind=Kind.BID_RIGGING))) == "<Classification of bid_rigging: negative>"
    assert repr(classify(record())) == "<Classification of penalty: undetermined>"


def test_equal_by_inputs():
    answer = classify(record(**SUMMARY))
    assert answer == classify(record(**SUMMARY))
    assert hash(answer) == hash(classify(record(**SUMMARY)))
    assert answer != classify(record(**SUMMARY), regime=WITHIN)
    assert answer != classify(record(**SUMMARY, id="R2"))
    assert pickle.loads(pickle.dumps(answer)) == copy.deepcopy(answer) == answer  # noqa: S301
    with pytest.raises(AttributeError):
        answer.record_id = "R2"


def test_documents_begin_with_schema_and_version():
    answer = classify(record(**SUMMARY))
    for text, form in ((answer.to_storage_json(), "storage"), (answer.to_public_json(), "public")):
        document = json.loads(text)
        assert list(document.items())[:3] == [("schema", "jscredit.classification"), ("version", 1), ("form", form)]
        assert document["status"] == "fits_nowhere"
        assert [one["failed"] for one in document["why"]] == [["general-procedure"], ["penalty-as-violation"]]
        assert document["why"][0]["reasons"] == [
            {
                "zh": "适用简易程序，不属第（九）项",
                "en": "made under the summary procedure, so it is not within item 9",
            }
        ]


def test_public_document_masks_a_number_in_the_records_id():
    number = person().resident_id.reveal()
    answer = classify(record(id=f"罚{number}"))
    assert number in answer.to_storage_json()
    for shown in (answer.to_public_json(), answer.explain(), answer.explain("en"), answer._repr_html_(), repr(answer)):
        assert number not in shown


def _stored(**changed):
    document = json.loads(classify(record(**SUMMARY)).to_storage_json()) | changed
    return json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "document.unreadable"),
        (None, "document.unreadable"),
        ("[]", "document.unreadable"),
        ("[" * 100_000, "document.unreadable"),
        (classify(record(**SUMMARY)).to_public_json(), "document.unreadable"),
        (_stored(schema="jscredit.decision"), "document.unreadable"),
        (_stored(record=7), "document.unreadable"),
        (_stored(facts=[]), "document.unreadable"),
        (_stored(facts={}), "json.value"),
        (_stored(facts={"kind": "no such kind"}), "json.value"),
        (_stored(facts={"kind": "penalty", "procedure": ["summary"]}), "json.value"),
        (_stored(facts={"kind": "penalty"}), "classification.changed"),
        (_stored(version=2), "document.unreadable"),
        (_stored(category="negative"), "classification.changed"),
    ],
)
def test_unreadable_or_changed_document(text, code):
    with pytest.raises(InvalidInput) as caught:
        restored_classification(text)
    assert caught.value.code == code


def test_document_of_another_regime_is_a_changed_one():
    with pytest.raises(InvalidInput) as caught:
        restored_classification(_stored(), regime=WITHIN)
    assert caught.value.code == "classification.changed"


@given(entries())
def test_list_entry_is_no_record(entry):
    with pytest.raises(InvalidInput) as caught:
        classify(entry)
    assert (caught.value.code, caught.value.faults[0].clause) == ("classification.list-entry", "M17")


@pytest.mark.parametrize("other", [None, "R1", {"kind": "penalty"}, Kind.PENALTY])
def test_anything_else_is_no_record(other):
    with pytest.raises(InvalidInput) as caught:
        classify(other)
    assert caught.value.code == "classification.not-a-record"


def test_rules_cover_every_item_and_have_names_of_their_own():
    wanted = {(10, n) for n in range(1, 6)} | {(11, n) for n in range(1, 4)}
    wanted |= {(12, n) for n in range(1, 11)} | {(13, n) for n in range(1, 5)}
    assert {(rule.citation.article, rule.citation.item) for rule in RULES} == wanted
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [term.name for term in TERMS] == ["summary-penalty", "compulsory-execution"]


@given(any_records())
def test_rules_of_other_kinds_answer_no(given_record):
    answer = classify(given_record)
    asked = {rule.id for rule in plan(answer.kind).by_kind}
    row = {fact.name: None for rule in RULES for fact in rule.bind().facts} | dict(answer.facts)
    for rule in RULES:
        if rule.id not in asked and not rule.id.endswith(":conduct"):
            assert rule.decide(row, on=JIANGSU_2018.in_force_from).verdict is Verdict.NO


def test_value_can_be_built_from_a_row_of_facts_alone():
    answer = classify(record(**SUMMARY))
    assert Classification("R1", dict(answer.facts), JIANGSU_2018) == answer
