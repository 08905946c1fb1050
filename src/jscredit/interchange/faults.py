"""What can be wrong with a sheet. No fault carries what stood in a cell: it may be a personal number."""

from types import MappingProxyType

from jscredit.errors import Fault, InvalidInput, Label

_TEXTS: dict[str, tuple[Label, Label]] = {
    # the file
    "unreadable": (
        Label("文件不是可读的 .xls、.xlsx 或 .csv 表格", "the file is no .xls, .xlsx or .csv sheet that can be read"),
        Label("请重新导出后再试", "export it again"),
    ),
    "encoding": (
        Label("CSV 既不是 UTF-8 也不是 GB18030 编码", "the CSV is neither UTF-8 nor GB18030"),
        Label("请另存为“CSV UTF-8”", "save it as CSV UTF-8"),
    ),
    "too-large": (
        Label("文件过大，上限为{limit}MB", "the file is too large; the limit is {limit} MB"),
        Label("请分成几个文件", "split it into several files"),
    ),
    "too-many-rows": (
        Label("数据行过多，上限为{limit}行", "there are too many rows; the limit is {limit}"),
        Label("请分成几个文件", "split it into several files"),
    ),
    "too-many-columns": (
        Label("列过多，上限为{limit}列", "there are too many columns; the limit is {limit}"),
        Label("请删去多余的列", "remove what does not belong to the sheet"),
    ),
    "empty": (Label("表内没有任何内容", "the sheet is empty"), Label("请核对文件", "check the file")),
    "no-such-dialect": (
        Label("没有这种表式", "there is no such dialect"),
        Label("可用的表式：{dialects}", "the dialects are: {dialects}"),
    ),
    "report-day": (
        Label("报送日期须为日期（不含时刻）", "the report day must be a date without a time"),
        Label("请给出 datetime.date", "give a datetime.date"),
    ),
    "dialect-ambiguous": (
        Label("表头与几种表式同样相符，不作猜测：{dialects}", "the headers fit several dialects alike: {dialects}"),
        Label("请以 dialect=（命令行 --dialect）指明表式", "name the dialect with dialect= (--dialect)"),
    ),
    "dialect-unknown": (
        Label("表头与任何表式都不相符", "the headers fit no dialect"),
        Label(
            "请核对表头，或以 dialect=（命令行 --dialect）指明表式：{dialects}",
            "check the headers, or name the dialect with dialect= (--dialect): {dialects}",
        ),
    ),
    "file-type": (
        Label("只能写为 .xlsx 或 .csv", "only .xlsx and .csv can be written"),
        Label("请更改文件名的后缀", "change the suffix of the file's name"),
    ),
    "other-kind": (
        Label("行政许可与行政处罚的表式不能互换", "licences and penalties do not go into each other's sheets"),
        Label("请选用{kind}的表式：{dialects}", "choose a dialect of this kind ({kind}): {dialects}"),
    ),
    # the headers
    "column-missing": (
        Label("缺少必备列“{header}”", 'the required column "{header}" is missing'),
        Label("请补上该列；表头用中文名或列代码均可", "add it; its Chinese name or its column code will do"),
    ),
    "column-unknown": (
        Label("不认识该列的表头，该列未读取", "the header is not known; the column was not read"),
        Label("请核对表头，或删去该列", "check the header, or remove the column"),
    ),
    "column-forbidden": (
        Label("该列属于禁止归集的“{zh}”，未读取", "its collection is forbidden ({en}); the column was not read"),
        Label("请删去该列后再提供；不得存储", "take the column out before you supply the sheet; do not store it"),
    ),
    "column-unnamed": (
        Label("该列没有表头却有内容，未读取", "the column has no header but has content; it was not read"),
        Label("请补上表头，或清空该列", "give it a header, or clear it"),
    ),
    "column-repeated": (
        Label("该列出现多次", "the column stands there more than once"),
        Label("请只保留一列；各列内容相同的行仍已读取", "keep one; rows in which all say the same were read"),
    ),
    # the cells
    "conflict": (
        Label("重复的列内容不一致", "the repeated columns say different things"),
        Label("请只保留正确的一列", "keep the right one only"),
    ),
    "required": (Label("必填项为空", "a required cell is blank"), Label("请补充", "fill it in")),
    "none-not-allowed": (
        Label("该列不得填“空”", "the word 空 (none) is not allowed in this column"),
        Label("请填写实际内容", "give the content itself"),
    ),
    "too-long": (
        Label("超过{limit}个字符", "the text is longer than {limit} characters"),
        Label("请缩短，并核对是否填错了列", "shorten it, and check that it is in the right column"),
    ),
    "cell-error": (
        Label("单元格内是错误值", "the cell holds an error value"),
        Label("请改正公式，并粘贴为值", "mend the formula and paste its value"),
    ),
    "cell-type": (
        Label("单元格的类型与该列不符", "the cell is of a type that does not fit the column"),
        Label("请以文本填写", "enter it as text"),
    ),
    "number-lost": (
        Label("号码以数字保存，末位或首位的零可能已丢失", "a number stored as a figure may have lost digits"),
        Label(
            "请将该列设为文本格式，并从原始来源重新填写",
            "format the column as text and enter it again from the source",
        ),
    ),
    "date": (
        Label("不是可辨认的日期", "this is no date that can be read"),
        Label("请写作2019-03-05，或设为日期格式", "write 2019-03-05, or format the cell as a date"),
    ),
    "date-range": (
        Label("日期须在1900年至2199年之间", "the date must lie between 1900 and 2199"),
        Label("请核对年份", "check the year"),
    ),
    "code-list": (
        Label("不在该列的代码表内", "this is not in the column's code list"),
        Label("可用：{codes}", "one of: {codes}"),
    ),
    "other-not-specified": (
        Label("“其他”须写明是哪一种", '其他 ("other") must say which'),
        Label("请写作“其他-具体种类”；列名的种类请直接填写", "write 其他-(which); a listed one stands by itself"),
    ),
    "amount": (
        Label("不是可辨认的金额", "this is no amount that can be read"),
        Label("请只填数字，小数不超过分", "give figures only, down to the fen at most"),
    ),
    # the row
    "amount-conflict": (
        Label("金额与处罚内容所载罚款不一致", "the amount is not the fine that the text of the penalty states"),
        Label("请核对金额及其单位（元、万元）", "check the amount and its unit (yuan or ten thousand yuan)"),
    ),
    "no-penalty": (
        Label("决定不予处罚，不是行政处罚信息", "the decision imposes no penalty, so it is none"),
        Label(
            "请删去此行；所认定的违法可作为违法违规信息报送",
            "leave the row out; a violation that was found can be reported as a violation",
        ),
    ),
    "subject-conflict": (
        Label(
            "行政相对人类别与所填代码不符",
            "the class of the subject does not fit the codes that are filled in",
        ),
        Label("请核对类别和各代码", "check the class and the codes"),
    ),
    "subject-missing": (
        Label("没有任何主体代码", "no code of the subject is given"),
        Label("组织填写其代码之一，自然人填写证件号码", "give a code of the organisation, or the person's number"),
    ),
    "subject-unclear": (
        Label(
            "有法定代表人而无组织的代码，分不清是组织还是自然人",
            "a legal representative without a code of the organisation: person or organisation is not clear",
        ),
        Label("组织请补充其代码；自然人请清空法定代表人", "add the organisation's code; for a person clear this cell"),
    ),
    "representative-missing": (
        Label("组织须填写法定代表人", "an organisation needs its legal representative"),
        Label("请补充", "fill it in"),
    ),
    "before": (
        Label("早于“{other}”", 'the day is before "{other}"'),
        Label("请核对两个日期", "check the two days"),
    ),
    "after-report": (
        Label("晚于报送日期", "the day is after the day of the report"),
        Label("请核对该日期和报送日期", "check it, and the day of the report"),
    ),
}


def sheet_fault(problem: str, *, field: str | None = None, **data: str | int) -> Fault:
    """The fault ``sheet.<problem>``; ``data`` fills its texts and stands beside it."""
    message, cure = _TEXTS[problem]
    return Fault(
        code=f"sheet.{problem}",
        message=message.filled(**data),
        cure=cure.filled(**data),
        field=field,
        data=MappingProxyType(dict(data)),
    )


def refused(problem: str, **data: str | int) -> InvalidInput:
    """The error of one such fault."""
    return InvalidInput(sheet_fault(problem, field=None, **data))
