"""What a record is: the kinds that M10 to M13 name. What a record is *about* is its conduct (``conducts``)."""

from jscredit.records.vocabulary import Vocabulary


class Kind(Vocabulary):
    """What a record is, by the items of M10 to M13.

    A condition of an item is no part of a kind's name; it is a field of the record: a penalty has a ``procedure``,
    wage arrears have ``malice``.

    >>> Kind.PENALTY.label.zh, Kind("wage_arrears").label.en
    ('行政处罚', 'wage arrears')
    """

    # M10(1): elements about a natural person
    NAME = "name", "姓名", "name"
    RESIDENT_ID_NUMBER = "resident_id_number", "身份证号码", "resident ID number"
    SEX = "sex", "性别", "sex"
    DATE_OF_BIRTH = "date_of_birth", "出生日期", "date of birth"
    ETHNICITY = "ethnicity", "民族", "ethnicity"
    PLACE_OF_BIRTH = "place_of_birth", "出生地", "place of birth"
    REGISTERED_RESIDENCE = "registered_residence", "户籍地址", "registered residence"
    ACTUAL_RESIDENCE = "actual_residence", "实际居住地址", "actual residence"
    EMPLOYER = "employer", "工作单位", "employer"
    MARITAL_STATUS = "marital_status", "婚姻状况", "marital status"
    EDUCATION = "education", "学历", "education"
    EXIT_ENTRY_DOCUMENT = "exit_entry_document", "出入境证件", "exit or entry document"
    # M10(2): elements about an organisation
    ORGANISATION_NAME = "organisation_name", "名称", "organisation's name"
    UNIFIED_SOCIAL_CREDIT_CODE = "unified_social_credit_code", "统一社会信用代码", "unified social credit code"
    ORGANISATION_TYPE = "organisation_type", "类型", "organisation's type"
    REGISTERED_CAPITAL = "registered_capital", "注册资本（金）", "registered capital"
    ESTABLISHMENT_DATE = "establishment_date", "成立日期", "date of establishment"
    DOMICILE = "domicile", "住所", "domicile"
    BUSINESS_SCOPE = "business_scope", "经营范围", "business scope"
    OWNERSHIP_STRUCTURE = "ownership_structure", "股权结构", "ownership structure"
    LEGAL_REPRESENTATIVE = "legal_representative", "法定代表人", "legal representative"
    PRINCIPAL = "principal", "负责人", "principal"
    EXECUTIVE = "executive", "高管", "executive"
    # M10(3) to M10(5)
    ADMINISTRATIVE_LICENCE = "administrative_licence", "行政许可", "administrative licence"
    ADMINISTRATIVE_APPROVAL = "administrative_approval", "行政审批", "administrative approval"
    PROFESSIONAL_QUALIFICATION = "professional_qualification", "从业（执业）资质资格", "qualification to practise"
    OTHER_BASIC = "other_basic", "其他基础信息", "other basic information"
    # M11
    COMMENDATION = "commendation", "表彰", "commendation"
    AWARD = "award", "奖励", "award"
    VOLUNTEER_SERVICE = "volunteer_service", "志愿服务", "volunteer service"
    CHARITABLE_DONATION = "charitable_donation", "慈善捐赠", "charitable donation"
    OTHER_POSITIVE = "other_positive", "其他正面信息", "other positive information"
    # M12(1) to M12(3)
    CRIMINAL_JUDGMENT = "criminal_judgment", "刑事犯罪判决", "criminal judgment"
    VIOLATION = "violation", "违法违规", "violation"
    LEGAL_INSTRUMENT_NOT_PERFORMED = (
        "legal_instrument_not_performed",
        "不执行生效法律文书",
        "effective legal instrument not performed",
    )
    TAX_ARREARS = "tax_arrears", "欠缴税款", "tax arrears"
    SOCIAL_INSURANCE_ARREARS = "social_insurance_arrears", "欠缴社会保险费", "social insurance arrears"
    ADMINISTRATIVE_CHARGE_ARREARS = "administrative_charge_arrears", "欠缴行政事业性收费", "arrears of charges"
    GOVERNMENT_FUND_ARREARS = "government_fund_arrears", "欠缴政府性基金", "arrears of government funds"
    # item 4 of M12
    UNLAWFUL_EMPLOYMENT = "unlawful_employment", "违法用工", "unlawful employment"
    SOCIAL_INSURANCE_FUND_FRAUD = "social_insurance_fund_fraud", "骗取套取社保基金", "fraud on social insurance funds"
    WAGE_ARREARS = "wage_arrears", "欠薪", "wage arrears"
    TAX_BREACH = "tax_breach", "税收失信", "breach of trust in taxes"
    PYRAMID_SELLING = "pyramid_selling", "传销", "pyramid selling"
    STATISTICAL_VIOLATION = "statistical_violation", "统计违法", "statistical violation"
    ILLEGAL_BUSINESS_OPERATION = "illegal_business_operation", "非法经营", "illegal business operation"
    ILLEGAL_TRANSPORT = "illegal_transport", "违规运输", "transport against the rules"
    BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION = (
        "bidding_with_lent_or_borrowed_qualification",
        "出借和借用资质投标",
        "bidding with a lent or borrowed qualification",
    )
    BID_RIGGING = "bid_rigging", "围标串标", "bid rigging"
    # item 5 of M12
    PRODUCT_QUALITY_ACCIDENT = "product_quality_accident", "产品质量责任事故", "product quality accident"
    WORK_SAFETY_ACCIDENT = "work_safety_accident", "安全生产责任事故", "work safety accident"
    FOOD_SAFETY_ACCIDENT = "food_safety_accident", "食品安全责任事故", "food safety accident"
    POLLUTION_ACCIDENT = "pollution_accident", "环境污染责任事故", "pollution accident"
    # M12(6) to M12(10)
    FALSE_MATERIAL = "false_material", "提供虚假材料", "false material"
    BREACH_OF_NOTIFICATION_AND_COMMITMENT = (
        "breach_of_notification_and_commitment",
        "违反告知承诺制度",
        "breach of notification and commitment",
    )
    MARKET_RESTRICTION = "market_restriction", "市场限制", "market restriction"
    MARKET_BAN = "market_ban", "市场禁入", "market ban"
    ACADEMIC_FRAUD = "academic_fraud", "学术造假", "academic fraud"
    EXAM_CHEATING = "exam_cheating", "考试作弊", "exam cheating"
    PENALTY = "penalty", "行政处罚", "administrative penalty"
    ADMINISTRATIVE_COMPULSORY_EXECUTION = (
        "administrative_compulsory_execution",
        "行政强制执行",
        "administrative compulsory execution",
    )
    OTHER_NEGATIVE = "other_negative", "其他负面信息", "other negative information"
    # M13
    PROVIDER_ASSESSED_STATUS = "provider_assessed_status", "提供单位认定的信用状况", "status assessed by the provider"
    CREDIT_COMMITMENT = "credit_commitment", "信用承诺", "credit commitment"
    DAILY_INSPECTION = "daily_inspection", "日常监督检查", "daily inspection"
    REGULATORY_TALK = "regulatory_talk", "约谈", "regulatory talk"
    REAL_PROPERTY_MORTGAGE = "real_property_mortgage", "不动产抵押登记", "mortgage of real property"
    MOVABLE_PROPERTY_MORTGAGE = "movable_property_mortgage", "动产抵押登记", "mortgage of movable property"
    EQUITY_PLEDGE = "equity_pledge", "股权出质登记", "pledge of equity"
    TRADEMARK_REGISTRATION = "trademark_registration", "商标注册", "trademark registration"
    INTELLECTUAL_PROPERTY_PLEDGE = (
        "intellectual_property_pledge",
        "知识产权出质登记",
        "pledge of intellectual property",
    )
