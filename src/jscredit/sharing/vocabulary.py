"""The small closed vocabularies of sharing, each value with its name in both languages."""

from jscredit.records import Vocabulary


class RequesterType(Vocabulary):
    """Who asks: one of the two types of users, or the public (M6, third paragraph)."""

    GOVERNMENT_DEPARTMENT = "government_department", "政府部门", "government department"
    SOCIAL_INSTITUTION = "social_institution", "社会机构", "social institution"
    PUBLIC = "public", "公众", "the public"


class Channel(Vocabulary):
    """Where information is published (M21), and where it is asked for (M20, M22: an open list)."""

    CREDIT_JIANGSU_SITE = "credit_jiangsu_site", "“信用江苏”网站", "Credit Jiangsu site"
    CREDIT_JIANGSU_WECHAT = "credit_jiangsu_wechat", "“信用江苏”微信公众号", "Credit Jiangsu on WeChat"
    CREDIT_JIANGSU_APP = "credit_jiangsu_app", "“信用江苏”APP", "Credit Jiangsu app"
    LEVEL_CREDIT_SITE = "level_credit_site", "各级信用网站", "credit site of a level"
    PUBLIC_PORTAL_SITE = "public_portal_site", "公共门户网站", "public portal"
    SERVICE_WINDOW = "service_window", "信用服务窗口", "service window"
    QUERY_SITE = "credit_site", "信用网站查询", "query on a credit site"
    QUERY_APP = "credit_app", "信用APP查询", "query in a credit app"
    EMBEDDED_INTERFACE = "embedded_interface", "嵌入式接口", "embedded interface"
    OTHER_ONLINE = "other_online", "其他线上途径", "other way online"
    OTHER_OFFLINE = "other_offline", "其他线下途径", "other way offline"


PUBLICATION_CHANNELS = (
    Channel.CREDIT_JIANGSU_SITE,
    Channel.CREDIT_JIANGSU_WECHAT,
    Channel.CREDIT_JIANGSU_APP,
    Channel.LEVEL_CREDIT_SITE,
    Channel.PUBLIC_PORTAL_SITE,
)
"""The five channels of M21; there is no sixth."""


class AccessRight(Vocabulary):
    """By what right information is given (M20, M21, M22)."""

    OWN_QUERY = "own_query", "查询本人信息", "query about oneself"
    AUTHORISED_QUERY = "authorised_query", "经授权查询", "query by authorisation"
    GOVERNMENT_SHARING = "government_sharing", "政府共享", "sharing within government"
    PUBLICATION = "publication", "社会公开", "publication"


class AccessOutcome(Vocabulary):
    """What becomes of a request."""

    GRANTED = "granted", "准予", "granted"
    PROOF_LACKING = "proof_lacking", "证明不齐", "proofs are lacking"
    REFUSED = "refused", "拒绝", "refused"
    UNDETERMINED = "undetermined", "待定", "undetermined"


class ProofKind(Vocabulary):
    """What a query may have to be proved by (M22, second paragraph)."""

    IDENTITY_PROOF = "identity_proof", "有效身份证明", "valid proof of identity"
    AUTHORISATION = "authorisation", "授权证明（书面或短信验证等）", "proof of authorisation (written, SMS or the like)"
    ONLINE_IDENTITY_AUTHENTICATION = (
        "online_identity_authentication",
        "身份识别认证",
        "online authentication of identity",
    )


class AuthorisationForm(Vocabulary):
    """The form of an authorisation (M22, second paragraph: an open list)."""

    WRITTEN = "written", "书面", "written"
    SMS = "sms", "短信验证", "SMS"
    OTHER = "other", "其他方式", "another form"


class OpennessException(Vocabulary):
    """What is not made public (M4, and G1.2 for the work of government)."""

    INFORMATION_SECURITY = "information_security", "国家信息安全", "national information security"
    STATE_SECRET = "state_secret", "国家秘密", "state secret"
    TRADE_SECRET = "trade_secret", "商业秘密", "trade secret"
    PRIVACY = "privacy", "个人隐私", "privacy"


class Breach(Vocabulary):
    """The eight breaches of M37."""

    NOT_AS_REQUIRED = (
        "not_recorded_supplied_or_used_as_required",
        "未按照要求记录、提供和使用",
        "not recorded, supplied or used as required",
    )
    OBJECTION_NOT_HANDLED = (
        "objection_not_handled_as_required",
        "未按照规定处理异议申请",
        "objection not handled as required",
    )
    TAMPERED = "tampered", "篡改", "tampered with"
    FABRICATED = "fabricated", "虚构", "fabricated"
    CONCEALED = "concealed", "隐匿", "concealed"
    UNLAWFULLY_DELETED = "unlawfully_deleted", "违规删除", "unlawfully deleted"
    UNLAWFULLY_DISCLOSED = "unlawfully_disclosed", "违规披露", "unlawfully disclosed"
    SECURITY_RULES_BREACHED = "security_rules_breached", "违反信息安全规定", "rules of information security breached"


class LiabilityStep(Vocabulary):
    """What M37 has follow a breach; the library computes none of it."""

    ORDERED_TO_RECTIFY = "ordered_to_rectify", "责令整改", "ordered to rectify"
    ADMINISTRATIVE_SANCTION = "administrative_sanction", "行政处分", "administrative sanction"
    CRIMINAL_LIABILITY = "criminal_liability", "刑事责任", "criminal liability"


class ExchangePartner(Vocabulary):
    """With whom the system exchanges information (M23: an open list)."""

    GOVERNMENT_SERVICES_PORTAL = "government_services_portal", "政务服务一张网", "government services portal"
    PUBLIC_RESOURCE_TRADING_PLATFORM = (
        "public_resource_trading_platform",
        "公共资源交易平台",
        "public resource trading platform",
    )
    ENTERPRISE_PUBLICITY_SYSTEM = (
        "enterprise_publicity_system",
        "企业信用信息公示系统",
        "enterprise publicity system",
    )
    MARKET_REGULATION_PLATFORM = "market_regulation_platform", "市场监管信息平台", "market regulation platform"
    CREDIT_BUREAU = "credit_bureau", "征信机构", "credit bureau"
    FINANCIAL_INSTITUTION = "financial_institution", "金融机构", "financial institution"
