"""Terms: what the law or an agency may set, standing beside the rule that uses it; and the settings that set them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, NoReturn

from jscredit.deadlines import add_period
from jscredit.errors import Label
from jscredit.law import Citation, Rank
from jscredit.rules.expressions import Expression
from jscredit.rules.operands import fail, misfit, outside, require_no_on, require_same_type, require_type
from jscredit.rules.structure import structure
from jscredit.rules.types import FLAG, PERIOD, ValueType


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a text that can be read in more ways than one."""

    name: str
    label: Label


@dataclass(frozen=True, slots=True, eq=False)
class Term(Expression):
    """A value that is left open, may be read in several ways, or may be set otherwise by a norm of some rank.

    Without a default it is an *open term* (``within`` may say between which values it lies); with ``options`` it is a
    *reading*; else a *parameter*. ``yields_to`` holds the ranks whose norms may replace the default, or leave the range
    of an open term; an agency's own setting always may choose a reading, or fill an open term within its range.
    """

    name: str
    type: ValueType
    label: Label
    citation: Citation
    default: Any = None
    options: tuple[Option, ...] = ()
    within: tuple[Any, Any] | None = None
    yields_to: frozenset[Rank] = frozenset()
    yields_under: "UnderReading | None" = None

    def __post_init__(self) -> None:
        for value in (self.default, *(self.within or ())):
            if value is not None and not self.allows(value):
                misfit(self.name)

    @property
    def kind(self) -> str:
        """``open``, ``reading`` or ``parameter``."""
        if self.options:
            return "reading"
        return "open" if self.default is None else "parameter"

    def allows(self, value: object) -> bool:
        """Whether a setting may give the term this value, by its type and its options."""
        if self.options:
            return any(option.name == value for option in self.options)
        return self.type.holds(value)

    def option(self, name: str) -> Option:
        """The option of this name."""
        return next(option for option in self.options if option.name == name)

    def pick(self, **branches: Expression) -> "Pick":
        """The expression that the chosen reading names; each option has its branch.

        The branch of an option ``so-far`` is given as ``so_far=``.
        """
        by_option = {name.replace("_", "-"): branch for name, branch in branches.items()}
        names = [option.name for option in self.options]
        if set(by_option) != set(names):
            fail(
                "term.branches",
                Label(f"读法 {self.name} 的分支与选项不一致", f"the branches of {self.name} are not its options"),
                Label("请为每个选项给出一个分支", "give one branch for each option"),
                term=self.name,
            )
        return Pick(self, tuple((name, by_option[name]) for name in names))


@dataclass(frozen=True, slots=True, eq=False)
class UnderReading:
    """Ranks that a term yields to only where a reading is taken."""

    term: Term
    option: str
    ranks: frozenset[Rank]


READING = ValueType("reading")


def reading(name: str, label: Label, citation: Citation, *options: Option) -> Term:
    """A text with several readings; the first option is the default."""
    return Term(name, READING, label, citation, default=options[0].name, options=options)


@dataclass(frozen=True, slots=True, eq=False)
class Pick(Expression):
    """What a reading chooses between. It is replaced by the chosen branch before a rule is solved."""

    term: Term
    branches: tuple[tuple[str, Expression], ...]

    def __post_init__(self) -> None:
        first, *others = self.parts
        for other in others:
            require_same_type(first, other)

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The branches, in the order of the options."""
        return tuple(branch for _, branch in self.branches)

    @property
    def type(self) -> ValueType:  # type: ignore[override]
        """What every branch yields."""
        return self.branches[0][1].type

    def branch(self, option: str) -> Expression:
        """The branch of one option."""
        return dict(self.branches)[option]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a setting comes from: the citation as text, and its rank."""

    citation: str
    rank: Rank


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A value for a term, with its source and perhaps the cases it is for (then it is an *override*).

    The guard ``when`` speaks of facts alone: neither of the day asked about nor of other terms.

    Raises:
        InvalidInput: the value does not fit the term, the source's rank may not set it, or the guard is none.
    """

    term: Term
    value: Any
    source: Source
    when: Expression | None = None

    def __post_init__(self) -> None:
        if not self.term.allows(self.value):
            misfit(self.term.name)
        within = None if self.source.rank in self.term.yields_to else self.term.within
        if within is not None and not _lies_within(self.value, *within):
            outside(self.term.name)
        if self.when is not None:
            require_no_on(require_type(self.when, FLAG))
            _require_no_term(self.when)
        if self.term.kind == "parameter" and self.source.rank not in self.possible_ranks:
            self._refuse_rank()

    @property
    def possible_ranks(self) -> frozenset[Rank]:
        """The ranks that may set the term, under some reading at least."""
        under = self.term.yields_under
        return self.term.yields_to | (under.ranks if under else frozenset())

    @property
    def reading_needed(self) -> UnderReading | None:
        """The reading under which alone the source's rank may set the term; None where it always may."""
        is_always = self.term.kind != "parameter" or self.source.rank in self.term.yields_to
        return None if is_always else self.term.yields_under

    def _refuse_rank(self) -> NoReturn:
        zh = "、".join(rank.label.zh for rank in sorted(self.possible_ranks)) or "无"
        en = ", ".join(rank.label.en for rank in sorted(self.possible_ranks)) or "none"
        fail(
            "setting.rank",
            Label(
                f"{self.term.label.zh}不因该位阶的规定而改变",
                f"{self.term.label.en} does not yield to a norm of this rank",
            ),
            Label(f"可以另行规定的位阶：{zh}", f"the ranks that it yields to: {en}"),
            term=self.term.name,
            clause=self.term.citation,
        )

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two settings the same."""
        return (self.term.name, self.value, self.source, structure(self.when) if self.when is not None else None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setting) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)


def _require_no_term(node: Expression) -> None:
    if isinstance(node, Term | Pick):
        fail(
            "setting.guard-names-term",
            Label("设定的适用情形只能使用事实", "the cases of a setting are told by facts alone"),
            Label("请改用事实表述，不引用其他可设定项", "say it by facts, without another term"),
        )
    for part in node.parts:
        _require_no_term(part)


# From one start 365 days are a year, from another they fall short of it: these starts have the longest and the
# shortest months and years, the year 2100 included.
_STARTS = tuple(
    dt.date(year, month, day)
    for year in (*range(2000, 2005), *range(2096, 2105))
    for month in range(1, 13)
    for day in (1, 28)
)


def _lies_within(value: Any, low: Any, high: Any) -> bool:
    """Whether a number or a period lies between two others, ends included; a period from every start."""
    if PERIOD.holds(value):
        return all(add_period(day, low) <= add_period(day, value) <= add_period(day, high) for day in _STARTS)
    return bool(low <= value <= high)
