"""What is said beside a record's validity, whatever day is asked about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Label
from jscredit.law import M
from jscredit.records.facts import PUBLISHED_UNTIL, SEVERITY
from jscredit.records.vocabulary import Severity
from jscredit.rules import Notice
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


def notices_of(validity: "Validity") -> tuple[Notice, ...]:
    """The notices of the record's class, then of the rules and settings, then those of this page, each once."""
    of_rules = (notice for decision in validity.decisions for notice in decision.notices)
    kept = (notice for notice in of_rules if not notice.code.startswith("reading."))
    return tuple(dict.fromkeys((*validity.classification.notices, *kept, *_own(validity))))


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
