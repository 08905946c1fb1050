"""The JSON documents of a deadline. They hold no personal data; only the stored form loads back."""

import dataclasses
import json
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jscredit.deadlines.days import is_weekend
from jscredit.deadlines.explain import lines
from jscredit.deadlines.model import Deadline, SkippedDay, Walk
from jscredit.deadlines.periods import Days, Months, Period, WorkingDays, Years, add_period
from jscredit.errors import Fault, InvalidInput, Label, safe
from jscredit.law import Citation, Instrument

if TYPE_CHECKING:
    from jscredit.deadlines.stored import StoredCitation, StoredDay, StoredDeadline, StoredLabel

_UNITS: dict[str, type[Period]] = {"days": Days, "months": Months, "years": Years, "working-days": WorkingDays}
_UNIT_OF = {kind: unit for unit, kind in _UNITS.items()}
_WEEK, _WEEKEND = 7, 2

_NOT_TEXT = Fault(
    code="document.not-text",
    message=Label("须为 JSON 文本", "a JSON text is needed"),
    cure=Label("请给出 to_storage_json 的结果", "give what to_storage_json wrote"),
)
_INCONSISTENT = Fault(
    code="document.inconsistent",
    message=Label("起算日、期限、届满日与所列日期不相符", "start, period, due day and listed days do not agree"),
    cure=Label("请重新计算期限", "compute the deadline again"),
)


def storage_document(found: Deadline) -> str:
    """The stored form: everything, as data."""
    return json.dumps(_head("storage") | _facts(found) | _days(found), ensure_ascii=False)


def public_document(found: Deadline) -> str:
    """The public form: the same facts, and the sentences about them."""
    told = [dataclasses.asdict(line) for line in lines(found)]
    return json.dumps(_head("public") | _facts(found) | _days(found) | {"explanation": told}, ensure_ascii=False)


def _head(form: str) -> dict[str, Any]:
    return {"schema": "jscredit.deadline", "version": 1, "form": form}


def _facts(found: Deadline) -> dict[str, Any]:
    return {
        "start": found.start.isoformat(),
        "period": {"unit": _UNIT_OF[type(found.period)], "n": found.period.n},
        "due": found.due.isoformat(),
        "cite": dataclasses.asdict(found.cite) if found.cite else None,
        "edition": found.edition,
        "provisional": found.provisional,
        "settled": found.settled,
    }


def _days(found: Deadline) -> dict[str, Any]:
    return {"skipped": _listed(found.skipped), "made_up": _listed(found.made_up)}


def _listed(days: tuple[SkippedDay, ...]) -> list[dict[str, Any]]:
    return [{"day": one.day.isoformat(), "reason": dataclasses.asdict(one.reason)} for one in days]


def read_document(text: object) -> Deadline:
    """The deadline that a stored document holds, as it was.

    Raises:
        InvalidInput: ``document.not-text``, ``document.inconsistent``, ``field.…``; never with a value of the document.
    """
    from pydantic import ValidationError

    from jscredit.deadlines.stored import StoredDeadline

    if not isinstance(text, str | bytes):
        raise InvalidInput(_NOT_TEXT)
    try:
        stored = StoredDeadline.model_validate_json(text)
    except ValidationError as error:
        raise safe(error) from None
    found = _deadline(stored)
    if not _agrees(found):
        raise InvalidInput(_INCONSISTENT)
    return found


def _deadline(stored: "StoredDeadline") -> Deadline:
    return Deadline(
        start=stored.start,
        period=_UNITS[stored.period.unit](stored.period.n),
        due=stored.due,
        cite=_citation(stored.cite) if stored.cite else None,
        edition=stored.edition,
        provisional=stored.provisional,
        settled=stored.settled,
        _walk=Walk(tuple(map(_skipped_day, stored.skipped)), tuple(map(_skipped_day, stored.made_up))),
    )


def _citation(stored: "StoredCitation") -> Citation:
    source = stored.instrument
    instrument = Instrument(source.key, _label(source.title), source.form)
    return Citation(instrument, stored.article, paragraph=stored.paragraph, item=stored.item)


def _skipped_day(stored: "StoredDay") -> SkippedDay:
    return SkippedDay(stored.day, _label(stored.reason))


def _label(stored: "StoredLabel") -> Label:
    return Label(stored.zh, stored.en)


def _agrees(found: Deadline) -> bool:
    skipped, made_up = [one.day for one in found.skipped], [one.day for one in found.made_up]
    if not isinstance(found.period, WorkingDays):
        plain = found.edition is None and found.settled and not (found.provisional or skipped or made_up)
        return plain and found.due == add_period(found.start, found.period)
    length = (found.due - found.start).days
    weekends = [day for day in (*skipped, *made_up) if is_weekend(day)]
    return (
        found.edition is not None
        and not (found.provisional and found.settled)
        and length - len(skipped) == found.period.n
        and _in_order(found.start, *skipped, found.due)
        and _in_order(found.start, *made_up)
        and all(is_weekend(day) and day <= found.due for day in made_up)
        and len(set(weekends)) == len(weekends) == _weekend_days(found.start, length)
    )


def _in_order(*days: date) -> bool:
    return all(one < other for one, other in pairwise(days))


def _weekend_days(start: date, length: int) -> int:
    weeks, rest = divmod(length, _WEEK)
    return _WEEKEND * weeks + sum(is_weekend(start + timedelta(offset)) for offset in range(1, rest + 1))
