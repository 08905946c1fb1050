"""The answer about one record: what is missing told by the record's own facts, and the clauses of its days."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.classification import TERMS as CLASS_TERMS
from jscredit.classification import Classification
from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.records.facts import RECORD_FACTS
from jscredit.repair.rules import REPAIR, REPAIR_WINDOW
from jscredit.rules import Decision, Notice, Regime, literal
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve
from jscredit.validity import is_failure
from jscredit.validity.rules import FAILURE_INFORMATION, PERIOD_OF_USE_GIVEN

StandsFor = Mapping[str, tuple[str, ...]]
"""For a fact that the record does not state but that follows from it: the facts to state, so that it follows."""

SUBJECT_TYPE = "subject_type"
_OWN_NAMES: StandsFor = MappingProxyType(
    {
        "natural_person": (SUBJECT_TYPE,),
        "recurred_in_record_kind": ("recurred",),
        "recurred_in_record_kind_on": ("recurred_on",),
    }
)
_LABELS = MappingProxyType(
    {fact.name: fact.label for fact in RECORD_FACTS} | {SUBJECT_TYPE: Label("主体类型", "the subject's type")}
)
_IN_USE = "in-use"
_SHORTER = REPAIR_WINDOW.pick(period_of_use=literal(value=False), shorter=literal(value=True))


class RepairDecision(Decision):
    """The answer of M34 about one record.

    ``missing`` names what the record and the evidence lack, and not what the rule works out from them: of a penalty
    whose class is open its ``procedure``, of a subject of whom nobody says whether it is a person its ``subject_type``.
    What is stored is the answer of the rule by its own facts, so that ``restored_decision`` can ask the rule again.
    """

    __slots__ = ("classification",)
    classification: Classification

    def __init__(self, row: Mapping[str, Any], on: date, classification: Classification) -> None:
        super().__init__(REPAIR, row, on, classification.regime)
        object.__setattr__(self, "classification", classification)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (dict(self.row), self.on, self.classification))

    @property
    def stands_for(self) -> StandsFor:
        """For each fact that follows from others, what to state so that it follows."""
        return {**_OWN_NAMES, FAILURE_INFORMATION.name: self.classification.missing}

    @property
    def missing(self) -> tuple[str, ...]:
        """What the record, the evidence, the regime or the calendar lacks for an answer, in order; else empty."""
        stands_for = self.stands_for
        return tuple(sorted({own for name in super().missing for own in stands_for.get(name, (name,))}))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside the answer; also each other reading of the record's class by which it would differ."""
        return (*super().notices, *self._of_the_class())

    def _of_the_class(self) -> Iterator[Notice]:
        told = {notice.code: notice for notice in self.classification.notices}
        for term in CLASS_TERMS:
            for option in term.options:
                notice = told.get(f"reading.{term.name}.{option.name}")
                if notice is not None and self._differs_in_class(self.regime.reading(term, option.name)):
                    yield notice

    def _differs_in_class(self, other: Regime) -> bool:
        """Whether the answer would be another one if the record had the class that it has under another law."""
        there = Classification(self.classification.record_id, self.classification.facts, other)
        row = {**self.row, FAILURE_INFORMATION.name: is_failure(there)}
        return REPAIR.bind(self.regime).verdict(row, self.on) is not self.verdict

    @property
    def labels(self) -> Mapping[str, Label]:
        """The names, in words, of what may be missing."""
        return {**_LABELS, **super().labels}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that the answer rests on, each once; where it tells a last day, those that the day rests on."""
        found = super().citations
        if self.last is None and not any(each.id == _IN_USE for each in self.conditions):
            return found
        return tuple(dict.fromkeys((*found, *self._of_the_window)))

    @property
    def _of_the_window(self) -> tuple[Citation, ...]:
        """M8 where the catalogue's period of use bounds the window, M30 where the validity does."""
        given = self.row[PERIOD_OF_USE_GIVEN.name]
        # The reading may be taken for some cases only; where it is open which is taken, either clause may bound it.
        both = Case(self.row, self.regime.calendar).holds(resolve(_SHORTER, self.regime)) is not False
        catalogue = (M.article(8),) if given is not False else ()
        return (*catalogue, M.article(30)) if both or not given else catalogue

    def to_storage_json(self) -> str:
        """The answer of the rule as a JSON document to be kept; ``restored_decision`` asks again and compares."""
        return Decision(self.rule, self.row, self.on, self.regime).to_storage_json()


def _unpickled(row: dict[str, Any], on: date, classification: Classification) -> RepairDecision:
    return RepairDecision(MappingProxyType(row), on, classification)
