"""The persons behind a legal person that failed seriously (M29): recorded for them too, and following its record."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from jscredit.classification import classify
from jscredit.deadlines import as_day
from jscredit.errors import Label, Lang
from jscredit.law import M
from jscredit.measures import facts as about
from jscredit.measures.case import RelatedPerson
from jscredit.measures.vocabulary import PersonRole
from jscredit.records import (
    Attributed,
    Corrected,
    CreditFile,
    CreditRecord,
    Judgement,
    OneChange,
    RecordState,
    RecordStatus,
    Repaired,
    Severity,
    SubjectType,
    Withdrawn,
)
from jscredit.records.facts import DETERMINED_ON, SEVERITY
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Regime, Rule
from jscredit.validity import FAILURE_INFORMATION, is_failure

_M29 = M.article(29)
_ROLES = (PersonRole.LEGAL_REPRESENTATIVE, PersonRole.PRINCIPAL, PersonRole.DIRECTLY_RESPONSIBLE)

ATTRIBUTION = Rule(
    "attribution",
    _M29,
    Label("记入有关责任人员的失信记录", "recorded for the person responsible too"),
    (
        Condition(
            "legal-person",
            _M29,
            Label("失信主体为法人", "the failing subject is a legal person"),
            about.SUBJECT_TYPE == SubjectType.LEGAL_PERSON,
        ),
        Condition("failure-information", _M29, Label("属失信信息", "it is failure information"), FAILURE_INFORMATION),
        Condition("serious", _M29, Label("属严重失信", "the failure is serious"), SEVERITY == Severity.SERIOUS),
        Condition("determined", _M29, Label("已经认定", "it has been determined"), DETERMINED_ON <= ON),
        Condition(
            "named-role",
            _M29,
            Label("属所列三类人员", "legal representative, principal or directly responsible"),
            about.PERSON_ROLE.is_in(*_ROLES),
        ),
        Condition("responsible", _M29, about.RESPONSIBLE.label, about.RESPONSIBLE),
    ),
)
_NO_LONGER = Label(
    "来源记录更正后不再属于法人严重失信", "as corrected, its source is no serious failure of a legal person"
)


@dataclass(frozen=True, eq=False)
class Attribution:
    """Whether a failure is recorded for one person too, and the change that records it.

    Attributes:
        person: who.
        record: the failure of the legal person.
        decision: the answer, with its reasons and what is missing.
    """

    person: RelatedPerson
    record: CreditRecord
    decision: Decision

    @property
    def derived(self) -> CreditRecord | None:
        """The person's record: that of the legal person, with the same day and severity; None unless it is recorded."""
        if self.decision.verdict != "yes":
            return None
        return dataclasses.replace(self.record, id=derived_id(self.record), subject=self.person.subject)

    def change(self, *, known_on: date, case: str | None = None) -> Attributed | None:
        """The change for the person's file, which names its source; None unless it is recorded.

        Raises:
            InvalidInput: ``known_on`` is no date.
        """
        day, derived, found = as_day(known_on, field="known_on"), self.derived, self.person.responsible
        if derived is None or found is None:
            return None
        return Attributed(
            day=day,
            known_on=day,
            citation=_M29.ledger_id,
            case=case,
            source_id=self.record.id,
            record=derived,
            responsibility=found,
        )

    def explain(self, lang: Lang = "zh") -> str:
        """The answer as text; the person's name is masked."""
        role = self.person.role.label.text(lang) if self.person.role else "?"
        return f"{role} {self.person.subject.shown_name or ''}\n{self.decision.explain(lang)}"


def attributions(
    record: CreditRecord, persons: Iterable[RelatedPerson], *, on: date, regime: Regime = JIANGSU_2018
) -> tuple[Attribution, ...]:
    """For each person, whether a failure of a legal person is recorded for that person too (M29).

    A person found not to be responsible: no. A finding that nobody has made yet leaves it undetermined.

    >>> from jscredit.records import Kind, Subject
    >>> works = Subject(type=SubjectType.UNINCORPORATED_ORGANISATION, name="试例合伙企业")
    >>> record = CreditRecord(id="1", subject=works, kind=Kind.BID_RIGGING, severity=Severity.SERIOUS)
    >>> person = RelatedPerson(subject=Subject(type=SubjectType.NATURAL_PERSON, name="张三"), role=PersonRole.PRINCIPAL)
    >>> [found.decision.verdict.value for found in attributions(record, [person], on=date(2020, 1, 1))]
    ['no']
    """
    return tuple(
        Attribution(person, record, _decision(record, person.role, person.responsible, on=on, regime=regime))
        for person in persons
    )


