"""What is said beside a record's validity, whatever day is asked about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Label
from jscredit.law import LATER_LAWS, M
from jscredit.records.facts import PUBLISHED_UNTIL, SEVERITY
from jscredit.records.vocabulary import Severity
from jscredit.rules import Decision, Notice, Verdict
from jscredit.rules.notices import later_law_notices
from jscredit.validity.rules import RATHER_SERIOUS_PERIOD

if TYPE_CHECKING:
    from jscredit.validity.model import Validity

_NOT_FAILURE = Notice(
    "validity.not-failure-information",
    Label("第三十条只规定失信信息的有效期；该记录不是失信信息", "art. 30 speaks of failure information; this is none"),
    M.article(30).zh,
)
_WITHOUT_SEVERITY = Notice(
    "validity.without-severity",
    Label(
        "未标明失信程度，有效期的末日不能确定；程度须由提供单位按等级标准标明，不作推测",
        "without a severity the last day is not settled; the provider states it by the grade standard, none is guessed",
    ),
    M.article(15).zh,
)
_RATHER_SERIOUS = Notice(
    "validity.rather-serious",
    Label(
        "第三十条未规定较重失信的有效期；可由机关设定，在1年至3年之间",
        "art. 30 names no validity for a rather serious failure; an agency may set it, from 1 to 3 years",
    ),
    M.article(30).zh,
)
_STATED_BEYOND = Notice(
    "validity.publication-stated-beyond",
    Label(
        "公示截止日晚于有效期末日；公示截止日不是有效期",
        "the stated last day of publication lies after the validity; it does not prolong it",
    ),
    M.article(30).zh,
)
# Which later laws are in force depends on the day, so a decision about a day names them.
_LATER_FROM = min(law.first_day for law in LATER_LAWS)
_LATER_LAW = Notice(
    "validity.later-law",
    Label(
        f"自{_LATER_FROM}起另有其他规定施行而本库未编入；其后各日的结论仅依2018年文本作出，就某日询问时列明该日施行的规定",
        f"from {_LATER_FROM} on other norms are in force that are not encoded here; what is told of the days from then "
        "on is by the 2018 text alone, and an answer about a day names the norms of that day",
    ),
)


def notices_of(validity: "Validity") -> tuple[Notice, ...]:
    """The notices of the record's class, then of the rules and settings, then those of this page, each once."""
    # Other readings of its days are told where a day is asked about.
    of_rules = (notice for decision in validity.decisions for notice in decision.own_notices)
    first = later_law_notices(validity.regime.in_force_from)
    later = (_LATER_LAW,) if any(_reaches_later_law(decision) for decision in validity.decisions) else ()
    return tuple(dict.fromkeys((*validity.classification.notices, *of_rules, *first, *_own(validity), *later)))


def _reaches_later_law(decision: Decision) -> bool:
    """Whether a day under a later law is not answered no."""
    return any(
        span.verdict is not Verdict.NO and (span.last is None or span.last >= _LATER_FROM) for span in decision.timeline
    )


def _own(validity: "Validity") -> Iterator[Notice]:
    if validity.applies is False:
        yield _NOT_FAILURE
        return
    severity, stated = validity.facts[SEVERITY.name], validity.facts[PUBLISHED_UNTIL.name]
    if severity is None:
        yield _WITHOUT_SEVERITY
    if severity is Severity.RATHER_SERIOUS and RATHER_SERIOUS_PERIOD.name in validity.missing:
        yield _RATHER_SERIOUS
    latest = validity.last_day_range.latest
    if stated is not None and latest is not None and stated > latest:
        yield _STATED_BEYOND
