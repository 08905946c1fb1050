"""The questions of M31 asked of values: is the objection admitted, and does the record itself show its ground."""

from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.classification import classify
from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.objection.model import ForbiddenContent
from jscredit.objection.rules import FORBIDDEN_COLLECTION, OBJECTION, USED_PAST_ITS_PERIOD
from jscredit.objection.vocabulary import ObjectionGround, UseMade
from jscredit.records import Body, CreditRecord, Judgement, Role, Subject, same_body, same_subject
from jscredit.records.facts import record_row
from jscredit.rules import JIANGSU_2018, Decision, Regime
from jscredit.validity import is_failure


def objection_admissibility(  # noqa: PLR0913 - each is asked for by the article
    *,
    subject: Subject,
    record: CreditRecord | None,
    applicant: Subject,
    addressee: Body,
    ground: ObjectionGround | None,
    evidence: tuple[str, ...],
    on: date,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether an objection is to be admitted, and what it lacks (M31).

    Whether the ground is really there is not asked: the subject may object where it believes so.

    Args:
        subject: whom the information is about.
        record: the information; None where it was left out altogether.
        applicant: who objects. A match by name alone leaves it undetermined.
        addressee: the body that received the objection, with its roles. It is the provider where it is the record's.
        ground: on what ground; None where none is stated.
        evidence: the pieces of evidence, by their names or numbers.
        on: the day of receipt.
        regime: the law with its settings.

    >>> shop, office = Subject(name="甲店", credit_code="91329901MA1ABCD119"), Body(name="某局", roles=(Role.PROVIDER,))
    >>> decision = objection_admissibility(
    ...     subject=shop,
    ...     record=None,
    ...     applicant=shop,
    ...     addressee=office,
    ...     ground=ObjectionGround.OMISSION,
    ...     evidence=(),
    ...     on=date(2026, 2, 13),
    ... )
    >>> decision.verdict.value, [one.condition.id for one in decision.failed]
    ('no', ['evidence'])
    """
    row = {
        "applicant_is_subject": same_subject(applicant, subject),
        "addressed_to_provider": is_provider(addressee, record),
        "addressed_to_organisation": has_role(addressee, Role.INFORMATION_ORGANISATION),
        "ground": ground,
        "evidence_given": bool(evidence),
    }
    return OBJECTION.decide(row, on=as_day(on, field="on"), regime=regime)


def forbidden_collection(
    record: CreditRecord,
    content: ForbiddenContent,
    *,
    on: date,
    found: Judgement | None = None,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether a record holds what M14 forbids to collect (M31(2)).

    The record settles a no: an organisation's data, an empty field, a norm below a regulation. That the content is
    such content, a person finds; without that the answer stays open.

    >>> from jscredit.objection.vocabulary import ForbiddenElement
    >>> from jscredit.records import Kind, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record = CreditRecord(id="1", subject=shop, kind=Kind.PENALTY, document_number="虚罚字1号")
    >>> content = ForbiddenContent(element=ForbiddenElement.DISEASE, field="document_number")
    >>> forbidden_collection(record, content, on=date(2026, 2, 13)).verdict.value
    'no'
    """
    row = {
        "about_natural_person": record.subject.is_natural_person,
        "forbidden_element": content.element,
        "forbidding_norm_rank": content.norm_rank if content.norm is not None else None,
        "field_filled": None if content.field is None else getattr(record, content.field) is not None,
        "content_is_such": None if found is None else found.finding,
    }
    return FORBIDDEN_COLLECTION.decide(row, on=as_day(on, field="on"), regime=regime)


def used_past_its_period(
    record: CreditRecord,
    *,
    on: date,
    period_of_use: CalendarPeriod | None = None,
    use: UseMade | None = None,
    regime: Regime = JIANGSU_2018,
) -> Decision:
    """Whether a use of failure information on a day came past its validity or its period of use (M31(3)).

    Args:
        record: the information.
        on: the day of the use.
        period_of_use: the period that the catalogue gives it; None: it gives none.
        use: what it was used for; it matters only where a norm lets one use go on past the validity.
        regime: the law with its settings.

    >>> from jscredit.records import Kind, Severity, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record = CreditRecord(
    ...     id="1", subject=shop, kind=Kind.BID_RIGGING, severity=Severity.GENERAL, determined_on=date(2025, 1, 20)
    ... )
    >>> [used_past_its_period(record, on=date(2026, 1, day)).verdict.value for day in (20, 21)]
    ['no', 'yes']
    """
    facts = USED_PAST_ITS_PERIOD.bind(regime).facts
    row: dict[str, Any] = dict.fromkeys(fact.name for fact in facts)
    row |= record_row(record, facts)
    row |= {
        "failure_information": is_failure(classify(record, regime=regime)),
        "period_of_use_given": period_of_use is not None,
        "period_of_use": period_of_use,
        "use_made": use,
    }
    return USED_PAST_ITS_PERIOD.decide(MappingProxyType(row), on=as_day(on, field="on"), regime=regime)


def has_role(body: Body, role: Role) -> bool | None:
    """Whether a body has a role; None where its roles are not told."""
    return role in body.roles if body.roles else None


def is_provider(body: Body, record: CreditRecord | None) -> bool | None:
    """Whether a body is the record's provider; where that one is not told, whether it can be one at all."""
    if record is not None and record.provider is not None:
        return same_body(body, record.provider)
    return has_role(body, Role.PROVIDER)
