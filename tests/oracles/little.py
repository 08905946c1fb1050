"""Facts, terms and rules of no law, for the tests of the engine."""

import datetime as dt
from enum import StrEnum

from jscredit.deadlines import Days, Years
from jscredit.errors import InvalidInput, Label
from jscredit.law import M, Rank
from jscredit.rules import PERIOD, Condition, Fact, Option, Rule, Setting, Source, Term, reading


class Grade(StrEnum):
    LOW = "low"
    HIGH = "high"
    OTHER = "other"


def label(word):
    return Label(f"中{word}", word)


PAID = Fact.flag("paid", label("paid"))
LATE = Fact.flag("late", label("late"))
START = Fact.day("start_on", label("start"))
END = Fact.day("end_on", label("end"))
GRADE = Fact.choice("grade", Grade, label("grade"))
AMOUNT = Fact.number("amount", label("amount"))
SPELL = Fact.period("spell", label("spell"))
FACTS = (PAID, LATE, START, END, GRADE, AMOUNT, SPELL)
BY_NAME = {fact.name: fact for fact in FACTS}

KNOWN = {
    "paid": True,
    "late": False,
    "start_on": dt.date(2024, 2, 29),
    "end_on": dt.date(2024, 6, 1),
    "grade": Grade.LOW,
    "amount": 5,
    "spell": Days(30),
}

OPEN = Term("open-term", PERIOD, label("open"), M.article(35), within=(Years(1), Years(3)))
LENGTH = Term(
    "length",
    PERIOD,
    label("length"),
    M.article(30),
    default=Years(1),
    yields_to=frozenset({Rank.LAW, Rank.DEPARTMENT_RULE}),
)
WAY = reading("way", label("way"), M.article(34), Option("one", label("one")), Option("so-far", label("so far")))


def condition(name, test, article=34):
    return Condition(name, M.article(article), label(name), test)


def rule_of(*tests, notices=(), **named):
    conditions = [condition(f"part-{n}", test) for n, test in enumerate(tests)]
    conditions += [condition(name.replace("_", "-"), test) for name, test in named.items()]
    return Rule("little", M.article(34), label("little"), tuple(conditions), notices)


def setting(term, value, rank=Rank.LAW, when=None, source="a norm"):
    return Setting(term, value, Source(source, rank), when)


def day(text):
    return dt.date.fromisoformat(text)


def tried(call, *args, **options):
    """What a call gives, and the error where it refuses its input; any other error goes on."""
    try:
        return call(*args, **options), None
    except InvalidInput as error:
        return None, error
