"""Who handles an objection (M4): the body in whose work it arose."""

from typing import NamedTuple

from jscredit.errors import Label
from jscredit.law import Citation, M
from jscredit.records import Body, CreditRecord, Role


class Handler(NamedTuple):
    """Who handles an objection, and why. ``body`` is None where the record does not name it."""

    role: Role
    body: Body | None
    reason: Label
    citation: Citation


_M4 = M.article(4)
_PROVIDER = Label("信息由其提供，由其负责", "it provided the information and answers for it")
_ORGANISATION = Label("差错出在其加工环节", "the fault is stated to lie in its processing")


def handler_of(record: CreditRecord | None, *, fault_in_processing: bool, organisation: Body | None = None) -> Handler:
    """Who handles an objection: the record's provider, or the information organisation where the fault is its own.

    >>> from jscredit.records import Kind, Subject
    >>> record = CreditRecord(
    ...     id="1", subject=Subject(name="甲店"), kind=Kind.PENALTY, provider=Body(name="虚构市城管局")
    ... )
    >>> handler_of(record, fault_in_processing=False).body.name
    '虚构市城管局'
    """
    if fault_in_processing:
        return Handler(Role.INFORMATION_ORGANISATION, organisation, _ORGANISATION, _M4)
    return Handler(Role.PROVIDER, record.provider if record is not None else None, _PROVIDER, _M4)
