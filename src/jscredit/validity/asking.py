"""The question: a record in, its validity out."""

from types import MappingProxyType
from typing import NoReturn

from jscredit.classification import Classification, classify
from jscredit.deadlines import Days, Months, Years
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import Category, CreditRecord
from jscredit.records.facts import PUBLISHED_UNTIL, record_row
from jscredit.rules import JIANGSU_2018, PERIOD, Fact, Regime
from jscredit.validity.model import ASKED, Validity, once
from jscredit.validity.rules import FAILURE_INFORMATION, PERIOD_OF_USE, PERIOD_OF_USE_GIVEN, PUBLICATION_END_STATED


def validity_of(
    record: CreditRecord, *, period_of_use: Days | Months | Years | None = None, regime: Regime = JIANGSU_2018
) -> Validity:
    """How long a record is valid (M30), and until when it may be a ground of restraint and be published.

    Args:
        record: the record.
        period_of_use: the period of use that the catalogue gives it (M8), counted from its determination; None where
            the catalogue gives none. Restraint and publication end with the earlier of it and the validity.
        regime: the law with its settings.

    Raises:
        InvalidInput: ``validity.period-of-use``, and the codes of ``classify``.

    >>> import datetime
    >>> from jscredit.records import Kind, Severity, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> day = datetime.date(2024, 2, 29)
    >>> record = CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING, determined_on=day)
    >>> found = validity_of(record)
    >>> found.last_day_range.earliest, found.last_day_range.latest
    (datetime.date(2025, 2, 28), datetime.date(2027, 2, 28))
    >>> [found.covers(datetime.date(year, 7, 1)).value for year in (2023, 2024, 2025, 2027)]
    ['no', 'yes', 'undetermined', 'no']
    >>> import dataclasses
    >>> validity_of(dataclasses.replace(record, severity=Severity.GENERAL)).last_day
    datetime.date(2025, 2, 28)
    """
    if period_of_use is not None and not PERIOD.holds(period_of_use):
        _refuse_period()
    return classified_validity(classify(record, regime=regime), record, period_of_use=period_of_use)


def classified_validity(
    classification: Classification, record: CreditRecord, *, period_of_use: Days | Months | Years | None
) -> Validity:
    """The validity of a record whose class has been asked for already."""
    asked = facts_asked(classification.regime)
    facts = dict.fromkeys(fact.name for fact in asked) | record_row(record, asked)
    facts[FAILURE_INFORMATION.name] = is_failure(classification)
    facts[PERIOD_OF_USE_GIVEN.name] = period_of_use is not None
    facts[PERIOD_OF_USE.name] = period_of_use
    # The record is the provider's own statement: what it does not state, the provider has not stated.
    facts[PUBLICATION_END_STATED.name] = facts[PUBLISHED_UNTIL.name] is not None
    return Validity(classification, MappingProxyType(facts))


def is_failure(classification: Classification) -> bool | None:
    """Whether a record is failure information: every record of M12 is; None where its class is undetermined."""
    if classification.category is None:
        return None if classification.missing else False
    return classification.category is Category.NEGATIVE


def facts_asked(regime: Regime) -> tuple[Fact, ...]:
    """Every fact that the rules ask for under a regime, each once."""
    return once(fact for rule in ASKED for fact in rule.bind(regime).facts)


def _refuse_period() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="validity.period-of-use",
            message=Label("使用期限须为日、月或年的期限", "a period of use is one of days, months or years"),
            cure=Label("请用 Days、Months 或 Years；目录未定的给出 None", "give Days, Months or Years; None for none"),
            field="period_of_use",
            clause="M8",
        )
    )
