"""What an operator asks of its operands when a rule is written."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.rules.types import DAY, FLAG, NUMBER, ValueType

if TYPE_CHECKING:
    from jscredit.rules.expressions import Expression


def fail(code: str, message: Label, cure: Label, **data: object) -> NoReturn:
    """Refuse a rule that cannot mean anything."""
    raise InvalidInput(Fault(code=code, message=message, cure=cure, data=MappingProxyType(data))) from None


def require_type(operand: "Expression", kind: ValueType) -> "Expression":
    """The operand, if it yields this type."""
    if operand.type != kind:
        _wrong_type(kind, operand.type)
    return operand


def require_flags(operands: tuple["Expression", ...]) -> None:
    """There is at least one operand, and each is a yes or a no."""
    if not operands:
        fail(
            "expression.no-parts",
            Label("且、或至少须有一个部分", "'and' and 'or' need at least one part"),
            Label("请给出要组合的条件", "give the conditions to combine"),
        )
    for operand in operands:
        require_type(operand, FLAG)


def require_same_type(left: "Expression", right: "Expression") -> None:
    """Both operands yield the same type."""
    if left.type != right.type:
        _wrong_type(left.type, right.type)


def require_no_on(*operands: "Expression") -> None:
    """The day asked about stands in none of the operands."""
    if any(operand.has_on for operand in operands):
        fail(
            "expression.on-not-bare",
            Label("所问之日只能单独作为比较的一边", "the day asked about stands only as a bare side of a comparison"),
            Label("请写成 ON > …、ON <= … 等形式", "write ON > …, ON <= … and the like"),
        )


def require_ordered(left: "Expression", right: "Expression") -> None:
    """Both operands are days or numbers, and the day asked about is at most one bare side."""
    require_same_type(left, right)
    if left.type not in (DAY, NUMBER):
        _wrong_type(DAY, left.type)
    if left.has_on and not left.parts:
        require_no_on(right)
    elif right.has_on and not right.parts:
        require_no_on(left)
    else:
        require_no_on(left, right)


def _wrong_type(wanted: ValueType, found: ValueType) -> NoReturn:
    fail(
        "expression.type",
        Label(
            f"运算两边的类型不符：需要 {wanted}，得到 {found}",
            f"operand types do not fit: {wanted} wanted, {found} found",
        ),
        Label(
            "请比较同一类型的值；代码请用枚举成员",
            "compare values of one type; use members of the enumeration for codes",
        ),
        wanted=str(wanted),
        found=str(found),
    )


def misfit(term: str) -> NoReturn:
    """Refuse a value that a term cannot take."""
    fail(
        "term.value",
        Label(f"{term} 的取值类型或选项不符", f"the value does not fit the type or the options of {term}"),
        Label("请按该项的类型给值，或选用其列出的选项", "give a value of its type, or one of its options"),
        term=term,
    )


def outside(term: str) -> NoReturn:
    """Refuse a value outside the range that a term declares."""
    fail(
        "term.range",
        Label(f"{term} 的取值超出其范围", f"the value lies outside the range of {term}"),
        Label("请在该项声明的范围内取值", "give a value within the range that the term declares"),
        term=term,
    )
