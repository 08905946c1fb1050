"""Many records checked on one day: what rules ask of two records may be the same, and is then answered once."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jscredit.cli.check_table import answer_cells
from jscredit.errors import Lang
from jscredit.records import CreditRecord, acts_in_jiangsu, mask_numbers_in
from jscredit.records.facts import RECORD_FACTS, record_row
from jscredit.repair import RULES as REPAIR_RULES
from jscredit.review import RecordCheck, check_document, check_record
from jscredit.rules import AppliedSetting, Fact, Notice, Quantity, Regime, Rule
from jscredit.validity import RULES as VALIDITY_RULES


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that all records of the same facts share. Nothing in them names a record.

    Attributes:
        lacking: what class, validity, use or publication lacks.
        notices: the notices of all answers.
        settings: the settings that the answers rest on.
        cells: the cells of the table, from the class on, in each language that was asked for.
        told: the check as a document to be shown, where that was asked for.
    """

    lacking: tuple[str, ...]
    notices: tuple[Notice, ...]
    settings: tuple[AppliedSetting, ...]
    cells: Mapping[Lang, tuple[str, ...]]
    told: dict[str, Any]

    def document(self, record: CreditRecord) -> dict[str, Any]:
        """The check of a record of these facts as a document to be shown."""
        own = {"record": record.id, "document_number": record.document_number}
        return self.told | {name: mask_numbers_in(text) if text else None for name, text in own.items()}


class SharedChecks:
    """Checks on one day under one regime, told in these languages as cells, perhaps as documents."""

    def __init__(self, on: dt.date, regime: Regime, *, langs: tuple[Lang, ...] = (), documents: bool = False) -> None:
        self._on, self._regime = on, regime
        self._langs, self._documents = langs, documents
        self._by_class: dict[tuple[object, ...], RecordCheck] = {}
        self._by_days: dict[tuple[object, ...], RecordCheck] = {}
        self._known: dict[tuple[object, ...], Answers] = {}
        self._facts = _asked_by((*VALIDITY_RULES, *REPAIR_RULES), regime)
        of_days = {fact.name for fact in _asked_by(VALIDITY_RULES, regime)}
        self._of_days = [at for at, fact in enumerate(self._facts) if fact.name in of_days]

    def of(self, record: CreditRecord) -> Answers:
        """The answers for a record."""
        check = check_record(record, on=self._on, regime=self._regime)
        like = self._by_class.setdefault(tuple(check.classification.facts.values()), check)
        facts = (*record_row(record, self._facts).values(),)
        rest = (record.subject.is_natural_person, record.producer is not None and acts_in_jiangsu(record.producer))
        key = (id(like), *facts, *rest)
        found = self._known.get(key)
        if found is None:
            check.share(like, all_but_repair=False)
            of_days = (id(like), *(facts[at] for at in self._of_days))
            check.share(self._by_days.setdefault(of_days, check), all_but_repair=True)
            found = self._known[key] = self._answers(check)
        return found

    def _answers(self, check: RecordCheck) -> Answers:
        cells = {lang: answer_cells(check, lang) for lang in self._langs}
        told = check_document(check) if self._documents else {}
        return Answers(check.lacking, check.notices, check.settings, cells, told)


def _asked_by(rules: Iterable[Rule | Quantity], regime: Regime) -> tuple[Fact, ...]:
    """The facts of a record that these rules ask for, those of a setting's guard among them."""
    asked = {fact.name for rule in rules if isinstance(rule, Rule) for fact in rule.bind(regime).facts}
    return tuple(fact for fact in RECORD_FACTS if fact.name in asked)
