"""J3, M17: the criteria for listing a subject, who may set them, and when a provincial one gives way."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, ClassVar

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.law import J
from jscredit.records import Body, Document, Level, ListSide
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Regime, Rule

_J3 = J.article(3)
_SETTERS = (Level.CENTRAL, Level.PROVINCE)
_MUST_TELL = {
    "issuer": Label("制定单位", "who issued it"),
    "consultation": Label("征求社会公众意见的情况", "how the public was consulted"),
    "publication": Label("公示和公开的渠道", "where it and its procedure are published"),
    "citation": Label("依据（文号）", "its citation"),
    "field": Label("适用领域", "its field"),
    "in_force_from": Label("施行日", "the day from which it is in force"),
}

CRITERION_LEVEL = Fact.choice("criterion_level", Level, Label("认定办法的层级", "level of the criterion"))
CRITERION_FROM = Fact.day("criterion_from", Label("认定办法施行日", "first day of the criterion"))
NATIONAL_CRITERION = Fact.flag(
    "national_criterion", Label("该领域已有国家认定办法", "there is a national criterion for the field")
)
NATIONAL_FROM = Fact.day("national_from", Label("国家认定办法施行日", "first day of the national criterion"))

CRITERION_IN_USE = Rule(
    "criterion-in-use",
    _J3,
    Label("可以依该办法认定", "lists may be determined by the criterion"),
    (
        Condition("in-force", _J3, Label("该办法已施行", "the criterion is in force"), ON >= CRITERION_FROM),
        Condition(
            "not-superseded",
            _J3,
            Label("国家办法尚未施行，或者本身即国家办法", "national itself, or no national one is in force yet"),
            (CRITERION_LEVEL == Level.CENTRAL) | ~NATIONAL_CRITERION | (ON < NATIONAL_FROM),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Criterion(Document):
    """A criterion (认定办法) by which subjects of one field are put on a red or a black list.

    Attributes:
        title: its title.
        side: red or black; None where it is for both.
        issuer: who issued it, with its level: a national body, or a department of the province.
        consultation: how the public was consulted on it.
        publication: where it and its procedure are published.
        citation: its number.
        field: the field that it is for, in the words that lists of the field use.
        in_force_from: the first day on which it is in force.

    Raises:
        pydantic.ValidationError: ``criterion.lacks`` for each of the six that is not told, ``criterion.level`` where a
            city, a county or a township issued it, ``criterion.level-unknown``; all at once.

    >>> from datetime import date
    >>> ministry = Body(name="虚构部", level=Level.CENTRAL)
    >>> Criterion(
    ...     title="虚构领域黑名单认定办法",
    ...     issuer=ministry,
    ...     consultation="2017年公开征求意见",
    ...     publication="门户网站",
    ...     citation="虚发〔2018〕1号",
    ...     field="虚构领域",
    ...     in_force_from=date(2018, 3, 1),
    ... ).is_national
    True
    """

    schema_name: ClassVar[str] = "jscredit.criterion"

    title: Text
    side: ListSide | None = None
    issuer: Body | None = None
    consultation: Text | None = None
    publication: Text | None = None
    citation: Text | None = None
    field: Text | None = None
    in_force_from: Day | None = None

    @property
    def is_national(self) -> bool:
        """Whether a national body issued it."""
        return self.issuer is not None and self.issuer.level is Level.CENTRAL

    @model_validator(mode="after")
    def _may_be_one(self) -> "Criterion":
        refuse("Criterion", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        for name, label in _MUST_TELL.items():
            if getattr(self, name) is None:
                yield _lacks(name, label)
        if self.issuer is not None and self.issuer.level not in _SETTERS:
            yield _LEVEL_UNKNOWN if self.issuer.level is None else _LEVEL

    def covers(self, field: str, side: ListSide) -> bool:
        """Whether it is for a field and a side."""
        return self.field == field and self.side in {None, side}


def criterion_in_use(
    criterion: Criterion, *, national: Iterable[Criterion] | None, on: date, regime: Regime = JIANGSU_2018
) -> Decision:
    """Whether lists may be determined by a criterion on a day.

    Args:
        criterion: the criterion.
        national: the national criteria that there are, those of other fields are passed over; None where nobody has
            looked, so that a provincial criterion may have given way unseen.
        on: the day asked about.
        regime: the law with its settings.
    """
    return CRITERION_IN_USE.decide(criterion_row(criterion, national), on=on, regime=regime)


def criterion_row(criterion: Criterion, national: Iterable[Criterion] | None) -> dict[str, Any]:
    """The facts of the rule."""
    return {
        CRITERION_LEVEL.name: criterion.issuer and criterion.issuer.level,
        CRITERION_FROM.name: criterion.in_force_from,
        **_national_facts(criterion, national),
    }


def _national_facts(criterion: Criterion, national: Iterable[Criterion] | None) -> dict[str, Any]:
    if national is None:
        return {NATIONAL_CRITERION.name: None, NATIONAL_FROM.name: None}
    days = [
        other.in_force_from
        for other in national
        if other.in_force_from
        and other.is_national
        and other.field == criterion.field
        and _share_side(criterion, other)
    ]
    return {NATIONAL_CRITERION.name: bool(days), NATIONAL_FROM.name: min(days, default=None)}


def _share_side(one: Criterion, other: Criterion) -> bool:
    return one.side is None or other.side in {None, one.side}


def _lacks(name: str, label: Label) -> Fault:
    return Fault(
        code="criterion.lacks",
        message=Label(f"认定办法未载明{label.zh}", f"the criterion does not tell {label.en}"),
        cure=Label("请补充；缺少的不能据以认定", "tell it; nobody can be listed by a criterion that lacks it"),
        field=name,
        clause="J3",
    )


_LEVEL = Fault(
    code="criterion.level",
    message=Label("认定办法须由国家或者省级部门制定", "criteria are set by national bodies or provincial departments"),
    cure=Label("请改用国家或者省级的认定办法", "use a national or a provincial criterion"),
    field="issuer",
    clause="J3",
)
_LEVEL_UNKNOWN = Fault(
    code="criterion.level-unknown",
    message=Label("未载明制定单位的层级", "the level of the issuing body is not told"),
    cure=Label("请补充制定单位的层级", "give the issuer's level"),
    field="issuer",
    clause="J3",
)
