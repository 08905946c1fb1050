"""What can happen in the repair of a failure (M34, M35)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.procedure import Event
from jscredit.records import Body, RepairEvidence, Subject
from jscredit.records.value import STRICT, Text
from jscredit.repair.vocabulary import RepairCondition, RepairEffort


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Applied(Event):
    """The subject applied for the repair of the failure (M34).

    Attributes:
        applicant: who applies.
        written: whether it is in writing.
        addressee: the body to which it was made.
        evidence: what the applicant can show, with what the credit file tells: see ``evidence_with_file``.
        efforts: what the applicant did to repair the credit, of the kinds that J23 names.
    """

    label: ClassVar[Label] = Label("提出信用修复申请", "repair applied for")

    type: Literal["applied"] = "applied"
    applicant: Subject
    written: bool
    addressee: Body
    evidence: RepairEvidence
    efforts: tuple[RepairEffort, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class OpinionInFavour(Event):
    """The provider gave its written opinion: the failure is to be repaired (M35, first paragraph).

    Attributes:
        document: the opinion's number.
    """

    label: ClassVar[Label] = Label("提供单位书面同意修复", "written opinion in favour")

    type: Literal["opinion_in_favour"] = "opinion_in_favour"
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Refusal(Event):
    """An end of the procedure without repair. It says what is lacking.

    Attributes:
        lacking: the conditions of M34 that were found not to be met; at least one.
    """

    lacking: tuple[RepairCondition, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class OpinionAgainst(Refusal):
    """The provider gave its written opinion: the failure is not to be repaired (M35, first paragraph).

    Attributes:
        document: the opinion's number.
    """

    label: ClassVar[Label] = Label("提供单位书面不同意修复", "written opinion against")

    type: Literal["opinion_against"] = "opinion_against"
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Published(Event):
    """The opinion was published on the provider's site (M35, first paragraph).

    Attributes:
        site: where.
    """

    label: ClassVar[Label] = Label("在部门网站公示", "opinion published")

    type: Literal["published"] = "published"
    site: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionRaised(Event):
    """Somebody objected to the repair while it was published (M35, first paragraph).

    Attributes:
        reason: why.
    """

    label: ClassVar[Label] = Label("公示期间有异议", "objection to the repair")

    type: Literal["objection_raised"] = "objection_raised"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionFounded(Refusal):
    """The provider verified the objections and found one founded: the failure is not repaired."""

    label: ClassVar[Label] = Label("异议成立", "objection founded")

    type: Literal["objection_founded"] = "objection_founded"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionUnfounded(Event):
    """The provider verified the objections and found none founded: the repair goes on."""

    label: ClassVar[Label] = Label("异议不成立", "objection unfounded")

    type: Literal["objection_unfounded"] = "objection_unfounded"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Reported(Event):
    """The provider reported the repair to the information organisation (M35, second paragraph)."""

    label: ClassVar[Label] = Label("报送工作机构", "reported to the organisation")

    type: Literal["reported"] = "reported"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Adopted(Event):
    """The information organisation adopted the repair (M35, second paragraph)."""

    label: ClassVar[Label] = Label("采用修复后的信息", "repair adopted")

    type: Literal["adopted"] = "adopted"


RepairEvent = Annotated[
    Applied
    | OpinionInFavour
    | OpinionAgainst
    | Published
    | ObjectionRaised
    | ObjectionFounded
    | ObjectionUnfounded
    | Reported
    | Adopted,
    Discriminator("type"),
]
"""Any event of a repair, told apart by ``type``."""
