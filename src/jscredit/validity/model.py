"""The answer of M30 for one record: from when to when it is valid, and what may be done with it on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NoReturn

from jscredit.classification import Classification, classify
from jscredit.deadlines import Days, Months, Years, as_day
from jscredit.errors import Fault, InvalidInput, Label, Lang
from jscredit.law import Citation, M
from jscredit.records import Category, CreditRecord
from jscredit.records.facts import DETERMINED_ON, PUBLISHED_UNTIL, SEVERITY, record_row
from jscredit.rules import (
    JIANGSU_2018,
    PERIOD,
    Basis,
    DayRange,
    Decision,
    Fact,
    Notice,
    Regime,
    Rule,
    Span,
    Verdict,
)
from jscredit.validity.notices import notices_of
from jscredit.validity.rules import (
    FAILURE_IN_VALIDITY,
    FAILURE_INFORMATION,
    LAST_DAY,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    PUBLICATION_END_STATED,
    PUBLICATION_IN_TIME,
    RESTRAINT_IN_TIME,
)

_ASKED = (FAILURE_IN_VALIDITY, RESTRAINT_IN_TIME, PUBLICATION_IN_TIME)


@dataclass(frozen=True)
class Validity:
    """How long one record is valid (M30), under a regime. Immutable, lazy, equal by its inputs.

    Only failure information has a validity. For other information ``applies`` is False: there is no first or last
    day, it is never a ground of restraint, and its publication ends by the catalogue and the provider alone.

    Attributes:
        classification: whether it is failure information, and why.
        facts: what the rules asked, by name; None where not known.
    """

    classification: Classification
    facts: Mapping[str, Any]

    @property
    def regime(self) -> Regime:
        """The law with its settings."""
        return self.classification.regime

    @property
    def applies(self) -> bool | None:
        """Whether M30 speaks of the record: whether it is failure information; None where that is not known."""
        value: bool | None = self.facts[FAILURE_INFORMATION.name]
        return value

    @property
    def first_day(self) -> dt.date | None:
        """The day of determination; None where not known, or where the record is not known to be a failure."""
        day: dt.date | None = self.facts[DETERMINED_ON.name]
        return day if self.applies else None

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it is valid; None where that is not settled, and where there is no end."""
        return self.last_day_range.day

    @cached_property
    def last_day_range(self) -> DayRange:
        """The earliest and the latest that the last day may be, and what is missing to settle it.

        Where the class is not known, only the latest is told: if it is a failure, it ends by then.
        """
        if self.applies is False:
            return DayRange(None, None)
        found = LAST_DAY.of(self.facts, regime=self.regime)
        if self.applies:
            return found
        return DayRange(None, found.latest, tuple(sorted({*found.missing, *self.classification.missing})))

    @property
    def has_no_end(self) -> bool:
        """Whether it is a failure for which M30 sets no end at all, by the reading taken of M43."""
        return self.applies is True and self.last_day_range == DayRange(None, None)

    def covers(self, day: dt.date) -> Verdict:
        """Whether it is valid on a day: settled wherever the known facts settle it.

        Raises:
            NotInForce: the day lies before the Measures are in force.
        """
        self.regime.require_in_force(as_day(day, field="day"))
        return FAILURE_IN_VALIDITY.bind(self.regime).verdict(self.facts, day)

    def decision(self, on: dt.date) -> Decision:
        """Whether it is valid on a day, with the reasons."""
        return self._ask(FAILURE_IN_VALIDITY, on)

    def may_restrain(self, on: dt.date) -> Decision:
        """Whether, as far as time goes, it may be a ground of restraint on a day: within validity and period of use.

        Whether the record has been repaired or withdrawn is not asked here.
        """
        return self._ask(RESTRAINT_IN_TIME, on)

    def may_publish(self, on: dt.date) -> Decision:
        """Whether, as far as time goes, it may be published on a day: also not after the stated last day.

        Whether it is public information at all (M19, M21) is not asked here.
        """
        return self._ask(PUBLICATION_IN_TIME, on)

    def _ask(self, rule: Rule, on: dt.date) -> Decision:
        return rule.decide(self.facts, on=on, regime=self.regime)

    @property
    def timeline(self) -> tuple[Span, ...]:
        """Every day from the first in force, as runs of one answer: valid, not valid, undetermined."""
        return self.decision(self.regime.in_force_from).timeline

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts and open terms that leave its days open; empty where they are settled."""
        return self.last_day_range.missing

    def lacking(self, decision: Decision) -> tuple[str, ...]:
        """What an answer about this record lacks: for an open class, the record's own facts that would settle it."""
        named = set(decision.missing)
        if FAILURE_INFORMATION.name in named:
            named = named - {FAILURE_INFORMATION.name} | set(self.classification.missing)
        return tuple(sorted(named))

    @cached_property
    def decisions(self) -> tuple[Decision, Decision, Decision]:
        """Validity, restraint and publication, asked on the first day in force: each holds its whole timeline."""
        valid, restraint, publication = (self._ask(rule, self.regime.in_force_from) for rule in _ASKED)
        return valid, restraint, publication

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside its days; what depends on the day asked about stands in the decisions."""
        return notices_of(self)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that its days rest on: those of its class where it is no failure, or where that is open."""
        if not self.applies:
            return _once((*self.classification.citations, M.article(30)))
        found = [M.article(30)]
        if self.facts[SEVERITY.name] is None:
            found.append(M.article(15))
        if self.facts[PERIOD_OF_USE_GIVEN.name]:
            found.append(M.article(8))
        if self.facts[PUBLICATION_END_STATED.name]:
            found.append(M.article(21))
        if self.first_day is not None and self.first_day < self.regime.in_force_from:
            found.append(M.article(43))
        return tuple(found)

    @property
    def basis(self) -> Basis:
        """The regime, readings, settings, calendar edition and version that its days rest on, its class included."""
        each = (self.classification.basis, *(decision.basis for decision in self.decisions))
        return Basis(
            self.regime.id,
            _once(reading for basis in each for reading in basis.readings),
            _once(setting for basis in each for setting in basis.settings),
            each[0].calendar_edition,
            each[0].version,
        )

    def explain(self, lang: Lang = "zh") -> str:
        """The validity as text, in Chinese unless told."""
        from jscredit.validity.present import explained

        return explained(self, lang)

    def to_public_json(self) -> str:
        """The validity as a JSON document to be shown, numbers of persons masked; it never loads back."""
        from jscredit.validity.documents import document_text

        return document_text(self, form="public")

    def to_storage_json(self) -> str:
        """The validity as a JSON document to be kept; ``restored_validity`` asks again and compares."""
        from jscredit.validity.documents import document_text

        return document_text(self, form="storage")

    def _repr_html_(self) -> str:
        from jscredit.validity.present import as_html

        return as_html(self)

    def __hash__(self) -> int:
        return hash((self.classification, self.facts[DETERMINED_ON.name]))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (self.classification, dict(self.facts)))

    def __repr__(self) -> str:
        found = self.last_day_range
        return f"<Validity from {self.first_day}, last day {found.day or f'{found.earliest} to {found.latest}'}>"


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
    classification = classify(record, regime=regime)
    asked = facts_asked(regime)
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
    return _once(fact for rule in _ASKED for fact in rule.bind(regime).facts)


def _once(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


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


def _unpickled(classification: Classification, facts: dict[str, Any]) -> Validity:
    return Validity(classification, MappingProxyType(facts))
