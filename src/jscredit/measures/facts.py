"""What the rules of measures ask: of the list entry, the failure, the subject, the person behind it, the body."""

from jscredit.errors import Label
from jscredit.law import J, Rank
from jscredit.measures.vocabulary import Implementer, PersonRole
from jscredit.records import ListSide, RecordStatus, Severity, SubjectType
from jscredit.rules import PERIOD, TIME_LIMIT, Fact, Option, Term, reading

# What the question is about.
ENTRY_GIVEN = Fact.flag("entry_given", Label("依据名单条目", "it rests on a list entry"))
RECORD_GIVEN = Fact.flag("record_given", Label("依据失信记录", "it rests on a record of a failure"))
PERSON_ASKED = Fact.flag("person_asked", Label("所问为有关责任人员", "the person behind the subject is asked about"))
BODY_ASKED = Fact.flag("body_asked", Label("所问为某一实施单位", "a certain body is asked about"))

# The entry and the record, beside the facts that J20 and M30 ask.
LIST_SIDE = Fact.choice("list_side", ListSide, Label("名单类别", "side of the list"))
ENTRY_SEVERITY = Fact.choice("entry_severity", Severity, Label("名单条目所定失信程度", "severity in the list entry"))
RECORD_STATUS = Fact.choice("record_status", RecordStatus, Label("记录的档案状态", "status of the record in the file"))

# The subject.
SUBJECT_TYPE = Fact.choice("subject_type", SubjectType, Label("主体类型", "type of the subject"))
IS_NATURAL_PERSON = Fact.flag("natural_person", Label("为自然人", "it is a natural person"))
IS_ENTERPRISE = Fact.flag("is_enterprise", Label("为企业", "it is an enterprise"))
IS_MARKET_SUBJECT = Fact.flag("is_market_subject", Label("为市场主体", "it is a market subject"))
IS_GOVERNMENT_BODY = Fact.flag("is_government_body", Label("为机关", "it is a body of government"))
IS_PUBLIC_INSTITUTION = Fact.flag("is_public_institution", Label("为事业单位", "it is a public institution"))
IS_CIVIL_SERVANT = Fact.flag("civil_servant", Label("为公务员", "it is a civil servant"))
IS_RURAL = Fact.flag("rural_group", Label("属农村群体", "it belongs to a rural group"))
IS_MEMBER = Fact.flag("association_member", Label("为协会商会会员", "it is a member of the association"))
IS_APPLICANT = Fact.flag("association_applicant", Label("申请加入协会商会", "it applies for membership"))
IS_CREDIT_VILLAGE = Fact.flag("credit_village", Label("为信用村", "it is a credit village"))
IS_CREDIT_HOUSEHOLD = Fact.flag("credit_household", Label("为信用户", "it is a credit household"))

# What was found about it.
JUDGMENT_DEFAULTER = Fact.flag("judgment_defaulter", Label("为失信被执行人", "it is a judgment defaulter"))
ABLE_TO_PERFORM = Fact.flag("able_to_perform", Label("有履行能力", "it is able to perform"), judged=True)
REFUSES = Fact.flag("refuses", Label("拒不履行", "it refuses to perform"))
TYPICAL_HONEST = Fact.flag("typical_honest", Label("为诚信典型", "it is a typical honest subject"))
THREE_CLEAN_YEARS = Fact.flag("three_clean_years", Label("连续三年无不良记录", "three years without a bad record"))
DOCUMENTS_MISSING = Fact.flag("documents_missing", Label("部分申报材料不具备", "some documents are missing"))
RECORD_QUERIED = Fact.flag("record_queried", Label("已查询信用记录", "its credit record was queried"))
POINTS_REACHED = Fact.flag("points_reached", Label("信用积分达到要求", "the credit points are reached"))
GOOD_RECORD = Fact.flag("good_record", Label("信用记录良好", "its credit record is good"))
HIGH_RATING = Fact.flag("high_rating", Label("第三方信用评级较高", "its third-party rating is high"))
DEMONSTRATION = Fact.flag("demonstration_enterprise", Label("为诚信示范企业", "it is a demonstration enterprise"))
ALL_ELSE_EQUAL = Fact.flag("all_else_equal", Label("其他条件相同", "all else is equal"))
OUTSTANDING = Fact.flag("outstanding_conduct", Label("诚信事迹突出", "its honest conduct is outstanding"), judged=True)
COMMENDED = Fact.flag("commended", Label("受到表彰奖励", "it was commended or rewarded"))
BY_ASSOCIATION_RULES = Fact.flag(
    "by_association_rules", Label("协会规约按该情节所定", "the association's rules attach it to this gravity")
)

