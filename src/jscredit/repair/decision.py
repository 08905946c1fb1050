"""The answer about one record: what is missing told by the record's own facts, and the clauses of its days."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from jscredit.classification import Classification
from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.records.facts import RECORD_FACTS
from jscredit.repair.recurrence import other_readings
from jscredit.repair.rules import REPAIR, REPAIR_WINDOW
from jscredit.rules import Decision, Notice, Option, Term, Verdict, literal
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve
from jscredit.validity.rules import FAILURE_INFORMATION, PERIOD_OF_USE_GIVEN

StandsFor = Mapping[str, tuple[str, ...]]
"""For a fact that the record does not state but that follows from it: the facts to state, so that it follows."""

Row = Mapping[str, Any]
ByReading = Mapping[str, Row]
"""The row as it would be by another reading of M12, by the code of its notice: of a file whose records turn on it."""

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

    __slots__ = ("by_reading", "classification")
    classification: Classification
    by_reading: ByReading

    def __init__(self, row: Row, on: date, classification: Classification, by_reading: ByReading) -> None:
        super().__init__(REPAIR, row, on, classification.regime)
        object.__setattr__(self, "classification", classification)
        object.__setattr__(self, "by_reading", by_reading)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (dict(self.row), self.on, self.classification, dict(self.by_reading)))

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
        """What to know beside the answer; also each other reading of M12 by which it would differ.

        The class of the record may depend on it, and that of a record in the file that may be a recurrence.
        """
        return (*super().notices, *self._of_the_class())

    def _of_the_class(self) -> Iterator[Notice]:
        told = {notice.code for notice in self.classification.notices}
        for term, option in other_readings(self.regime):
            code = f"reading.{term.name}.{option.name}"
            row = self.by_reading.get(code) or (self._row_under(term, option) if code in told else self.row)
            other = REPAIR.bind(self.regime).verdict(row, self.on)
            if other is not self.verdict:
                yield Notice(code, _differs(term, option, self.verdict, other), term.citation.zh)

    def _row_under(self, term: Term, option: Option) -> Row:
        """The row, were the record of the class that it has by another reading."""
        from jscredit.validity import is_failure

        there = self.regime.reading(term, option.name)
        found = Classification(self.classification.record_id, self.classification.facts, there)
        return {**self.row, FAILURE_INFORMATION.name: is_failure(found)}

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


def _differs(term: Term, option: Option, own: Verdict, other: Verdict) -> Label:
    return Label(
        f"{term.label.zh}有不同读法：按所采读法，本结论为{own.label.zh}；若采用“{option.label.zh}”，则为{other.label.zh}",
        f"{term.label.en} can be read in more than one way: by the reading taken the answer is {own.label.en}; by "
        f"'{option.label.en}' it would be {other.label.en}",
    )


def _unpickled(row: dict[str, Any], on: date, classification: Classification, by_reading: ByReading) -> RepairDecision:
    return RepairDecision(MappingProxyType(row), on, classification, MappingProxyType(dict(by_reading)))
