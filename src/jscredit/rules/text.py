"""Rules in words: an expression, a condition or a whole rule, in Chinese or English, as text or Markdown."""

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from jscredit.errors import Lang
from jscredit.rules.expressions import (
    And,
    Equal,
    Expression,
    If,
    IsIn,
    Less,
    LessEqual,
    Literal,
    Not,
    Or,
    PlusPeriod,
    PlusWorkingDays,
)
from jscredit.rules.facts import DayAsked, Fact
from jscredit.rules.serial import value_json
from jscredit.rules.terms import Pick, Term

if TYPE_CHECKING:
    from jscredit.rules.rule import Rule


def in_words(node: Expression, lang: Lang = "zh") -> str:
    """An expression in words.

    >>> from jscredit.deadlines import Years
    >>> from jscredit.errors import Label
    >>> from jscredit.rules.facts import ON
    >>> day = Fact.day("corrected_on", Label("纠正日", "day of correction"))
    >>> in_words(ON > day + Years(1), "en")
    'the day of correction plus 1 year is before the day asked about'
    >>> in_words(ON > day + Years(1))
    '纠正日加1年早于所问之日'
    """
    return _English().say(node) if lang == "en" else _Chinese().say(node)


_SHORT_LIST = 6


class _Words:
    """One way to say each operator; a language fills in the phrases."""

    lang: Lang
    on: str
    conjunction: str
    disjunction: str
    answers: tuple[str, str]
    bracketed: tuple[type[Expression], ...] = (And, Or, If, Pick)
    phrases: ClassVar[dict[type[Expression], str]]

    def say(self, node: Expression) -> str:
        match node:
            case And(args):
                return self.conjunction.join(self._nested(part) for part in args)
            case Or(args):
                return self.disjunction.join(self._nested(part) for part in args)
            case DayAsked():
                return self.on
            case Fact() | Term():
                return self._named(node)
            case Literal(value):
                return self.value(value)
            case Pick(term, branches):
                return self._reading(term, branches)
            case IsIn(arg, values):
                return self.phrases[IsIn].format(self._nested(arg), self._listed(values))
            case PlusWorkingDays(start, period):
                return self.phrases[PlusPeriod].format(self._nested(start), period.label.text(self.lang))
            case _:
                return self.phrases[type(node)].format(*(self._nested(part) for part in node.parts))

    def value(self, value: Any) -> str:
        if isinstance(value, Enum) or hasattr(value, "label"):
            return str(value.label.text(self.lang)) if hasattr(value, "label") else str(value.value)
        if isinstance(value, bool):
            return self.answers[value]
        return value.isoformat() if isinstance(value, dt.date) else str(value)

    def _named(self, node: Fact | Term) -> str:
        return node.label.text(self.lang)

    def _nested(self, node: Expression) -> str:
        said = self.say(node)
        brackets = ("（", "）") if self.lang == "zh" else ("(", ")")
        return f"{brackets[0]}{said}{brackets[1]}" if isinstance(node, self.bracketed) else said

    def _listed(self, values: tuple[Literal, ...]) -> str:
        # In a long list each name has its code beside it, to be found in the data.
        coded = len(values) > _SHORT_LIST
        names = (
            f"{self.value(each.value)} ({value_json(each.value)})" if coded else self.value(each.value)
            for each in values
        )
        return ("、" if self.lang == "zh" else ", ").join(names)

    def _reading(self, term: Term, branches: tuple[tuple[str, Expression], ...]) -> str:
        stop, colon = ("；", "：") if self.lang == "zh" else ("; ", ": ")
        said = (f"{term.option(name).label.text(self.lang)}{colon}{self._nested(branch)}" for name, branch in branches)
        return stop.join(said)


class _Chinese(_Words):
    lang = "zh"
    on = "所问之日"
    conjunction, disjunction, answers = "，且", "，或者", ("否", "是")
    phrases: ClassVar = {
        Not: "并非“{}”",
        Equal: "{}为{}",
        Less: "{}早于{}",
        LessEqual: "{}不晚于{}",
        IsIn: "{}为下列之一：{}",
        PlusPeriod: "{}加{}",
        If: "如{}，则{}，否则{}",
    }

    def say(self, node: Expression) -> str:
        if isinstance(node, Less | LessEqual) and node.left.type.name == "number":
            word = "小于" if isinstance(node, Less) else "不超过"
            return f"{self._nested(node.left)}{word}{self._nested(node.right)}"
        return super().say(node)


class _English(_Words):
    lang = "en"
    on = "the day asked about"
    conjunction, disjunction, answers = " and ", " or ", ("no", "yes")
    # Without quotes, "it is not so that A or B" would also take B in.
    bracketed = (And, Or, If, Pick, Not)
    phrases: ClassVar = {
        Not: "it is not so that {}",
        Equal: "{} is {}",
        Less: "{} is before {}",
        LessEqual: "{} is not after {}",
        IsIn: "{} is one of: {}",
        PlusPeriod: "{} plus {}",
        If: "if {}, {}, otherwise {}",
    }

    def say(self, node: Expression) -> str:
        if isinstance(node, Less | LessEqual) and node.left.type.name == "number":
            word = "is less than" if isinstance(node, Less) else "is not more than"
            return f"{self._nested(node.left)} {word} {self._nested(node.right)}"
        return super().say(node)

    def _named(self, node: Fact | Term) -> str:
        said = super()._named(node)
        return said if node.type.name == "flag" else f"the {said}"


def rule_text(rule: "Rule", lang: Lang = "zh") -> str:
    """A rule as numbered lines: what each condition asks, its clause, and the test in words."""
    lines = [f"{rule.label.text(lang)} ({rule.citation.text(lang)})"]
    for number, condition in enumerate(rule.conditions, start=1):
        lines.append(f"{number}. {condition.label.text(lang)} [{condition.id}] ({condition.citation.short.text(lang)})")
        lines.append(f"   {in_words(condition.test, lang)}")
    return "\n".join(lines)


def rule_markdown(rule: "Rule", lang: Lang = "zh") -> str:
    """A rule as a Markdown table, one condition a row."""
    head = ("编号", "条款", "要求", "判断") if lang == "zh" else ("id", "clause", "requirement", "test")
    rows = [
        (f"`{each.id}`", each.citation.short.text(lang), each.label.text(lang), in_words(each.test, lang))
        for each in rule.conditions
    ]
    cells = (tuple(cell.replace("|", "\\|") for cell in row) for row in rows)
    table = "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *cells))
    return f"### {rule.label.text(lang)}\n\n{rule.citation.text(lang)}\n\n{table}\n"
