"""Answers that rest on several decisions, told together: as text, as JSON, as a table in a notebook."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from enum import Enum
from html import escape
from typing import Any, ClassVar, NamedTuple

from jscredit.errors import Label, Lang
from jscredit.records import mask_numbers_in
from jscredit.rules import Decision, Verdict

_NONE = Label("无", "none")


class Line(NamedTuple):
    """One line of an answer.

    Attributes:
        key: its key in JSON.
        heading: its heading in text.
        value: a code, a day, a text, a label, several, or None.
        absent: what None is called.
    """

    key: str
    heading: Label
    value: Any
    absent: Label = Label("待定", "undetermined")

    def text(self, lang: Lang) -> str:
        """The value as text."""
        return self.absent.text(lang) if self.value is None else _text(self.value, lang)


class Told(ABC):
    """An answer with its decisions. Its lines hold what may be shown: codes, days and names that are masked."""

    __slots__ = ()
    schema_name: ClassVar[str]
    schema_version: ClassVar[int] = 1

    @property
    @abstractmethod
    def lines(self) -> tuple[Line, ...]:
        """What the answer says, in order."""

    @property
    @abstractmethod
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that it rests on."""

    @property
    def open(self) -> tuple[Decision, ...]:
        """The decisions that leave the answer open; those that no longer matter are not among them."""
        return self.decisions

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the unknown facts and open terms behind what is undetermined, each once."""
        return tuple(dict.fromkeys(name for decision in self.open for name in decision.missing))

    def explain(self, lang: Lang = "zh") -> str:
        """The answer and its decisions as text, in Chinese unless told."""
        colon = "：" if lang == "zh" else ": "
        told = [f"{line.heading.text(lang)}{colon}{line.text(lang)}" for line in self.lines]
        return "\n".join([*told, *(f"\n{decision.explain(lang)}" for decision in self.decisions)])

    def to_public_json(self) -> str:
        """The answer as a JSON document to be shown; it never loads back."""
        return self._json("public", (decision.to_public_json() for decision in self.decisions))

    def to_storage_json(self) -> str:
        """The answer as a JSON document to be kept; ``restored_decision`` asks each of its decisions again."""
        return self._json("storage", (decision.to_storage_json() for decision in self.decisions))

    def _json(self, form: str, decisions: Iterable[str]) -> str:
        head = {"schema": self.schema_name, "version": self.schema_version, "form": form}
        told = {line.key: _plain(line.value) for line in self.lines}
        return json.dumps(head | told | {"decisions": [json.loads(one) for one in decisions]}, ensure_ascii=False)

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{escape(str(line.heading))}</th><td>{escape(line.text('zh'))}<br>"
            f"{escape(line.text('en'))}</td></tr>"
            for line in self.lines
        )
        return f"<table>{rows}</table>" + "".join(decision._repr_html_() for decision in self.decisions)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Yes where one is a yes, no where every one is a no; of none at all: no.

    >>> any_of([Verdict.NO, Verdict.UNDETERMINED]).value, any_of([]).value
    ('undetermined', 'no')
    """
    given = set(verdicts)
    if Verdict.YES in given:
        return Verdict.YES
    return Verdict.UNDETERMINED if Verdict.UNDETERMINED in given else Verdict.NO


def _text(value: Any, lang: Lang) -> str:
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(_text(each, lang) for each in value) or _NONE.text(lang)
    if isinstance(value, Label):
        return value.text(lang)
    label = getattr(value, "label", None)
    return label.text(lang) if isinstance(label, Label) else mask_numbers_in(str(value))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Label):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, date):
        return value.isoformat()
    return mask_numbers_in(value) if isinstance(value, str) else value
