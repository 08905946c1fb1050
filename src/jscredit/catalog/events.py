"""What can happen to a catalogue on its way (M8)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.catalog.model import Catalogue
from jscredit.catalog.vocabulary import PublisherCapacity
from jscredit.errors import Label
from jscredit.procedure import Event
from jscredit.records import Body
from jscredit.records.value import STRICT, Day, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Compiled(Event):
    """The credit authority compiled the catalogue with the providers.

    Attributes:
        by: the credit authority, with its roles and its level.
        providers: the providers that took part.
    """

    label: ClassVar[Label] = Label("编制草案", "draft compiled")

    type: Literal["compiled"] = "compiled"
    by: Body
    providers: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Revised(Event):
    """The draft was revised; ``catalogue`` is the whole new draft."""

    label: ClassVar[Label] = Label("修改草案", "draft revised")

    type: Literal["revised"] = "revised"
    catalogue: Catalogue


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PutToConsultation(Event):
    """The public was asked for its opinions on the draft; ``through`` is the last day for them, where one was set."""

    label: ClassVar[Label] = Label("公开征求意见", "put to public consultation")

    type: Literal["put_to_consultation"] = "put_to_consultation"
    through: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ConsultationClosed(Event):
    """The consultation ended; ``opinions`` is how many were received, where that was counted."""

    label: ClassVar[Label] = Label("征求意见结束", "consultation closed")

    type: Literal["consultation_closed"] = "consultation_closed"
    opinions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ToPublisher(Event):
    """A step in which the publisher is named.

    Attributes:
        publisher: the government of the level, or a body that it authorised, with its level.
        capacity: which of the two.
        authorisation: the document by which the government authorised it.
    """

    publisher: Body
    capacity: PublisherCapacity
    authorisation: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Submitted(ToPublisher):
    """The catalogue was submitted to whoever publishes it."""

    label: ClassVar[Label] = Label("报送发布", "submitted for publication")

    type: Literal["submitted"] = "submitted"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SentBack(Event):
    """The publisher sent it back to be revised."""

    label: ClassVar[Label] = Label("退回修改", "sent back")

    type: Literal["sent_back"] = "sent_back"
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Published(ToPublisher):
    """The publisher published it; ``in_force_from`` is its first day in force, the day itself where none is stated."""

    label: ClassVar[Label] = Label("发布", "published")

    type: Literal["published"] = "published"
    in_force_from: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Superseded(Event):
    """A later edition took its place.

    Attributes:
        edition: the later edition.
        last_day: the last day on which this one is in force.
    """

    label: ClassVar[Label] = Label("被新版替代", "superseded")

    type: Literal["superseded"] = "superseded"
    edition: Text
    last_day: Day


CatalogueEvent = Annotated[
    Compiled | Revised | PutToConsultation | ConsultationClosed | Submitted | SentBack | Published | Superseded,
    Discriminator("type"),
]
"""Any event of a catalogue, told apart by ``type``."""
