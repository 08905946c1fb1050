"""G2.3: the integrity files of bodies and civil servants, and what they hold."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.government.parties import GovernmentParty, LinkedSource, fits_party, has_key
from jscredit.records import Body, CreditRecord, Document, Subject, Value, Vocabulary, same_subject
from jscredit.records.value import STRICT, Day, Text, refuse


class BodyContent(Vocabulary):
    """What the file of a government or a department mainly holds; the list is open (等)."""

    LAWFUL_ADMINISTRATION = "lawful_administration", "依法行政", "lawful administration"
    OPENNESS = "openness", "政务公开", "openness"
    SOCIAL_INTEGRITY = "social_integrity", "社会诚信状况", "state of social integrity"
    PUBLIC_SATISFACTION = "public_satisfaction", "人民群众满意度", "satisfaction of the public"


class CivilServantContent(Vocabulary):
    """What a civil servant's file mainly holds: six, the yearly assessment, and one sanction; the list is open."""

    LAWFUL_PERFORMANCE_OF_DUTY = "lawful_performance_of_duty", "依法履职", "lawful performance of duty"
    INTEGRITY_AND_DILIGENCE = "integrity_and_diligence", "诚信尽责", "integrity and diligence"
    STANDARD_SERVICE = "standard_service", "规范服务", "service by the standards"
    COMMENDATIONS_AND_AWARDS = "commendations_and_awards", "表彰奖励", "commendations and awards"
    CLEAN_GOVERNMENT_RECORD = "clean_government_record", "廉政记录", "record of clean government"
    VIOLATIONS = "violations", "违法违纪违规", "violations of law, discipline and rules"
    YEARLY_ASSESSMENT = "yearly_assessment", "年度考核结果", "result of the yearly assessment"
    PERSONAL_MATTERS_SANCTION = (
        "personal_matters_sanction",
        "瞒报、漏报个人有关事项受处分",
        "sanction for concealed or omitted personal matters",
    )


class RecordingOccasion(Vocabulary):
    """On what occasions a civil servant's information is recorded; the list is open."""

    DAILY_MANAGEMENT_ASSESSMENT = "daily_management_assessment", "日常管理考核", "daily management and assessment"
    TRANSFER_AND_PROMOTION = "transfer_and_promotion", "调职晋升", "transfer and promotion"
    APPOINTMENT_VETTING = "appointment_vetting", "任职考察", "vetting for an appointment"
    EVALUATION_AND_AWARDS = "evaluation_and_awards", "评优评奖", "evaluation and awards"
    COMMENDATION = "commendation", "表彰奖励", "commendation"
    COMPLAINT_AND_REPORT = "complaint_and_report", "投诉举报", "complaint and report"
    CASE_INVESTIGATION = "case_investigation", "案件查处", "investigation of a case"


