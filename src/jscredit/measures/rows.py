"""The row of facts that the rules of measures ask, from a case."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jscredit.classification import classify
from jscredit.measures import facts as about
from jscredit.measures.case import MeasureCase
from jscredit.measures.model import Measure
from jscredit.measures.vocabulary import MeasureSide
from jscredit.records import Judgement, ListingGround, OrganisationForm, Subject, SubjectType
from jscredit.records.facts import CONDUCT, RECORD_FACTS, SEVERITY, record_row
from jscredit.rules import Condition, Regime, Rule, Setting, Verdict, literal
from jscredit.validity import (
    DELISTED,
    DELISTED_ON,
    FAILURE_INFORMATION,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    VALID_FROM,
    VALID_UNTIL,
    is_failure,
)

Row = Mapping[str, Any]
_GIVEN_AS_THEY_ARE = (
    about.REFUSES,
    about.TYPICAL_HONEST,
    about.THREE_CLEAN_YEARS,
    about.RECORD_QUERIED,
    about.DOCUMENTS_MISSING,
    about.POINTS_REACHED,
    about.GOOD_RECORD,
    about.HIGH_RATING,
    about.DEMONSTRATION,
    about.ALL_ELSE_EQUAL,
    about.COMMENDED,
    about.IS_RURAL,
    about.IS_MEMBER,
    about.IS_APPLICANT,
)
_MARKET = "9"
_FORMS = {
    about.IS_ENTERPRISE.name: (OrganisationForm.ENTERPRISE, "91"),
    about.IS_GOVERNMENT_BODY.name: (OrganisationForm.STATE_ORGAN, "11"),
    about.IS_PUBLIC_INSTITUTION.name: (OrganisationForm.PUBLIC_INSTITUTION, "12"),
}
_UNTOLD = (OrganisationForm.OTHER, OrganisationForm.RURAL_COLLECTIVE)
_IN_THE_MARKET = (OrganisationForm.ENTERPRISE, OrganisationForm.SOLE_TRADER)


def common_row(case: MeasureCase, regime: Regime) -> dict[str, Any]:
    """What is the same for every measure of a case."""
    return (
        dict.fromkeys(fact.name for fact in RECORD_FACTS)
        | _of_record(case, regime)
        | _of_entry(case)
        | _of_subject(case)
        | _of_findings(case)
        | _of_person_and_body(case)
    )


def row_for(measure: Measure, case: MeasureCase, common: Row, regime: Regime) -> Row:
    """The row of one measure: what the body's powers and the association's rules say of it, and its period (J23)."""
    by_rules, by = case.facts.by_association_rules, case.by
    power = by and by.power_for(measure.id)
    powers_known = by is not None and by.powers is not None
    period_set = measure.side is MeasureSide.RESTRAINT and _period_set(common, regime)
    return {
        **common,
        about.BY_ASSOCIATION_RULES.name: None if by_rules is None else measure.id in by_rules,
        about.BODY_HAS_BASIS.name: power is not None if powers_known else None,
        about.BASIS_RANK.name: power and power.rank,
        about.MEASURE_PERIOD_SET.name: period_set,
    }


def _of_record(case: MeasureCase, regime: Regime) -> dict[str, Any]:
    record = case.record
    row: dict[str, Any] = {
        about.RECORD_GIVEN.name: record is not None,
        about.RECORD_STATUS.name: case.record_status if record is not None else None,
        FAILURE_INFORMATION.name: is_failure(classify(record, regime=regime)) if record is not None else None,
        PERIOD_OF_USE_GIVEN.name: case.period_of_use is not None,
        PERIOD_OF_USE.name: case.period_of_use,
    }
    return row | (record_row(record) if record is not None else {})


def _of_entry(case: MeasureCase) -> dict[str, Any]:
    state, entry, record = case.entry, case.listed, case.record
    row: dict[str, Any] = {
        about.ENTRY_GIVEN.name: entry is not None,
        about.LIST_SIDE.name: entry and entry.side,
        about.ENTRY_SEVERITY.name: entry and entry.severity,
        VALID_FROM.name: entry and entry.valid_from,
        VALID_UNTIL.name: entry and entry.valid_until,
        DELISTED.name: state is not None and state.delisted_on is not None,
        DELISTED_ON.name: state and state.delisted_on,
        # J23: a listed subject's measures rest on the entry, another's on the failure.
        about.MEASURE_DETERMINED_ON.name: entry.determined_on if entry else record and record.determined_on,
    }
    if record is None and entry is not None:
        row |= {CONDUCT.name: entry.conduct, SEVERITY.name: entry.severity}
    return row


def _of_subject(case: MeasureCase) -> dict[str, Any]:
    subject, facts = case.subject, case.facts
    person = subject.is_natural_person
    return {
        about.SUBJECT_TYPE.name: subject.type or (SubjectType.NATURAL_PERSON if person else None),
        about.IS_NATURAL_PERSON.name: person,
        about.IS_MARKET_SUBJECT.name: _in_the_market(subject),
        **{name: _has_form(subject, form, prefix) for name, (form, prefix) in _FORMS.items()},
        about.IS_CIVIL_SERVANT.name: False if person is False else facts.civil_servant,
        about.IS_CREDIT_VILLAGE.name: False if person else facts.credit_village,
        about.IS_CREDIT_HOUSEHOLD.name: facts.credit_household,
    }


def _has_form(subject: Subject, form: OrganisationForm, prefix: str) -> bool | None:
    """Whether an organisation is of a form: as stated, else as its credit code begins; a person never is."""
    if subject.form is not None:
        return None if subject.form is OrganisationForm.OTHER else subject.form is form
    if subject.is_natural_person:
        return False
    code = subject.credit_code
    return None if code is None else code.reveal().startswith(prefix)


def _in_the_market(subject: Subject) -> bool | None:
    """Whether it trades: enterprises, sole traders, what the market's register holds; a person may or may not."""
    if subject.form is not None:
        return None if subject.form in _UNTOLD else subject.form in _IN_THE_MARKET
    code = subject.credit_code
    return None if code is None else code.reveal().startswith(_MARKET)


