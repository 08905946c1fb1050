"""What a fact, a term or a calendar year is called, for a reader who is told that it is missing."""

from functools import cache
from types import MappingProxyType

from jscredit import classification, repair, validity
from jscredit.errors import Label, Lang
from jscredit.records.facts import RECORD_FACTS
from jscredit.rules import JIANGSU_2018, Rule


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
    rules = (rule for package in packages for rule in package.RULES if isinstance(rule, Rule))
    asked = (fact for rule in rules for fact in rule.bind(JIANGSU_2018).facts)
    terms = (term for package in packages for term in package.TERMS)
    return MappingProxyType({each.name: each.label for each in (*asked, *RECORD_FACTS, *terms)})
