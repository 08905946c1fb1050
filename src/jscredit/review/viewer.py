"""Who looks at a file, and which classes of information it may see (M19 to M22)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.records import RecordState, RecordStatus, SharingClass, Value
from jscredit.records.value import STRICT, refuse
from jscredit.review.matters import ReviewingBody
from jscredit.review.rules import ENTRY_PUBLIC
from jscredit.rules import Regime, Verdict
from jscredit.validity import PUBLICATION_IN_TIME

LIMITED_VIEW = Label(
    "本结果限于查询单位有权查看的信息，不表示没有其他信息",
    "this view is limited to what the viewer may see; it does not say that there is nothing else",
)
"""The one sentence that a limited view carries, whatever the file holds."""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Viewer(Value):
    """Who looks.

    Attributes:
        body: what kind of body it is; None where that is not stated.
        sees: the classes of information that it may see (M19). None: the whole file, as the body that keeps it or an
            organ with full access sees it. What has no class in the file is never shown to a viewer that names some.

    Raises:
        pydantic.ValidationError: ``viewer.classes``: a body outside M25 has to name the classes that it may see.

    >>> Viewer(body=ReviewingBody.OTHER_BODY, sees=(SharingClass.PUBLIC,)).is_limited
    True
    """

    body: ReviewingBody | None = None
    sees: tuple[SharingClass, ...] | None = None

    @property
    def is_limited(self) -> bool:
        """Whether it may see a part only."""
        return self.sees is not None

    @model_validator(mode="after")
    def _names_its_classes(self) -> Self:
        refuse("Viewer", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.body is ReviewingBody.OTHER_BODY and self.sees is None:
            yield _CLASSES


WHOLE_FILE = Viewer()

_CLASSES = Fault(
    code="viewer.classes",
    message=Label("其他单位只能查看目录允许的类别", "another body sees the classes that the catalogue allows, no more"),
    cure=Label("请在 sees 中写明可查看的类别", "name the classes that it may see in sees"),
    field="sees",
    clause="M20",
)


def shows_record(viewer: Viewer, state: RecordState, row: Mapping[str, Any], on: date, regime: Regime) -> bool:
    """Whether a viewer may see a record at all.

    Public information is seen by the public as long as it is published (M21, M30): neither archived nor past its end.
    What is shared within government stays readable there.
    """
    if viewer.sees is None:
        return True
    if state.record.sharing_class not in viewer.sees:
        return False
    if state.record.sharing_class is not SharingClass.PUBLIC or SharingClass.GOVERNMENT_SHARED in viewer.sees:
        return True
    in_time = PUBLICATION_IN_TIME.bind(regime).verdict(row, on)
    return state.status is RecordStatus.ACTIVE and in_time is Verdict.YES


def shows_entry(viewer: Viewer, row: Mapping[str, Any], on: date, regime: Regime) -> bool:
    """Whether a viewer may see a list entry: departments get the lists (J20, J21), the public what is published."""
    if viewer.sees is None or SharingClass.GOVERNMENT_SHARED in viewer.sees:
        return True
    return SharingClass.PUBLIC in viewer.sees and ENTRY_PUBLIC.bind(regime).verdict(row, on) is Verdict.YES
