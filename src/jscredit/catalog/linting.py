"""The lint: everything that is wrong with a catalogue, all at once (M4, M8, M9, M14, M19, M30)."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.catalog.findings import TEXTS
from jscredit.catalog.forbidden import ForbiddenAddition
from jscredit.catalog.lint_entry import Found, element_findings, entry_findings
from jscredit.catalog.model import Catalogue
from jscredit.errors import Fault, Label, Lang
from jscredit.records import Document, Value, mask_numbers_in
from jscredit.records.identifiers.text import normalise
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Text
from jscredit.rules import JIANGSU_2018, Regime


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class LintFinding(Value):
    """One thing that is wrong.

    Attributes:
        code: a stable code.
        entry: the code of the entry.
        entry_place: which entry it is, from 0: codes may be double.
        element: the code of the data element; None for the entry itself.
        element_place: which element it is, from 0.
        about: the attribute, kind, severity or content that it is about.
        message: what is wrong.
        cure: how to mend it.
        clause: the clause behind it.
    """

    code: str
    entry: Text
    entry_place: int
    element: Text | None = None
    element_place: int | None = None
    about: str | None = None
    message: Label
    cure: Label
    clause: str

    def text(self, lang: Lang = "zh") -> str:
        """The finding as one line in one language."""
        where = mask_numbers_in(f"{self.entry} / {self.element}" if self.element else self.entry)
        stop = "；" if lang == "zh" else "; "
        return f"{where} [{self.code}] {self.message.text(lang)} ({self.clause}){stop}{self.cure.text(lang)}"

    @property
    def fault(self) -> Fault:
        """The finding as a fault, for an error."""
        place = f"entries.{self.entry_place}"
        if self.element_place is not None:
            place += f".elements.{self.element_place}"
        return Fault(code=self.code, message=self.message, cure=self.cure, field=place, clause=self.clause)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class LintReport(Document):
    """All that is wrong with a catalogue; nothing, where ``findings`` is empty.

    Attributes:
        catalogue: the catalogue's number.
        edition: its edition.
        findings: by entry, and in it by element.
    """

    schema_name: ClassVar[str] = "jscredit.catalogue-lint"

    catalogue: Text
    edition: Text
    findings: tuple[LintFinding, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def explain(self, lang: Lang = "zh") -> str:
        """One line for each finding."""
        if self.clean:
            return "未发现问题" if lang == "zh" else "nothing was found"
        return "\n".join(finding.text(lang) for finding in self.findings)

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def lint_catalogue(
    catalogue: Catalogue, *, additions: Iterable[ForbiddenAddition] = (), regime: Regime = JIANGSU_2018
) -> LintReport:
    """Everything that is wrong with a catalogue.

    Args:
        catalogue: the catalogue, a draft or a published one.
        additions: what a law or a regulation forbids beside M14.
        regime: the law; its readings say which norms may set another validity (M30).

    >>> from jscredit.catalog import CatalogueEntry
    >>> from jscredit.records import Level
    >>> entry = CatalogueEntry(code="1", name="甲")
    >>> report = lint_catalogue(Catalogue(id="c", edition="1", title="某市目录", level=Level.CITY, entries=(entry,)))
    >>> sorted({finding.clause for finding in report.findings}), report.findings[0].about
    (['M16¶1', 'M19', 'M2', 'M8', 'M9'], 'content')
    """
    return LintReport(
        catalogue=catalogue.id,
        edition=catalogue.edition,
        findings=tuple(_findings(catalogue, tuple(additions), regime)),
    )


def _findings(catalogue: Catalogue, additions: tuple[ForbiddenAddition, ...], regime: Regime) -> Iterator[LintFinding]:
    seen: set[str] = set()
    for place, entry in enumerate(catalogue.entries):
        key = normalise(entry.code)
        if key in seen:
            yield _finding(Found("duplicate-entry"), entry.code, place)
        seen.add(key)
        for found in entry_findings(entry, regime):
            yield _finding(found, entry.code, place)
        inside: set[str] = set()
        for at, element in enumerate(entry.elements):
            own = normalise(element.code)
            if own in inside:
                yield _finding(Found("duplicate-element"), entry.code, place, element.code, at)
            inside.add(own)
            for found in element_findings(entry, element, additions):
                yield _finding(found, entry.code, place, element.code, at)


def _finding(
    found: Found, entry: str, place: int, element: str | None = None, element_place: int | None = None
) -> LintFinding:
    message, cure, clause = TEXTS[found.problem]
    called = found.called or Label("", "")
    return LintFinding(
        code=f"catalogue.{found.problem}",
        entry=entry,
        entry_place=place,
        element=element,
        element_place=element_place,
        about=found.about,
        message=message.filled(zh=called.zh, en=called.en),
        cure=cure,
        clause=found.clause or clause,
    )
