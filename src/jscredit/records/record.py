"""A credit record: one flat row about one subject."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.records.body import Body
from jscredit.records.capacity import Capacity, capacity_on
from jscredit.records.conducts import Conduct
from jscredit.records.documents import Document
from jscredit.records.kind_table import kind_row
from jscredit.records.kinds import Kind
from jscredit.records.subject import Subject
from jscredit.records.value import STRICT, Day, NormRank, Text, Yuan, refuse
from jscredit.records.vocabulary import Category, Granter, Honour, PenaltyType, Procedure, Severity, SharingClass


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CreditRecord(Document):
    """One record of public credit information (M2, M9). ``None`` always means *not known*, never *no*.

    Attributes:
        id: its number, unique within a file.
        subject: whom it is about.
        kind: what it is.
        conduct: what it is about; where the kind itself names a conduct, that one or None.
        producer: the body in whose work it arose.
        provider: the body that supplies it.
        conduct_on: the day of the conduct; of the last one, where it lasted.
        determined_on: the day on which it was determined: of the decision, the judgment, the grant.
        severity: how grave the failure is, by the sector's standard (M15).
        procedure: of a penalty (M12(9)).
        reflects_credit: whether it reflects the credit status (M12(1), M12(9)).
        malice: whether the conduct was malicious (M12(4), J4).
        intent: whether it was intended (J4).
        accident_liability: whether the accident brought liability (M12(5)).
        dealt_with_by_regulator: whether a regulator dealt with it (M12(5), M12(8)).
        imposed_by_regulator: whether a regulator imposed it (M12(7)).
        granter: who granted the commendation or award (M11(1)).
        organiser: who organised the activity (M11(2)).
        honour: which of the honours it is (J7).
        also_qualification: whether the licence is also a qualification to practise (M10(4)).
        breached_norm_rank: the rank of the norm that was breached (M12(10)).
        determined_by: the name of the body that determined it.
        document_number: of the decision.
        catalogue_category: its class by the catalogue's entry; only this settles "other" information.
        penalty_types: the types of the penalty, all of them; of a penalty at least one.
        fine_yuan: the fine in yuan, up to two decimals. Where all types are known and a fine is not among them, the
            fact is 0: a warning has no fine.
        published_until: the last day of publication that the provider states. It is not the validity of M30.
        sharing_class: its class of use by the catalogue's entry (M19).

    Raises:
        pydantic.ValidationError: a field of another type, a day outside 1900 to 2199, a determination before the
            conduct, an element of a natural person about an organisation or the reverse, a conduct that is not the one
            that the kind names, a penalty of no type, a person who had no full civil capacity when it was determined.

    >>> from jscredit.records import Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> CreditRecord(id="1", subject=shop, kind=Kind.PENALTY, severity=Severity.GENERAL).severity.label.zh
    '一般失信'
    """

    schema_name: ClassVar[str] = "jscredit.record"

    id: Text
    subject: Subject
    kind: Kind
    conduct: Conduct | None = None
    producer: Body | None = None
    provider: Body | None = None
    conduct_on: Day | None = None
    determined_on: Day | None = None
    severity: Severity | None = None
    procedure: Procedure | None = None
    reflects_credit: bool | None = None
    malice: bool | None = None
    intent: bool | None = None
    accident_liability: bool | None = None
    dealt_with_by_regulator: bool | None = None
    imposed_by_regulator: bool | None = None
    granter: Granter | None = None
    organiser: Granter | None = None
    honour: Honour | None = None
    also_qualification: bool | None = None
    breached_norm_rank: NormRank | None = None
    determined_by: Text | None = None
    document_number: Text | None = None
    catalogue_category: Category | None = None
    penalty_types: tuple[PenaltyType, ...] | None = None
    fine_yuan: Yuan | None = None
    published_until: Day | None = None
    sharing_class: SharingClass | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("CreditRecord", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.conduct_on and self.determined_on and self.conduct_on > self.determined_on:
            yield _DETERMINED_BEFORE_CONDUCT
        if not kind_row(self.kind).fits(self.subject):
            yield _KIND_OF_ANOTHER_SUBJECT
        if self._lacks_capacity():
            yield _WITHOUT_CAPACITY
        if self.kind is Kind.PENALTY and self.penalty_types == ():
            yield _PENALTY_OF_NO_TYPE
        possible = kind_row(self.kind).may_be_about
        if self.conduct is not None and possible is not None and self.conduct not in possible:
            yield dataclasses.replace(_ANOTHER_CONDUCT, clause=kind_row(self.kind).items[0].citation.ledger_id)

    def _lacks_capacity(self) -> bool:
        """Whether it is about a person who certainly had no full civil capacity on the day of determination."""
        if self.subject.full_capacity is False:
            return True
        if self.determined_on is None or not self.subject.is_natural_person:
            return False
        return capacity_on(self.subject, self.determined_on).capacity is Capacity.NONE

    @property
    def about(self) -> Conduct | None:
        """The conduct: as stated, else the one that the kind itself names, else not known.

        >>> from jscredit.records import Subject, SubjectType
        >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
        >>> CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING).about.label.zh
        '围标串标'
        """
        return self.conduct or kind_row(self.kind).conduct


_DETERMINED_BEFORE_CONDUCT = Fault(
    code="record.determined-before-conduct",
    message=Label("认定日早于行为日", "it was determined before the day of the conduct"),
    cure=Label("请核对两个日期", "check the two days"),
    field="determined_on",
)
_KIND_OF_ANOTHER_SUBJECT = Fault(
    code="record.kind-of-another-subject",
    message=Label("该类信息不适用于此类信息主体", "information of this kind is not about this type of subject"),
    cure=Label("请核对信息类别或主体类型", "check the kind, or the subject's type"),
    field="kind",
    clause="M10",
)
_ANOTHER_CONDUCT = Fault(
    code="record.another-conduct",
    message=Label(
        "信息种类本身已指明行为，所填行为却是另一种", "the kind itself names a conduct, and another is stated"
    ),
    cure=Label(
        "请删去 conduct；所涉确为另一行为的，种类请用 violation 或 penalty；两种失信请分为两条记录",
        "leave the conduct out; if it is about the other one, give the kind violation or penalty; report two failures "
        "as two records",
    ),
    field="conduct",
)
_PENALTY_OF_NO_TYPE = Fault(
    code="record.penalty-of-no-type",
    message=Label("没有任何种类的处罚，就不是行政处罚", "what imposes no penalty of any type is no penalty"),
    cure=Label(
        "种类不明的留空（None）；决定不予处罚而认定违法的，种类请用 violation",
        "give None where the types are not known; of a violation that was found and not punished give the kind "
        "violation",
    ),
    field="penalty_types",
    clause="M12(9)",
)
_WITHOUT_CAPACITY = Fault(
    code="record.subject-without-capacity",
    message=Label(
        "认定之日该自然人不具有完全民事行为能力，不是信息主体",
        "on the day of determination the person had no full civil capacity, and so is no subject of this information",
    ),
    cure=Label(
        "请核对号码、日期；不得作为公共信用信息归集",
        "check the number and the day; otherwise it is not collected as public credit information",
    ),
    field="subject",
    clause="M2",
)
