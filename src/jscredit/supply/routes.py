"""M16 and M6: the way of a record through departments and systems, from its provider's level and the route."""

from itertools import pairwise
from typing import NamedTuple

from jscredit.errors import Fault, Label, Lang, Refused
from jscredit.law import Citation, M
from jscredit.records import Level
from jscredit.records.telling import told_html
from jscredit.rules import JIANGSU_2018, Option, Regime, reading
from jscredit.supply.vocabulary import StationKind, SupplyRoute

_REPORT_UP = M.article(6, paragraph=3)
_ROUTES, _PROVINCIAL, _SAME_LEVEL = (M.article(16, paragraph=n) for n in (2, 3, 4))

LOCAL_SYSTEMS = reading(
    "local-systems",
    Label("省系统推送到的地方系统", "the local systems that the provincial system pushes to"),
    _PROVINCIAL,
    Option("cities", Label("各设区市系统", "those of the cities")),
    Option("cities-and-counties", Label("各设区市和县（市、区）系统", "those of the cities and of the counties")),
)

_DEPARTMENT, _SYSTEM = StationKind.DEPARTMENT, StationKind.SYSTEM
_PROVINCE, _CITY, _COUNTY = Level.PROVINCE, Level.CITY, Level.COUNTY


class Station(NamedTuple):
    """A department or a system, of one level."""

    kind: StationKind
    level: Level

    @property
    def label(self) -> Label:
        """Both parts as one name."""
        level, kind = self.level.label, self.kind.label
        return Label(f"{level.zh}{kind.zh}", f"{kind.en} ({level.en})")


class Hop(NamedTuple):
    """One step of a record, with the clause that sends it there."""

    start: Station
    target: Station
    citation: Citation


class SupplyPath(NamedTuple):
    """The way of a record.

    Attributes:
        hops: its steps; where the provincial system pushes to several levels, one for each of them.
        missing: what is not known and would settle the way; then there are no hops.
    """

    hops: tuple[Hop, ...]
    missing: tuple[str, ...] = ()

    def explain(self, lang: Lang = "zh") -> str:
        """The way as text, a line for each step."""
        if self.missing:
            return ("缺少：" if lang == "zh" else "missing: ") + ", ".join(self.missing)
        arrow = " → "
        return "\n".join(
            f"{hop.start.label.text(lang)}{arrow}{hop.target.label.text(lang)} ({hop.citation.text(lang)})"
            for hop in self.hops
        )

    def _repr_html_(self) -> str:
        return told_html(self.explain)


def supply_path(
    level: Level | None,
    route: SupplyRoute | None,
    *,
    local_extra: bool | None = None,
    regime: Regime = JIANGSU_2018,
) -> SupplyPath:
    """The hops of a record (M16, M6).

    Args:
        level: of the department that supplies; None where it is not known.
        route: one of the two; None where it is not known.
        local_extra: on the provincial route, whether the record is one that the provincial push lacks and a local
            department adds. It is never asked of a provincial department: what that has, it pushes.
        regime: the law with its settings; ``LOCAL_SYSTEMS`` is read from it.

    Raises:
        Refused: ``supply.no-route``: neither route begins at a central or a township body.

    >>> for hop in supply_path(Level.COUNTY, SupplyRoute.SAME_LEVEL_PUSH).hops:
    ...     print(hop.start.label.en, "->", hop.target.label.en, hop.citation.ledger_id)
    department (county) -> public credit information system (county) M16¶4
    public credit information system (county) -> public credit information system (city) M6¶3
    public credit information system (city) -> public credit information system (province) M6¶3
    """
    if level in {Level.CENTRAL, Level.TOWNSHIP}:
        raise Refused(_NO_ROUTE)
    asked = {"level": level, "route": route}
    if route is SupplyRoute.PROVINCIAL_PUSH and level is not Level.PROVINCE:
        asked["local_extra"] = local_extra  # type: ignore[assignment]  # only whether it is known is asked
    missing = tuple(name for name, value in asked.items() if value is None)
    if level is None or missing:
        return SupplyPath((), missing)
    if route is SupplyRoute.SAME_LEVEL_PUSH:
        return SupplyPath(_same_level(level))
    return SupplyPath(_extra(level) if local_extra and level is not _PROVINCE else _pushed(regime))


def _pushed(regime: Regime) -> tuple[Hop, ...]:
    system = Station(_SYSTEM, _PROVINCE)
    levels = (_CITY, _COUNTY) if regime.chosen(LOCAL_SYSTEMS) == "cities-and-counties" else (_CITY,)
    return (
        Hop(Station(_DEPARTMENT, _PROVINCE), system, _PROVINCIAL),
        *(Hop(system, Station(_SYSTEM, level), _PROVINCIAL) for level in levels),
    )


def _extra(level: Level) -> tuple[Hop, ...]:
    own = Station(_SYSTEM, level)
    return (
        Hop(Station(_DEPARTMENT, level), own, _PROVINCIAL),
        Hop(own, Station(_SYSTEM, _PROVINCE), _PROVINCIAL),
    )


def _same_level(level: Level) -> tuple[Hop, ...]:
    upwards = (_COUNTY, _CITY, _PROVINCE)
    systems = [Station(_SYSTEM, each) for each in upwards[upwards.index(level) :]]
    return (
        Hop(Station(_DEPARTMENT, level), systems[0], _SAME_LEVEL),
        *(Hop(lower, upper, _REPORT_UP) for lower, upper in pairwise(systems)),
    )


_NO_ROUTE = Fault(
    code="supply.no-route",
    message=Label("两种推送方式均不自中央或乡级单位起", "neither route begins at a central or a township body"),
    cure=Label("请以省、市、县（市、区）部门为报送单位", "name a department of the province, a city or a county"),
    field="level",
    clause="M16¶2",
)
