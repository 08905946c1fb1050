"""What the starter catalogue holds beside the sheets: one entry for each item of M10 to M13, in our own words."""

from typing import NamedTuple

from jscredit.catalog.element import DataElement, ListedCode
from jscredit.catalog.vocabulary import ElementType, Secrecy
from jscredit.records import Category, Kind, Severity, SharingClass, SubjectType

EVERY = tuple(SubjectType)
PERSONS = (SubjectType.NATURAL_PERSON,)
ORGANISATIONS = (SubjectType.LEGAL_PERSON, SubjectType.UNINCORPORATED_ORGANISATION)
PUBLIC, SHARED, ASKED = SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED, SharingClass.AUTHORISED_QUERY
BASIC, POSITIVE, NEGATIVE, OTHER = Category


class Group(NamedTuple):
    """One item: its code, names, kinds, class, class of use, subjects, and what its records say beside the common."""

    code: str
    name: str
    name_en: str
    kinds: tuple[Kind, ...]
    category: Category
    sharing_class: SharingClass
    subject_types: tuple[SubjectType, ...] = EVERY
    own: tuple[DataElement, ...] = ()


def _own(code: str, name: str, kind: ElementType = ElementType.TEXT, length: int = 500, **more: object) -> DataElement:
    return DataElement(code=code, name=name, type=kind.value, max_length=length, **more)  # type: ignore[arg-type]


def _flag(code: str, name: str) -> DataElement:
    return _own(code, name, ElementType.YES_NO, 10)


_OWED = (_own("owed_yuan", "欠缴金额（元）", ElementType.AMOUNT, 20), _own("owed_for", "所属期间", length=100))
_MARKET = tuple(Kind)[tuple(Kind).index(Kind.UNLAWFUL_EMPLOYMENT) : tuple(Kind).index(Kind.BID_RIGGING) + 1]

