"""The rows of facts that the rules of a review ask: of each record and entry of a file, and of the file itself."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from jscredit.classification.rules import plan
from jscredit.deadlines import CalendarPeriod
from jscredit.records import Category, CreditFile, CreditRecord, EntryState, Kind, RecordState, kind_row
from jscredit.records.facts import CONDUCT, PUBLISHED_UNTIL, SEVERITY, record_row
from jscredit.records.kind_table import CATEGORY_OF_ARTICLE
from jscredit.review.rules import (
    BLACK_ENTRY_IN_FORCE,
    DELISTING_GROUND,
    ENTERED_ON,
    ENTRY_NOT_COUNTED,
    ENTRY_PUBLIC,
    ESTABLISHED_ON,
    HONOUR,
    KEY_MONITORING,
    LEVEL,
    NATURAL_PERSON,
    ON_OR_MONITORED,
    RECORD_NOT_COUNTED,
    SIDE,
    STATUS,
    THREE_YEARS_KNOWN,
    TYPICAL_HONEST_SUBJECT,
    UNSEEN_BAD_RECORD,
    UNVOUCHED_UNTIL,
    USABLE_FAILURE,
    VALID_UNTIL_STATED,
)
from jscredit.rules import Fact, Regime, Rule, Verdict
from jscredit.validity import (
    DELISTED,
    DELISTED_ON,
    ENTRY_IN_FORCE,
    FAILURE_INFORMATION,
    MONITORING_END_SET,
    MONITORING_PERIOD,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    PUBLICATION_END_STATED,
    PUBLICATION_IN_TIME,
    VALID_FROM,
    VALID_UNTIL,
)

Row = Mapping[str, Any]
_ASKED = (USABLE_FAILURE, RECORD_NOT_COUNTED, TYPICAL_HONEST_SUBJECT, PUBLICATION_IN_TIME)
ENTRY_RULES = (
    ENTRY_IN_FORCE,
    ENTRY_PUBLIC,
    BLACK_ENTRY_IN_FORCE,
    KEY_MONITORING,
    ON_OR_MONITORED,
    ENTRY_NOT_COUNTED,
)


class RowMaker:
    """Makes the rows of one review: what is the same for all records of a kind is worked out once."""

    def __init__(self, regime: Regime, periods_of_use: Mapping[Kind, CalendarPeriod]) -> None:
        self._regime = regime
        self._periods = periods_of_use
        self._facts: dict[Kind, tuple[Fact, ...]] = {}
        self._common = tuple(fact for rule in _ASKED for fact in rule.bind(regime).facts)
        self._nothing = dict.fromkeys(fact.name for fact in self._common)
        self._no_entry = nothing_known(regime, *ENTRY_RULES)
        self._monitoring_end_set = bool(regime.settings_of(MONITORING_PERIOD))

    def of_record(self, state: RecordState) -> Row:
        """What the rules ask of a record."""
        record = state.record
        period = self._periods.get(record.kind)
        row = self._nothing | record_row(record, self._facts_of(record.kind))
        row[FAILURE_INFORMATION.name] = self._is_failure(record, row)
        row[PERIOD_OF_USE_GIVEN.name] = period is not None
        row[PERIOD_OF_USE.name] = period
        row[PUBLICATION_END_STATED.name] = row[PUBLISHED_UNTIL.name] is not None
        row[STATUS.name] = state.status
        row[HONOUR.name] = record.honour
        return row

    def of_entry(self, state: EntryState) -> Row:
        """What the rules ask of a list entry."""
        entry = state.entry
        return self._no_entry | {
            CONDUCT.name: entry.conduct,
            SEVERITY.name: entry.severity,
            SIDE.name: entry.side,
            LEVEL.name: entry.determined_by and entry.determined_by.level,
            ENTERED_ON.name: entry.determined_on,
            VALID_FROM.name: entry.valid_from,
            VALID_UNTIL.name: entry.valid_until,
            VALID_UNTIL_STATED.name: entry.valid_until is not None,
            DELISTED.name: state.delisted_on is not None,
            DELISTED_ON.name: state.delisted_on,
            DELISTING_GROUND.name: state.ground,
            MONITORING_END_SET.name: self._monitoring_end_set,
        }

    def _facts_of(self, kind: Kind) -> tuple[Fact, ...]:
        if kind not in self._facts:
            of_class = (fact for rule in plan(kind).by_kind for fact in rule.bind(self._regime).facts)
            asked = of_class if _may_be_negative(kind) else ()
            self._facts[kind] = tuple({fact.name: fact for fact in (*self._common, *asked)}.values())
        return self._facts[kind]

    def _is_failure(self, record: CreditRecord, row: Row) -> bool | None:
        """Whether it is negative information (M12), as ``classify`` says it: none of its items may be open."""
        if not _may_be_negative(record.kind):
            return False
        is_open = False
        for rule in _negative_rules(record.kind):
            verdict = rule.bind(self._regime).verdict(row, self._regime.in_force_from)
            if verdict is Verdict.YES:
                return True
            is_open = is_open or verdict is Verdict.UNDETERMINED
        return None if is_open else False


@cache
def _negative_rules(kind: Kind) -> tuple[Rule, ...]:
    """The items of M12 for what a record of the kind is."""
    return tuple(rule for rule in plan(kind).by_kind if CATEGORY_OF_ARTICLE[rule.citation.article] is Category.NEGATIVE)


@cache
def _may_be_negative(kind: Kind) -> bool:
    return Category.NEGATIVE in kind_row(kind).categories


def nothing_known(regime: Regime, *rules: Rule) -> dict[str, Any]:
    """A row in which nothing is known of what these rules ask."""
    return dict.fromkeys(fact.name for rule in rules for fact in rule.bind(regime).facts)


def subject_row(file: CreditFile, regime: Regime, *, whole: bool) -> Row:
    """What the rules ask of the subject and of the file; nobody vouches for a view that is not whole."""
    subject, since = file.subject, file.complete_since if whole else None
    person = subject.is_natural_person
    return nothing_known(regime, THREE_YEARS_KNOWN) | {
        NATURAL_PERSON.name: person,
        ESTABLISHED_ON.name: None if person else subject.established_on,
        UNVOUCHED_UNTIL.name: since and since - dt.timedelta(days=1),
        UNSEEN_BAD_RECORD.name: None,
    }
