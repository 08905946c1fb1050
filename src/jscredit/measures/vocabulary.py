"""The closed vocabularies of measures: sides, kinds, force, who applies them, to whom, on what conditions."""

from jscredit.records import Vocabulary


class MeasureSide(Vocabulary):
    """Whether a measure favours or restrains (J7 to J15)."""

    INCENTIVE = "incentive", "激励", "incentive"
    RESTRAINT = "restraint", "惩戒", "restraint"


class MeasureKind(Vocabulary):
    """The four kinds of measures, by who applies them (J11 to J15)."""

    ADMINISTRATIVE = "administrative", "行政性", "administrative"
    MARKET = "market", "市场性", "market"
    INDUSTRY = "industry", "行业性", "industry"
    SOCIAL = "social", "社会性", "social"


class Force(Vocabulary):
    """How binding a measure is, as the text says it. Only a *must* is owed."""

    MUST = "must", "应当", "must"
    STATED = "stated", "规定采取", "stated without a must"
    MAY = "may", "可以", "may"
    SUPPORTED = "supported", "支持", "supported"
    GUIDED = "guided", "引导", "guided"
    ENCOURAGED = "encouraged", "鼓励", "encouraged"
    EXPLORATORY = "exploratory", "探索", "exploratory"

    @property
    def is_owed(self) -> bool:
        """Whether the body that can apply the measure has to.

        >>> [force.value for force in Force if force.is_owed]
        ['must']
        """
        return self is Force.MUST


class Implementer(Vocabulary):
    """Who applies a measure."""

    GOVERNMENT_OR_DEPARTMENT = "government_or_department", "政府和部门", "government or department"
    OTHER_UNIT = "other_unit", "有关单位", "other unit concerned"
    FINANCIAL_INSTITUTION = "financial_institution", "金融机构", "financial institution"
    RURAL_FINANCIAL_INSTITUTION = "rural_financial_institution", "涉农金融机构", "rural financial institution"
    COMMERCIAL_SELLER = "commercial_seller", "商业销售机构", "commercial seller"
    MARKET_SERVICE_PROVIDER = "market_service_provider", "其他市场服务机构", "other market service provider"
    ENTERPRISE = "enterprise", "企业", "enterprise"
    PUBLIC_INSTITUTION = "public_institution", "事业单位", "public institution"
    INDUSTRY_ASSOCIATION = "industry_association", "行业协会商会", "industry association or chamber"
    MASS_ORGANISATION = "mass_organisation", "群团组织", "mass organisation"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织", "social organisation"
    MEDIA = "media", "新闻媒体", "media"
    PUBLIC = "public", "社会公众", "the public"


class MeasureObject(Vocabulary):
    """To whom a measure applies. Measures of persons are never offered to organisations, nor the reverse."""

    ANY_SUBJECT = "any_subject", "各类信用主体", "any subject"
    MARKET_SUBJECT = "market_subject", "市场主体", "market subject"
    ENTERPRISE = "enterprise", "企业", "enterprise"
    NATURAL_PERSON = "natural_person", "自然人", "natural person"
    INDIVIDUAL_UNDER_DUTY = "individual_under_duty", "负有法定义务的个人", "individual under a statutory duty"
    RURAL_GROUP = "rural_group", "农村群体", "rural group"
    ASSOCIATION_MEMBER = "association_member", "协会商会会员", "member of an association"
    ASSOCIATION_APPLICANT = "association_applicant", "申请入会者", "applicant for membership"
    GOVERNMENT_BODY = "government_body", "政府部门", "body of government"
    CIVIL_SERVANT = "civil_servant", "公务员", "civil servant"
    CREDIT_VILLAGE = "credit_village", "信用村", "credit village"
    CREDIT_HOUSEHOLD = "credit_household", "信用户", "credit household"
    RESPONSIBLE_PERSON = (
        "responsible_person",
        "负有责任的法定代表人和其他责任人员",
        "responsible person behind the subject",
    )
    RESPONSIBLE_PRACTITIONER = (
        "responsible_practitioner",
        "负有直接责任的注册执业人员",
        "registered practitioner directly responsible",
    )

    @property
    def is_behind_a_subject(self) -> bool:
        """Whether it is a person who answers for another subject's failure."""
        return self in {MeasureObject.RESPONSIBLE_PERSON, MeasureObject.RESPONSIBLE_PRACTITIONER}