GROUPS: tuple[Group, ...] = (
    Group(
        "M10-1",
        "自然人基础信息",
        "basic information of natural persons",
        tuple(Kind)[: tuple(Kind).index(Kind.EXIT_ENTRY_DOCUMENT) + 1],
        BASIC,
        ASKED,
        PERSONS,
    ),
    Group(
        "M10-2",
        "法人和其他组织基础信息",
        "basic information of organisations",
        tuple(Kind)[tuple(Kind).index(Kind.ORGANISATION_NAME) : tuple(Kind).index(Kind.EXECUTIVE) + 1],
        BASIC,
        PUBLIC,
        ORGANISATIONS,
    ),
    Group("M10-3", "行政审批信息", "administrative approvals", (Kind.ADMINISTRATIVE_APPROVAL,), BASIC, PUBLIC),
    Group(
        "M10-4",
        "从业（执业）资质资格信息",
        "qualifications to practise",
        (Kind.PROFESSIONAL_QUALIFICATION,),
        BASIC,
        PUBLIC,
        own=(_own("qualification", "资质资格名称及等级"), _own("valid_until", "有效期至", ElementType.DAY, 20)),
    ),
    Group("M10-5", "其他基础信息", "other basic information", (Kind.OTHER_BASIC,), BASIC, SHARED),
    Group(
        "M11-1",
        "表彰奖励信息",
        "commendations and awards",
        (Kind.COMMENDATION, Kind.AWARD),
        POSITIVE,
        PUBLIC,
        own=(_own("honour", "荣誉名称", required=True),),
    ),
    Group(
        "M11-2",
        "志愿服务和慈善捐赠信息",
        "volunteering and charitable giving",
        (Kind.VOLUNTEER_SERVICE, Kind.CHARITABLE_DONATION),
        POSITIVE,
        PUBLIC,
        own=(
            _own("organiser", "组织单位"),
            _own("hours", "服务时长（小时）", ElementType.NUMBER, 12),
            _own("donated_yuan", "捐赠金额（元）", ElementType.AMOUNT, 20),
        ),
    ),
    Group("M11-3", "其他正面信息", "other positive information", (Kind.OTHER_POSITIVE,), POSITIVE, SHARED),
    Group(
        "M12-1",
        "刑事判决和违法违规信息",
        "criminal judgments and violations",
        (Kind.CRIMINAL_JUDGMENT, Kind.VIOLATION),
        NEGATIVE,
        SHARED,
        own=(_flag("reflects_credit", "是否反映信用状况"),),
    ),
    Group(
        "M12-2",
        "不执行生效法律文书信息",
        "legal instruments not performed",
        (Kind.LEGAL_INSTRUMENT_NOT_PERFORMED,),
        NEGATIVE,
        PUBLIC,
    ),
    Group(
        "M12-3",
        "欠缴税费信息",
        "arrears due by law",
        (
            Kind.TAX_ARREARS,
            Kind.SOCIAL_INSURANCE_ARREARS,
            Kind.ADMINISTRATIVE_CHARGE_ARREARS,
            Kind.GOVERNMENT_FUND_ARREARS,
        ),
        NEGATIVE,
        PUBLIC,
        own=_OWED,
    ),
    Group(
        "M12-4",
        "扰乱市场经济秩序信息",
        "disturbance of the market order",
        _MARKET,
        NEGATIVE,
        PUBLIC,
        own=(_flag("malice", "是否恶意"), _own("conduct_on", "行为发生日期", ElementType.DAY, 20, field="conduct_on")),
    ),
    Group(
        "M12-5",
        "责任事故信息",
        "accidents with liability",
        (
            Kind.PRODUCT_QUALITY_ACCIDENT,
            Kind.WORK_SAFETY_ACCIDENT,
            Kind.FOOD_SAFETY_ACCIDENT,
            Kind.POLLUTION_ACCIDENT,
        ),
        NEGATIVE,
        PUBLIC,
        own=(_flag("accident_liability", "是否责任事故"), _flag("dealt_with_by_regulator", "是否经监管部门处理")),
    ),
    Group(
        "M12-6",
        "提供虚假材料、违反告知承诺信息",
        "false material, breach of commitment",
        (Kind.FALSE_MATERIAL, Kind.BREACH_OF_NOTIFICATION_AND_COMMITMENT),
        NEGATIVE,
        PUBLIC,
    ),
    Group(
        "M12-7",
        "市场限制、禁入信息",
        "market restrictions and bans",
        (Kind.MARKET_RESTRICTION, Kind.MARKET_BAN),
        NEGATIVE,
        PUBLIC,
        own=(_own("restricted_until", "限制期至", ElementType.DAY, 20, not_before="determined_on"),),
    ),
    Group(
        "M12-8",
        "学术造假、考试作弊信息",
        "academic fraud, cheating in exams",
        (Kind.ACADEMIC_FRAUD, Kind.EXAM_CHEATING),
        NEGATIVE,
        SHARED,
    ),
    Group(
        "M12-9",
        "行政强制执行信息",
        "administrative compulsory execution",
        (Kind.ADMINISTRATIVE_COMPULSORY_EXECUTION,),
        NEGATIVE,
        PUBLIC,
    ),
    Group(
        "M12-10",
        "其他负面信息",
        "other negative information",
        (Kind.OTHER_NEGATIVE,),
        NEGATIVE,
        SHARED,
        own=(_own("breached_norm", "所违反的法律、法规、规章", required=True),),
    ),
    Group(
        "M13-1",
        "信用状况认定信息",
        "credit status assessed by the provider",
        (Kind.PROVIDER_ASSESSED_STATUS,),
        OTHER,
        PUBLIC,
        own=(_own("grade", "等级或分值", length=100, required=True),),
    ),
    Group(
        "M13-2",
        "信用承诺信息",
        "credit commitments",
        (Kind.CREDIT_COMMITMENT,),
        OTHER,
        PUBLIC,
        own=(_own("committed_on", "承诺日期", ElementType.DAY, 20), _flag("kept", "是否履行")),
    ),
    Group(
        "M13-3",
        "监督检查、约谈信息",
        "inspections and regulatory talks",
        (Kind.DAILY_INSPECTION, Kind.REGULATORY_TALK),
        OTHER,
        SHARED,
        own=(_own("finding", "检查、约谈结论"),),
    ),
    Group(
        "M13-4",
        "抵押、出质和商标登记信息",
        "mortgages, pledges and trademarks",
        tuple(Kind)[tuple(Kind).index(Kind.REAL_PROPERTY_MORTGAGE) :],
        OTHER,
        PUBLIC,
        own=(
            _own("registration_number", "登记编号", length=100, required=True),
            _own("secured_yuan", "担保债权数额（元）", ElementType.AMOUNT, 20),
        ),
    ),
)


