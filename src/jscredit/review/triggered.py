"""What the list entries of a reviewed file trigger (M28), for the matter and the day of the review."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Label, Lang
from jscredit.measures import MeasureCase, MeasureFacts, MeasureList, TriggeredMeasures, triggered_measures
from jscredit.rules import Verdict

if TYPE_CHECKING:
    from jscredit.review.model import Review

_ANSWERS = {Verdict.YES: True, Verdict.NO: False}
_OPEN = Label("待定{count}项，缺少：{names}", "{count} open, missing: {names}")


def measures_of(review: "Review", measures: MeasureList | None = None) -> tuple[TriggeredMeasures, ...]:
    """The measures of each list entry that the viewer may see and that is in force, or may be."""
    green = review.green_channel
    facts = MeasureFacts(
        record_queried=True,
        typical_honest=_ANSWERS.get(green.by_honour),
        three_clean_years=_ANSWERS.get(green.by_clean_years),
    )
    return tuple(
        triggered_measures(
            MeasureCase.of(entry.state, facts=facts),
            on=review.on,
            matter=review.matter,
            measures=measures,
            regime=review.regime,
        )
        for entry in review.listed
        if entry.in_force is not Verdict.NO
    )


def measure_lines(review: "Review", lang: Lang) -> Iterator[str]:
    """The measures as lines: each that applies, those that are open in one line for each entry, what list it is."""
    for found in review.measures:
        yield from (one.explain(lang) for one in found.applying)
        yield from (_open_line(found, lang),) if found.open else ()
    yield from dict.fromkeys(notice.text(lang) for found in review.measures for notice in found.own_notices)


def _open_line(found: TriggeredMeasures, lang: Lang) -> str:
    names = (f"{label.text(lang)} ({name})" for name, label in found.missing_labels.items())
    listed = ("、" if lang == "zh" else ", ").join(names)
    return _OPEN.filled(count=len(found.open), names=listed).text(lang)
