"""The answer of M30 for one record: from when to when it is valid, and what may be done with it on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from jscredit.classification import Classification
from jscredit.deadlines import as_day
from jscredit.errors import Lang
from jscredit.law import Citation, M
from jscredit.records.facts import DETERMINED_ON, SEVERITY
from jscredit.rules import Basis, DayRange, Decision, Notice, Regime, Rule, Span, Verdict
from jscredit.validity.notices import notices_of
from jscredit.validity.rules import (
    FAILURE_IN_VALIDITY,
    FAILURE_INFORMATION,
    LAST_DAY,
    PERIOD_OF_USE_GIVEN,
    PUBLICATION_END_STATED,
    PUBLICATION_IN_TIME,
    RESTRAINT_IN_TIME,
)

ASKED = (FAILURE_IN_VALIDITY, RESTRAINT_IN_TIME, PUBLICATION_IN_TIME)


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
        valid, restraint, publication = (self._ask(rule, self.regime.in_force_from) for rule in ASKED)
        return valid, restraint, publication

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside its days; what depends on the day asked about stands in the decisions."""
        return notices_of(self)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that its days rest on: those of its class where it is no failure, or where that is open."""
        if not self.applies:
            return once((*self.classification.citations, M.article(30)))
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
            once(reading for basis in each for reading in basis.readings),
            once(setting for basis in each for setting in basis.settings),
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


def once(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values, each once, in their order."""
    return tuple(dict.fromkeys(values))


def _unpickled(classification: Classification, facts: dict[str, Any]) -> Validity:
    return Validity(classification, MappingProxyType(facts))
