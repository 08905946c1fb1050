"""Why a change cannot enter a file, each refusal with its clause and cure."""

from jscredit.errors import Fault, Label

NO_CITATION = Fault(
    code="change.no-citation",
    message=Label("变更未注明所依据的程序", "the change cites no procedure"),
    cure=Label("请注明条款或文号", "cite the clause or the document"),
    field="citation",
    clause="M36",
)
KNOWN_BEFORE_IT_COUNTS = Fault(
    code="change.known-before-it-counts",
    message=Label("变更自将来才生效", "the change counts only from a later day"),
    cure=Label("请在生效之日或以后记入", "enter it on that day or later"),
    field="known_on",
    clause="M36",
)
OUT_OF_ORDER = Fault(
    code="change.out-of-order",
    message=Label("早于档案中已有的变更获知", "it became known before a change that the file already holds"),
    cure=Label("档案只可续记；请以记入档案之日为 known_on", "a file only grows; give the day of its entry as known_on"),
    field="known_on",
    clause="M36",
)
ANOTHER_SUBJECT = Fault(
    code="change.another-subject",
    message=Label("不属于本档案的信息主体", "it is not about the subject of this file"),
    cure=Label(
        "请核对号码；仅名称相同须由人工判断", "check the numbers; a match by name alone is for a person to decide"
    ),
    clause="M18",
)
DUPLICATE_ID = Fault(
    code="change.duplicate-id",
    message=Label("档案中已有同一编号", "the file already holds this id"),
    cure=Label("更正请用 Corrected；新信息请用新编号", "use Corrected for a correction, a new id for new information"),
    clause="M16¶2",
)
UNKNOWN_ID = Fault(
    code="change.unknown-id",
    message=Label("档案中没有该编号", "the file has no such id"),
    cure=Label("请核对编号", "check the id"),
    clause="M36",
)
ANOTHER_ID = Fault(
    code="change.another-id",
    message=Label("更正后的记录编号不同", "the corrected version has another id"),
    cure=Label("更正不改变编号", "a correction keeps the id"),
    field="record",
    clause="M36",
)
ARCHIVED = Fault(
    code="change.archived",
    message=Label("该记录已归档", "the record is archived"),
    cure=Label("已修复或撤销的记录不再变更为此状态", "a repaired or withdrawn record no longer takes this change"),
    clause="M35¶2",
)
FLAG_OPEN = Fault(
    code="change.flag-open",
    message=Label("该记录已有同一案件的标注", "the record already has the flag of this case"),
    cure=Label("另一异议请用另一案号", "give another objection another case"),
    field="case",
    clause="M32¶3",
)
NO_FLAG = Fault(
    code="change.no-flag",
    message=Label("该记录没有此案件的标注", "the record has no flag of this case"),
    cure=Label("请核对案号", "check the case"),
    field="case",
    clause="M32¶4",
)
NOT_RESPONSIBLE = Fault(
    code="change.not-responsible",
    message=Label("认定为不负有责任", "the person was found not to be responsible"),
    cure=Label("只记入负有责任人员的档案", "it is recorded only for persons who bear responsibility"),
    field="responsibility",
    clause="M29",
)
NOT_PURGEABLE = Fault(
    code="change.not-purgeable",
    message=Label("记录没有这一可清除的项", "the record has no such field that can be emptied"),
    cure=Label("请给出记录中可留空的项名", "name a field of the record that may be unknown"),
    field="element",
    clause="M14",
)
DELISTED = Fault(
    code="change.delisted",
    message=Label("该条目已退出名单", "the entry has already ended"),
    cure=Label("再次列入请用新条目", "a new listing needs a new entry"),
    clause="J17",
)
