"""G3.4: when a promise or a contract may be changed, and when not performing it is a breach.

A change of government or of the person responsible is never a reason. Beside a lawful one it neither helps nor harms.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass as value

from jscredit.errors import Fault, Label
from jscredit.government.events import event_faults, found, infer_events
from jscredit.government.telling import Line, Told
from jscredit.law import G, Rank
from jscredit.records import Document, Judgement, Vocabulary
from jscredit.records.value import STRICT, Day, NormRank, Text, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Notice, NoticeWhen, Regime, Rule, Verdict

_G34 = G.article(3, item=4)


class ChangeGround(Vocabulary):
    """For what a promise or a contract may be changed."""

    NATIONAL_INTEREST = "national_interest", "国家利益", "national interest"
    PUBLIC_INTEREST = "public_interest", "公共利益", "public interest"
    OTHER_STATUTORY_GROUND = "other_statutory_ground", "其他法定事由", "another statutory ground"


class InvalidExcuse(Vocabulary):
    """What is never a reason to break a promise or a contract; the list is open."""

    CHANGE_OF_GOVERNMENT = "change_of_government", "政府换届", "change of government"
    REPLACEMENT_OF_PERSON_RESPONSIBLE = (
        "replacement_of_person_responsible",
        "相关责任人更替",
        "replacement of the person responsible",
    )


class NonPerformance(Vocabulary):
    """What it is that a promise or a contract is not performed."""

    LAWFUL_CHANGE = "lawful_change", "依法变更", "lawful change"
    BREACH = "breach", "违约毁约", "breach"


GROUND_STATED = Fact.flag("change_ground_stated", Label("载明变更事由", "one of the three grounds is stated"))
GROUND = Fact.choice("change_ground", ChangeGround, Label("变更事由", "ground of the change"))
GROUND_FOUND = Fact.flag(
    "change_ground_found", Label("经认定事由成立", "the ground was found to be there"), judged=True
)
NORM_RANK = Fact.choice("change_norm_rank", Rank, Label("其他法定事由所依规定的位阶", "rank of the norm that gives it"))
AUTHORITY = Fact.flag("statutory_authority", Label("在法定权限之内", "within statutory authority"))
PROCEDURE = Fact.flag("statutory_procedure", Label("依照法定程序", "by statutory procedure"))
LOSS = Fact.flag("property_loss", Label("企业或者投资人有财产损失", "enterprises or investors lose property"))
COMPENSATED = Fact.flag("compensated", Label("已依法补偿", "the loss was compensated by law"))
COMPENSATED_ON = Fact.day("compensated_on", Label("补偿之日", "day of the compensation"))
CHANGED_ON = Fact.day("changed_on", Label("变更之日", "day of the change"))
EXCUSE_GIVEN = Fact.flag(
    "invalid_excuse_given", Label("以换届或者换人为由", "a change of government or of person is given")
)

_STATUTORY = (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION)
_OTHER = GROUND == ChangeGround.OTHER_STATUTORY_GROUND

LAWFUL_CHANGE = Rule(
    "lawful-change-of-promise",
    _G34,
    Label("属依法变更承诺、合同", "the promise or contract was changed lawfully"),
    (
        Condition(
            "ground",
            _G34,
            Label("因国家利益、公共利益或者其他法定事由", "for the national or public interest, or a statutory ground"),
            GROUND_STATED & GROUND_FOUND,
        ),
        Condition(
            "statutory",
            _G34,
            Label("其他事由须由法律、法规规定", "another ground is given by a law or regulation"),
            ~_OTHER | NORM_RANK.is_in(*_STATUTORY),
        ),
        Condition("authority", _G34, AUTHORITY.label, AUTHORITY),
        Condition("procedure", _G34, PROCEDURE.label, PROCEDURE),
        Condition(
            "compensation",
            _G34,
            Label("有财产损失的已依法补偿", "a loss of property has been compensated"),
            ~LOSS | (COMPENSATED & (ON >= COMPENSATED_ON)),
        ),
        Condition("changed", _G34, Label("变更已经作出", "the change has been made"), ON >= CHANGED_ON),
    ),
    (
        NoticeWhen(
            Notice(
                "government.invalid-excuse",
                Label(
                    "政府换届、责任人更替不是违约理由，不予考虑",
                    "a change of government or of the person responsible is no reason and is left out of account",
                ),
                _G34.zh,
            ),
            when=EXCUSE_GIVEN,
        ),
    ),
)

Reason = ChangeGround | InvalidExcuse


@value(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PromiseChange(Document):
    """Why and how a promise or a contract was not performed as given. ``None`` means *not known*, never *no*.

    Attributes:
        reasons: every reason that the government gives, lawful or not; empty where it gives none.
        ground_found: that the ground is there, as somebody found.
        norm: of another statutory ground, the norm that gives it.
        norm_rank: the rank of that norm.
        authority: whether it was within statutory authority.
        procedure: whether statutory procedure was kept.
        loss: whether enterprises or investors lose property by it.
        compensated: whether that was compensated by law.
        compensated_on: the day of the compensation.
        changed_on: the day of the change.

    Raises:
        pydantic.ValidationError: ``government.day-without-event``; ``government.grounds`` for more than one ground:
            give the one that it rests on.
    """

    schema_name: ClassVar[str] = "jscredit.promise-change"

    reasons: tuple[Reason, ...] | None = None
    ground_found: Judgement | None = None
    norm: Text | None = None
    norm_rank: NormRank | None = None
    authority: bool | None = None
    procedure: bool | None = None
    loss: bool | None = None
    compensated: bool | None = None
    compensated_on: Day | None = None
    changed_on: Day | None = None

    @property
    def ground(self) -> ChangeGround | None:
        """The ground among the reasons; None where there is none, or where the reasons are not known."""
        return next((reason for reason in self.reasons or () if isinstance(reason, ChangeGround)), None)

    @property
    def excuses(self) -> tuple[InvalidExcuse, ...]:
        """The reasons that never count."""
        return tuple(reason for reason in self.reasons or () if isinstance(reason, InvalidExcuse))

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("PromiseChange", self._faults())
        infer_events(self, _EVENTS)
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from event_faults(self, _EVENTS, "G3.4")
        if sum(isinstance(reason, ChangeGround) for reason in self.reasons or ()) > 1:
            yield _ONE_GROUND


@dataclass(frozen=True, slots=True)
class ChangeFinding(Told):
    """Whether not performing is a lawful change or a breach, with the reasons.

    Attributes:
        lawful: the decision.
        excuses: the reasons given that never count.
    """

    schema_name: ClassVar[str] = "jscredit.change-finding"

    lawful: Decision
    excuses: tuple[InvalidExcuse, ...]

    @property
    def is_what(self) -> NonPerformance | None:
        """A lawful change, or a breach; None where a missing fact leaves it open."""
        by_verdict = {Verdict.YES: NonPerformance.LAWFUL_CHANGE, Verdict.NO: NonPerformance.BREACH}
        return by_verdict.get(self.lawful.verdict)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it is, and the reasons that do not count."""
        return (
            Line("is_what", Label("不履行的性质", "what it is"), self.is_what),
            Line("excuses", Label("不予认可的理由", "reasons that do not count"), self.excuses),
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The one decision."""
        return (self.lawful,)


def non_performance(change: PromiseChange, *, on: date, regime: Regime = JIANGSU_2018) -> ChangeFinding:
    """Whether a promise or a contract that is not performed was changed lawfully, or is broken (G3.4).

    >>> after_elections = PromiseChange(reasons=(InvalidExcuse.CHANGE_OF_GOVERNMENT,), changed_on=date(2020, 3, 5))
    >>> non_performance(after_elections, on=date(2020, 6, 1)).is_what.value
    'breach'
    """
    return ChangeFinding(LAWFUL_CHANGE.decide(change_row(change), on=on, regime=regime), change.excuses)


def change_row(change: PromiseChange) -> dict[str, Any]:
    """The facts of the rule."""
    is_told = change.reasons is not None
    return {
        GROUND_STATED.name: change.ground is not None if is_told else None,
        GROUND.name: change.ground,
        GROUND_FOUND.name: found(change.ground_found),
        NORM_RANK.name: change.norm_rank,
        AUTHORITY.name: change.authority,
        PROCEDURE.name: change.procedure,
        LOSS.name: change.loss,
        COMPENSATED.name: change.compensated,
        COMPENSATED_ON.name: change.compensated_on,
        CHANGED_ON.name: change.changed_on,
        EXCUSE_GIVEN.name: bool(change.excuses) if is_told else None,
    }


_EVENTS = (("compensated", "compensated_on"),)
_ONE_GROUND = Fault(
    code="government.grounds",
    message=Label("变更事由多于一项", "there is more than one ground"),
    cure=Label("请给出变更所依据的一项", "give the one that the change rests on"),
    field="reasons",
    clause="G3.4",
)