def _of_findings(case: MeasureCase) -> dict[str, Any]:
    facts = case.facts
    return {
        **{fact.name: getattr(facts, fact.name) for fact in _GIVEN_AS_THEY_ARE},
        about.JUDGMENT_DEFAULTER.name: _judgment_defaulter(case),
        about.ABLE_TO_PERFORM.name: _found(facts.able_to_perform),
        about.OUTSTANDING.name: _found(facts.outstanding_conduct),
        about.ACTED_ON.name: case.acted_on,
    }


def _judgment_defaulter(case: MeasureCase) -> bool | None:
    """As stated; else as the ground of the listing tells: the courts list those who refuse their judgments (J4a)."""
    stated, entry = case.facts.judgment_defaulter, case.listed
    if stated is not None or entry is None or entry.ground is None:
        return stated
    return entry.ground is ListingGround.REFUSAL_TO_PERFORM_EFFECTIVE_JUDGMENT


def _of_person_and_body(case: MeasureCase) -> dict[str, Any]:
    person, by = case.person, case.by
    return {
        about.PERSON_ASKED.name: person is not None,
        about.PERSON_ROLE.name: person and person.role,
        about.RESPONSIBLE.name: _found(person.responsible) if person is not None else None,
        about.BODY_ASKED.name: by is not None,
        about.IMPLEMENTER.name: by and by.kind,
    }


def _found(judgement: Judgement | None) -> bool | None:
    return None if judgement is None else judgement.finding


def _period_set(row: Row, regime: Regime) -> bool | None:
    """Whether the departments' table has a period for such a case; None where missing facts leave that open."""
    every = {_covered(setting).bind(regime).verdict(row, regime.in_force_from) for setting in _periods(regime)}
    return True if Verdict.YES in every else None if Verdict.UNDETERMINED in every else False


def _periods(regime: Regime) -> tuple[Setting, ...]:
    return regime.settings_of(about.MEASURE_PERIOD)


@cache
def _covered(setting: Setting) -> Rule:
    """Whether a line of the table is for a case; one without a guard is for each."""
    test = literal(True) if setting.when is None else setting.when
    place, label = about.MEASURE_PERIOD.citation, about.MEASURE_PERIOD_SET.label
    return Rule("measure-period-case", place, label, (Condition("case", place, label, test),))
