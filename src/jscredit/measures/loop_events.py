"""What happens in the loop of a measure (J21): initiated, pushed, acted on, fed back; or declined, or stopped."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.procedure import Event
from jscredit.records import Body, DelistingGround, RecordStatus, Vocabulary
from jscredit.records.value import STRICT, Day, NormRank, Text


class DeclineReason(Vocabulary):
    """Why a body does not apply a measure that was pushed to it."""

    NO_STATUTORY_BASIS = "no_statutory_basis", "没有法定依据", "it has no statutory basis"
    NOT_ITS_MATTER = "not_its_matter", "不属其职责", "it is none of its matters"
    NOT_TAKEN_UP = "not_taken_up", "非必须实施，未予采用", "the measure is not owed and it does not take it up"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Initiated(Event):
    """The department that determined the entry reported it to the joint system.

    Attributes:
        by: that department.
        to: the information centre that runs the joint system of its level.
    """

    label: ClassVar[Label] = Label("认定并报送联合奖惩系统", "determined and reported to the joint system")

    type: Literal["initiated"] = "initiated"
    by: Body
    to: Body


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Pushed(Event):
    """The entry was pushed to the body that applies the measure.

    Attributes:
        by: who pushed it: an information centre; under a memorandum also the initiator.
        to: to whom.
    """

    label: ClassVar[Label] = Label("推送实施部门", "pushed to the body that applies it")

    type: Literal["pushed"] = "pushed"
    by: Body
    to: Body


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Acted(Event):
    """The body applied the measure.

    Attributes:
        by: the body.
        basis: the norm by which it may; ``basis_rank`` is that norm's rank.
        document: the number of its document.
    """

    label: ClassVar[Label] = Label("采取奖惩措施", "applied the measure")

    type: Literal["acted"] = "acted"
    by: Body
    basis: Text | None = None
    basis_rank: NormRank | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Declined(Event):
    """The body does not apply the measure, and says why."""

    label: ClassVar[Label] = Label("不予实施并说明理由", "declined, with the reason")

    type: Literal["declined"] = "declined"
    by: Body
    reason: DeclineReason


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FedBack(Event):
    """The body told what came of it.

    Attributes:
        by: the body.
        to: to whom: the provincial information centre.
        outcome: what came of it.
    """

    label: ClassVar[Label] = Label("反馈联合奖惩成效", "fed back what came of it")

    type: Literal["fed_back"] = "fed_back"
    by: Body
    to: Body
    outcome: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Stopped(Event):
    """The measure stopped, because it no longer applies (J17, J20, J23, M30).

    Attributes:
        delisted_on: the first day on which the entry no longer holds, where it was ended; ``ground`` says why.
        record_status: what has become of the failure, where the measure rests on one.
    """

    label: ClassVar[Label] = Label("停止实施", "stopped")

    type: Literal["stopped"] = "stopped"
    delisted_on: Day | None = None
    ground: DelistingGround | None = None
    record_status: RecordStatus | None = None


LoopEvent = Annotated[Initiated | Pushed | Acted | Declined | FedBack | Stopped, Discriminator("type")]
"""Any event of the loop, told apart by ``type``."""
