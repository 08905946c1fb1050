"""Joint measures: the list, what an entry triggers, the persons behind it, the loop (J7 to J16, J21, M28, M29)."""

from jscredit.measures.case import ActingBody, MeasureCase, MeasureFacts, Power, RelatedPerson
from jscredit.measures.compare import MeasureChange, MeasureListChanges, compare_measure_lists
from jscredit.measures.default import NOT_ISSUED, default_measures
from jscredit.measures.facts import (
    ACTION_LIMIT,
    FEEDBACK_LIMIT,
    HIGH_CONSUMPTION,
    MEASURE_PERIOD,
    PERIOD_RUNS_FROM,
    PERSONS_BEHIND,
    PUSH_LIMIT,
    SERIOUSNESS,
)
from jscredit.measures.issuer import MEASURE_LIST_IN_USE, MEASURE_LIST_ISSUER
from jscredit.measures.loading import ListHead, measure_list_from_json, measure_list_from_rows
from jscredit.measures.loop import MeasureLoopCase, Memorandum, Outstanding, outstanding
from jscredit.measures.loop_counts import BodyCount, LoopStatistics, Tally, loop_statistics
from jscredit.measures.loop_events import (
    Acted,
    Declined,
    DeclineReason,
    FedBack,
    Initiated,
    LoopEvent,
    Pushed,
    Stopped,
)
from jscredit.measures.loop_table import MEASURE_LOOP
from jscredit.measures.model import Measure, MeasureList, Wording
from jscredit.measures.override import with_override
from jscredit.measures.persons import ATTRIBUTION, Attribution, attributions, following_changes
from jscredit.measures.result import TriggeredMeasure, TriggeredMeasures
from jscredit.measures.rules import rule_of
from jscredit.measures.stages import LoopStage
from jscredit.measures.table import table
from jscredit.measures.triggering import trigger, triggered_measures
from jscredit.measures.vocabulary import (
    Force,
    Implementer,
    MeasureKind,
    MeasureObject,
    MeasureSide,
    MeasureStatus,
    Need,
    PersonRole,
    ReportTopic,
)
from jscredit.rules import Quantity, Rule, Term

RULES: tuple[Rule | Quantity, ...] = (
    *dict.fromkeys(rule_of(row.shape) for row in table()),
    MEASURE_LIST_ISSUER,
    MEASURE_LIST_IN_USE,
    ATTRIBUTION,
)
"""One rule for all measures of one shape: 89 measures, fewer rules."""
TERMS: tuple[Term, ...] = (
    MEASURE_PERIOD,
    PERIOD_RUNS_FROM,
    SERIOUSNESS,
    HIGH_CONSUMPTION,
    PERSONS_BEHIND,
    PUSH_LIMIT,
    ACTION_LIMIT,
    FEEDBACK_LIMIT,
)
CLAUSES = ("M26", "M28", "J16", "J21", "J27")
"""Clauses that a list, a procedure or a count encodes, and no rule."""

__all__ = [
    "ACTION_LIMIT",
    "ATTRIBUTION",
    "CLAUSES",
    "FEEDBACK_LIMIT",
    "HIGH_CONSUMPTION",
    "MEASURE_LIST_IN_USE",
    "MEASURE_LIST_ISSUER",
    "MEASURE_LOOP",
    "MEASURE_PERIOD",
    "NOT_ISSUED",
    "PERIOD_RUNS_FROM",
    "PERSONS_BEHIND",
    "PUSH_LIMIT",
    "RULES",
    "SERIOUSNESS",
    "TERMS",
    "Acted",
    "ActingBody",
    "Attribution",
    "BodyCount",
    "DeclineReason",
    "Declined",
    "FedBack",
    "Force",
    "Implementer",
    "Initiated",
    "ListHead",
    "LoopEvent",
    "LoopStage",
    "LoopStatistics",
    "Measure",
    "MeasureCase",
    "MeasureChange",
    "MeasureFacts",
    "MeasureKind",
    "MeasureList",
    "MeasureListChanges",
    "MeasureLoopCase",
    "MeasureObject",
    "MeasureSide",
    "MeasureStatus",
    "Memorandum",
    "Need",
    "Outstanding",
    "PersonRole",
    "Power",
    "Pushed",
    "RelatedPerson",
    "ReportTopic",
    "Stopped",
    "Tally",
    "TriggeredMeasure",
    "TriggeredMeasures",
    "Wording",
    "attributions",
    "compare_measure_lists",
    "default_measures",
    "following_changes",
    "loop_statistics",
    "measure_list_from_json",
    "measure_list_from_rows",
    "outstanding",
    "trigger",
    "triggered_measures",
    "with_override",
]
