"""G3.1: what a purchaser promises before a government procurement begins, and the three points that are supervised."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.government.events import event_faults, infer_events, stated
from jscredit.law import G
from jscredit.records import Document, Subject, Vocabulary
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_G31 = G.article(3, item=1)


class PromiseTopic(Vocabulary):
    """On what a purchaser promises; the list is open, these five have to be there."""

    OPENNESS = "openness", "政务公开", "openness"
    PROPER_USE_OF_FISCAL_FUNDS = "proper_use_of_fiscal_funds", "财政资金使用规范性", "proper use of fiscal funds"
    OBEYING_PROCUREMENT_LAW = "obeying_procurement_law", "遵守政府采购法律法规", "obeying the law of procurement"
    CONTRACT_PERFORMANCE = "contract_performance", "合同履行", "performance of the contract"
    LIABILITY_FOR_BREACH = "liability_for_breach", "违约责任", "liability for breach"


class SupervisionPoint(Vocabulary):
    """In what a purchaser is supervised."""

    ACCEPTANCE = "acceptance", "项目履约验收", "acceptance"
    CONTRACT_PERFORMANCE = "contract_performance", "合同履行", "performance of the contract"
    PAYMENT = "payment", "款项支付", "payment"


PROMISE_GIVEN = Fact.flag("procurement_promise_given", Label("作出采购承诺", "the purchaser gave a promise"))
WRITTEN = Fact.flag("promise_written", Label("书面作出", "it is in writing"))
GIVEN_ON = Fact.day("promise_given_on", Label("承诺之日", "day of the promise"))
PUBLISHED = Fact.flag("promise_published", Label("向社会公开", "it was made public"))
PUBLISHED_ON = Fact.day("promise_published_on", Label("公开之日", "day on which it was made public"))
BEGINS_ON = Fact.day("procurement_begins_on", Label("采购活动开始日", "day on which the procurement begins"))
ON_TOPIC: Mapping[PromiseTopic, Fact] = MappingProxyType(
    {
        topic: Fact.flag(
            f"promise_on_{topic.value}", Label(f"承诺涵盖{topic.label.zh}", f"the promise covers: {topic.label.en}")
        )
        for topic in PromiseTopic
    }
)

PROCUREMENT_PROMISE = Rule(
    "procurement-promise",
    _G31,
    Label("采购承诺符合要求", "the purchaser's promise is as it has to be"),
    (
        Condition("given", _G31, Label("已经作出承诺", "a promise was given"), PROMISE_GIVEN & (ON >= GIVEN_ON)),
        Condition("written", _G31, WRITTEN.label, WRITTEN),
        *(
            Condition(f"topic:{topic.value.replace('_', '-')}", _G31, fact.label, fact)
            for topic, fact in ON_TOPIC.items()
        ),
        Condition("public", _G31, Label("已向社会公开", "it is public"), PUBLISHED & (ON >= PUBLISHED_ON)),
        Condition(
            "before-the-start",
            _G31,
            Label("承诺早于采购活动开始", "it was given before the procurement begins"),
            GIVEN_ON < BEGINS_ON,
        ),
        Condition(
            "public-before-the-start",
            _G31,
            Label("公开早于采购活动开始", "it was made public before the procurement begins"),
            PUBLISHED_ON < BEGINS_ON,
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ProcurementPromise(Document):
    """A purchaser's promise about one procurement. ``None`` means *not known*, never *no*.

    Attributes:
        purchaser: who promises.
        project: the procurement, in words or by its number.
        given: whether a promise was given.
        given_on: the day of the promise.
        written: whether it is in writing.
        topics: on what it promises, all that the document shows; None where nobody has seen it.
        published: whether it was made public.
        published_on: the day on which it was.
        begins_on: the day on which the procurement begins.
        supervised: the points on which a supervision was recorded; None where that is not known.

    Raises:
        pydantic.ValidationError: ``government.day-without-event``.
    """

    schema_name: ClassVar[str] = "jscredit.procurement-promise"

    purchaser: Subject
    project: Text | None = None
    given: bool | None = None
    given_on: Day | None = None
    written: bool | None = None
    topics: tuple[PromiseTopic, ...] | None = None
    published: bool | None = None
    published_on: Day | None = None
    begins_on: Day | None = None
    supervised: tuple[SupervisionPoint, ...] | None = None

    @property
    def unsupervised(self) -> tuple[SupervisionPoint, ...] | None:
        """The points without a recorded supervision; None where that is not known."""
        return (
            None if self.supervised is None else tuple(each for each in SupervisionPoint if each not in self.supervised)
        )

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("ProcurementPromise", self._faults())
        infer_events(self, _EVENTS)
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from event_faults(self, _EVENTS, "G3.1")


def procurement_promise(promise: ProcurementPromise, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a purchaser's promise is complete, public and in time on a day; ``failed`` says what it lacks.

    >>> late = ProcurementPromise(
    ...     purchaser=Subject(name="虚构市教育局"),
    ...     given_on=date(2020, 6, 1),
    ...     written=True,
    ...     topics=tuple(PromiseTopic)[:4],
    ...     published_on=date(2020, 6, 1),
    ...     begins_on=date(2020, 6, 1),
    ... )
    >>> [failure.condition.id for failure in procurement_promise(late, on=date(2020, 7, 1)).failed]
    ['topic:liability-for-breach', 'before-the-start', 'public-before-the-start']
    """
    return PROCUREMENT_PROMISE.decide(procurement_row(promise), on=on, regime=regime)


def procurement_row(promise: ProcurementPromise) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        PROMISE_GIVEN.name: promise.given,
        WRITTEN.name: promise.written,
        GIVEN_ON.name: promise.given_on,
        PUBLISHED.name: promise.published,
        PUBLISHED_ON.name: promise.published_on,
        BEGINS_ON.name: promise.begins_on,
        **{fact.name: stated(promise.topics, topic) for topic, fact in ON_TOPIC.items()},
    }


_EVENTS = (("given", "given_on"), ("published", "published_on"))
