"""For what a subject's credit is looked at: the matters that M25, J9 and G name."""

from types import MappingProxyType

from jscredit.law import Citation, G, J, M
from jscredit.records.vocabulary import Vocabulary


class Matter(Vocabulary):
    """For what a subject's credit is reviewed. M25's list is open: what is like one of its five stands under it.

    >>> Matter.PROMOTION.label.zh, Matter.PROMOTION.citation.ledger_id, Matter.PROMOTION.is_personnel
    ('职务晋升', 'G2.4', True)
    """

    ADMINISTRATIVE_LICENSING = "administrative_licensing", "行政许可", "administrative licensing"
    FISCAL_FUNDS_AND_PROJECTS = "fiscal_funds_and_projects", "财政资金和项目安排", "fiscal funds and projects"
    PUBLIC_RESOURCE_TRADING = "public_resource_trading", "公共资源交易", "public resource trading"
    DAILY_SUPERVISION = "daily_supervision", "日常监管", "daily supervision"
    HONOURS_AND_GRADING = "honours_and_grading", "评优评级", "evaluation and grading"
    SELECTION_AND_APPOINTMENT = "selection_and_appointment", "选拔任用", "selection and appointment"
    CIVIL_SERVICE_HONOURS = "civil_service_honours", "评优评先", "honours of bodies and civil servants"
    PROMOTION = "promotion", "职务晋升", "promotion"
    RECRUITMENT_VETTING = "recruitment_vetting", "招录考察", "vetting of recruits"
    APPRAISAL_AND_APPOINTMENT = "appraisal_and_appointment", "考核任用", "appraisal and appointment"
    INVESTMENT_PROMOTION_POLICIES = (
        "investment_promotion_policies",
        "招商引资配套政策",
        "policies that go with investment promotion",
    )

    @property
    def citation(self) -> Citation:
        """The clause that names it."""
        return _CITED.get(self, _M25)

    @property
    def is_personnel(self) -> bool:
        """Whether the review is about a civil servant or a body of government (G2.4, G2.5)."""
        return self.citation.instrument == G


_M25 = M.article(25)
_G4, _G5 = G.article(2, item=4), G.article(2, item=5)
_CITED = MappingProxyType(
    {
        Matter.SELECTION_AND_APPOINTMENT: _G4,
        Matter.CIVIL_SERVICE_HONOURS: _G4,
        Matter.PROMOTION: _G4,
        Matter.RECRUITMENT_VETTING: _G5,
        Matter.APPRAISAL_AND_APPOINTMENT: _G5,
        Matter.INVESTMENT_PROMOTION_POLICIES: J.article(9),
    }
)
