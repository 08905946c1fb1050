"""Two catalogues compared in the terms of M8: which entries came and went, and which attributes changed how."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass

from jscredit.catalog.element import DataElement, ListedCode
from jscredit.catalog.model import Catalogue, CatalogueEntry, Norm, ScopeOfUse, StatedValidity
from jscredit.catalog.periods import period_label
from jscredit.catalog.vocabulary import CatalogueAttribute
from jscredit.deadlines import Days, Months, WorkingDays, Years
from jscredit.errors import Label, Lang
from jscredit.records import Body, Document, Severity, Value, Vocabulary, mask_numbers_in
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Text


class ChangeKind(Vocabulary):
    """What has become of an entry, an element or an attribute."""

    ADDED = "added", "新增", "added"
    REMOVED = "removed", "删除", "removed"
    CHANGED = "changed", "变更", "changed"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CatalogueChange(Value):
    """One difference.

    Attributes:
        kind: whether something was added, removed or changed.
        entry: the code of the entry.
        attribute: which attribute; None for an entry as a whole. The content is told by element.
        element: the code of the data element; None for what is not of the content.
        rule: which rule of the element; None for an element as a whole.
        before, after: how it read.
    """

    kind: ChangeKind
    entry: Text
    attribute: Text | None = None
    element: Text | None = None
    rule: Text | None = None
    before: Label | None = None
    after: Label | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The difference as one line in one language."""
        where = [self.entry]
        if self.attribute:
            where.append(attribute_label(self.attribute).text(lang))
        where += [part for part in (self.element, self.rule) if part]
        line = f"{self.kind.label.text(lang)} {' / '.join(where)}"
        if self.before is not None and self.after is not None:
            line += f": {self.before.text(lang)} → {self.after.text(lang)}"
        return mask_numbers_in(line)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CatalogueComparison(Document):
    """What differs between two catalogues.

    Attributes:
        before, after: the number and the edition of each.
        changes: by entry, those of the first catalogue first; nothing, where nothing differs.
    """

    schema_name: ClassVar[str] = "jscredit.catalogue-comparison"

    before: Text
    after: Text
    changes: tuple[CatalogueChange, ...] = ()

    def explain(self, lang: Lang = "zh") -> str:
        """One line for each difference."""
        head = f"{self.before} → {self.after}"
        nothing = "无差别" if lang == "zh" else "no difference"
        return "\n".join((mask_numbers_in(head), *([one.text(lang) for one in self.changes] or [nothing])))

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def compare_catalogues(before: Catalogue, after: Catalogue) -> CatalogueComparison:
    """What differs between two catalogues, or two editions of one, in the terms of M8.

    Entries are the same by their codes, and so are data elements; where a code is double, by their order.

    >>> from jscredit.records import Level
    >>> from jscredit.deadlines import Years
    >>> old = Catalogue(
    ...     id="c", edition="1", title="某市目录", level=Level.CITY,
    ...     entries=(CatalogueEntry(code="A1", name="处罚", period_of_use=Years(1)),),
    ... )
    >>> new = Catalogue(
    ...     id="c", edition="2", title="某市目录", level=Level.CITY,
    ...     entries=(CatalogueEntry(code="A1", name="处罚", period_of_use=Years(3)),),
    ... )
    >>> print(compare_catalogues(old, new).explain("en"))
    c 1 → c 2
    changed A1 / period of use: 1 year → 3 years
    """
    return CatalogueComparison(
        before=f"{before.id} {before.edition}",
        after=f"{after.id} {after.edition}",
        changes=tuple(_changes(before, after)),
    )


def _changes(before: Catalogue, after: Catalogue) -> Iterator[CatalogueChange]:
    for code, old, new in _paired(before.entries, after.entries):
        if old is None or new is None:
            yield CatalogueChange(kind=ChangeKind.ADDED if old is None else ChangeKind.REMOVED, entry=code)
        else:
            yield from _entry_changes(code, old, new)


def _paired(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[str, Any, Any]]:
    old, new = _by_code(before), _by_code(after)
    for key in dict.fromkeys((*old, *new)):
        yield key[0], old.get(key), new.get(key)


