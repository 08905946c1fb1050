"""What changed between two versions of a measure list (J16, J17)."""

import dataclasses
from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.measures.model import Measure, MeasureList, Wording, measure_line
from jscredit.records import Document, Value, mask_numbers_in
from jscredit.records.value import STRICT, Text

FIELDS: dict[str, Label] = {
    "initiator": Label("发起部门", "initiating department"),
    "sharing": Label("信息共享方式", "information-sharing method"),
    "objects": Label("实施对象", "objects"),
    "name": Label("实施措施", "measure"),
    "basis": Label("实施依据", "basis"),
    "side": Label("奖惩方向", "side"),
    "kind": Label("措施类别", "kind"),
    "force": Label("效力", "force"),
    "basis_rank": Label("依据位阶", "rank of the basis"),
    "implementers": Label("实施单位", "implementing bodies"),
    "needs": Label("适用条件", "conditions"),
    "matters": Label("适用事项", "matters"),
    "grade": Label("轻重等级", "grade"),
    "place": Label("载明条款", "clause"),
}
"""The fields of a measure beside its id, as lists and comparisons name them."""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureChange(Value):
    """One measure that is in both versions and is not the same.

    Attributes:
        before, after: the measure in each.
        fields: the names of the fields that differ.
    """

    before: Measure
    after: Measure
    fields: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MeasureListChanges(Document):
    """What changed from one version of a list to another; measures are matched by their ids.

    Attributes:
        old, new: the editions compared.
        added, removed: the measures that are in one version only.
        changed: those that are in both and differ.
    """

    schema_name: ClassVar[str] = "jscredit.measure-list-changes"

    old: Text
    new: Text
    added: tuple[Measure, ...] = ()
    removed: tuple[Measure, ...] = ()
    changed: tuple[MeasureChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both versions hold the same measures."""
        return not (self.added or self.removed or self.changed)

    def explain(self, lang: Lang = "zh") -> str:
        """The changes as text, one a line."""
        return mask_numbers_in("\n".join((f"{self.old} → {self.new}", *self._lines(lang))))

    def _lines(self, lang: Lang) -> Iterator[str]:
        if self.is_empty:
            yield _SAME.text(lang)
        yield from (f"+ {measure_line(one, lang)}" for one in self.added)
        yield from (f"- {measure_line(one, lang)}" for one in self.removed)
        for change in self.changed:
            for name in change.fields:
                before, after = (shown(getattr(one, name), lang) for one in (change.before, change.after))
                yield f"~ [{change.after.id}] {FIELDS[name].text(lang)}: {before} → {after}"


_SAME = Label("措施没有变化", "the measures are the same")
_NOTHING = Label("无", "none")


def shown(value: Any, lang: Lang) -> str:
    """A field's value as text."""
    if value is None or value == ():
        return _NOTHING.text(lang)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(shown(one, lang) for one in value)
    if isinstance(value, Wording):
        return value.text(lang)
    # Vocabularies and ranks have a label; a clause's id and a grade stand for themselves.
    return value.label.text(lang) if hasattr(value, "label") else str(value)


def compare_measure_lists(old: MeasureList, new: MeasureList) -> MeasureListChanges:
    """What changed from one version to another.

    >>> from jscredit.measures import default_measures
    >>> compare_measure_lists(default_measures(), default_measures()).is_empty
    True
    """
    before = {one.id: one for one in old.measures}
    after = {one.id: one for one in new.measures}
    both = [(before[key], after[key]) for key in before if key in after]
    return MeasureListChanges(
        old=old.edition,
        new=new.edition,
        added=tuple(one for key, one in after.items() if key not in before),
        removed=tuple(one for key, one in before.items() if key not in after),
        changed=tuple(
            MeasureChange(before=one, after=other, fields=_differing(one, other)) for one, other in both if one != other
        ),
    )


def _differing(one: Measure, other: Measure) -> tuple[str, ...]:
    names = (field.name for field in dataclasses.fields(one))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
