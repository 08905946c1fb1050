"""What a fact, a term or a calendar year is called, for a reader who is told that it is missing."""

from functools import cache
from types import MappingProxyType

from jscredit import classification, repair, validity
from jscredit.errors import Label, Lang
from jscredit.records.facts import RECORD_FACTS
from jscredit.review.facts import ENTRY_RULES
from jscredit.review.green_channel import COMPLETE_SINCE, WHOLE_FILE_NEEDED
from jscredit.review.rules import HONOUR, THREE_YEARS_KNOWN
from jscredit.rules import JIANGSU_2018, Rule

_OF_A_FILE = {
    COMPLETE_SINCE: Label("档案完整的起始日（有人担保）", "day since which somebody vouches for the file"),
    WHOLE_FILE_NEEDED: Label("全部信用档案", "the whole file"),
}


def named(name: str, lang: Lang) -> str:
    """The label of what is missing, with its name; a calendar year stands for itself.

    >>> named("severity", "en"), named("calendar-2027", "en")
    ('severity (severity)', 'calendar-2027')
    """
    label = _labels().get(name)
    return f"{label.text(lang)} ({name})" if label else name


@cache
def _labels() -> MappingProxyType[str, Label]:
    packages = (classification, validity, repair)
    of_packages = (rule for package in packages for rule in package.RULES if isinstance(rule, Rule))
    rules = (*of_packages, *ENTRY_RULES, THREE_YEARS_KNOWN)
    asked = (fact for rule in rules for fact in rule.bind(JIANGSU_2018).facts)
    terms = (term for package in packages for term in package.TERMS)
    found = {each.name: each.label for each in (*asked, HONOUR, *RECORD_FACTS, *terms, validity.MONITORING_PERIOD)}
    return MappingProxyType(found | _OF_A_FILE)
