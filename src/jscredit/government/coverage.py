"""G1.3: four rates that were to be whole by 2020, each with its numerator and its denominator."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass as plain_dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.government.telling import Line, Told
from jscredit.law import G
from jscredit.records import Value, Vocabulary
from jscredit.records.value import STRICT, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule, Verdict

_G13 = G.article(1, item=3)
TARGET_DAY = date(2020, 12, 31)
"""By 2020: the last day of that year is the last one on which a rate may still fall short."""

Count = Annotated[int, Field(strict=True, ge=0, le=10**12)]


class CoverageTarget(Vocabulary):
    """What was to be whole by 2020."""

    DOUBLE_PUBLICITY = "double_publicity", "“双公示”", "publication of licences and penalties"
    RECORDING = "recording", "记录", "recording"
    COLLECTION = "collection", "归集", "collection"
    SHARING = "sharing", "共享", "sharing"


COVERED = Fact.number("covered", Label("已覆盖数", "number covered"))
TO_COVER = Fact.number("to_cover", Label("应覆盖数", "number to be covered"))

COVERAGE_SHORT = Rule(
    "coverage-short",
    _G13,
    Label("逾期仍未达到100%", "it falls short after the day of the goal"),
    (
        Condition("after-2020", _G13, Label("已过2020年底", "the end of 2020 has passed"), ON > TARGET_DAY),
        Condition("not-whole", _G13, Label("不足100%", "below 100 %"), COVERED < TO_COVER),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CoverageCount(Value):
    """One rate as it was counted. ``None`` means *not known*.

    Attributes:
        target: which of the four.
        covered: how many were published, recorded, collected or shared.
        to_cover: how many there are.

    Raises:
        pydantic.ValidationError: ``coverage.more-than-all``.
    """

    target: CoverageTarget
    covered: Count | None = None
    to_cover: Count | None = None

    @property
    def rate(self) -> Fraction | None:
        """The rate, exactly; None where a number is not known, and where there is nothing to cover.

        >>> CoverageCount(target=CoverageTarget.SHARING, covered=3, to_cover=4).rate
        Fraction(3, 4)
        """
        return Fraction(self.covered, self.to_cover) if self.covered is not None and self.to_cover else None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("CoverageCount", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.covered is not None and self.to_cover is not None and self.covered > self.to_cover:
            yield _MORE_THAN_ALL


@plain_dataclass(frozen=True, slots=True)
class Coverage(Told):
    """The rates of one report, each with whether it falls short after the day of the goal.

    Attributes:
        counts: the rates.
        short: the answer for each, in the same order.
    """

    schema_name: ClassVar[str] = "jscredit.coverage"

    counts: tuple[CoverageCount, ...]
    short: tuple[Decision, ...]

    @property
    def reported(self) -> tuple[CoverageTarget, ...]:
        """Those that fall short and are to be reported."""
        pairs = zip(self.counts, self.short, strict=True)
        return tuple(count.target for count, decision in pairs if decision.verdict is Verdict.YES)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Each rate, and what is to be reported."""
        rates = (Line(each.target.value, each.target.label, _rate(each)) for each in self.counts)
        return (*rates, Line("reported", Label("逾期未达标", "short after the day of the goal"), self.reported))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The answers."""
        return self.short


def coverage_of(counts: Iterable[CoverageCount], *, on: date, regime: Regime = JIANGSU_2018) -> Coverage:
    """The four rates on a day; what is below 100 % after 2020-12-31 is reported.

    >>> three_of_four = CoverageCount(target=CoverageTarget.SHARING, covered=3, to_cover=4)
    >>> [coverage_of((three_of_four,), on=date(year, 1, 1)).reported for year in (2020, 2021)]
    [(), (<CoverageTarget.SHARING: 'sharing'>,)]
    """
    given = tuple(counts)
    rows = ({COVERED.name: each.covered, TO_COVER.name: each.to_cover} for each in given)
    return Coverage(given, tuple(COVERAGE_SHORT.decide(row, on=on, regime=regime) for row in rows))


def _rate(count: CoverageCount) -> str | None:
    if count.covered is None or count.to_cover is None:
        return None
    return f"{count.covered}/{count.to_cover}"


_MORE_THAN_ALL = Fault(
    code="coverage.more-than-all",
    message=Label("已覆盖数大于应覆盖数", "more are covered than there are"),
    cure=Label("请核对两个数", "check the two numbers"),
    field="covered",
    clause="G1.3",
)
