"""A credit review as JSON: a public document to be shown, and a storage document that replays."""

import datetime as dt
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from jscredit.errors import Fault, InvalidInput, Label, NotInForce
from jscredit.law import Citation
from jscredit.records import CreditFile, SharingClass, mask_numbers_in
from jscredit.records.facts import KIND
from jscredit.review.items import ReviewedEntry, ReviewedRecord
from jscredit.review.left_out import LeftOut
from jscredit.review.matters import BODY, MATTER
from jscredit.review.reviewing import credit_review
from jscredit.review.viewer import LIMITED_VIEW, Viewer
from jscredit.rules import DAY, JIANGSU_2018, PERIOD, Regime
from jscredit.rules.documents import setting_json
from jscredit.rules.serial import value_from_json, value_json
from jscredit.rules.types import choice

if TYPE_CHECKING:
    from jscredit.review.model import Review

SCHEMA, VERSION = "jscredit.review", 1
_CURE = Label("请使用 to_storage_json() 的结果", "use what to_storage_json() gave")
Show = Callable[[str | None], str | None]


def public_text(review: "Review") -> str:
    """The public document: what the review says, masked."""
    subject = json.loads(review.file.subject.to_public_json())
    document = _head("public") | {"subject": subject} | _asked(review) | {"answer": _answer(review, _masked)}
    document["measures"] = [one.document() for one in review.measures]
    document["notices"] = [{"code": each.code} | _label(each.label) for each in review.notices]
    if review.limited:
        document["view"] = _label(LIMITED_VIEW)
    return json.dumps(document, ensure_ascii=False, indent=1)


def storage_text(review: "Review") -> str:
    """The storage document: all inputs as they are, and what was answered."""
    inputs = {
        "file": json.loads(review.file.to_storage_json()),
        "periods_of_use": {kind.value: value_json(period) for kind, period in review.periods},
    }
    document = _head("storage") | _asked(review) | inputs | {"basis": _basis(review)}
    return json.dumps(document | {"answer": _answer(review, _as_it_is)}, ensure_ascii=False, indent=1)


def restored_review(text: str, *, regime: Regime = JIANGSU_2018) -> "Review":
    """Review again what a stored review was made of, under the regime given.

    What it answers must be the same; the library's version, the calendar's edition and the wording of notices may
    differ.

    Raises:
        InvalidInput: ``document.unreadable``, or the faults of the file in it: the text is no stored review;
            ``review.changed``: the answer is no longer the same, as a rule, a setting or the calendar has changed.

    >>> from jscredit.records import Subject, SubjectType
    >>> from jscredit.review import Matter
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> found = credit_review(CreditFile(shop), matter=Matter.DAILY_SUPERVISION, on=dt.date(2024, 3, 1))
    >>> restored_review(found.to_storage_json()) == found
    True
    """
    stored = _read(text)
    try:
        review = _again(stored, regime)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, NotInForce):
            _changed()
        if isinstance(error, InvalidInput):
            raise
        _unreadable()
    basis = stored.get("basis")
    if not isinstance(basis, dict):
        _unreadable()
    if (_answer(review, _as_it_is), _settings(regime)) != (stored.get("answer"), basis.get("settings")):
        _changed()
    return review


def _again(stored: dict[str, Any], regime: Regime) -> "Review":
    viewer, periods = stored["viewer"], stored["periods_of_use"]
    sees = viewer["sees"]
    return credit_review(
        CreditFile.from_storage_json(json.dumps(stored["file"])),
        matter=value_from_json(stored["matter"], MATTER.type),
        on=value_from_json(stored["on"], DAY),
        viewer=Viewer(
            body=None if viewer["body"] is None else value_from_json(viewer["body"], BODY.type),
            sees=None if sees is None else tuple(value_from_json(each, choice(SharingClass)) for each in sees),
        ),
        periods_of_use={
            value_from_json(kind, KIND.type): value_from_json(period, PERIOD) for kind, period in periods.items()
        },
        regime=regime,
    )


def _head(form: str) -> dict[str, Any]:
    return {"schema": SCHEMA, "version": VERSION, "form": form}


def _asked(review: "Review") -> dict[str, Any]:
    viewer = review.viewer
    return {
        "matter": review.matter.value,
        "on": review.on.isoformat(),
        "viewer": {"body": viewer.body, "sees": None if viewer.sees is None else list(viewer.sees)},
    }


def _basis(review: "Review") -> dict[str, Any]:
    basis = review.basis
    return {
        "regime": basis.regime,
        "settings": _settings(review.regime),
        "readings": {one.term.name: one.option.name for one in basis.readings},
        "calendar": basis.calendar_edition,
        "library": basis.version,
    }


