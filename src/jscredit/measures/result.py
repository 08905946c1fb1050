"""The answer about measures: one, and all of a case."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from html import escape
from typing import Any

from jscredit.errors import Label, Lang
from jscredit.law import Citation
from jscredit.measures.case import MeasureCase, Power
from jscredit.measures.model import Measure, MeasureList
from jscredit.measures.rules import BY_BODY
from jscredit.measures.vocabulary import MeasureStatus
from jscredit.procedure import named
from jscredit.records import Matter, mask_numbers_in
from jscredit.rules import Condition, Decision, Notice, Regime, Verdict

_STATUS = {Verdict.YES: MeasureStatus.APPLIES, Verdict.UNDETERMINED: MeasureStatus.OPEN}
_BOTH: tuple[Lang, Lang] = ("zh", "en")
_UNTIL = Label("至{day}，见{why}", "until {day} ({why})")
_MISSING = Label("缺少{names}", "missing: {names}")
_BECAUSE = Label("不符合{names}", "not met: {names}")
_NOBODY = Label("文件未指明实施单位", "the text names no body")
_BASIS = Label("依据{basis}", "by {basis}")


@dataclass(frozen=True, eq=False, repr=False)
class TriggeredMeasure:
    """One measure in a case on a day.

    Attributes:
        measure: the measure, with its force.
        case: what it was asked about.
        on: the day.
        regime: the law with its settings.
        decision: whether it applies, with its reasons, its days and what is missing.
    """

    measure: Measure
    case: MeasureCase
    on: date
    regime: Regime
    decision: Decision

    @property
    def status(self) -> MeasureStatus:
        """How it stands. Where only the body is in the way, it is not applicable by that body (M25)."""
        found = _STATUS.get(self.decision.verdict)
        if found is not None:
            return found
        reasons = {failure.condition.id for failure in self.decision.failed}
        return MeasureStatus.NOT_APPLICABLE if reasons <= BY_BODY else MeasureStatus.DOES_NOT_APPLY

    @property
    def is_owed(self) -> bool:
        """Whether it has to be applied: it applies, and the text says must. What is encouraged is never owed."""
        return self.status is MeasureStatus.APPLIES and self.measure.force.is_owed

    @property
    def power(self) -> Power | None:
        """By what norm the body that is asked about applies it."""
        return None if self.case.by is None else self.case.by.power_for(self.measure.id)

    @property
    def last_day(self) -> date | None:
        """The last day on which it applies, the earliest of J23, J20 and M30; None where no end is known."""
        return self.decision.last

    @property
    def ended_by(self) -> tuple[Condition, ...]:
        """What ends it: the conditions that are no longer met on the day after its last day."""
        last = self.last_day
        if last is None:
            return ()
        after = self.decision.rule.decide(self.decision.row, on=last + timedelta(1), regime=self.regime)
        return after.conditions

    @property
    def missing(self) -> tuple[str, ...]:
        """What is unknown, where the answer is open."""
        return self.decision.missing

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clause that names it, and those that the answer rests on."""
        return tuple(dict.fromkeys((self.measure.citation, *self.decision.citations)))

    def explain(self, lang: Lang = "zh") -> str:
        """The measure as one line: what, how binding, whether it applies and why, by whom, on what basis."""
        stop = "；" if lang == "zh" else "; "
        name = f"{self.measure.name.text(lang)} [{self.measure.citation.short.text(lang)}]"
        return mask_numbers_in(stop.join((name, *(part for part in self._parts(lang) if part))))

    def _parts(self, lang: Lang) -> Iterator[str]:
        yield self.measure.force.label.text(lang)
        yield self.status.label.text(lang)
        yield self._why(lang)
        yield _comma(lang).join(one.label.text(lang) for one in self.measure.implementers) or _NOBODY.text(lang)
        power = self.power
        yield _BASIS.filled(basis=power.basis if power else self.measure.basis.text(lang)).text(lang)

    def _why(self, lang: Lang) -> str:
        comma, decision = _comma(lang), self.decision
        if self.missing:
            names = comma.join(named(decision, name).text(lang) for name in self.missing)
            return _MISSING.filled(names=names).text(lang)
        if decision.failed:
            names = comma.join(one.condition.label.text(lang) for one in decision.failed)
            return _BECAUSE.filled(names=names).text(lang)
        if self.last_day is None:
            return ""
        why = comma.join(one.citation.short.text(lang) for one in self.ended_by)
        return _UNTIL.filled(day=self.last_day, why=why).text(lang)

    def __repr__(self) -> str:
        return f"<TriggeredMeasure {mask_numbers_in(self.measure.id)}: {self.status.label}>"

    def document(self) -> dict[str, Any]:
        """The answer as part of a document; it names no subject."""
        power = self.power
        return {
            "id": mask_numbers_in(self.measure.id),
            "name": {lang: mask_numbers_in(self.measure.name.text(lang)) for lang in _BOTH},
            "side": self.measure.side.value,
            "kind": self.measure.kind.value,
            "force": self.measure.force.value,
            "owed": self.is_owed,
            "status": self.status.value,
            "implementers": [one.value for one in self.measure.implementers],
            "basis": mask_numbers_in(power.basis if power else self.measure.basis.zh),
            "last_day": None if self.last_day is None else self.last_day.isoformat(),
            "not_met": [failure.condition.id for failure in self.decision.failed],
            "missing": list(self.missing),
            "clauses": list(dict.fromkeys(one.ledger_id for one in self.citations)),
        }