Content = BodyContent | CivilServantContent


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class IntegrityItem(Value):
    """One piece of an integrity file. ``None`` means *not known*.

    Attributes:
        id: its number within the file.
        content: which of the named contents it is.
        other: what it is instead, where it is none of them: the lists are open.
        text: what it says.
        on: the day that it is about.
        occasion: of a civil servant's, on what occasion it was recorded.
        provided_by: the body that recorded and provided it.
        source: the linked system that it comes from (G2.2).
        record: the record of public credit information that it is, if it is one.

    Raises:
        pydantic.ValidationError: ``government.item`` where it has both a content and another one, or neither.
    """

    id: Text
    content: Content | None = None
    other: Text | None = None
    text: Text | None = None
    on: Day | None = None
    occasion: RecordingOccasion | None = None
    provided_by: Body | None = None
    source: LinkedSource | None = None
    record: CreditRecord | None = None

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        refuse("IntegrityItem", () if (self.content is None) is not (self.other is None) else (_ONE_CONTENT,))
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class IntegrityFile(Document):
    """The integrity file (政务领域信用档案) of a government, a department or a civil servant.

    Attributes:
        party: which of the three the subject is.
        subject: whom the file is about; a civil servant is a natural person, and masked wherever shown.
        body: of a civil servant, the department where he or she serves, which records and provides.
        items: what the file holds.

    Raises:
        pydantic.ValidationError: ``government.party``, ``government.content`` (another party's content),
            ``government.occasion`` (of a body), ``government.item-twice``, ``government.another-subject``.

    >>> bureau = Subject(name="虚构市城管局", credit_code="11329901MA00000158")
    >>> file = IntegrityFile(
    ...     party=GovernmentParty.DEPARTMENT,
    ...     subject=bureau,
    ...     items=(IntegrityItem(id="1", content=BodyContent.OPENNESS, text="年度政务公开评估"),),
    ... )
    >>> [content.value for content in file.empty], file.has_key
    (['lawful_administration', 'social_integrity', 'public_satisfaction'], True)
    """

    schema_name: ClassVar[str] = "jscredit.integrity-file"

    party: GovernmentParty
    subject: Subject
    body: Body | None = None
    items: tuple[IntegrityItem, ...] = ()

    @property
    def contents(self) -> tuple[Content, ...]:
        """The contents that the text names for this party."""
        return tuple(BodyContent) if self.party.is_body else tuple(CivilServantContent)

    @property
    def empty(self) -> tuple[Content, ...]:
        """The named contents of which the file holds nothing. A sanction need not be there."""
        held = {item.content for item in self.items}
        return tuple(
            content
            for content in self.contents
            if content not in held and content is not CivilServantContent.PERSONAL_MATTERS_SANCTION
        )

    @property
    def has_key(self) -> bool:
        """Whether the subject has the code that its file is kept under (G2.2)."""
        return has_key(self.subject)

    def items_of(self, content: Content) -> tuple[IntegrityItem, ...]:
        """What the file holds of one content."""
        return tuple(item for item in self.items if item.content is content)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("IntegrityFile", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if not fits_party(self.party, self.subject):
            yield _PARTY
        if len({item.id for item in self.items}) < len(self.items):
            yield _TWICE
        if any(item.content is not None and item.content not in self.contents for item in self.items):
            yield _CONTENT
        if self.party.is_body and any(item.occasion is not None for item in self.items):
            yield _OCCASION
        records = (item.record for item in self.items if item.record is not None)
        if any(same_subject(record.subject, self.subject) is not True for record in records):
            yield _ANOTHER_SUBJECT


def _fault(code: str, message: Label, cure: Label, field: str, clause: str = "G2.3") -> Fault:
    return Fault(code=f"government.{code}", message=message, cure=cure, field=field, clause=clause)


_CHECK = Label("请核对主体类型和内容", "check the party and the content")
_ONE_CONTENT = _fault(
    "item",
    Label("须写明列名内容之一，或者写明其他内容", "it is one of the named contents, or another one"),
    Label("content 与 other 择一填写", "give either content or other"),
    "content",
)
_PARTY = _fault(
    "party",
    Label("公务员须为自然人，政府和部门须为组织", "a civil servant is a natural person, a body is none"),
    _CHECK,
    "subject",
    "G2.2",
)
_CONTENT = _fault("content", Label("内容属于另一类主体", "a content belongs to another party's file"), _CHECK, "items")
_OCCASION = _fault(
    "occasion",
    Label("记录环节只就公务员而言", "occasions of recording are those of civil servants"),
    _CHECK,
    "items",
)
_TWICE = _fault(
    "item-twice",
    Label("编号重复", "a number stands twice"),
    Label("请使各项编号各不相同", "give each item a number of its own"),
    "items",
)
_ANOTHER_SUBJECT = _fault(
    "another-subject",
    Label("记录与档案不属同一主体，或者不能确认", "a record is not, or not certainly, about the file's subject"),
    Label("仅名称相同的，由人核对后补齐代码", "where only the names agree, let a person decide and add the codes"),
    "items",
)
