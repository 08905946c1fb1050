"""What holds of every rule and every document of government integrity, by Hypothesis."""

import dataclasses
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import judgement
from government_cases import BUREAU
from jscredit.government import (
    RULES,
    ChangeGround,
    Commitment,
    DebtRisk,
    DebtRiskClass,
    FailureCause,
    IntegrityFailure,
    InvalidExcuse,
    ProcurementPromise,
    PromiseChange,
    PromiseTopic,
    Tolerance,
    commitment_standing,
    failure_inclusion,
)
from jscredit.law import Rank
from jscredit.names import load_settings
from jscredit.records import Body, Level
from jscredit.rules import JIANGSU_2018, Verdict

FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 800).map(lambda n: FIRST + timedelta(days=n))
FLAGS = st.none() | st.booleans()
MAYBE_DAY = st.none() | DAYS
FOUND = st.none() | st.booleans().map(lambda finding: judgement(finding, on=FIRST))


def values_of(fact):
    """Any value of a fact, or none: not known."""
    kind = fact.type
    if kind.options is not None:
        return st.none() | st.sampled_from(tuple(kind.options))
    return {"flag": FLAGS, "day": MAYBE_DAY, "number": st.none() | st.integers(0, 5)}[kind.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=40)
@given(data=st.data())
def test_days_told_are_the_days_answered(rule, data):
    """A decision's timeline, first day and last day are what asking on each of these days gives."""
    row = {fact.name: data.draw(values_of(fact)) for fact in rule.bind().facts}
    on = data.draw(DAYS)
    told = rule.decide(row, on=on)
    for span in told.timeline:
        for day in (span.first, span.last):
            if day is not None and day >= JIANGSU_2018.in_force_from:
                assert rule.decide(row, on=day).verdict is span.verdict
    if told.earliest is not None:
        assert rule.decide(row, on=told.earliest).verdict is Verdict.YES
        assert told.earliest == on or rule.decide(row, on=told.earliest - timedelta(1)).verdict is not Verdict.YES
    if told.last is not None:
        assert rule.decide(row, on=told.last + timedelta(1)).verdict is not Verdict.YES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=40)
@given(data=st.data())
def test_more_facts_never_turn_an_answer(rule, data):
    """What is answered with facts missing is answered the same when they come."""
    row = {fact.name: data.draw(values_of(fact)) for fact in rule.bind().facts}
    on = data.draw(DAYS)
    before = rule.decide(row, on=on).verdict
    unknown = [fact for fact in rule.bind().facts if row[fact.name] is None]
    for fact in unknown:
        row[fact.name] = data.draw(values_of(fact))
    after = rule.decide(row, on=on).verdict
    assert before is Verdict.UNDETERMINED or before is after


def events(flag, day):
    """A flag with its day, never a day beside a no."""
    return st.one_of(
        st.fixed_dictionaries({flag: st.just(value=False), day: st.none()}),
        st.fixed_dictionaries({flag: st.none() | st.just(value=True), day: MAYBE_DAY}),
    )


def together(*parts):
    return st.tuples(*parts).map(lambda dicts: {name: value for each in dicts for name, value in each.items()})


