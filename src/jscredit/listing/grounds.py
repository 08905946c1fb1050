"""J4: on what a listing rests (first paragraph), and the seven fields of serious failure (third paragraph)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.law import J, Rank
from jscredit.listing.competences import ReferenceMaterial
from jscredit.records import ListingAct, ListingGround, Value
from jscredit.records.value import STRICT, NormRank, Text
from jscredit.rules import JIANGSU_2018, Condition, Decision, Fact, Regime, Rule

_J4A, _J5 = J.article(4, paragraph=1), J.article(5)
_NORMS = tuple(rank for rank in Rank if rank is not Rank.AGENCY_SETTING)

GROUND_STATED = Fact.flag("ground_stated", Label("载明认定依据", "a ground is stated"))
BY_NORM = Fact.flag("ground_by_norm", Label("依据为第五类其他信息", "the ground is the fifth: other information"))
NORM_CITED = Fact.flag("ground_norm_cited", Label("载明规范依据", "the norm is cited"))
NORM_RANK = Fact.choice("ground_norm_rank", Rank, Label("所引规范的位阶", "rank of the norm that is cited"))
REFERENCE_ALONE = Fact.flag("reference_alone", Label("只有参考材料", "there is nothing but reference material"))

GROUND = Rule(
    "listing-ground",
    _J4A,
    Label("列入名单有依据", "the listing has a ground"),
    (
        Condition("stated", _J4A, Label("载明五类依据之一", "one of the five grounds is stated"), GROUND_STATED),
        Condition(
            "norm-cited",
            _J4A,
            Label("第五类依据须载明规范性文件或者更高规范", "the fifth cites a normative document or a higher norm"),
            ~BY_NORM | (NORM_CITED & NORM_RANK.is_in(*_NORMS)),
        ),
        Condition(
            "not-reference-alone",
            _J5,
            Label("不得单凭参考材料", "it does not rest on reference material alone"),
            ~REFERENCE_ALONE,
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Basis(Value):
    """What a listing rests on. ``None`` means *not known*; a ground that is not stated is none.

    Attributes:
        ground: which of the five.
        act: of the second ground, which act; the nine of the text are not the only ones.
        citation: of the fifth ground, the norm by which the information may be a ground.
        rank: the rank of that norm.
        evidence: the records and documents, each by its number.
        references: what others told; kept beside the evidence, and never enough.
    """

    ground: ListingGround | None = None
    act: ListingAct | None = None
    citation: Text | None = None
    rank: NormRank | None = None
    evidence: tuple[Text, ...] = ()
    references: tuple[ReferenceMaterial, ...] = ()


def has_ground(basis: Basis, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a listing has a ground that can carry it.

    >>> told = Basis(ground=ListingGround.OTHER_BY_NORM, evidence=("虚检〔2020〕3号",))
    >>> [failure.condition.id for failure in has_ground(told, on=date(2020, 1, 1)).failed]
    ['norm-cited']
    """
    return GROUND.decide(ground_row(basis), on=on, regime=regime)


def ground_row(basis: Basis) -> Mapping[str, Any]:
    """The facts of the rule. With neither evidence nor reference material, what it rests on is unknown."""
    told = bool(basis.evidence or basis.references)
    return MappingProxyType(
        {
            GROUND_STATED.name: basis.ground is not None,
            BY_NORM.name: basis.ground is ListingGround.OTHER_BY_NORM,
            NORM_CITED.name: basis.citation is not None,
            NORM_RANK.name: basis.rank,
            REFERENCE_ALONE.name: not basis.evidence if told else None,
        }
    )
