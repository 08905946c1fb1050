"""One record checked on one day: its class, its validity, what it may still be used for, and its repair."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from jscredit.classification import Classification, classify
from jscredit.deadlines import CalendarPeriod, as_day
from jscredit.errors import Label, Lang
from jscredit.law import Citation, M
from jscredit.records import CreditRecord, RepairEvidence, acts_in_jiangsu
from jscredit.repair import Outlook, repair_eligibility, repair_outlook
from jscredit.rules import JIANGSU_2018, AppliedSetting, Decision, Notice, Regime
from jscredit.validity import Validity, classified_validity

T = TypeVar("T")


@dataclass(frozen=True)
class RecordCheck:
    """What M9 to M13, M30 and M34 say of one record on one day, each answer with its clauses.

    Nothing is assumed about a correction that is not in the evidence: without any, the repair is undetermined at best,
    and ``outlook`` says from when to when an application can be made at all. Immutable, lazy, equal by its inputs.
    """

    record: CreditRecord
    on: dt.date
    evidence: RepairEvidence
    period_of_use: CalendarPeriod | None
    regime: Regime

    @cached_property
    def classification(self) -> Classification:
        """The class and the items (M9 to M13)."""
        return classify(self.record, regime=self.regime)

    @cached_property
    def validity(self) -> Validity:
        """From when to when the failure counts (M30)."""
        return classified_validity(self.classification, self.record, period_of_use=self.period_of_use)

    @cached_property
    def restraint(self) -> Decision:
        """Whether, as far as time goes, it may be a ground of restraint on the day (M30)."""
        return self.validity.may_restrain(self.on)

    @cached_property
    def publication(self) -> Decision:
        """Whether, as far as time goes, it may be published on the day (M30)."""
        return self.validity.may_publish(self.on)

    @cached_property
    def repair(self) -> Decision:
        """Whether an application for repair made on the day meets M34."""
        return repair_eligibility(
            self.record, self.evidence, on=self.on, period_of_use=self.period_of_use, regime=self.regime
        )

    @cached_property
    def outlook(self) -> Outlook:
        """From when to when repair can be asked for, or why no day can come."""
        return repair_outlook(self.repair)

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """The facts, terms and calendar years that class, validity, restraint and publication lack, each once."""
        validity = self.validity
        parts = (validity.lacking(self.restraint), validity.lacking(self.publication))
        return once(self.classification.missing, validity.missing, *parts)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """What some answer lacks, that of the repair included, each once."""
        return once(self.lacking, self.validity.lacking(self.repair))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses behind all answers, each once."""
        return once(self._told.citations, self.repair.citations)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """The notices of all answers, each once, and that the acting body is outside the province (M3)."""
        producer = self.record.producer
        outside = producer is not None and acts_in_jiangsu(producer) is False
        return once((_OUTSIDE,) if outside else (), self._told.notices, self.repair.notices)

    @cached_property
    def settings(self) -> tuple[AppliedSetting, ...]:
        """The settings that the answers rest on, each once: which prevailed, and over which."""
        return once(self._told.settings, self.repair.basis.settings) if self.regime.settings else ()

    @cached_property
    def _told(self) -> "_Told":
        parts = (self.classification, self.validity, self.restraint, self.publication)
        return _Told(
            once(*(part.citations for part in parts)),
            once(*(part.notices for part in parts)),
            once(*(part.basis.settings for part in parts)) if self.regime.settings else (),
        )

    def share(self, other: "RecordCheck", *, all_but_repair: bool) -> None:
        """Take the class, or all answers but that of repair, from another check that answers them alike.

        Whether it does is for the caller to know: the rules must ask the same of both records.
        """
        names = _ALL_BUT_REPAIR if all_but_repair else ("classification",)
        self.__dict__.update({name: getattr(other, name) for name in names})

    def explain(self, lang: Lang = "zh") -> str:
        """The check as text, in Chinese unless told."""
        from jscredit.review.present import checked_lines

        colon = "：" if lang == "zh" else ": "
        return "\n".join(f"{heading}{colon}{text}" for heading, text in checked_lines(self, lang))

    def to_public_json(self) -> str:
        """The check as a JSON document to be shown; it holds no personal number and never loads back."""
        import json

        from jscredit.review.present import check_document

        return json.dumps(check_document(self), ensure_ascii=False, indent=1)


class _Told(NamedTuple):
    """What is said of class, validity, restraint and publication together."""

    citations: tuple[Citation, ...]
    notices: tuple[Notice, ...]
    settings: tuple[AppliedSetting, ...]


_ALL_BUT_REPAIR = ("classification", "validity", "restraint", "publication", "lacking", "_told")
_OUTSIDE = Notice(
    "check.outside-the-province",
    Label(
        "作出单位不在江苏省内，本办法对其不适用；以下仅为如适用时的结论",
        "the acting body is outside Jiangsu and the Measures do not apply to it; what follows would hold if they did",
    ),
    M.article(3).zh,
)


def once(*parts: Iterable[T]) -> tuple[T, ...]:
    """All values of all parts, each once, in order."""
    return tuple(dict.fromkeys(_chained(parts)))


def _chained(parts: tuple[Iterable[T], ...]) -> Iterator[T]:
    for part in parts:
        yield from part


def check_record(
    record: CreditRecord,
    *,
    on: dt.date,
    evidence: RepairEvidence | None = None,
    period_of_use: CalendarPeriod | None = None,
    regime: Regime = JIANGSU_2018,
) -> RecordCheck:
    """Check one record on one day.

    Args:
        record: the record.
        on: the day asked about.
        evidence: what is known about its correction; nothing unless given.
        period_of_use: the period of use that the catalogue's entry gives; None where it gives none.
        regime: the law with its settings.

    Raises:
        InvalidInput: the day is no date.
        NotInForce: the regime is not in force on the day.

    >>> from datetime import date
    >>> from jscredit.records import CreditRecord, Kind, Severity, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> bid = CreditRecord(
    ...     id="1", subject=shop, kind=Kind.BID_RIGGING, determined_on=date(2019, 3, 1), severity=Severity.GENERAL
    ... )
    >>> found = check_record(bid, on=date(2020, 3, 2))
    >>> found.validity.last_day, found.restraint.verdict.value
    (datetime.date(2020, 3, 1), 'no')
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    return RecordCheck(record, day, evidence or RepairEvidence(), period_of_use, regime)
