"""M16, M6: every level and route against the article's table; what is missing; what has no route."""

import pytest

from jscredit.errors import Refused
from jscredit.records import Level
from jscredit.rules import JIANGSU_2018
from jscredit.supply import LOCAL_SYSTEMS, SupplyRoute, supply_path
from oracles.supply import WAYS

LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
PUSH, SAME = SupplyRoute.PROVINCIAL_PUSH, SupplyRoute.SAME_LEVEL_PUSH


def told(path):
    return [(hop.start.kind, hop.start.level, hop.target.kind, hop.target.level) for hop in path.hops]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("extra", [True, False])
def test_the_provincial_push(level, extra):
    assert told(supply_path(level, PUSH, local_extra=extra)) == WAYS[level.value, PUSH.value, extra]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("extra", [True, False, None])
def test_the_same_level_push(level, extra):
    assert told(supply_path(level, SAME, local_extra=extra)) == WAYS[level.value, SAME.value]


@pytest.mark.parametrize("level", [Level.CENTRAL, Level.TOWNSHIP])
@pytest.mark.parametrize("route", [*SupplyRoute, None])
def test_neither_route_begins_there(level, route):
    with pytest.raises(Refused) as refusal:
        supply_path(level, route)
    assert refusal.value.code == "supply.no-route"


@pytest.mark.parametrize(
    ("level", "route", "missing"),
    [
        (None, None, ("level", "route")),
        (None, SAME, ("level",)),
        (Level.CITY, None, ("route",)),
        (Level.CITY, PUSH, ("local_extra",)),
        (None, PUSH, ("level", "local_extra")),
    ],
)
def test_what_is_missing_is_named(level, route, missing):
    path = supply_path(level, route)
    assert (path.hops, path.missing) == ((), missing)
    assert path.explain("en") == f"missing: {', '.join(missing)}"
    assert path.explain().startswith("缺少")


def test_by_the_other_reading_the_push_reaches_the_counties_too():
    law = JIANGSU_2018.reading(LOCAL_SYSTEMS, "cities-and-counties")
    hops = supply_path(Level.PROVINCE, PUSH, regime=law).hops
    assert [hop.target.level for hop in hops] == [Level.PROVINCE, Level.CITY, Level.COUNTY]


def test_a_way_is_told_with_its_clauses():
    text = supply_path(Level.CITY, SAME).explain()
    assert text.splitlines() == [
        "设区市级部门 → 设区市级公共信用信息系统 (《江苏省公共信用信息管理办法（试行）》第十六条第四款)",
        "设区市级公共信用信息系统 → 省级公共信用信息系统 (《江苏省公共信用信息管理办法（试行）》第六条第三款)",
    ]
    assert "art. 16 para. 4" in supply_path(Level.CITY, SAME).explain("en")
