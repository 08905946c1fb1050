"""What a sheet's reader has to know beside its rows: what was inferred, what stays open, what was left unread."""

from collections.abc import Iterator, Sequence

from jscredit.errors import Label
from jscredit.interchange.dialect import Dialect
from jscredit.interchange.model import SheetRow
from jscredit.interchange.terms import INFERRED_NOTICE
from jscredit.law import M
from jscredit.rules import Notice

_ORGANISATION_TYPE = Notice(
    "sheet.organisation-type",
    Label(
        "表内不区分法人和非法人组织：这些组织的主体类型不作推定",
        "the sheet does not tell legal persons from unincorporated organisations: the type of these subjects is left "
        "unknown",
    ),
)
_OWN_VALIDITY = Notice(
    "sheet.penalty-validity",
    Label(
        "表内“处罚有效期”是处罚本身的期限，不是第三十条的失信信息有效期，未用于计算",
        "the sheet's validity of a penalty is the penalty's own, not that of failure information (art. 30); no day is "
        "reckoned from it",
    ),
    M.article(30).zh,
)
_UNIT = Notice(
    "sheet.unit-unknown",
    Label(
        "该表式未载明金额的单位（元或万元）：金额只与处罚内容核对，不单独采用",
        "the format does not say whether its amounts are in yuan or in ten thousand yuan: they are compared with the "
        "text of the penalty and never taken by themselves",
    ),
)


def notices_of(rows: Sequence[SheetRow], dialect: Dialect, other_worksheets: int) -> Iterator[Notice]:
    """The notices of a sheet."""
    roles = {role for row in rows for role in row.content} & {"penalty_valid_until", "fine_amount_of_unknown_unit"}
    if dialect.kind == "penalty" and any(row.record.reflects_credit for row in rows):
        yield INFERRED_NOTICE
    if any(row.record.subject.type is None for row in rows):
        yield _ORGANISATION_TYPE
    if "penalty_valid_until" in roles:
        yield _OWN_VALIDITY
    if "fine_amount_of_unknown_unit" in roles:
        yield _UNIT
    doubtful = [row.number for row in rows if (code := row.record.subject.credit_code) and code.warnings]
    if doubtful:
        yield Notice(
            "sheet.organisation-check-digit",
            Label(
                f"以下各行信用代码中的组织机构代码校验码不符，请向登记机关核实：{'、'.join(map(str, doubtful))}",
                "in these rows the organisation code inside the credit code does not fit its check digit; ask the "
                f"registrar: {', '.join(map(str, doubtful))}",
            ),
        )
    if other_worksheets:
        yield Notice(
            "sheet.other-worksheets",
            Label(
                f"只读取了第一张工作表，另有{other_worksheets}张",
                f"the first worksheet was read; there are {other_worksheets} more",
            ),
        )
