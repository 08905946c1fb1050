"""The measures that the three instruments name themselves, from the table beside this module."""

from functools import cache

from jscredit.errors import Label
from jscredit.law import J
from jscredit.measures.model import Measure, MeasureList, Wording
from jscredit.measures.rules import PLACES
from jscredit.measures.table import TableRow, table
from jscredit.measures.vocabulary import Implementer
from jscredit.rules import Notice

NOT_ISSUED = Notice(
    "measures.not-issued",
    Label(
        "所用为三份文件自身列名的措施，不是省级信用管理部门制定并公示的措施清单",
        "these are the measures that the three instruments name, and no list that the provincial authority issued",
    ),
    J.article(16).zh,
)
"""What stands beside every answer by the default list."""

_INITIATOR = Wording(zh="认定该红黑名单的部门", en="the department that determined the list entry")
_PUSHED = Wording(zh="经联合奖惩系统推送", en="pushed through the joint system")
_LOOKED_UP = Wording(zh="由实施单位查询", en="looked up by who applies it")


@cache
def default_measures() -> MeasureList:
    """Every incentive and restraint that J7 to J15, M26, M29 and G name; nobody issued it as a list (J16).

    >>> from jscredit.measures import MeasureSide
    >>> found = default_measures()
    >>> len(found.of_side(MeasureSide.INCENTIVE)), len(found.of_side(MeasureSide.RESTRAINT))
    (47, 42)
    >>> found.find("J12:exit_restriction").force.value
    'stated'
    """
    return MeasureList(
        title=Wording(zh="三份文件列名的联合奖惩措施", en="The joint measures that the three instruments name"),
        edition="jiangsu-2018-23",
        measures=tuple(_measure(row) for row in table()),
    )


def _measure(row: TableRow) -> Measure:
    shape, place = row.shape, PLACES[row.shape.place]
    of_departments = Implementer.GOVERNMENT_OR_DEPARTMENT in shape.implementers or not shape.implementers
    return Measure(
        id=row.id,
        initiator=_INITIATOR,
        sharing=_PUSHED if of_departments else _LOOKED_UP,
        objects=shape.objects,
        name=Wording(zh=row.name.zh, en=row.name.en),
        basis=Wording(zh=place.zh, en=place.en),
        side=shape.side,
        kind=row.kind,
        force=row.force,
        implementers=shape.implementers,
        needs=shape.needs,
        matters=row.matters,
        grade=row.grade,
        place=shape.place,
    )