# The person behind it, and the body.
PERSON_ROLE = Fact.choice("person_role", PersonRole, Label("人员身份", "role of the person"))
RESPONSIBLE = Fact.flag("responsible", Label("经认定负有责任", "the person was found to be responsible"), judged=True)
IMPLEMENTER = Fact.choice("implementer", Implementer, Label("实施单位类型", "kind of the body that applies it"))
BODY_HAS_BASIS = Fact.flag("body_has_basis", Label("该单位有实施依据", "the body has a statutory basis"))
BASIS_RANK = Fact.choice("basis_rank", Rank, Label("实施依据的位阶", "rank of that basis"))

# J23: the departments' table of periods.
MEASURE_PERIOD_SET = Fact.flag("measure_period_set", Label("定有惩戒期限", "a period of the measure is set"))
MEASURE_DETERMINED_ON = Fact.day(
    "measure_determined_on", Label("据以惩戒的认定日", "day of the determination that the measure rests on")
)
ACTED_ON = Fact.day("acted_on", Label("措施开始实施日", "day on which the measure was first applied"))

_J13, _J21, _J23 = J.article(13), J.article(21), J.article(23)
MEASURE_PERIOD = Term("measure-period", PERIOD, Label("联合惩戒期限", "period of a joint restraint"), _J23)
PERIOD_RUNS_FROM = reading(
    "measure-period-from",
    Label("联合惩戒期限的起算日", "day from which the period of a restraint runs"),
    _J23,
    Option("determination", Label("自据以惩戒的认定日", "from the determination that it rests on")),
    Option("action", Label("自措施开始实施日", "from the day on which it was first applied")),
)
SERIOUSNESS = reading(
    "seriousness-of-the-listed",
    Label("黑名单主体是否即为严重失信", "whether every black-listed subject is a serious one"),
    _J13,
    Option("as-determined", Label("以所定失信程度为准", "as its severity was determined")),
    Option("by-listing", Label("列入黑名单即属严重", "being black-listed says so")),
)
HIGH_CONSUMPTION = reading(
    "high-consumption-of-persons",
    Label("限制高消费的对象", "whose high consumption is restricted"),
    _J13,
    Option("enterprises-and-persons", Label("失信的企业和个人", "that of failing enterprises and persons")),
    Option("market-subjects-only", Label("仅失信市场主体", "that of failing market subjects only")),
)
PERSONS_BEHIND = reading(
    "persons-behind",
    Label("惩戒落实到人所及的组织", "whose persons a restraint reaches"),
    J.article(11),
    Option("legal-persons", Label("仅法人的责任人员", "those of legal persons only")),
    Option("every-organisation", Label("各类组织的责任人员", "those of every organisation")),
)
PUSH_LIMIT = Term("measure-push-limit", TIME_LIMIT, Label("推送名单的期限", "time limit of the push"), _J21)
ACTION_LIMIT = Term("measure-action-limit", TIME_LIMIT, Label("采取措施的期限", "time limit of the measure"), _J21)
FEEDBACK_LIMIT = Term("measure-feedback-limit", TIME_LIMIT, Label("反馈成效的期限", "time limit of feedback"), _J21)
