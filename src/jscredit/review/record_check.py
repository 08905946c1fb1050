"""One record checked on one day: its class, its validity, what it may still be used for, and its repair."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jscredit.classification import Classification, classify
from jscredit.deadlines import CalendarPeriod
from jscredit.errors import Label, Lang
from jscredit.law import Citation
from jscredit.records import CreditRecord, RepairEvidence, mask_numbers_in
from jscredit.repair import repair_eligibility
from jscredit.rules import JIANGSU_2018, Decision, Notice, Regime
from jscredit.validity import Validity, validity_of

_WORDS = {
    "class": Label("类别", "class"),
    "validity": Label("有效期", "validity"),
    "restraint": Label("可作惩戒依据", "may be a ground of restraint"),
    "publication": Label("可公开", "may be published"),
    "repair": Label("可申请修复", "may be repaired"),
    "missing": Label("缺少", "missing"),
    "notices": Label("提示", "notices"),
}
_UNSETTLED = Label("{first}至{early}—{late}之间（尚缺：{missing}）", "{first} to between {early} and {late} (missing: {missing})")
_SETTLED = Label("{first}至{last}", "{first} to {last}")


@dataclass(frozen=True)
class RecordCheck:
    """What M9 to M13, M30 and M34 say of one record on one day, each answer with its clauses.

    Without evidence of correction nothing is assumed about it: the repair is then undetermined at best, and
    ``repair.possible`` and the end of its window say when an application can be made at all.
    """

    record: CreditRecord
    on: dt.date
    regime: Regime
    evidence: RepairEvidence
    period_of_use: CalendarPeriod | None

    @cached_property
    def classification(self) -> Classification:
        """The class and the items (M9 to M13)."""
        return classify(self.record, regime=self.regime)

    @cached_property
    def validity(self) -> Validity:
        """From when to when the failure counts (M30)."""
        return validity_of(self.record, period_of_use=self.period_of_use, regime=self.regime)

    @cached_property
    def restraint(self) -> Decision:
        """Whether it may be a ground of restraint on the day."""
        return self.validity.may_restrain(self.on)

    @cached_property
    def publication(self) -> Decision:
        """Whether it may be published on the day."""
        return self.validity.may_publish(self.on)

    @cached_property
    def repair(self) -> Decision:
        """Whether an application for repair made on the day meets M34."""
        return repair_eligibility(
            self.record, self.evidence, on=self.on, period_of_use=self.period_of_use, regime=self.regime
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """Everything that some answer lacks, each once."""
        parts = (self.classification.missing, self.validity.missing, self.restraint.missing, self.publication.missing)
        return tuple(dict.fromkeys(name for part in (*parts, self.repair.missing) for name in part))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses behind all answers, each once."""
        parts = (self.classification, self.validity, self.restraint, self.publication, self.repair)
        return tuple(dict.fromkeys(citation for part in parts for citation in part.citations))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices of all answers, each once."""
        parts = (self.classification, self.validity, self.restraint, self.publication, self.repair)
        return tuple(dict.fromkeys(notice for part in parts for notice in part.notices))