@dataclass(frozen=True, eq=False, repr=False)
class TriggeredMeasures:
    """All measures of a list in a case on a day.

    Attributes:
        case: what was asked about.
        on: the day.
        matter: for what; None: for everything.
        measures: the list.
        asked: each measure with its answer, in the order of the list.
        own_notices: what to know of the list.
    """

    case: MeasureCase
    on: date
    matter: Matter | None
    measures: MeasureList
    asked: tuple[TriggeredMeasure, ...]
    own_notices: tuple[Notice, ...]

    @cached_property
    def by_status(self) -> dict[MeasureStatus, tuple[TriggeredMeasure, ...]]:
        """The measures by how they stand."""
        return {status: tuple(one for one in self.asked if one.status is status) for status in MeasureStatus}

    @property
    def applying(self) -> tuple[TriggeredMeasure, ...]:
        """Those that apply, whatever their force."""
        return self.by_status[MeasureStatus.APPLIES]

    @property
    def owed(self) -> tuple[TriggeredMeasure, ...]:
        """Those that have to be applied."""
        return tuple(one for one in self.applying if one.is_owed)

    @property
    def open(self) -> tuple[TriggeredMeasure, ...]:
        """Those that missing facts leave open."""
        return self.by_status[MeasureStatus.OPEN]

    @property
    def not_applicable(self) -> tuple[TriggeredMeasure, ...]:
        """Those that the body asked about may not apply, each with the reason (M25)."""
        return self.by_status[MeasureStatus.NOT_APPLICABLE]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is unknown in those that are open, each once."""
        return tuple(sorted({name for one in self.open for name in one.missing}))

    @property
    def missing_labels(self) -> dict[str, Label]:
        """What is unknown in those that are open, by its name, in words."""
        found = {name: named(one.decision, name) for one in self.open for name in one.missing}
        return {name: found[name] for name in self.missing}

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside the answers, each once."""
        said = (notice for one in (*self.applying, *self.open) for notice in one.decision.notices)
        return tuple(dict.fromkeys((*self.own_notices, *said)))

    def explain(self, lang: Lang = "zh") -> str:
        """All that apply, are open or are not applicable, a line each, and the notices."""
        shown = (*self.applying, *self.open, *self.not_applicable)
        lines = [one.explain(lang) for one in shown] or [_NONE.text(lang)]
        return "\n".join((*lines, *(notice.text(lang) for notice in self.notices)))

    def __repr__(self) -> str:
        return f"<TriggeredMeasures on {self.on}: {len(self.applying)} apply, {len(self.open)} open>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(str(label))}</th>" for label in _HEAD)
        rows = "".join(
            f"<tr><td>{escape(one.explain('zh'))}</td><td>{escape(one.explain('en'))}</td></tr>" for one in self.asked
        )
        return f"<table><tr>{head}</tr>{rows}</table>"

    def document(self) -> dict[str, Any]:
        """The answers as part of a document: every measure that was asked; it names the entry and no subject."""
        return {
            "entry": self.case.listed and mask_numbers_in(self.case.listed.id),
            "list": mask_numbers_in(self.measures.edition),
            "issued": self.measures.is_issued,
            "measures": [one.document() for one in self.asked],
        }

    def to_public_json(self) -> str:
        """The answers as a JSON document to be shown; the subject is masked, and it never loads back."""
        document = {
            "schema": "jscredit.triggered-measures",
            "version": 1,
            "form": "public",
            "subject": json.loads(self.case.subject.to_public_json()),
            "on": self.on.isoformat(),
            "matter": self.matter,
            **self.document(),
            "notices": [{"code": one.code, "zh": one.label.zh, "en": one.label.en} for one in self.notices],
        }
        return json.dumps(document, ensure_ascii=False, indent=1)


_HEAD = (Label("措施", "measures"), Label("英文", "in English"))
_NONE = Label("没有措施适用", "no measure applies")


def _comma(lang: Lang) -> str:
    return "、" if lang == "zh" else ", "
