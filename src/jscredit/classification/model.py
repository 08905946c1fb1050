"""The answer of a classification: the class, the items met, why, what is missing and on what it rests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from jscredit.classification.candidates import Candidate, found_by_conduct, found_by_kind
from jscredit.classification.items import Item
from jscredit.classification.rules import plan
from jscredit.classification.status import ClassificationStatus
from jscredit.errors import Label, Lang
from jscredit.law import Citation, M
from jscredit.records import Category, Kind, kind_row
from jscredit.records.facts import CATALOGUE_CATEGORY
from jscredit.rules import Basis, Notice, Regime, Verdict

_CATALOGUE_DIFFERS = Notice(
    "classification.catalogue-differs",
    Label(
        "目录将其列入另一类信息；第十条至第十三条列名的，依其条款归类，请核对目录",
        "the catalogue's entry puts it into another class; what arts. 10 to 13 name is in the class of its article: "
        "check the catalogue",
    ),
    M.article(9).zh,
)
OF_CREDIT = frozenset({"reflects-credit", "execution-reflects-credit"})


@dataclass(frozen=True)
class Classification:
    """The class of one record (M9) under a regime. Immutable, lazy, equal by its inputs.

    It asks no day: what a record is does not change. The class is settled as soon as every completion of the unknown
    facts leads to it.

    Attributes:
        record_id: which record.
        facts: what the rules asked of it, by name; None where not known.
        regime: the law with its settings.
    """

    record_id: str
    facts: Mapping[str, Any]
    regime: Regime

    @property
    def kind(self) -> Kind:
        """What the record is."""
        kind: Kind = self.facts["kind"]
        return kind

    @cached_property
    def _by_kind(self) -> tuple[Candidate, ...]:
        return found_by_kind(self.kind, self.facts, self.regime)

    @cached_property
    def status(self) -> ClassificationStatus:
        """How it ended. A record known not to reflect the credit status is told so before any other reason."""
        verdicts = {each.verdict for each in self._by_kind}
        if Verdict.YES in verdicts:
            return ClassificationStatus.CLASSIFIED
        if Verdict.UNDETERMINED in verdicts:
            return ClassificationStatus.UNDETERMINED
        if any(condition.id in OF_CREDIT for each in self._by_kind for condition in each.failed):
            return ClassificationStatus.DOES_NOT_REFLECT_CREDIT
        return ClassificationStatus.FITS_NOWHERE

    @property
    def category(self) -> Category | None:
        """The class; None where it is undetermined, and where the record is in none."""
        return next((each.category for each in self._by_kind if each.verdict is Verdict.YES), None)

    @cached_property
    def why(self) -> tuple[Candidate, ...]:
        """Each item that could take the record in, the most special first, with its answer and the reasons.

        First the items for what the record is, then those for what it is about. Where none of the first takes it in,
        the second are not asked: what a record is about makes nothing negative that its kind leaves out.
        """
        if self._is_in_none or not plan(self.kind).by_conduct:
            return self._by_kind
        return (*self._by_kind, *found_by_conduct(self.kind, self.facts, self.regime, waits_for=self.missing))

    @property
    def items(self) -> tuple[Item, ...]:
        """All items that are surely met, the most special first; those that come after the primary one as well."""
        return tuple(each.item for each in self.why if self.verdict_of(each) is Verdict.YES)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The items that it may meet as well, depending on facts not known."""
        return tuple(each.item for each in self.why if self.verdict_of(each) is Verdict.UNDETERMINED)

    def verdict_of(self, candidate: Candidate) -> Verdict:
        """Whether an item takes the record in: one for what is "other" is open as long as a named one is."""
        is_open = any(each.verdict is Verdict.UNDETERMINED and not each.is_residual for each in self._by_kind)
        return Verdict.UNDETERMINED if candidate.is_residual and is_open else candidate.verdict

    @property
    def primary(self) -> Item | None:
        """The most special item met; None where none is, or where a more special one is still open."""
        first = next((each for each in self._by_kind if each.verdict is not Verdict.NO), None)
        return first.item if first is not None and first.verdict is Verdict.YES else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts that leave the class open, in order; empty unless it is undetermined."""
        if self.status is not ClassificationStatus.UNDETERMINED:
            return ()
        # Until it is known into which class the catalogue puts what is recorded as "other", nothing else is asked for.
        of_other = kind_row(self.kind).residual and self.facts.get(CATALOGUE_CATEGORY.name) is None
        asked = self._by_kind[:1] if of_other else self._by_kind
        return tuple(sorted({name for each in asked for name in each.missing}))

    @property
    def reasons(self) -> tuple[Label, ...]:
        """Why no item takes the record in, each reason once; empty unless it is in none of the classes."""
        return _once(reason for each in self.why for reason in each.reasons) if self._is_in_none else ()

    @property
    def _is_in_none(self) -> bool:
        return self.status in {ClassificationStatus.DOES_NOT_REFLECT_CREDIT, ClassificationStatus.FITS_NOWHERE}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that the answer rests on, each once: the items met, else those of what failed or is open."""
        if self.status is ClassificationStatus.CLASSIFIED:
            return tuple(item.citation for item in self.items or self.open_items)
        return _once(citation for each in self._by_kind for citation in each.decision.citations)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Where another reading would give another answer about an item, or the catalogue names another class."""
        by_catalogue = self.facts.get(CATALOGUE_CATEGORY.name)
        differs = by_catalogue is not None and self.category not in {None, by_catalogue}
        of_rules = _once(notice for each in self._by_kind for notice in each.decision.notices)
        return (*of_rules, _CATALOGUE_DIFFERS) if differs else of_rules

    @property
    def basis(self) -> Basis:
        """The regime, readings, settings, calendar edition and version that the answer rests on."""
        each = [candidate.decision.basis for candidate in self._by_kind]
        return Basis(
            each[0].regime,
            _once(reading for basis in each for reading in basis.readings),
            _once(setting for basis in each for setting in basis.settings),
            each[0].calendar_edition,
            each[0].version,
        )

    def explain(self, lang: Lang = "zh") -> str:
        """The classification as text, in Chinese unless told."""
        from jscredit.classification.present import explained

        return explained(self, lang)

    def to_public_json(self) -> str:
        """The classification as a JSON document to be shown, numbers of persons masked; it never loads back."""
        from jscredit.classification.documents import document_text

        return document_text(self, form="public")

    def to_storage_json(self) -> str:
        """The classification as a JSON document to be kept; ``restored_classification`` asks again and compares."""
        from jscredit.classification.documents import document_text

        return document_text(self, form="storage")

    def _repr_html_(self) -> str:
        from jscredit.classification.present import as_html

        return as_html(self)

    def __hash__(self) -> int:
        return hash((self.record_id, self.kind, self.regime.id))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (self.record_id, dict(self.facts), self.regime))

    def __repr__(self) -> str:
        return f"<Classification of {self.kind.value}: {self.category.value if self.category else self.status.value}>"


def _once(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _unpickled(record_id: str, facts: dict[str, Any], regime: Regime) -> Classification:
    return Classification(record_id, MappingProxyType(facts), regime)
