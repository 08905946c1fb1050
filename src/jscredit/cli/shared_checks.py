"""Many records checked on one day: what rules ask of two records may be the same, and is then answered once."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from jscredit.cli.check_table import answer_cells
from jscredit.errors import Lang
from jscredit.records import CreditRecord, acts_in_jiangsu
from jscredit.records.facts import FINE_YUAN, RECORD_FACTS, record_row
from jscredit.review import RecordCheck, check_document, check_record
from jscredit.rules import AppliedSetting, Notice, Regime


class Answers:
    """The answers that all records of the same facts share. Nothing in them names a record."""

    def __init__(self, check: RecordCheck) -> None:
        self.check = check
        self._cells: dict[Lang, tuple[str, ...]] = {}

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """What class, validity, use or publication lacks."""
        return self.check.lacking

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """The notices of all answers."""
        return self.check.notices

    @cached_property
    def settings(self) -> tuple[AppliedSetting, ...]:
        """The settings that the answers rest on."""
        return self.check.settings

    @cached_property
    def _document(self) -> dict[str, Any]:
        return check_document(self.check)

    def document(self, record: CreditRecord) -> dict[str, Any]:
        """The check of a record of these facts as a document to be shown."""
        from jscredit.records import mask_numbers_in

        own = {"record": record.id, "document_number": record.document_number}
        return self._document | {name: mask_numbers_in(text) if text else None for name, text in own.items()}

    def cells(self, lang: Lang) -> tuple[str, ...]:
        """The cells of the table, from the class on."""
        if lang not in self._cells:
            self._cells[lang] = answer_cells(self.check, lang)
        return self._cells[lang]


class SharedChecks:
    """Checks on one day under one regime."""

    def __init__(self, on: dt.date, regime: Regime) -> None:
        self._on, self._regime = on, regime
        self._known: dict[tuple[object, ...], Answers] = {}
        # How much a fine is, only an agency's setting can ask.
        self._facts = tuple(fact for fact in RECORD_FACTS if regime.settings or fact.name != FINE_YUAN.name)

    def of(self, record: CreditRecord) -> Answers:
        """The answers for a record."""
        key = tuple(_asked(record, record_row(record, self._facts).values()))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Answers(check_record(record, on=self._on, regime=self._regime))
        return found


def _asked(record: CreditRecord, facts: Iterable[object]) -> Iterable[object]:
    """All that a check can read of a record: its facts, whether it is about a person, where its organ acts."""
    yield from facts
    yield record.subject.is_natural_person
    yield record.producer is not None and acts_in_jiangsu(record.producer)
