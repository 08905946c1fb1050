"""Every refusal of the engine in whole: code, field, clause, data, message and cure in both languages."""

import datetime as dt
import json
from enum import Enum

import pytest

from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import InvalidInput, Label, NotInForce
from jscredit.law import M, Rank
from jscredit.rules import (
    JIANGSU_2018,
    NUMBER,
    ON,
    PERIOD,
    Condition,
    Fact,
    Option,
    Regime,
    Rule,
    Setting,
    Source,
    Term,
    expression_from_json,
    literal,
    reading,
    restored_decision,
    settings_from_file,
    settings_from_json,
)
from jscredit.rules.expressions import And, Equal, Not, Or
from jscredit.rules.serial import value_from_json
from jscredit.rules.types import DAY, FLAG
from whole_faults import data_of, whole_faults

WORD = Label("某", "some")
CITED = M.article(7)
MALICE = Fact.flag("malice", Label("恶意", "malice"))
PAID_ON = Fact.day("paid_on", Label("缴清日", "day of payment"))
AMOUNT = Fact.number("amount", Label("金额", "amount"))
FACTS = {fact.name: fact for fact in (MALICE, PAID_ON, AMOUNT)}
SPAN = Term("span", PERIOD, WORD, CITED, within=(Years(1), Years(3)))
YIELDS = frozenset({Rank.LAW, Rank.LOCAL_REGULATION})
LIMIT = Term("limit", NUMBER, Label("限额", "the limit"), CITED, default=5, yields_to=YIELDS)
FIXED = Term("fixed", NUMBER, Label("定额", "the fixed sum"), CITED, default=5)
WAY = reading("way", WORD, CITED, Option("one", WORD), Option("so-far", WORD))
LAW = Source("虚构法", Rank.LAW)
SIMPLE = Rule("simple", CITED, WORD, (Condition("paid", CITED, WORD, MALICE & (PAID_ON <= ON)),))
ROW = {"malice": True, "paid_on": dt.date(2020, 1, 2)}


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("code", "call", "given", "data"),
    [
        ("expression.no-parts", And, [()], {}),
        ("expression.no-parts", Or, [()], {}),
        ("expression.type", And, [(MALICE, AMOUNT)], {"wanted": "flag", "found": "number"}),
        ("expression.type", Not, [PAID_ON], {"wanted": "flag", "found": "day"}),
        ("expression.type", Equal, [PAID_ON, AMOUNT], {"wanted": "day", "found": "number"}),
        ("expression.type", MALICE.__lt__, [literal(True)], {"wanted": "day", "found": "flag"}),
        ("expression.on-not-bare", Equal, [PAID_ON, ON], {}),
        ("expression.on-not-bare", ON.__add__, [Days(1)], {}),
        ("expression.on-not-bare", ON.__lt__, [ON], {}),
        ("expression.type", AMOUNT.__eq__, [Colour.RED], {"wanted": "number", "found": "choice of Colour"}),
        ("expression.type", Condition, ["one", CITED, WORD, AMOUNT], {"wanted": "flag", "found": "number"}),
        ("rule.conditions", Rule, ["empty", CITED, WORD, ()], {"rule": "empty"}),
        ("rule.conditions", Rule, ["twice", CITED, WORD, SIMPLE.conditions * 2], {"rule": "twice"}),
        ("term.branches", lambda: WAY.pick(one=MALICE), [], {"term": "way"}),
        ("term.branches", lambda: WAY.pick(one=MALICE, so_far=MALICE, more=MALICE), [], {"term": "way"}),
        ("term.value", Setting, [LIMIT, "5", LAW], {"term": "limit"}),
        ("term.value", Setting, [WAY, "other", LAW], {"term": "way"}),
        ("term.range", Setting, [SPAN, Months(11), LAW], {"term": "span"}),
        ("term.range", Setting, [SPAN, Months(37), LAW], {"term": "span"}),
        ("setting.guard-names-term", Setting, [LIMIT, 6, LAW, AMOUNT > LIMIT], {}),
        ("setting.guard-names-term", Setting, [LIMIT, 6, LAW, MALICE & WAY.pick(one=MALICE, so_far=~MALICE)], {}),
        ("expression.on-not-bare", Setting, [LIMIT, 6, LAW, PAID_ON <= ON], {}),
        ("json.expression", expression_from_json, [{"op": "equal"}, FACTS], {}),
        ("json.expression", expression_from_json, [{"op": "not", "args": []}, FACTS], {}),
        ("json.fact", expression_from_json, [{"fact": "other"}, FACTS], {"facts": ("malice", "paid_on", "amount")}),
        ("json.value", value_from_json, ["2020-1-2", DAY], {}),
        ("json.value", value_from_json, ["yes", FLAG], {}),
        ("document.unreadable", lambda: restored_decision("no json", rule=SIMPLE), [], {}),
        ("document.unreadable", lambda: restored_decision("{}", rule=SIMPLE), [], {}),
    ],
)
def test_what_cannot_mean_anything(code, call, given, data):
    assert whole_faults(InvalidInput, call, *given) == [(code, None, None)]
    assert data_of(InvalidInput, call, *given) == data


