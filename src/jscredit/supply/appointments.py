"""M39: a provider and a user each name a lead department and persons responsible; what is missing is reported."""

from jscredit.errors import Fault, Label
from jscredit.records import Body, Role

_BOUND = frozenset({Role.PROVIDER, Role.USER})


def missing_appointments(body: Body) -> tuple[Fault, ...]:
    """What a body still has to name (M39); nothing for a body that neither provides nor uses information.

    A body whose roles are not told is asked as if it had them: who reports on it takes it for one.

    >>> [fault.field for fault in missing_appointments(Body(name="某局", roles=(Role.PROVIDER,), responsible="张三"))]
    ['lead_department']
    """
    if body.roles and not _BOUND & set(body.roles):
        return ()
    return tuple(
        fault for fault, value in ((_LEAD, body.lead_department), (_PERSONS, body.responsible)) if value is None
    )


_LEAD = Fault(
    code="body.lead-department",
    message=Label("未明确归集和使用的牵头部门", "no department leads the collection and use"),
    cure=Label("请明确牵头部门", "name the lead department"),
    field="lead_department",
    clause="M39",
)
_PERSONS = Fault(
    code="body.responsible",
    message=Label("未落实数据管理和审核的责任人员", "nobody is responsible for managing and auditing the data"),
    cure=Label("请落实责任人员", "name the persons responsible"),
    field="responsible",
    clause="M39",
)
