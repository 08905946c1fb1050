"""One repair: which failure it is about, and what has happened in it."""

from datetime import date
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.deadlines import Deadline, as_day
from jscredit.errors import Label
from jscredit.law import J
from jscredit.procedure import Case, PeriodOfUse, Procedure
from jscredit.records import CreditRecord
from jscredit.records.value import STRICT, Text
from jscredit.repair.advice import Advice, repair_advice
from jscredit.repair.eligibility import repair_eligibility
from jscredit.repair.events import Adopted, Applied, Refusal, RepairEvent
from jscredit.repair.procedure import PUBLICATION, REPAIR_PROCEDURE
from jscredit.rules import JIANGSU_2018, Notice, Regime


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RepairCase(Case):
    """The repair of one failure (M34, M35). Its one change is that the record is repaired and kept as archive.

    It never ends an entry of a black list: that is the determining body's decision (J23).

    Attributes:
        number: the case number.
        record: the failure.
        period_of_use: the period of use that the catalogue gives it; None: it gives none.
        events: what has happened, in order.

    Raises:
        pydantic.ValidationError: a field of another type, or an event that the procedure refuses.
    """

    schema_name: ClassVar[str] = "jscredit.repair-case"
    procedure: ClassVar[Procedure] = REPAIR_PROCEDURE

    number: Text
    record: CreditRecord
    period_of_use: PeriodOfUse | None = None
    events: tuple[RepairEvent, ...] = ()

    def publication(self, *, regime: Regime = JIANGSU_2018) -> Deadline | None:
        """The publication of the opinion: its ``due`` is the last of the five working days; None before it began.

        Raises:
            CalendarNotAnnounced: it runs past the last year with a notice of days off.
        """
        return PUBLICATION.deadline(self, regime=regime)

    def advice(self, *, on: date, regime: Regime = JIANGSU_2018) -> Advice | None:
        """After a refusal: what to change, and from which day a new application can succeed, seen from a day."""
        refusal, applied = self.last(Refusal), self.last(Applied)
        if refusal is None or applied is None:
            return None
        decision = repair_eligibility(
            self.record,
            applied.evidence,
            on=as_day(on, field="on"),
            period_of_use=self.period_of_use,
            regime=regime,
        )
        return repair_advice(decision, lacking=refusal.lacking)

    def own_notices(self, regime: Regime) -> tuple[Notice, ...]:  # noqa: ARG002 - this one is so under any regime
        """That an adopted repair is a reference for leaving a black list, and no more."""
        return (_REFERENCE,) if self.last(Adopted) else ()


_REFERENCE = Notice(
    "repair.reference-for-delisting",
    Label(
        "已采用的修复是认定单位决定退出黑名单的重要参考，但其本身不使名单条目终止",
        "the determining body may take an adopted repair as an important reference for leaving a black list; by itself "
        "it ends no entry",
    ),
    J.article(23).zh,
)