def _by_code(coded: Sequence[Any]) -> dict[tuple[str, int], Any]:
    seen: Counter[str] = Counter()
    found = {}
    for one in coded:
        found[one.code, seen[one.code]] = one
        seen[one.code] += 1
    return found


def _entry_changes(code: str, old: CatalogueEntry, new: CatalogueEntry) -> Iterator[CatalogueChange]:
    for name in (field.name for field in fields(CatalogueEntry)):
        one, other = getattr(old, name), getattr(new, name)
        if name == "elements":
            yield from _content_changes(code, one, other)
        elif one != other:
            yield CatalogueChange(
                kind=ChangeKind.CHANGED, entry=code, attribute=name, before=said(one), after=said(other)
            )


def _content_changes(
    entry: str, before: tuple[DataElement, ...], after: tuple[DataElement, ...]
) -> Iterator[CatalogueChange]:
    content = CatalogueAttribute.CONTENT.value
    for code, old, new in _paired(before, after):
        if old is None or new is None:
            kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
            yield CatalogueChange(kind=kind, entry=entry, attribute=content, element=code)
            continue
        for rule in (field.name for field in fields(DataElement)):
            one, other = getattr(old, rule), getattr(new, rule)
            if one != other:
                yield CatalogueChange(
                    kind=ChangeKind.CHANGED,
                    entry=entry,
                    attribute=content,
                    element=code,
                    rule=rule,
                    before=said(one),
                    after=said(other),
                )


_OTHERS = {
    "name": Label("名称", "name"),
    "name_en": Label("英文名称", "English name"),
    "subject_types": Label("信息主体类型", "types of subjects"),
    "kinds": Label("信息种类", "kinds of information"),
    "category": Label("信息类别", "class of information"),
    "provider": Label("信息提供单位", "provider"),
    "any_provider": Label("不限提供单位", "every provider"),
    "levels": Label("提供层级", "levels"),
    "sharing_classes": Label("使用范围（类别）", "class of use"),
    "validity": Label("失信信息有效期", "validity of failures"),
    "secrecy": Label("涉密涉隐私标注", "marks of secrecy"),
}

_SEVEN = {attribute.value: attribute.label for attribute in CatalogueAttribute}


def attribute_label(name: str) -> Label:
    """What an attribute of an entry is called."""
    return _OTHERS[name] if name in _OTHERS else _SEVEN[name]


def said(value: Any) -> Label:
    """A value of the catalogue in both languages; what reads as a resident's number is masked."""
    if value is None or value == ():
        return Label("（无）", "(none)")
    if isinstance(value, Vocabulary):
        return value.label
    if isinstance(value, bool):
        return Label("是", "yes") if value else Label("否", "no")
    if isinstance(value, tuple):
        parts = [said(part) for part in value]
        return Label("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
    if isinstance(value, Days | Months | Years | WorkingDays) or value == "unlimited":
        return period_label(value)
    return _compound(value)


def _compound(value: Any) -> Label:
    if isinstance(value, Body):
        text = f"{value.name} {value.code}" if value.code else value.name
    elif isinstance(value, ListedCode):
        text = "=".join(part for part in (value.code, value.meaning) if part)
    elif isinstance(value, Norm):
        text = mask_numbers_in(value.citation)
        return Label(f"{text}（{value.rank.label.zh}）", f"{text} ({value.rank.label.en})")
    elif isinstance(value, ScopeOfUse):
        return said((*value.users, *value.named_users, *value.purposes))
    elif isinstance(value, StatedValidity):
        return _validity(value)
    else:
        text = str(value)
    return Label(mask_numbers_in(text), mask_numbers_in(text))


def _validity(value: StatedValidity) -> Label:
    parts = [
        Label(f"{severity.label.zh}{period.label.zh}", f"{severity.label.en} {period.label.en}")
        for severity in Severity
        if (period := getattr(value, severity.value)) is not None
    ]
    parts += [said(value.norm)] if value.norm else []
    return Label("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
