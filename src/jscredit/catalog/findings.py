"""What can be wrong with a catalogue, each with its clause and its cure."""

from jscredit.errors import Label

TEXTS: dict[str, tuple[Label, Label, str]] = {
    "missing": (
        Label("缺少“{zh}”", "the {en} is missing"),
        Label("请补充", "state it"),
        "M8",
    ),
    "sharing-class-missing": (
        Label("未定为社会公开、政府共享、授权查询中的一类", "it is in none of the three classes of use"),
        Label("请定为其中一类；未定的绝不当作公开", "put it in one of them; without one it is never public"),
        "M19",
    ),
    "sharing-class-double": (
        Label("同时定为几类使用范围", "it is in more than one class of use"),
        Label("只保留一类；个别数据项更窄的另行标注", "keep one; an element that is narrower may say so by itself"),
        "M19",
    ),
    "kind-category": (
        Label("信息种类“{zh}”不属于所定的类别", "the kind '{en}' is not of the class that is stated"),
        Label("请核对种类和类别", "check the kind and the class"),
        "M9",
    ),
    "kind-subject": (
        Label("信息种类“{zh}”不适用于所列的信息主体", "the kind '{en}' is not about the subjects that are listed"),
        Label("请核对种类和信息主体类型", "check the kind and the types of subjects"),
        "M10",
    ),
    "use-outlasts-retention": (
        Label("使用期限长于保存期限", "it is used longer than it is kept"),
        Label("请缩短使用期限，或延长保存期限", "shorten the use, or keep it longer"),
        "M8",
    ),
    "validity": (
        Label(
            "“{zh}”的有效期与第三十条不符，且未引用规定",
            "the validity of a {en} is not that of art. 30, and no norm is cited",
        ),
        Label("请改为条文所定，或引用另有规定的法律、法规或规章", "follow the article, or cite the other norm"),
        "M30",
    ),
    "validity-not-failure": (
        Label("不是失信信息，却定有有效期", "it states a validity and is no failure information"),
        Label("有效期只属于失信信息；其他信息用使用期限", "only failures have one; others have a period of use"),
        "M30",
    ),
    "duplicate-entry": (
        Label("目录项的编码重复", "another entry has the same code"),
        Label("请另编", "give it another code"),
        "M8",
    ),
    "duplicate-element": (
        Label("数据项的列代码重复", "another element of the entry has the same code"),
        Label("请另编", "give it another code"),
        "M8",
    ),
    "secret-public": (
        Label("标为{zh}，却列入社会公开", "it is marked as {en} and is public"),
        Label("请改为政府共享或授权查询", "share it within government, or by authorisation"),
        "M4",
    ),
    "forbidden": (
        Label("属于禁止归集的“{zh}”", "its collection is forbidden: {en}"),
        Label("请删去该数据项；已存的须清除", "take the element out; what is stored has to be purged"),
        "M14",
    ),
    "type-unknown": (
        Label("不认识该数据项的类型", "the element's type is not known"),
        Label("请用数据项类型表中的类型", "use one of the listed types"),
        "M8",
    ),
    "no-codes": (
        Label("类型为代码，却没有代码表", "its values are codes, and it has no code list"),
        Label("请列出代码", "list the codes"),
        "M8",
    ),
    "refers-to-nothing": (
        Label("“{zh}”所指的不在本目录项内，或不是日期、代码", "its {en} names nothing in this entry that fits"),
        Label("请核对所指的列代码或代码", "check the code that it names"),
        "M8",
    ),
}