def _decision(
    record: CreditRecord, role: PersonRole | None, found: Judgement | None, *, on: date, regime: Regime
) -> Decision:
    row = {
        about.SUBJECT_TYPE.name: _type(record),
        FAILURE_INFORMATION.name: is_failure(classify(record, regime=regime)),
        SEVERITY.name: record.severity,
        DETERMINED_ON.name: record.determined_on,
        about.PERSON_ROLE.name: role,
        about.RESPONSIBLE.name: None if found is None else found.finding,
    }
    return ATTRIBUTION.decide(row, on=on, regime=regime)


def _type(record: CreditRecord) -> SubjectType | None:
    subject = record.subject
    return subject.type or (SubjectType.NATURAL_PERSON if subject.is_natural_person else None)


def derived_id(source: CreditRecord) -> str:
    """The id of a derived record: that of its source, with whose it is; ids are unique within one file only."""
    code = source.subject.credit_code
    return f"{source.id}@{code.reveal() if code else source.subject.name or ''}"


def following_changes(
    change: Corrected | Withdrawn | Repaired,
    *,
    source: CreditRecord,
    files: Iterable[CreditFile],
    known_on: date | None = None,
    regime: Regime = JIANGSU_2018,
) -> tuple[tuple[CreditFile, tuple[OneChange, ...]], ...]:
    """What a change of a legal person's record brings about in the files of the persons for whom it was recorded too.

    Args:
        change: the correction, the withdrawal or the repair of the source.
        source: the source as it stood before.
        files: the persons' files.
        known_on: the day on which the changes are entered; that of the change unless given.
        regime: the law with its settings.

    Returns:
        Each file that holds a record derived from the source, with its changes. A correction after which the source
        is no serious failure of a legal person withdraws the derived record.

    Raises:
        InvalidInput: ``known_on`` is no date.
    """
    entered = change.known_on if known_on is None else as_day(known_on, field="known_on")
    found = ((file, tuple(_following(change, source, file, entered, regime))) for file in files)
    return tuple((file, changes) for file, changes in found if changes)


def _following(
    change: Corrected | Withdrawn | Repaired, source: CreditRecord, file: CreditFile, entered: date, regime: Regime
) -> Iterator[OneChange]:
    head: dict[str, Any] = {"day": change.day, "known_on": entered, "citation": _M29.ledger_id, "case": change.case}
    for state in file.records:
        own = state.record
        if state.status is RecordStatus.WITHDRAWN or not _derives_from(state, source):
            continue
        if isinstance(change, Withdrawn):
            yield Withdrawn(**head, record_id=own.id, reason=change.reason)
        elif isinstance(change, Repaired):
            if state.status is RecordStatus.ACTIVE:
                yield Repaired(**head, record_id=own.id)
        elif _may_reach_persons(change.record, on=change.day, regime=regime):
            again = dataclasses.replace(change.record, id=own.id, subject=own.subject)
            yield Corrected(**head, record_id=own.id, record=again)
        else:
            yield Withdrawn(**head, record_id=own.id, reason=f"{_NO_LONGER.zh} | {_NO_LONGER.en}")


def _derives_from(state: RecordState, source: CreditRecord) -> bool:
    """Whether a record was derived from a source: an id alone is unique only within one file."""
    own = state.record
    return (state.source_id, own.kind, own.determined_on) == (source.id, source.kind, source.determined_on)


def _may_reach_persons(record: CreditRecord, *, on: date, regime: Regime) -> bool:
    """Whether it may still be a serious failure of a legal person: it is not settled that it is none."""
    failed = _decision(record, None, None, on=on, regime=regime).failed
    return not {"legal-person", "failure-information", "serious"} & {one.condition.id for one in failed}
