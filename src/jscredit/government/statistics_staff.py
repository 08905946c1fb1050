"""G3.6: responsibilities against falsified statistics, and what those who make statistics promise."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from jscredit.errors import Label
from jscredit.government.events import found, stated
from jscredit.law import G
from jscredit.records import Judgement, Vocabulary
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_G36 = G.article(3, item=6)


class StatisticsResponsibility(Vocabulary):
    """The four responsibilities for preventing and punishing falsified statistics."""

    LEADERSHIP = "leadership", "领导责任", "responsibility of leadership"
    SUPERVISION = "supervision", "监督责任", "responsibility of supervision"
    MAIN = "main", "主体责任", "main responsibility"
    RELATED = "related", "相关责任", "related responsibility"


class StatisticsPromiseTopic(Vocabulary):
    """On what those who make statistics promise; the list is open."""

    LAW_ABIDING = "law_abiding", "守法", "to abide by the law"
    TRUSTWORTHINESS = "trustworthiness", "守信", "to be trustworthy"
    SELF_DISCIPLINE = "self_discipline", "自律", "to be self-disciplined"


FALSIFIED = Fact.flag("statistics_falsified", Label("经查实统计造假", "a falsification was verified"), judged=True)
VERIFIED_ON = Fact.day("falsification_verified_on", Label("查实之日", "day of the verification"))
PROMISED: Mapping[StatisticsPromiseTopic, Fact] = MappingProxyType(
    {
        topic: Fact.flag(
            f"statistics_promise_{topic.value}", Label(f"承诺{topic.label.zh}", f"promised {topic.label.en}")
        )
        for topic in StatisticsPromiseTopic
    }
)

FALSIFICATION = Rule(
    "statistics-falsification",
    _G36,
    Label("统计造假经查实，属政务失信", "the falsification is verified and is a failure"),
    (
        Condition("verified", _G36, FALSIFIED.label, FALSIFIED),
        Condition("by-then", _G36, Label("已经查实", "it has been verified by then"), ON >= VERIFIED_ON),
    ),
)
STATISTICS_PROMISE = Rule(
    "statistics-promise",
    _G36,
    Label("统计诚信承诺涵盖三个方面", "the promise covers all three topics"),
    tuple(Condition(topic.value.replace("_", "-"), _G36, fact.label, fact) for topic, fact in PROMISED.items()),
)


def falsification_verified(verified: Judgement | None, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a falsification of statistics is a failure on a day: only where it was verified.

    >>> yes = Judgement(finding=True, by="虚构省统计局", on=date(2020, 3, 5))
    >>> falsification_verified(yes, on=date(2020, 3, 4)).earliest
    datetime.date(2020, 3, 5)
    """
    row = {FALSIFIED.name: found(verified), VERIFIED_ON.name: verified and verified.on}
    return FALSIFICATION.decide(row, on=on, regime=regime)


def statistics_promise(
    topics: tuple[StatisticsPromiseTopic, ...] | None, *, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether a promise covers what the text names; ``failed`` says what it lacks.

    Args:
        topics: all topics that the document shows; None where nobody has seen it.
        on: the day asked about.
        regime: the law with its settings.

    >>> told = statistics_promise((StatisticsPromiseTopic.LAW_ABIDING,), on=date(2020, 6, 1))
    >>> [failure.condition.id for failure in told.failed]
    ['trustworthiness', 'self-discipline']
    """
    row = {fact.name: stated(topics, topic) for topic, fact in PROMISED.items()}
    return STATISTICS_PROMISE.decide(row, on=on, regime=regime)
