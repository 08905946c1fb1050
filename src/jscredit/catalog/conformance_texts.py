"""What can be wrong with a value, a row or a record against its entry. No text carries a value."""

from types import MappingProxyType

from jscredit.errors import Fault, Label

_LISTED = Label("请用代码表中的代码", "use a code of the list")
_TEXT = Label("请以文本填写", "enter it as text")
_TEXTS: dict[str, tuple[Label, Label, str | None]] = {
    "required": (Label("必填项为空", "a required value is blank"), Label("请补充", "fill it in"), "M16¶1"),
    "column-missing": (Label("缺少必备的列", "a required column is not there"), Label("请补上该列", "add it"), "M16¶1"),
    "none-not-allowed": (
        Label("此项不得填“无内容”", "it may not say that there is none"),
        Label("请填写实际内容", "give the content itself"),
        "M16¶1",
    ),
    "group": (
        Label("同组各项均为空，至少须填一项", "of this group at least one is needed, and none is filled"),
        Label("请填写其中一项", "fill one of them"),
        "M16¶1",
    ),
    "required-for": (
        Label("此类主体须填此项", "for such a subject it is required"),
        Label("请补充，或核对主体", "fill it in, or check the subject"),
        "M16¶1",
    ),
    "blank-for": (
        Label("此类主体不得填此项", "for such a subject it has to be blank"),
        Label("请清空，或核对主体", "clear it, or check the subject"),
        "M16¶1",
    ),
    "too-long": (
        Label("超过{limit}个字符", "it is longer than {limit} characters"),
        Label("请缩短", "shorten it"),
        None,
    ),
    "cell-error": (
        Label("单元格内是错误值", "the cell holds an error value"),
        Label("请改正公式，并粘贴为值", "mend the formula and paste its value"),
        None,
    ),
    "unnamed": (
        Label("该列没有表头却有内容", "the column has no header but has content"),
        Label("请补上表头，或清空该列", "give it a header, or clear it"),
        None,
    ),
    "repeated": (
        Label("该项有几列", "the element has more than one column"),
        Label("请只保留一列", "keep one"),
        None,
    ),
    "subject-conflict": (
        Label("所填类别与所填的号码不符", "the class that is stated does not fit the numbers that are filled in"),
        Label("请核对类别和各号码", "check the class and the numbers"),
        "M15",
    ),
    "type": (Label("值的类型与该项不符", "the type of the value does not fit"), _TEXT, None),
    "number-lost": (
        Label("号码以数字保存，可能已丢失数位", "a number stored as a figure may have lost digits"),
        Label("请以文本从原始来源重新填写", "enter it again from the source, as text"),
        None,
    ),
    "day": (
        Label("不是可辨认的日期", "this is no date that can be read"),
        Label("请写作2019-03-05", "write 2019-03-05"),
        None,
    ),
    "day-range": (
        Label("日期须在1900年至2199年之间", "the date must lie between 1900 and 2199"),
        Label("请核对年份", "check the year"),
        None,
    ),
    "amount": (Label("不是金额", "this is no amount"), Label("请只填数字", "give figures only"), None),
    "number": (Label("不是数值", "this is no number"), Label("请只填数字", "give figures only"), None),
    "region": (Label("不是6位行政区划代码", "this is no region code of six digits"), _TEXT, None),
    "yes-no": (Label("不是“是”或“否”", "this is neither yes nor no"), Label("请填是或否", "write 是 or 否"), None),
    "identifier": (
        Label("号码不合该项的编码规则", "the number does not fit its standard"),
        Label("请核对号码和所在的列", "check the number and its column"),
        "M15",
    ),
    "code-list": (Label("不在代码表内", "this is not in the code list"), _LISTED, None),
    "other-not-specified": (
        Label("“其他”须写明是哪一种，且不得是列名的", '"other" must say which, and none that is listed'),
        Label("请写作“其他-具体种类”", "write 其他-(which)"),
        None,
    ),
    "before": (
        Label("早于所比的日期", "the day is before the day that it has to follow"),
        Label("请核对两个日期", "check both"),
        None,
    ),
    "after-report": (
        Label("晚于报送日期", "the day is after the day of the report"),
        Label("请核对两个日期", "check both"),
        None,
    ),
    "conflict": (
        Label("同一项出现几次而内容不一", "the same element comes more than once, and differs"),
        Label("只保留正确的一处", "keep the right one only"),
        None,
    ),
    "unknown": (
        Label("目录项没有这一列", "the entry has no such element"),
        Label("请核对列名，或删去该列", "check its name, or take it out"),
        "M16¶1",
    ),
    "forbidden": (
        Label("属于禁止归集的“{zh}”，其内容未读取", "its collection is forbidden: {en}; its content was not read"),
        Label("请删去该列", "take the column out"),
        "M14",
    ),
    "kind": (Label("记录的种类不属该目录项", "the record is of a kind that the entry does not hold"), _LISTED, "M8"),
    "subject-type": (
        Label("信息主体不属该目录项", "the entry is not about such subjects"),
        Label("请核对目录项或信息主体", "check the entry or the subject"),
        "M8",
    ),
    "provider": (
        Label("不是该目录项的信息提供单位", "it is not the provider of the entry"),
        Label("请核对提供单位或目录项", "check the provider or the entry"),
        "M16¶1",
    ),
    "category": (
        Label("记录所载类别与目录项不同", "the record states another class than the entry"),
        Label("以目录项为准", "the entry's is the right one"),
        "M9",
    ),
    "sharing-class": (
        Label("记录所载使用范围与目录项不同", "the record states another class of use than the entry"),
        Label("以目录项为准", "the entry's is the right one"),
        "M19",
    ),
}


def conformance_fault(problem: str, *, field: str | None = None, **data: str | int | None) -> Fault:
    """The fault ``conformance.<problem>``; ``data`` fills its texts and stands beside it."""
    message, cure, clause = _TEXTS[problem]
    return Fault(
        code=f"conformance.{problem}",
        message=message.filled(**data),
        cure=cure,
        field=field,
        clause=clause,
        data=MappingProxyType(dict(data)),
    )