class PersonRole(Vocabulary):
    """What a person is to the subject that failed (J11, M29)."""

    LEGAL_REPRESENTATIVE = "legal_representative", "法定代表人", "legal representative"
    PRINCIPAL = "principal", "主要负责人", "principal"
    DIRECTLY_RESPONSIBLE = "directly_responsible", "其他直接责任人员", "other person directly responsible"
    REGISTERED_PRACTITIONER = "registered_practitioner", "注册执业人员", "registered practitioner"


class Need(Vocabulary):
    """What must be so for a measure, besides that it is on the list and fits its object. Each is a rule's condition."""

    BLACK_LISTED = "black_listed", "列入黑名单且条目有效", "on a black list in force"
    FAILING = "failing", "失信主体", "a failing subject"
    FAILED_BODY = "failed_body", "机关和企事业单位失信", "failure of an organ or enterprise or public institution"
    LEGAL_PERSON = "legal_person", "失信主体为法人", "the failing subject is a legal person"
    SERIOUS = "serious", "属严重失信", "a serious failure"
    JUDGMENT_DEFAULTER = "judgment_defaulter", "失信被执行人", "a judgment defaulter"
    ABLE = "able", "有履行能力", "able to perform"
    REFUSES = "refuses", "拒不履行", "refuses to perform"
    RESPONSIBLE = "responsible", "经认定负有责任", "found to be responsible"
    ASSOCIATION_RULES = "association_rules", "协会规约按情节所定", "attached to this gravity by the association's rules"
    HONEST = "honest", "诚信主体", "an honest subject"
    TYPICAL_OR_CLEAN = (
        "typical_or_clean",
        "诚信典型或连续三年无不良记录",
        "a typical honest subject or three clean years",
    )
    RULE_AS_BASIS = "rule_as_basis", "有法规或规章为依据", "a regulation or rule as its basis"
    DOCUMENTS_MISSING = "documents_missing", "部分申报材料不具备", "some documents of the application are missing"
    RECORD_QUERIED = "record_queried", "已查询信用记录", "the credit record was queried"
    POINTS_REACHED = "points_reached", "信用积分达到要求", "the credit points are reached"
    GOOD_RECORD_OR_RATING = (
        "good_record_or_rating",
        "记录良好或第三方评级较高",
        "a good record or a high third-party rating",
    )
    DEMONSTRATION = "demonstration", "诚信示范企业", "an honest demonstration enterprise"
    ALL_ELSE_EQUAL = "all_else_equal", "其他条件相同", "all else is equal"
    OUTSTANDING = "outstanding", "诚信事迹突出", "outstanding honest conduct"
    COMMENDED = "commended", "受到表彰奖励", "it was commended or rewarded"
    STATUTORY_BASIS = "statutory_basis", "实施单位有法定依据", "the body has a statutory basis"


class MeasureStatus(Vocabulary):
    """How a measure stands in a case on a day."""

    APPLIES = "applies", "适用", "applies"
    OPEN = "open", "待定：缺少事实", "undetermined: facts are missing"
    DOES_NOT_APPLY = "does_not_apply", "不适用于本案", "its conditions are not met"
    NOT_APPLICABLE = "not_applicable", "该单位不得实施", "not applicable by this body"


class ReportTopic(Vocabulary):
    """What the public is encouraged to report (J15). Who reported is strictly protected and is no field of anything."""

    ILLEGAL_OPERATION = "illegal_operation", "非法经营", "illegal operation"
    HIDDEN_PREMISES = "hidden_premises", "隐蔽生产经营场所", "hidden premises"
    ACCIDENT_HAZARD = "accident_hazard", "事故隐患", "accident hazard"
    WORK_SAFETY_VIOLATION = "work_safety_violation", "安全生产违法行为", "violation of work safety"
    OTHER_ENTERPRISE_FAILURE = "other_enterprise_failure", "企业其他失信行为", "other failure of an enterprise"