def _settings(regime: Regime) -> list[dict[str, Any]]:
    return [setting_json(setting) for setting in regime.settings]


def _answer(review: "Review", show: Show) -> dict[str, Any]:
    return {
        "mandatory": review.mandatory,
        "outcome": review.outcome.value,
        "best": review.best.value,
        "worst": review.worst.value,
        "missing": [{"of": show(each.of), "name": each.name} for each in review.lacking],
        "timeline": [
            {"first": span.first.isoformat(), "last": _day(span.last), "outcome": span.outcome.value}
            for span in review.timeline
        ],
        "failures": [_record(each, show) for each in review.failures],
        "open_failures": [_record(each, show) for each in review.open_failures],
        "entries": [_entry(each, show) for each in review.entries],
        "open_entries": [_entry(each, show) for each in review.open_entries],
        "monitoring": [_entry(each, show) for each in review.monitoring],
        "green_channel": _green(review, show),
        "persons": [{"id": show(each.record.id), "source": show(each.source_id)} for each in review.persons],
        "left_out": [_left_out(each, show) for each in review.left_out],
        "by_kind": {kind.value: len(states) for kind, states in review.by_kind.items()},
        "clauses": _ids(review.citations),
    }


def _record(part: ReviewedRecord, show: Show) -> dict[str, Any]:
    record, days = part.record, part.validity.last_day_range
    return {
        "id": show(record.id),
        "kind": record.kind.value,
        "conduct": value_json(record.about),
        "document_number": show(record.document_number),
        "determined_by": show(record.determined_by),
        "determined_on": _day(record.determined_on),
        "severity": value_json(record.severity),
        "item": part.item and part.item.citation.ledger_id,
        "valid_until": [_day(days.earliest), _day(days.latest)],
        "usable_until": _day(part.decision.last),
        "flagged": part.flagged,
        "missing": list(part.missing),
        "clauses": _ids(part.decision.citations),
    }


def _entry(part: ReviewedEntry, show: Show) -> dict[str, Any]:
    entry = part.entry
    return {
        "id": show(entry.id),
        "side": entry.side.value,
        "list_name": show(entry.list_name),
        "conduct": value_json(entry.conduct),
        "valid_from": _day(entry.valid_from),
        "valid_until": _day(entry.valid_until),
        "left_on": _day(part.state.delisted_on),
        "ground": value_json(part.state.ground),
        "missing": list(part.missing),
    }


def _green(review: "Review", show: Show) -> dict[str, Any]:
    green = review.green_channel
    parts = (part.record.id if isinstance(part, ReviewedRecord) else part.entry.id for part, _ in green.in_the_way)
    return {
        "verdict": green.verdict.value,
        "by_honour": green.by_honour.value,
        "by_clean_years": green.by_clean_years.value,
        "since": _day(green.since),
        "until": _day(green.until),
        "earliest": _day(green.earliest),
        "in_the_way": [show(part) for part in parts],
        "missing": [{"of": show(each.of), "name": each.name} for each in green.lacking],
        "may": [each.value for each in green.conveniences(review.matter)],
        "clauses": _ids(green.citations),
    }


def _left_out(left: LeftOut, show: Show) -> dict[str, Any]:
    return {
        "id": show(left.id),
        "reasons": [reason.value for reason in left.reasons],
        "clauses": _ids(left.citations),
        "element": left.element,
    }


def _ids(citations: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(citation.ledger_id for citation in citations))


def _masked(text: str | None) -> str | None:
    return text and mask_numbers_in(text)


def _as_it_is(text: str | None) -> str | None:
    return text


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _label(label: Label) -> dict[str, str]:
    return {"zh": label.zh, "en": label.en}


def _read(text: object) -> dict[str, Any]:
    try:
        stored = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict) or any(stored.get(name) != value for name, value in _head("storage").items()):
        _unreadable()
    return stored


def _unreadable() -> NoReturn:
    message = Label("不是信用审查结果的存档文本", "not a stored review")
    raise InvalidInput(Fault(code="document.unreadable", message=message, cure=_CURE)) from None


def _changed() -> NoReturn:
    raise InvalidInput(
        Fault(
            code="review.changed",
            message=Label("重新审查的结果与存档不同", "reviewed again, the answer is not the one that was stored"),
            cure=Label("请核对规则、设定和工作日历的版本", "compare the versions of rules, settings and calendar"),
        )
    ) from None
