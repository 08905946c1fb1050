"""What happens to an entry once it stands: published, reported, found wrong, ended, announced (J17, J20, J21, J24)."""

from typing import ClassVar, Literal

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.listing.crosscheck import RemovalOrder
from jscredit.listing.publication import ListChannel
from jscredit.listing.wrong import Discovery, Remedy
from jscredit.procedure import Event
from jscredit.records import DelistingGround
from jscredit.records.value import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class EntryPublished(Event):
    """The entry was published (J20).

    Attributes:
        channels: where; the announcement of its end goes there too (J17).
    """

    label: ClassVar[Label] = Label("公示条目", "entry published")

    type: Literal["entry_published"] = "entry_published"
    channels: tuple[ListChannel, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class EntryReported(Event):
    """The entry was reported to the joint system (J19, J21)."""

    label: ClassVar[Label] = Label("报送联合奖惩系统", "entry reported to the joint system")

    type: Literal["entry_reported"] = "entry_reported"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FeedbackReceived(Event):
    """The implementing departments fed back what they did about the entry (J20)."""

    label: ClassVar[Label] = Label("收到实施反馈", "feedback received")

    type: Literal["feedback_received"] = "feedback_received"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RedEntriesRemoved(Event):
    """The bodies of the red lists named by the removal orders have deleted the subject (J6.2)."""

    label: ClassVar[Label] = Label("已从各红名单删除", "deleted from the red lists")

    type: Literal["red_entries_removed"] = "red_entries_removed"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ErrorReported(Event):
    """Somebody told the determining body that the entry is not true; measures go on meanwhile (J24).

    Attributes:
        discovery: how it was found.
    """

    label: ClassVar[Label] = Label("告知信息不实", "error reported")

    type: Literal["error_reported"] = "error_reported"
    discovery: Discovery


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class NoErrorFound(Event):
    """The determining body verified the entry and found it right (J24).

    Attributes:
        reason: what was found.
    """

    label: ClassVar[Label] = Label("经核实无误", "no error found")

    type: Literal["no_error_found"] = "no_error_found"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Exited(Event):
    """The subject left the list (J17); for an entry that was wrong see ``WithdrawnAsWrong``.

    Attributes:
        ground: why.
        decision: the determining body's decision, by its number; needed where it follows a repair (J23).
        order: the removal order for which a red entry was deleted; needed for that ground (J6.2).
    """

    label: ClassVar[Label] = Label("退出名单", "left the list")

    type: Literal["exited"] = "exited"
    ground: DelistingGround
    decision: Text | None = None
    order: RemovalOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class WithdrawnAsWrong(Event):
    """The determining body found the entry wrong and withdrew it (J24).

    Attributes:
        decision: its decision, by its number.
        mistake_in_work: whether the cause was a mistake in its work; None where that is not known.
        rights_harmed: whether rights of the subject were harmed; None where that is not known.
    """

    label: ClassVar[Label] = Label("误列撤销", "withdrawn as wrong")

    type: Literal["withdrawn_as_wrong"] = "withdrawn_as_wrong"
    decision: Text
    mistake_in_work: bool | None = None
    rights_harmed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CauseFound(Event):
    """Cause and harm of a wrong entry were found after it was withdrawn (J24); ``None`` adds nothing."""

    label: ClassVar[Label] = Label("查明误列原因和损害", "cause and harm found")

    type: Literal["cause_found"] = "cause_found"
    mistake_in_work: bool | None = None
    rights_harmed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RemediesProvided(Event):
    """What J24 owes for a wrong entry was done.

    Attributes:
        remedies: all that were provided.
    """

    label: ClassVar[Label] = Label("已补救", "remedies provided")

    type: Literal["remedies_provided"] = "remedies_provided"
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ExitAnnounced(Event):
    """The end of the entry was announced (J17).

    Attributes:
        channels: where; every channel in which the entry was published.
    """

    label: ClassVar[Label] = Label("公告退出", "exit announced")

    type: Literal["exit_announced"] = "exit_announced"
    channels: tuple[ListChannel, ...]


AfterListing = (
    EntryPublished
    | EntryReported
    | FeedbackReceived
    | RedEntriesRemoved
    | ErrorReported
    | NoErrorFound
    | Exited
    | WithdrawnAsWrong
    | CauseFound
    | RemediesProvided
    | ExitAnnounced
)
