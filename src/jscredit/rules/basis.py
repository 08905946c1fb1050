"""What a decision rests on: the regime, the readings taken, the settings that prevailed, the calendar, the version."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.rules.expressions import Expression, If
from jscredit.rules.notices import Notice
from jscredit.rules.ranges import Case
from jscredit.rules.resolve import resolve
from jscredit.rules.terms import Option, Pick, Setting, Term
from jscredit.rules.verdict import Verdict
from jscredit.version import __version__

if TYPE_CHECKING:
    from jscredit.rules.decision import Decision


@dataclass(frozen=True, slots=True, eq=False)
class ChosenReading:
    """A text with several readings, and the one that was taken."""

    term: Term
    option: Option

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ChosenReading) and (self.term.name, self.option) == (other.term.name, other.option)

    def __hash__(self) -> int:
        return hash((self.term.name, self.option))


@dataclass(frozen=True, slots=True)
class AppliedSetting:
    """A setting that the answer rests on, and those that it prevailed over."""

    setting: Setting
    over: tuple[Setting, ...]

    @property
    def label(self) -> Label:
        """Which setting won, by which source, over which."""
        term, source = self.setting.term, self.setting.source
        zh = f"{term.label.zh}：依{source.citation}（{source.rank.label.zh}）"
        en = f"{term.label.en}: by {source.citation} ({source.rank.label.en})"
        if self.over:
            zh += "，优先于" + "、".join(one.source.citation for one in self.over)
            en += ", which prevails over " + ", ".join(one.source.citation for one in self.over)
        return Label(zh, en)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision rests on, beside the facts."""

    regime: str
    readings: tuple[ChosenReading, ...]
    settings: tuple[AppliedSetting, ...]
    calendar_edition: str
    version: str


def basis_of(decision: "Decision") -> Basis:
    """The basis of one decision."""
    regime, readings = decision.regime, (term for term in decision.rule.terms if term.kind == "reading")
    chosen = tuple(ChosenReading(term, term.option(_taken(decision, term))) for term in readings)
    return Basis(regime.id, chosen, tuple(applied_settings(decision)), regime.calendar.edition, __version__)


def applied_settings(decision: "Decision") -> Iterator[AppliedSetting]:
    """The settings that the answer rests on, in the order of the rule's terms."""
    if not decision.regime.settings:
        return
    met = {name for part in decision.rule.conditions for name in _met(part.test, decision)}
    for term in decision.rule.terms:
        if term.kind == "reading" or term.name in met:
            yield from _applied(decision, term)


def _met(node: Expression, decision: "Decision") -> Iterator[str]:
    """The names of the terms in an expression, without the branches that the case does not take."""
    if isinstance(node, Term):
        yield node.name
    parts = node.parts
    if isinstance(node, Pick):
        parts = (node.branch(_taken(decision, node.term)),)
    elif isinstance(node, If):
        holds = _case(decision).holds(resolve(node.test, decision.regime))
        parts = parts if holds is None else (node.test, node.then if holds else node.otherwise)
    for part in parts:
        yield from _met(part, decision)


def _applied(decision: "Decision", term: Term) -> Iterator[AppliedSetting]:
    """The settings of a term that the case meets; more than one where an unknown fact leaves it open which."""
    ranked = decision.regime.settings_of(term)
    for index, setting in enumerate(ranked):
        holds = setting.when is None or _case(decision).holds(setting.when)
        if holds is not False:
            yield AppliedSetting(setting, ranked[index + 1 :])
        if holds:
            return


def _taken(decision: "Decision", term: Term) -> Any:
    """The option of a reading that is taken in the case; where unknown facts leave it open, the one in general."""
    first = next(_applied(decision, term), None)
    if first is None or first.setting.when is None:
        return decision.regime.chosen(term)
    return first.setting.value if _case(decision).holds(first.setting.when) else decision.regime.chosen(term)


def _case(decision: "Decision") -> Case:
    return Case(decision.row, decision.regime.calendar)


def setting_notices(decision: "Decision") -> Iterator[Notice]:
    """One notice for each setting that counts only by a reading, or over one that the law does not rank below it."""
    for applied in applied_settings(decision):
        term, source = applied.setting.term, applied.setting.source
        under = term.yields_under
        if under is not None and source.rank in under.ranks - term.yields_to:
            option = under.term.option(under.option).label
            zh = f"{term.label.zh}依{source.citation}（{source.rank.label.zh}）确定，仅在“{option.zh}”的读法下如此"
            en = (
                f"{term.label.en} is set by {source.citation} ({source.rank.label.en}), "
                f"which counts only by the reading '{option.en}'"
            )
            yield Notice(f"setting.{term.name}.by-reading", Label(zh, en), under.term.citation.zh)
        yield from (
            _undecided(applied.setting, other) for other in applied.over if _is_undecided(decision, applied, other)
        )


# Between norms of these ranks the law names no higher one: where they differ, the State Council is asked.
_UNDECIDED = frozenset(
    {(Rank.LOCAL_REGULATION, Rank.DEPARTMENT_RULE), (Rank.DEPARTMENT_RULE, Rank.LOCAL_GOVERNMENT_RULE)}
)


def _is_undecided(decision: "Decision", applied: AppliedSetting, other: Setting) -> bool:
    setting = applied.setting
    if setting.term.kind == "reading" or setting.value == other.value:
        return False
    if (setting.source.rank, other.source.rank) not in _UNDECIDED:
        return False
    return other.when is None or _case(decision).holds(other.when) is not False


def _undecided(setting: Setting, other: Setting) -> Notice:
    one, two = setting.source, other.source
    label = Label(
        f"{setting.term.label.zh}：{one.citation}（{one.rank.label.zh}）与{two.citation}（{two.rank.label.zh}）不一致，"
        "如何适用由国务院决定或者裁决；本结论暂按前者作出",
        f"{setting.term.label.en}: {one.citation} ({one.rank.label.en}) and {two.citation} ({two.rank.label.en}) "
        "differ; which applies is for the State Council to say; this answer takes the first for the time being",
    )
    return Notice(f"setting.{setting.term.name}.ranks-undecided", label, _LEGISLATION_LAW)


_LEGISLATION_LAW = "《中华人民共和国立法法》第一百零六条（2023年修正前为第九十五条）"


def reading_notices(decision: "Decision") -> Iterator[Notice]:
    """One notice for each other reading under which the answer on the day would be different."""
    for term, always in decision.rule.bind(decision.regime).readings:
        taken = always or _taken(decision, term)
        for option in term.options:
            if option.name == taken:
                continue
            other = decision.verdict_under(term, option.name)
            if other is not decision.verdict:
                yield _differs(term, term.option(taken), decision, option, other)


def _differs(term: Term, taken: Option, decision: "Decision", option: Option, other: Verdict) -> Notice:
    zh = (
        f"{term.label.zh}有不同读法：采用“{taken.label.zh}”，结论为{decision.verdict.label.zh}；"
        f"若采用“{option.label.zh}”，结论为{other.label.zh}"
    )
    en = (
        f"{term.label.en} can be read in more than one way: by the reading taken, '{taken.label.en}', the answer is "
        f"{decision.verdict.label.en}; by '{option.label.en}' it would be {other.label.en}"
    )
    return Notice(f"reading.{term.name}.{option.name}", Label(zh, en), term.citation.zh)