def text_of(call, *given, lang="en", **more):
    with pytest.raises((InvalidInput, NotInForce)) as caught:
        call(*given, **more)
    return caught.value.text(lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_texts_name_what_they_are_about(lang):
    types = text_of(Equal, PAID_ON, AMOUNT, lang=lang)
    assert types.index("day") < types.index("number")
    assert "way" in text_of(WAY.pick, one=MALICE, lang=lang)
    assert "limit" in text_of(Setting, LIMIT, "5", LAW, lang=lang)
    assert "span" in text_of(Setting, SPAN, Months(11), LAW, lang=lang)
    assert "day" in text_of(value_from_json, "x", DAY, lang=lang)
    facts = text_of(expression_from_json, {"fact": "other"}, FACTS, lang=lang)
    assert {"zh": "malice、paid_on、amount", "en": "malice, paid_on, amount"}[lang] in facts


def test_a_rank_that_a_term_does_not_yield_to():
    source = Source("虚构通知", Rank.NORMATIVE_DOCUMENT)
    assert whole_faults(InvalidInput, Setting, LIMIT, 6, source) == [("setting.rank", None, None)]
    assert data_of(InvalidInput, Setting, LIMIT, 6, source) == {"term": "limit", "clause": CITED}
    for lang, joint, none in (("zh", "、", "无"), ("en", ", ", "none")):
        text = text_of(Setting, LIMIT, 6, source, lang=lang)
        assert LIMIT.label.text(lang) in text
        names = joint.join(each.label.text(lang) for each in sorted(YIELDS))
        assert text.endswith(names)
        assert text_of(Setting, FIXED, 6, source, lang=lang).endswith(none)


def test_two_settings_of_one_rank():
    one, other = (Setting(LIMIT, n, Source(f"虚构法第{n}条", Rank.LAW)) for n in (6, 7))
    assert whole_faults(InvalidInput, JIANGSU_2018.with_settings, one, other) == [("setting.tie", None, None)]
    data = data_of(InvalidInput, JIANGSU_2018.with_settings, one, other)
    assert data == {"term": "limit", "settings": (one, other)}
    for lang in ("zh", "en"):
        text = text_of(JIANGSU_2018.with_settings, one, other, lang=lang)
        assert text.index("limit") < text.index("虚构法第6条") < text.index("虚构法第7条")


def test_a_day_on_which_the_law_is_not_in_force():
    open_end = Regime("open", dt.date(2018, 1, 29))
    closed = Regime("closed", dt.date(2018, 1, 29), dt.date(2020, 12, 31))
    wrong = [("regime.not-in-force", None, "M43")]
    assert whole_faults(NotInForce, open_end.require_in_force, dt.date(2018, 1, 28)) == wrong
    assert whole_faults(NotInForce, closed.require_in_force, dt.date(2021, 1, 1)) == wrong
    days = {"in_force_from": dt.date(2018, 1, 29), "in_force_to": dt.date(2020, 12, 31)}
    assert data_of(NotInForce, closed.require_in_force, dt.date(2021, 1, 1)) == days
    for lang, until in (("zh", "自2018-01-29起至2020-12-31"), ("en", "from 2018-01-29 to 2020-12-31")):
        text = text_of(closed.require_in_force, dt.date(2021, 1, 1), lang=lang)
        assert until in text
        without = text_of(open_end.require_in_force, dt.date(2018, 1, 28), lang=lang)
        assert "2018-01-29" in without
        assert "2020" not in without
    for day in (dt.date(2018, 1, 29), dt.date(2020, 12, 31)):
        closed.require_in_force(day)


def test_a_row_without_a_fact_and_with_a_wrong_one():
    wrong = [("fact.type", "malice", None), ("fact.absent", "paid_on", None)]
    assert whole_faults(InvalidInput, SIMPLE.decide, {"malice": 1}, on=dt.date(2020, 1, 2)) == wrong
    for lang in ("zh", "en"):
        first, second = text_of(SIMPLE.decide, {"malice": 1}, on=dt.date(2020, 1, 2), lang=lang).split("\n")
        assert MALICE.label.text(lang) in first
        assert "flag" in first
        assert PAID_ON.label.text(lang) in second


def test_a_stored_answer_that_has_changed():
    stored = json.loads(SIMPLE.decide(ROW, on=dt.date(2020, 1, 2)).to_storage_json())
    changed = json.dumps(stored | {"verdict": "no"})
    assert whole_faults(InvalidInput, restored_decision, changed, rule=SIMPLE) == [("decision.changed", None, None)]
    early = json.dumps(stored | {"on": "2017-01-01"})
    assert whole_faults(InvalidInput, restored_decision, early, rule=SIMPLE) == [("decision.changed", None, None)]


GOOD = {"term": "limit", "value": 6, "source": {"citation": "虚构法", "rank": "law"}}
NO_SOURCE = ("settings.source", "settings[1]", "M7")
RANKS = tuple(rank.name.lower() for rank in Rank)


def read(*settings, **document):
    whole = {"schema": "jscredit.settings", "version": 1, "settings": list(settings)} | document
    return settings_from_json(json.dumps(whole), terms=[LIMIT, WAY], facts=FACTS.values())


@pytest.mark.parametrize(
    ("raw", "fault", "data"),
    [
        ("text", ("settings.shape", "settings[1]", "M7"), {}),
        (GOOD | {"more": 1}, ("settings.shape", "settings[1]", "M7"), {}),
        ({"term": "limit"}, ("settings.shape", "settings[1]", "M7"), {}),
        (GOOD | {"term": "other"}, ("settings.term", "settings[1]", None), {"terms": ("limit", "way")}),
        (GOOD | {"term": 7}, ("settings.term", "settings[1]", None), {"terms": ("limit", "way")}),
        (
            GOOD | {"source": {"citation": " ", "rank": "law"}},
            ("settings.source", "settings[1]", "M7"),
            {"ranks": RANKS},
        ),
        (
            GOOD | {"source": {"citation": "一", "rank": "x"}},
            ("settings.source", "settings[1]", "M7"),
            {"ranks": RANKS},
        ),
        (GOOD | {"value": "x"}, ("json.value", "settings[1]", None), {}),
        (GOOD | {"when": {"fact": "other"}}, ("json.fact", "settings[1]", None), {"facts": tuple(FACTS)}),
    ],
)
def test_a_setting_that_cannot_be_read(raw, fault, data):
    assert whole_faults(InvalidInput, read, GOOD, raw) == [fault]
    assert data_of(InvalidInput, read, GOOD, raw) == data


def test_the_cures_of_settings_list_what_may_stand_there():
    for lang, joint in (("zh", "、"), ("en", ", ")):
        assert joint.join(("limit", "way")) in text_of(read, GOOD | {"term": "other"}, lang=lang)
        assert joint.join(RANKS) in text_of(read, GOOD | {"source": None}, lang=lang)


def test_what_is_no_settings_document(tmp_path):
    wrong = [("settings.document", None, None)]
    for document in ({"schema": "other"}, {"version": 2}, {"settings": {}}):
        assert whole_faults(InvalidInput, read, **document) == wrong
    assert whole_faults(InvalidInput, settings_from_json, "no json", terms=[], facts=[]) == wrong
    path = tmp_path / "settings.json"
    path.write_bytes("虚构".encode("gb18030"))
    assert whole_faults(InvalidInput, settings_from_file, path, terms=[], facts=[]) == wrong


def test_an_expression_has_no_truth_value_and_a_literal_has_a_type():
    assert whole_faults(InvalidInput, bool, MALICE) == [("expression.no-truth-value", None, None)]
    for value, name in ((object(), "object"), (WorkingDays(5), "WorkingDays")):
        assert whole_faults(InvalidInput, literal, value) == [("expression.literal", None, None)]
        assert data_of(InvalidInput, literal, value) == {"type": name}
