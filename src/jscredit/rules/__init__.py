"""The engine: a rule is written once, solved for the day once, and read on objects, over time and as text."""

from typing import TYPE_CHECKING

from jscredit.deferred import deferred
from jscredit.rules.decision import Decision, Failure
from jscredit.rules.expressions import Expression, If, literal
from jscredit.rules.facts import ON, Fact
from jscredit.rules.notices import Notice, NoticeWhen
from jscredit.rules.quantity import DayRange, Quantity
from jscredit.rules.regime import JIANGSU_2018, Regime
from jscredit.rules.rule import BoundRule, Condition, Rule
from jscredit.rules.terms import Option, Setting, Source, Term, UnderReading, reading
from jscredit.rules.timeline import Span
from jscredit.rules.types import DAY, FLAG, NUMBER, PERIOD, TIME_LIMIT, ValueType
from jscredit.rules.verdict import Verdict
from jscredit.rules.window import Window, windows

if TYPE_CHECKING:
    from jscredit.rules.basis import AppliedSetting, Basis, ChosenReading
    from jscredit.rules.documents import restored_decision
    from jscredit.rules.reader import expression_from_json
    from jscredit.rules.serial import expression_json, rule_json
    from jscredit.rules.settings_file import settings_from_file, settings_from_json
    from jscredit.rules.text import in_words, rule_markdown, rule_text

__getattr__ = deferred(
    __name__,
    basis=("AppliedSetting", "Basis", "ChosenReading"),
    documents=("restored_decision",),
    reader=("expression_from_json",),
    serial=("expression_json", "rule_json"),
    settings_file=("settings_from_file", "settings_from_json"),
    text=("in_words", "rule_markdown", "rule_text"),
)

__all__ = [
    "DAY",
    "FLAG",
    "JIANGSU_2018",
    "NUMBER",
    "ON",
    "PERIOD",
    "TIME_LIMIT",
    "AppliedSetting",
    "Basis",
    "BoundRule",
    "ChosenReading",
    "Condition",
    "DayRange",
    "Decision",
    "Expression",
    "Fact",
    "Failure",
    "If",
    "Notice",
    "NoticeWhen",
    "Option",
    "Quantity",
    "Regime",
    "Rule",
    "Setting",
    "Source",
    "Span",
    "Term",
    "UnderReading",
    "ValueType",
    "Verdict",
    "Window",
    "expression_from_json",
    "expression_json",
    "in_words",
    "literal",
    "reading",
    "restored_decision",
    "rule_json",
    "rule_markdown",
    "rule_text",
    "settings_from_file",
    "settings_from_json",
    "windows",
]
