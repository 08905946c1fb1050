"""What can happen in an objection (M31 to M33)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.objection.vocabulary import LegalRemedy
from jscredit.procedure import Event
from jscredit.records import Body, CreditRecord, Subject
from jscredit.records.value import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Received(Event):
    """A provider or an information organisation received the objection (M31). Each receiver has a case of its own.

    Attributes:
        applicant: who objects.
        by: who received it.
        evidence: what was handed in, each piece by its name or number.
        fault_in_processing: whether the fault is stated to lie in the information organisation's processing (M4).
    """

    label: ClassVar[Label] = Label("收到异议申请", "objection received")

    type: Literal["received"] = "received"
    applicant: Subject
    by: Body
    evidence: tuple[Text, ...] = ()
    fault_in_processing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Transferred(Event):
    """The information organisation handed it to the provider to be verified (M32, second paragraph)."""

    label: ClassVar[Label] = Label("转提供单位核实", "transferred to the provider")

    type: Literal["transferred"] = "transferred"
    to: Body


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Wrong(Event):
    """A finding that the information is wrong, with the scope in which the wrong one was made known.

    Attributes:
        published_in: the channels in which it was published.
        provided_to: the recipients to which it was provided, from the log of queries.
    """

    published_in: tuple[Text, ...] = ()
    provided_to: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FoundWrong(Wrong):
    """The verification found the information wrong; ``on`` is the day of the finding (M32, fourth paragraph)."""

    label: ClassVar[Label] = Label("核实有误", "found wrong")

    type: Literal["found_wrong"] = "found_wrong"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FoundRight(Event):
    """The verification found the information right (M32, fourth paragraph)."""

    label: ClassVar[Label] = Label("核实无误", "found right")

    type: Literal["found_right"] = "found_right"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Rectification(Event):
    """What was wrong was put right, and made known where the wrong one was (M32, fourth paragraph).

    Attributes:
        announced_in: the channels in which the correction was published.
        told: the recipients that were told.
    """

    announced_in: tuple[Text, ...] = ()
    told: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RecordCorrected(Rectification):
    """The record was replaced by a right version, of the same id."""

    label: ClassVar[Label] = Label("更正记录", "record corrected")

    type: Literal["record_corrected"] = "record_corrected"
    record: CreditRecord


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RecordWithdrawn(Rectification):
    """The record as a whole was wrong and was withdrawn; it stays readable as archive."""

    label: ClassVar[Label] = Label("撤销记录", "record withdrawn")

    type: Literal["record_withdrawn"] = "record_withdrawn"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RecordSupplied(Rectification):
    """Information that was left out altogether, or withdrawn, was supplied anew, by the procedure of M16.

    Attributes:
        record_id: the new record's.
    """

    label: ClassVar[Label] = Label("补充信息", "record supplied")

    type: Literal["record_supplied"] = "record_supplied"
    record_id: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ContentPurged(Rectification):
    """Content that M14 forbids was taken out of every version; an empty marker stays."""

    label: ClassVar[Label] = Label("清除禁止归集的内容", "forbidden content purged")

    type: Literal["content_purged"] = "content_purged"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class UseEnded(Rectification):
    """The use past the period was ended. The record itself is right and stays as it is."""

    label: ClassVar[Label] = Label("停止超期限使用", "use past the period ended")

    type: Literal["use_ended"] = "use_ended"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FlagTakenOff(Event):
    """The flag was taken off and the information kept as it is (M32, fourth paragraph)."""

    label: ClassVar[Label] = Label("去除标识、维持原信息", "flag taken off")

    type: Literal["flag_taken_off"] = "flag_taken_off"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Appealed(Event):
    """The subject appealed to the credit authority of the same level (M33).

    Attributes:
        applicant: who appeals.
        to: the credit authority.
    """

    label: ClassVar[Label] = Label("提出申诉", "appeal made")

    type: Literal["appealed"] = "appealed"
    applicant: Subject
    to: Body


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class AppealUpheld(Wrong):
    """The credit authority found, against the result, that the information is wrong (M33)."""

    label: ClassVar[Label] = Label("申诉成立", "appeal upheld")

    type: Literal["appeal_upheld"] = "appeal_upheld"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class AppealRejected(Event):
    """The credit authority kept the result (M33)."""

    label: ClassVar[Label] = Label("申诉不成立", "appeal rejected")

    type: Literal["appeal_rejected"] = "appeal_rejected"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class WentToLaw(Event):
    """The subject asked for reconsideration, or sued, by the laws on these (M33)."""

    label: ClassVar[Label] = Label("申请复议或提起诉讼", "reconsideration or litigation")

    type: Literal["went_to_law"] = "went_to_law"
    remedy: LegalRemedy


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ClaimUpheld(Wrong):
    """Reconsideration or litigation ended with the information found wrong."""

    label: ClassVar[Label] = Label("复议或诉讼支持其请求", "claim upheld")

    type: Literal["claim_upheld"] = "claim_upheld"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ClaimRejected(Event):
    """Reconsideration or litigation ended without that."""

    label: ClassVar[Label] = Label("复议或诉讼未支持其请求", "claim rejected")

    type: Literal["claim_rejected"] = "claim_rejected"


ObjectionEvent = Annotated[
    Received
    | Transferred
    | FoundWrong
    | FoundRight
    | RecordCorrected
    | RecordWithdrawn
    | RecordSupplied
    | ContentPurged
    | UseEnded
    | FlagTakenOff
    | Appealed
    | AppealUpheld
    | AppealRejected
    | WentToLaw
    | ClaimUpheld
    | ClaimRejected,
    Discriminator("type"),
]
"""Any event of an objection, told apart by ``type``."""
