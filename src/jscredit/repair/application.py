"""M34: an application for repair is written, and goes to the body that provided the failure information."""

from types import MappingProxyType

from jscredit.errors import Fault, InvalidInput, Label, Refused
from jscredit.records import Body, CreditRecord, Role, same_body
from jscredit.repair.checks import require_types


def admit_application(record: CreditRecord, *, written: bool, addressee: Body) -> None:
    """Let an application for the repair of a failure pass, or refuse it with all that is wrong about it.

    Whether the conditions of M34 are met is another question: see ``repair_eligibility``.

    Args:
        record: the failure, with its provider.
        written: whether the application is in writing.
        addressee: the body to which it was made. It is the provider where the codes agree; where one of them has no
            code, where the names do.

    Raises:
        Refused: ``repair.not-written``; ``repair.not-the-provider`` for the information organisation or any other
            body, which sends it on to the provider.
        InvalidInput: ``repair.provider-unknown`` where the record does not name its provider; ``argument.type``.

    >>> from jscredit.records import Kind, Subject
    >>> provider = Body(name="虚构市城管局")
    >>> record = CreditRecord(id="1", subject=Subject(name="试例商贸有限公司"), kind=Kind.PENALTY, provider=provider)
    >>> admit_application(record, written=True, addressee=provider)
    >>> office = Body(name="虚构市信用信息中心", roles=(Role.INFORMATION_ORGANISATION,))
    >>> try:
    ...     admit_application(record, written=False, addressee=office)
    ... except Refused as refusal:
    ...     [fault.code for fault in refusal.faults]
    ['repair.not-written', 'repair.not-the-provider']
    """
    given = {"record": (record, CreditRecord), "written": (written, bool), "addressee": (addressee, Body)}
    require_types(given)
    if record.provider is None:
        raise InvalidInput(_PROVIDER_UNKNOWN)
    faults = [] if written else [_NOT_WRITTEN]
    if not same_body(addressee, record.provider):
        faults.append(_TO_THE_ORGANISATION if Role.INFORMATION_ORGANISATION in addressee.roles else _TO_ANOTHER_BODY)
    if faults:
        raise Refused(*faults)


_PROVIDER_UNKNOWN = Fault(
    code="repair.provider-unknown",
    message=Label("失信记录未载明信息提供单位", "the record does not name its provider"),
    cure=Label("请补充信息提供单位", "add the provider"),
    field="record.provider",
    clause="M34",
)
_NOT_WRITTEN = Fault(
    code="repair.not-written",
    message=Label("信用修复申请须为书面", "an application for repair is made in writing"),
    cure=Label("请提交书面申请", "hand in a written application"),
    field="written",
    clause="M34",
)
_SEND_ON = Label("请转送该记录的信息提供单位，由其受理", "send it on to the provider of the record, which takes it")
_TO_THE_ORGANISATION = Fault(
    code="repair.not-the-provider",
    message=Label(
        "公共信用信息工作机构不受理信用修复申请", "the information organisation takes no applications for repair"
    ),
    cure=_SEND_ON,
    field="addressee",
    clause="M34",
    data=MappingProxyType({"send_to": Role.PROVIDER}),
)
_TO_ANOTHER_BODY = Fault(
    code="repair.not-the-provider",
    message=Label("受理单位不是该记录的信息提供单位", "the addressee is not the provider of the record"),
    cure=_SEND_ON,
    field="addressee",
    clause="M34",
    data=MappingProxyType({"send_to": Role.PROVIDER}),
)
