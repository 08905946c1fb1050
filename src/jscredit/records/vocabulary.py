"""The small closed vocabularies of records and list entries, each value with its name in both languages."""

from enum import StrEnum
from typing import Self

from jscredit.errors import Label


class Vocabulary(StrEnum):
    """A closed list of codes. A member is written as its code and its two names.

    >>> Severity.SERIOUS.value, Severity.SERIOUS.label.zh, Severity("general").label.en
    ('serious', '严重失信', 'general failure')
    """

    label: Label
    _value_: str

    def __new__(cls, code: str, zh: str, en: str) -> Self:
        """A member from its code and its names."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = Label(zh, en)
        return member


class Category(Vocabulary):
    """The four classes of public credit information (M9)."""

    BASIC = "basic", "基础信息", "basic information"
    POSITIVE = "positive", "正面信息", "positive information"
    NEGATIVE = "negative", "负面信息", "negative information"
    OTHER = "other", "其他信息", "other information"


class Severity(Vocabulary):
    """How grave a failure is (M15, M30). A failure marked 未定 has no severity yet: give ``None``."""

    GENERAL = "general", "一般失信", "general failure"
    RATHER_SERIOUS = "rather_serious", "较重失信", "rather serious failure"
    SERIOUS = "serious", "严重失信", "serious failure"


class Procedure(Vocabulary):
    """The procedure of an administrative penalty (M12(9)).

    The Penalty Law of 2021 calls the general procedure 普通程序; a hearing belongs to it.
    """

    GENERAL = "general", "一般程序（普通程序）", "general procedure"
    SUMMARY = "summary", "简易程序", "summary procedure"


class Granter(Vocabulary):
    """Who granted an honour, or organised an activity (M11(1), M11(2))."""

    GOVERNMENT = "government", "人民政府", "people's government"
    DEPARTMENT = "department", "政府部门", "government department"
    AUTHORISED_ORGANISATION = "authorised_organisation", "授权组织", "authorised organisation"
    OTHER_BODY = "other_body", "其他单位", "other body"


class PenaltyType(Vocabulary):
    """The types of administrative penalties: those of the law of 2021, and those of before, in one list.

    The sheets of before 2021 join suspension and revocation of a licence in one code, which does not tell which of
    the two it was.
    """

    WARNING = "warning", "警告", "warning"
    PUBLIC_CRITICISM = "public_criticism", "通报批评", "public criticism"
    FINE = "fine", "罚款", "fine"
    CONFISCATION = "confiscation", "没收违法所得、没收非法财物", "confiscation"
    LICENCE_SUSPENSION = "licence_suspension", "暂扣许可证件", "suspension of a licence"
    LICENCE_REVOCATION = "licence_revocation", "吊销许可证件", "revocation of a licence"
    LICENCE_SUSPENSION_OR_REVOCATION = (
        "licence_suspension_or_revocation",
        "暂扣或者吊销许可证件",
        "suspension or revocation of a licence",
    )
    QUALIFICATION_DOWNGRADE = "qualification_downgrade", "降低资质等级", "lower grade of qualification"
    BUSINESS_RESTRICTION = "business_restriction", "限制开展生产经营活动", "restriction of business"
    SUSPENSION_OF_BUSINESS = "suspension_of_business", "责令停产停业", "suspension of business"
    CLOSURE = "closure", "责令关闭", "closure"
    EMPLOYMENT_RESTRICTION = "employment_restriction", "限制从业", "restriction of employment"
    ADMINISTRATIVE_DETENTION = "administrative_detention", "行政拘留", "administrative detention"
    OTHER = "other", "其他行政处罚", "other penalty"


class SharingClass(Vocabulary):
    """The three classes of use that the catalogue gives to information (M19)."""

    PUBLIC = "public", "社会公开", "public"
    GOVERNMENT_SHARED = "government_shared", "政府共享", "shared within government"
    AUTHORISED_QUERY = "authorised_query", "授权查询", "query by authorisation"


class ListSide(Vocabulary):
    """Red lists name the honest, black lists the seriously failing (J4)."""

    RED = "red", "红名单", "red list"
    BLACK = "black", "黑名单", "black list"


class ListingGround(Vocabulary):
    """On what kind of information a listing rests (J4, first paragraph)."""

    REGISTRATION = "registration", "登记类信息", "registration"
    ACTS_REFLECTING_INTEGRITY = "acts_reflecting_integrity", "反映诚信状况的信息", "acts that reflect integrity"
    REFUSAL_TO_PERFORM_EFFECTIVE_JUDGMENT = (
        "refusal_to_perform_effective_judgment",
        "拒不履行生效司法裁决",
        "refusal to perform an effective judgment",
    )
    COMMENDATIONS_AND_AWARDS = "commendations_and_awards", "受表彰奖励", "commendations and awards"
    OTHER_BY_NORM = "other_by_norm", "其他信息", "other information by a norm"


class ListingAct(Vocabulary):
    """The nine acts of the second ground of a listing (J4, first paragraph)."""

    CRIMINAL_PUNISHMENT = "criminal_punishment", "刑事处罚", "criminal punishment"
    ADMINISTRATIVE_LICENCE = "administrative_licence", "行政许可", "administrative licence"
    ADMINISTRATIVE_PENALTY = "administrative_penalty", "行政处罚", "administrative penalty"
    ADMINISTRATIVE_COMPULSION = "administrative_compulsion", "行政强制", "administrative compulsion"
    ADMINISTRATIVE_CONFIRMATION = "administrative_confirmation", "行政确认", "administrative confirmation"
    ADMINISTRATIVE_INSPECTION = "administrative_inspection", "行政检查", "administrative inspection"
    ADMINISTRATIVE_LEVY = "administrative_levy", "行政征收", "administrative levy"
    ADMINISTRATIVE_AWARD = "administrative_award", "行政奖励", "administrative award"
    ADMINISTRATIVE_PAYMENT = "administrative_payment", "行政给付", "administrative payment"


class DelistingGround(Vocabulary):
    """Why an entry ended. The text (J17) lists none; these follow from J6, J20, J23 and J24."""

    PERIOD_OVER = "period_over", "有效期届满", "period over"
    DECISION_AFTER_REPAIR = "decision_after_repair", "修复后决定退出", "decision after repair"
    WITHDRAWN_AS_WRONG = "withdrawn_as_wrong", "认定有误撤销", "withdrawn as wrong"
    RED_ENTRY_DELETED = "red_entry_deleted", "列入黑名单而删除", "red entry deleted for a black one"


class Honour(Vocabulary):
    """The eight honours that make a typical honest subject (J7)."""

    COUNTERPART_IN_GOOD_STANDING = (
        "counterpart_in_good_standing",
        "信用状况良好的行政相对人",
        "counterpart in good standing",
    )
    MORAL_MODEL_OF_HONESTY = "moral_model_of_honesty", "诚信道德模范", "moral model of honesty"
    MODEL_WORKER = "model_worker", "劳动模范", "model worker"
    CONTRACT_HONOURING_ENTERPRISE = (
        "contract_honouring_enterprise",
        "守合同重信用企业",
        "contract-honouring enterprise",
    )
    GREEN_ENTERPRISE = "green_enterprise", "绿色企业", "green enterprise"
    QUALITY_AWARD_WINNER = "quality_award_winner", "质量管理奖获奖企业", "winner of a quality award"
    CREDIT_MANAGEMENT_DEMONSTRATION_ENTERPRISE = (
        "credit_management_demonstration_enterprise",
        "企业信用管理示范企业",
        "demonstration enterprise of credit management",
    )
    HARMONIOUS_LABOUR_RELATIONS_ENTERPRISE = (
        "harmonious_labour_relations_enterprise",
        "和谐劳动关系企业",
        "enterprise of harmonious labour relations",
    )


class RecordStatus(Vocabulary):
    """What has become of a record in a file. Repaired and withdrawn ones are archived and stay readable (M35)."""

    ACTIVE = "active", "有效记录", "active"
    REPAIRED = "repaired", "已修复", "repaired"
    WITHDRAWN = "withdrawn", "已撤销", "withdrawn"
