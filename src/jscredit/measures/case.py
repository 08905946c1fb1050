"""What a measure is asked about: an entry or a record, what was found of the subject, a person behind it, a body."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.measures.vocabulary import Implementer, PersonRole
from jscredit.procedure import PeriodOfUse
from jscredit.records import Body, CreditRecord, EntryState, Judgement, ListEntry, RecordStatus, Subject, Value
from jscredit.records.sameness import same_subject
from jscredit.records.value import STRICT, Day, NormRank, Text, refuse


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureFacts(Value):
    """What is known of a subject that measures ask for. ``None`` means *not known*, never *no*.

    Attributes:
        judgment_defaulter: it is a judgment defaulter (J12); None: as the ground of the entry tells.
        able_to_perform: it was found to be able to perform (J12, J13); ``refuses``: it refuses to.
        typical_honest, three_clean_years: as J7 and J8 ask.
        record_queried, documents_missing, points_reached, good_record, high_rating, demonstration_enterprise,
            all_else_equal, commended: as the measure's clause asks.
        outstanding_conduct: its honest conduct was found to be outstanding (G2.5).
        civil_servant, rural_group, association_member, association_applicant, credit_village, credit_household:
            what the subject is.
        by_association_rules: the ids of the measures that the association's own rules attach to the gravity (J14);
            None: no such rules are at hand.
        association_rules: where those rules stand.
    """

    judgment_defaulter: bool | None = None
    able_to_perform: Judgement | None = None
    refuses: bool | None = None
    typical_honest: bool | None = None
    three_clean_years: bool | None = None
    record_queried: bool | None = None
    documents_missing: bool | None = None
    points_reached: bool | None = None
    good_record: bool | None = None
    high_rating: bool | None = None
    demonstration_enterprise: bool | None = None
    all_else_equal: bool | None = None
    outstanding_conduct: Judgement | None = None
    commended: bool | None = None
    civil_servant: bool | None = None
    rural_group: bool | None = None
    association_member: bool | None = None
    association_applicant: bool | None = None
    credit_village: bool | None = None
    credit_household: bool | None = None
    by_association_rules: tuple[Text, ...] | None = None
    association_rules: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Power(Value):
    """That a body may apply a measure, by which norm.

    Attributes:
        measure_id: the measure.
        basis: the norm.
        rank: its rank.
    """

    measure_id: Text
    basis: Text
    rank: NormRank | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ActingBody(Value):
    """A body that may apply measures.

    Attributes:
        body: which one.
        kind: what kind of implementer it is.
        powers: the measures that it has a statutory basis for, all of them: one that is not here it may not apply
            (M25). None: not known.
    """

    body: Body | None = None
    kind: Implementer | None = None
    powers: tuple[Power, ...] | None = None

    def power_for(self, measure_id: str) -> Power | None:
        """Its power for a measure; None where it has none, or its powers are not known."""
        return next((one for one in self.powers or () if one.measure_id == measure_id), None)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RelatedPerson(Value):
    """A person behind a subject that failed (J11, M29).

    Attributes:
        subject: who it is; never an organisation.
        role: what the person is to the subject.
        responsible: the finding whether the person bears responsibility; None: nobody has found it yet.

    Raises:
        pydantic.ValidationError: ``person.organisation``.
    """

    subject: Subject
    role: PersonRole | None = None
    responsible: Judgement | None = None

    @model_validator(mode="after")
    def _is_a_person(self) -> Self:
        refuse("RelatedPerson", [_ORGANISATION] if self.subject.is_natural_person is False else [])
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureCase(Value):
    """One subject's case, as measures are asked about it.

    Attributes:
        subject: who failed, or is honest.
        entry: the list entry that the measures rest on (M28), as it stands in the file.
        record: the failure that they rest on, beside the entry or without one; its own end counts too (M30).
        record_status: what has become of it in the file.
        period_of_use: the period of use that the catalogue gives it (M8); None: it gives none.
        facts: what else is known.
        person: the person behind the subject who is asked about, instead of the subject itself.
        by: the body that is asked about; None: whoever may apply the measure.
        acted_on: the day from which the measure has been applied, where it has been.

    Raises:
        pydantic.ValidationError: ``measure-case.another-subject``.
    """

    subject: Subject
    entry: EntryState | None = None
    record: CreditRecord | None = None
    record_status: RecordStatus = RecordStatus.ACTIVE
    period_of_use: PeriodOfUse | None = None
    facts: MeasureFacts = MeasureFacts()
    person: RelatedPerson | None = None
    by: ActingBody | None = None
    acted_on: Day | None = None

    @classmethod
    def of(cls, entry: ListEntry | EntryState, **parts: object) -> Self:
        """The case of a list entry.

        >>> from jscredit.records import ListSide
        >>> shop = Subject(name="试例商贸有限公司")
        >>> MeasureCase.of(ListEntry(id="B1", side=ListSide.BLACK, subject=shop)).subject == shop
        True
        """
        state = entry if isinstance(entry, EntryState) else EntryState(entry=entry)
        return cls(subject=state.entry.subject, entry=state, **parts)  # type: ignore[arg-type]

    @model_validator(mode="after")
    def _is_about_one(self) -> Self:
        refuse("MeasureCase", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        listed = None if self.entry is None else self.entry.entry.subject
        failed = None if self.record is None else self.record.subject
        for field, other in (("entry", listed), ("record", failed)):
            if other is not None and not same_subject(other, self.subject):
                yield _another_subject(field)

    @property
    def listed(self) -> ListEntry | None:
        """The entry itself."""
        return None if self.entry is None else self.entry.entry


_ORGANISATION = Fault(
    code="person.organisation",
    message=Label("有关责任人员须为自然人", "a person behind a subject is no organisation"),
    cure=Label("请给出自然人", "give a natural person"),
    field="subject",
    clause="M29",
)


def _another_subject(field: str) -> Fault:
    return Fault(
        code="measure-case.another-subject",
        message=Label("不是该信用主体的", "it is about another subject"),
        cure=Label("请核对号码；仅名称相同须由人工判断", "check the numbers; a name alone is for a person to decide"),
        field=field,
        clause="M28",
    )
