"""The closed vocabularies of the catalogue, and of those who make and use it (M4, M6, M8, M14, M20)."""

from jscredit.records import Vocabulary


class CatalogueAttribute(Vocabulary):
    """The seven attributes that M8 names for each entry."""

    CONTENT = "content", "内容", "content"
    SCOPE_OF_USE = "scope_of_use", "使用范围", "scope of use"
    UPDATE_CYCLE = "update_cycle", "更新周期", "update cycle"
    DATA_SOURCE = "data_source", "数据来源", "data source"
    FORMAT = "format", "格式规范", "format"
    PERIOD_OF_USE = "period_of_use", "使用期限", "period of use"
    RETENTION_PERIOD = "retention_period", "保存期限", "retention period"


class ForbiddenElement(Vocabulary):
    """What is never collected about a natural person (M14)."""

    RELIGION = "religion", "宗教信仰", "religion"
    GENES = "genes", "基因", "genes"
    BLOOD_TYPE = "blood_type", "血型", "blood type"
    DISEASE = "disease", "疾病", "disease"
    MEDICAL_HISTORY = "medical_history", "病史", "medical history"
    OTHER_FORBIDDEN = (
        "other_forbidden_by_law_or_regulation",
        "法律法规禁止归集的其他个人信息",
        "other personal data that a law or regulation forbids",
    )


class Secrecy(Vocabulary):
    """What bars information from the public class (M4)."""

    STATE_SECRET = "state_secret", "国家秘密", "state secret"
    TRADE_SECRET = "trade_secret", "商业秘密", "trade secret"
    PRIVACY = "privacy", "个人隐私", "privacy"


class UserType(Vocabulary):
    """The two types of users (M6, third paragraph)."""

    GOVERNMENT_DEPARTMENT = "government_department", "政府部门", "government department"
    SOCIAL_INSTITUTION = "social_institution", "社会机构", "social institution"


class PublisherCapacity(Vocabulary):
    """In what capacity a body publishes a catalogue (M8)."""

    GOVERNMENT = "government", "同级人民政府", "the government of the level"
    AUTHORISED_BODY = "authorised_body", "人民政府授权单位", "a body that the government authorised"


class ElementType(Vocabulary):
    """How the values of a data element are written."""

    TEXT = "text", "文本", "text"
    DAY = "day", "日期", "date"
    NUMBER = "number", "数值", "number"
    AMOUNT = "amount", "金额", "amount"
    YES_NO = "yes_no", "是否", "yes or no"
    CODE = "code", "代码", "code of a list"
    CODES = "codes", "代码（可多个，以分号分隔）", "codes of a list, with semicolons between them"
    REGION = "region", "行政区划代码", "region code"
    CREDIT_CODE = "credit_code", "统一社会信用代码", "unified social credit code"
    ORGANISATION_CODE = "organisation_code", "组织机构代码", "organisation code"
    BUSINESS_REGISTRATION = "business_registration", "工商登记号", "business registration number"
    TAX_REGISTRATION = "tax_registration", "税务登记号", "tax registration number"
    INSTITUTION_CERTIFICATE = "institution_certificate", "事业单位证书号", "public institution certificate number"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织登记证号", "social organisation registration number"
    PERSONAL_NUMBER = "personal_number", "个人证件号码", "number of a personal document"


class RowSubject(Vocabulary):
    """Whom a row of data is about, as far as the formats' rules tell it apart."""

    ORGANISATION = "organisation", "组织", "organisation"
    NATURAL_PERSON = "natural_person", "自然人", "natural person"
    SOLE_TRADER = "sole_trader", "个体工商户", "sole trader"