FAILURES = together(
    events("dealt_with", "dealt_with_on"),
    st.one_of(
        st.fixed_dictionaries({"cause": st.none() | st.sampled_from(tuple(FailureCause)), "other_cause": st.none()}),
        st.fixed_dictionaries({"cause": st.none(), "other_cause": FOUND}),
    ),
    st.fixed_dictionaries(
        {
            "in_duty": FLAGS,
            "tolerance": st.none()
            | st.builds(Tolerance, judgement=FOUND.filter(bool), procedure=st.sampled_from([None, "办法"])),
            "document_number": st.sampled_from([None, "虚罚字〔2020〕第1号"]),
        }
    ),
).map(lambda parts: IntegrityFailure(**parts))
CHANGES = together(
    events("compensated", "compensated_on"),
    st.fixed_dictionaries(
        {
            "reasons": st.none()
            | st.tuples()
            | st.tuples(st.sampled_from(tuple(ChangeGround)))
            | st.tuples(st.sampled_from(tuple(InvalidExcuse)), st.sampled_from(tuple(ChangeGround))),
            "ground_found": FOUND,
            "norm_rank": st.none() | st.sampled_from(tuple(Rank)),
            "authority": FLAGS,
            "procedure": FLAGS,
            "loss": FLAGS,
            "changed_on": MAYBE_DAY,
        }
    ),
).map(lambda parts: PromiseChange(**parts))
COMMITMENTS = together(
    st.fixed_dictionaries({"id": st.just("1"), "promiser": st.just(BUREAU), "promised_on": st.none() | st.just(FIRST)}),
    events("has_due_day", "due_on"),
    events("performed", "performed_on"),
    events("withdrawn", "withdrawn_on"),
    st.fixed_dictionaries({"change": st.none() | CHANGES}),
).map(lambda parts: Commitment(**parts))
PROMISES = together(
    st.fixed_dictionaries(
        {
            "purchaser": st.just(BUREAU),
            "written": FLAGS,
            "topics": st.none() | st.permutations(tuple(PromiseTopic)).map(lambda order: tuple(order[:3])),
            "begins_on": MAYBE_DAY,
        }
    ),
    events("given", "given_on"),
    events("published", "published_on"),
).map(lambda parts: ProcurementPromise(**parts))
RISKS = st.builds(
    DebtRisk,
    area=st.sampled_from([None, *Level]).map(lambda level: Body(name="虚构县政府", level=level)),
    risk_class=st.none() | st.sampled_from(tuple(DebtRiskClass)),
    indicator=st.none() | st.decimals("-1000", "1000", places=6, allow_nan=False),
)


@given(st.one_of(FAILURES, CHANGES, COMMITMENTS, PROMISES, RISKS))
def test_documents_are_stored_and_loaded(document):
    assert type(document).from_storage_json(document.to_storage_json()) == document
    assert json.loads(document.to_public_json())["form"] == "public"


@given(FAILURES, DAYS)
def test_a_failure_that_goes_in_stays_in(failure, on):
    """Whether it goes in is a matter of what was decided; only a tolerance finding that comes later changes it."""
    now, later = (failure_inclusion(failure, on=day).treatment for day in (on, on + timedelta(1000)))
    if now == "goes_in":
        assert later in {"goes_in", "may_be_left_out"}
    if now == "may_be_left_out":
        assert later == "may_be_left_out"


@given(COMMITMENTS, DAYS)
def test_a_promise_is_never_kept_and_broken_at_once(commitment, on):
    told = commitment_standing(commitment, on=on)
    assert {told.kept.verdict, told.broken.verdict} != {Verdict.YES}


@given(COMMITMENTS, DAYS)
def test_an_overdue_promise_stays_broken(commitment, on):
    overdue = dataclasses.replace(commitment, withdrawn=False, withdrawn_on=None)
    if commitment_standing(overdue, on=on).broken.verdict is Verdict.YES and overdue.change is None:
        assert commitment_standing(overdue, on=on + timedelta(500)).broken.verdict is Verdict.YES


def test_an_authority_s_table_and_thresholds_load_from_a_file(tmp_path):
    source = {"citation": "虚财债〔2019〕1号", "rank": "normative_document"}
    rows = [
        {
            "term": "consequence-public-criticism",
            "value": False,
            "source": source,
            "when": {"op": "less", "args": [{"fact": "damage_yuan"}, {"value": 1000}]},
        },
        {"term": "debt-yellow-threshold", "value": 100, "source": source},
        {"term": "integrity-rectification-period", "value": {"workingdays": 30}, "source": source},
    ]
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"schema": "jscredit.settings", "version": 1, "settings": rows}), encoding="utf-8")
    loaded = load_settings(path)
    assert [one.term.name for one in loaded] == [row["term"] for row in rows]
    assert loaded[1].value == Decimal(100)
