"""What can be wrong with an identifier. No fault carries the identifier."""

from jscredit.errors import Fault, Label

_CHECK_AGAIN = Label("请对照证照原件核对后重新填写", "compare it with the original document and enter it again")

_TEXTS: dict[str, tuple[Label, Label]] = {
    "type": (
        Label("须为文本", "a text is needed"),
        Label(
            "请以文本给出；以数字保存会丢失末位，须回到原始来源",
            "give it as text; stored as a number it has lost its last digits, so go back to the source",
        ),
    ),
    "masked": (
        Label("已作遮蔽处理，不是真实号码", "is masked and not the real number"),
        Label("请提供完整号码", "give the whole number"),
    ),
    "placeholder": (
        Label("由同一字符重复而成，是占位内容", "is one character repeated, a placeholder"),
        Label("不知道号码时请留空", "leave it out where the number is not known"),
    ),
    "length": (Label("长度不符", "has a wrong length"), Label("须为{length}位", "it has {length} characters")),
    "alphabet": (Label("含有不允许的字符", "has a character that is not allowed"), _CHECK_AGAIN),
    "structure": (
        Label("登记管理部门或行政区划位不符", "has no registrar or no region where they belong"),
        _CHECK_AGAIN,
    ),
    "region": (
        Label("前两位不是省级行政区划代码", "does not begin with the code of a province"),
        Label(
            "请核对；港澳台居民居住证请用 OtherId",
            "check it; for a residence permit of Hong Kong, Macao or Taiwan use OtherId",
        ),
    ),
    "birth-date": (Label("出生日期位不是有效日期", "has no real day where the birth date belongs"), _CHECK_AGAIN),
    "check-digit": (Label("校验码不符", "does not fit its check digit"), _CHECK_AGAIN),
    "shape": (Label("不符合该类证件号码的形式", "does not have the form of such a number"), Label("{form}", "{form}")),
    "organisation-check-digit": (
        Label(
            "其中的组织机构代码（第9至17位）校验码不符（GB 11714-1997）",
            "holds an organisation code (characters 9 to 17) that does not fit its own check digit (GB 11714-1997)",
        ),
        Label("可以使用，但请向登记机关核实", "it can be used, but ask the registrar"),
    ),
}


def identifier_fault(problem: str, what: Label, **data: Label) -> Fault:
    """The fault ``identifier.<problem>`` of one kind of identifier, citing M15: records are keyed by real numbers."""
    message, cure = _TEXTS[problem]
    return Fault(
        code=f"identifier.{problem}",
        message=Label(f"{what.zh}{message.zh}", f"the {what.en} {message.en}"),
        cure=Label(
            cure.zh.format_map({name: label.zh for name, label in data.items()}),
            cure.en.format_map({name: label.en for name, label in data.items()}),
        ),
        clause="M15",
    )
