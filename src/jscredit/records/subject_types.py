"""What kinds of subjects there are."""

from jscredit.records.vocabulary import Vocabulary


class SubjectType(Vocabulary):
    """The three types of subjects (M2). M10, M15 and J4 say 其他组织 for the third."""

    NATURAL_PERSON = "natural_person", "自然人", "natural person"
    LEGAL_PERSON = "legal_person", "法人", "legal person"
    UNINCORPORATED_ORGANISATION = "unincorporated_organisation", "非法人组织", "unincorporated organisation"


class OrganisationForm(Vocabulary):
    """What an organisation is, as far as the Measures or the sheets tell it apart."""

    ENTERPRISE = "enterprise", "企业", "enterprise"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织", "social organisation"
    PUBLIC_INSTITUTION = "public_institution", "事业单位", "public institution"
    STATE_ORGAN = "state_organ", "国家机关", "state organ"
    SOLE_TRADER = "sole_trader", "个体工商户", "sole trader"
    RURAL_COLLECTIVE = "rural_collective", "农村集体经济组织", "rural collective"
    OTHER = "other", "其他", "other"
