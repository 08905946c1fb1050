"""What a record or a list entry is about: the conducts that J4 names, and those of M12 that J4 does not name."""

from jscredit.records.vocabulary import Vocabulary


class BlacklistField(Vocabulary):
    """The seven fields of black-listed conduct (J4, third paragraph)."""

    LIFE_AND_HEALTH = "life_and_health", "危害身体健康和生命安全", "life and health"
    MARKET_AND_SOCIAL_ORDER = "market_and_social_order", "破坏市场和社会秩序", "market and social order"
    FALSE_DOCUMENTS_FOR_PUBLIC_FUNDS = (
        "false_documents_for_public_funds",
        "以虚假文件骗取专项资金",
        "false documents for public funds",
    )
    CAPACITY_REDUCTION = "capacity_reduction", "去产能", "reduction of capacity"
    REFUSAL_OF_STATUTORY_DUTIES = "refusal_of_statutory_duties", "拒不履行法定义务", "refusal of statutory duties"
    NATIONAL_DEFENCE = "national_defence", "国防", "national defence"
    OTHER_INTENTIONAL_VIOLATION = "other_intentional_violation", "其他故意违法", "other intentional violation"


class Conduct(Vocabulary):
    """What a record is about. Whether it was malicious or intended is a field of the record, not part of the name.

    >>> Conduct.BID_RIGGING.label.zh, Conduct("wage_arrears").label.en
    ('围标串标', 'wage arrears')
    """

    # J4, third paragraph, field 1
    FOOD_SAFETY = "food_safety", "食品安全", "food safety"
    DRUG_SAFETY = "drug_safety", "药品安全", "drug safety"
    ECOLOGY_AND_ENVIRONMENT = "ecology_and_environment", "生态环境", "ecology and environment"
    ENGINEERING_QUALITY = "engineering_quality", "工程质量", "engineering quality"
    PRODUCT_QUALITY = "product_quality", "产品质量", "product quality"
    WORK_SAFETY = "work_safety", "安全生产", "work safety"
    FIRE_SAFETY = "fire_safety", "消防安全", "fire safety"
    COMPULSORY_PRODUCT_CERTIFICATION = (
        "compulsory_product_certification",
        "强制性产品认证",
        "compulsory product certification",
    )
    # field 2
    BRIBERY = "bribery", "贿赂", "bribery"
    TAX_EVASION = "tax_evasion", "逃税", "tax evasion"
    TAX_FRAUD = "tax_fraud", "骗税", "tax fraud"
    TAX_ARREARS = "tax_arrears", "欠缴税款", "tax arrears"
    TAX_RESISTANCE = "tax_resistance", "抗税", "violent resistance to tax"
    FALSE_INVOICING = "false_invoicing", "虚开发票", "false invoicing"
    DEBT_EVASION = "debt_evasion", "逃废债务", "evasion of debts"
    ARREARS_OF_GOODS_OR_SERVICE_PAYMENT = (
        "arrears_of_goods_or_service_payment",
        "拖欠货款或服务费",
        "arrears of payment for goods or services",
    )
    SOCIAL_INSURANCE_ARREARS = "social_insurance_arrears", "欠缴社会保险费", "social insurance arrears"
    WAGE_ARREARS = "wage_arrears", "欠薪", "wage arrears"
    SOCIAL_INSURANCE_BENEFIT_FRAUD = (
        "social_insurance_benefit_fraud",
        "骗取套取社会保险待遇",
        "fraud on social insurance benefits",
    )
    PRICE_VIOLATION = "price_violation", "价格违法", "price violation"
    STATISTICAL_VIOLATION = "statistical_violation", "统计违法", "statistical violation"
    ILLEGAL_FUNDRAISING = "illegal_fundraising", "非法集资", "illegal fundraising"
    CONTRACT_FRAUD = "contract_fraud", "合同欺诈", "contract fraud"
    MEASUREMENT_FRAUD = "measurement_fraud", "计量作弊", "measurement fraud"
    PYRAMID_SELLING = "pyramid_selling", "传销", "pyramid selling"
    ILLEGAL_BUSINESS_OPERATION = "illegal_business_operation", "非法经营", "illegal business operation"
    COUNTERFEIT_AND_SUBSTANDARD_GOODS = (
        "counterfeit_and_substandard_goods",
        "制售假冒伪劣商品",
        "counterfeit and substandard goods",
    )
    INTELLECTUAL_PROPERTY_INFRINGEMENT = (
        "intellectual_property_infringement",
        "侵犯知识产权",
        "infringement of intellectual property",
    )
    BIDDING_WITH_LENT_OR_BORROWED_QUALIFICATION = (
        "bidding_with_lent_or_borrowed_qualification",
        "出借和借用资质投标",
        "bidding with a lent or borrowed qualification",
    )
    BID_RIGGING = "bid_rigging", "围标串标", "bid rigging"
    FALSE_ADVERTISING = "false_advertising", "虚假广告", "false advertising"
    ILLEGAL_TRANSPORT = "illegal_transport", "违规运输", "transport against the rules"
    HARM_TO_CONSUMERS = "harm_to_consumers", "侵害消费者权益", "harm to consumers"
    HARM_TO_SECURITIES_AND_FUTURES_INVESTORS = (
        "harm_to_securities_and_futures_investors",
        "侵害证券期货投资者权益",
        "harm to securities and futures investors",
    )
    SERIOUS_DISRUPTION_OF_ONLINE_COMMUNICATION = (
        "serious_disruption_of_online_communication",
        "严重破坏网络传播秩序",
        "serious disruption of online communication",
    )
    GATHERING_TO_DISTURB_PUBLIC_ORDER = (
        "gathering_to_disturb_public_order",
        "聚众扰乱社会秩序",
        "gathering to disturb public order",
    )
    # fields 3 to 5
    FALSE_DOCUMENTS_TO_OBTAIN_SPECIAL_FUNDS = (
        "false_documents_to_obtain_special_funds",
        "以虚假文件骗取专项资金",
        "false documents to obtain special funds",
    )
    OBSTRUCTION_OF_CAPACITY_REDUCTION = (
        "obstruction_of_capacity_reduction",
        "阻扰去产能",
        "obstruction of capacity reduction",
    )
    REFUSAL_OF_DUTIES_IN_CAPACITY_REDUCTION = (
        "refusal_of_duties_in_capacity_reduction",
        "去产能中拒不履行义务",
        "refusal of duties in capacity reduction",
    )
    REFUSAL_TO_PERFORM = "refusal_to_perform", "拒不履行终审判决或决定", "refusal to perform a final act"
    EVASION_OF_EXECUTION = "evasion_of_execution", "逃避执行", "evasion of execution"
    # fields 6 and 7
    REFUSAL_OF_DEFENCE_DUTY = "refusal_of_defence_duty", "拒不履行国防义务", "refusal of a defence duty"
    REFUSAL_OR_EVASION_OF_MILITARY_SERVICE = (
        "refusal_or_evasion_of_military_service",
        "拒绝、逃避兵役",
        "refusal or evasion of military service",
    )
    REFUSAL_OR_DELAY_OF_CIVIL_RESOURCE_REQUISITION = (
        "refusal_or_delay_of_civil_resource_requisition",
        "拒绝、拖延民用资源征用",
        "refusal or delay of the requisition of civil resources",
    )
    OBSTRUCTION_OF_CONVERTING_REQUISITIONED_RESOURCES = (
        "obstruction_of_converting_requisitioned_resources",
        "阻碍改造被征用的民用资源",
        "obstruction of converting requisitioned resources",
    )
    HARM_TO_DEFENCE_INTERESTS = "harm_to_defence_interests", "危害国防利益", "harm to defence interests"
    DAMAGE_TO_DEFENCE_FACILITIES = "damage_to_defence_facilities", "破坏国防设施", "damage to defence facilities"
    OTHER_VIOLATION = "other_violation", "其他违反法律法规", "other violation of laws or regulations"
    # M12(4), M12(6), M12(8): conducts that J4 does not name, of which a penalty too may speak
    UNLAWFUL_EMPLOYMENT = "unlawful_employment", "违法用工", "unlawful employment"
    SOCIAL_INSURANCE_FUND_FRAUD = "social_insurance_fund_fraud", "骗取套取社保基金", "fraud on social insurance funds"
    FALSE_MATERIAL = "false_material", "提供虚假材料", "false material"
    BREACH_OF_NOTIFICATION_AND_COMMITMENT = (
        "breach_of_notification_and_commitment",
        "违反告知承诺制度",
        "breach of notification and commitment",
    )
    ACADEMIC_FRAUD = "academic_fraud", "学术造假", "academic fraud"
    EXAM_CHEATING = "exam_cheating", "考试作弊", "exam cheating"