def common_elements(group: Group) -> tuple[DataElement, ...]:
    """What the records of every item say, and what those of this one say beside it."""
    severity = (_severity(),) if group.category is NEGATIVE else ()
    return (
        *_subject(group.subject_types),
        _own("document_number", "文书号", length=128, field="document_number"),
        _own("content", "信息内容", length=4000, required=True),
        _own(
            "determined_on",
            "认定日期",
            ElementType.DAY,
            20,
            required=True,
            not_after_report=True,
            field="determined_on",
        ),
        _own("determined_by", "认定单位", length=200, required=True, field="determined_by"),
        *severity,
        *group.own,
        _own("provider", "信息提供单位", length=200, required=True, field="provider_name"),
        _own("published_until", "公示截止期", ElementType.DAY, 20, not_before="determined_on", field="published_until"),
        _own("remarks", "备注", length=4000),
    )


def _subject(types: tuple[SubjectType, ...]) -> tuple[DataElement, ...]:
    own = {"required": True, "group": "1"}
    code = _own("credit_code", "统一社会信用代码", ElementType.CREDIT_CODE, 18, field="subject_credit_code", **own)
    number = _own(
        "personal_number",
        "个人证件号码",
        ElementType.PERSONAL_NUMBER,
        40,
        field="subject_resident_id",
        sharing_class=ASKED,
        secrecy=(Secrecy.PRIVACY,),
        **own,
    )
    numbers = (code, number) if set(types) == set(EVERY) else (number,) if types == PERSONS else (code,)
    return (_own("subject_name", "信息主体名称", length=200, required=True, field="subject_name"), *numbers)


def _severity() -> DataElement:
    codes = tuple(
        ListedCode(code=str(place), meaning=one.label.zh, stands_for=one.value)
        for place, one in enumerate(Severity, start=1)
    )
    return _own("severity", "失信严重程度", ElementType.CODE, 1, codes=codes, code_list="severity", field="severity")


_PERSON_NAMES = {Kind.RESIDENT_ID_NUMBER: ElementType.PERSONAL_NUMBER, Kind.DATE_OF_BIRTH: ElementType.DAY}
_ORGANISATION_TYPES = {
    Kind.UNIFIED_SOCIAL_CREDIT_CODE: ElementType.CREDIT_CODE,
    Kind.REGISTERED_CAPITAL: ElementType.AMOUNT,
    Kind.ESTABLISHMENT_DATE: ElementType.DAY,
}
_REQUIRED = frozenset({Kind.NAME, Kind.RESIDENT_ID_NUMBER, Kind.ORGANISATION_NAME, Kind.UNIFIED_SOCIAL_CREDIT_CODE})
_FIELDS = {
    Kind.NAME: "subject_name",
    Kind.RESIDENT_ID_NUMBER: "subject_resident_id",
    Kind.ORGANISATION_NAME: "subject_name",
    Kind.UNIFIED_SOCIAL_CREDIT_CODE: "subject_credit_code",
    Kind.ESTABLISHMENT_DATE: "subject_established_on",
}


def _element(kind: Kind, types: dict[Kind, ElementType]) -> DataElement:
    written = types.get(kind, ElementType.TEXT)
    return _own(kind.value, kind.label.zh, written, 500, required=kind in _REQUIRED, field=_FIELDS.get(kind))


def person_elements() -> tuple[DataElement, ...]:
    """The twelve elements of a natural person (M10(1))."""
    return tuple(_element(kind, _PERSON_NAMES) for kind in GROUPS[0].kinds)


def organisation_elements() -> tuple[DataElement, ...]:
    """The eight elements of an organisation, and the name, post and number of three persons (M10(2))."""
    persons = (Kind.LEGAL_REPRESENTATIVE, Kind.PRINCIPAL, Kind.EXECUTIVE)
    eight = (_element(kind, _ORGANISATION_TYPES) for kind in GROUPS[1].kinds if kind not in persons)
    return (*eight, *(part for kind in persons for part in _person(kind)))


def _person(kind: Kind) -> tuple[DataElement, ...]:
    return (
        _own(f"{kind.value}_name", f"{kind.label.zh}姓名", length=80),
        _own(f"{kind.value}_post", f"{kind.label.zh}职务", length=80),
        _own(
            f"{kind.value}_number",
            f"{kind.label.zh}身份证号码",
            ElementType.PERSONAL_NUMBER,
            40,
            sharing_class=ASKED,
            secrecy=(Secrecy.PRIVACY,),
        ),
    )
