"""For what a review is made, by whom, and whether the law asks for it (M25, G2.4, G2.5, J9)."""

from types import MappingProxyType

from jscredit.errors import Label
from jscredit.law import Citation, G, J, M
from jscredit.records import Vocabulary
from jscredit.rules import Condition, Fact, Rule


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


class ReviewingBody(Vocabulary):
    """Who reviews. M25 binds the first two; others inform themselves within the scope that the catalogue gives."""

    ADMINISTRATIVE_ORGAN = "administrative_organ", "行政机关", "administrative organ"
    PUBLIC_AFFAIRS_ORGANISATION = (
        "public_affairs_organisation",
        "行使管理公共事务职能的组织",
        "organisation that manages public affairs",
    )
    OTHER_BODY = "other_body", "其他单位", "other body"


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

MATTER = Fact.choice("matter", Matter, Label("审查事项", "matter of the review"))
BODY = Fact.choice("reviewing_body", ReviewingBody, Label("审查单位类型", "kind of the reviewing body"))

REVIEW_DUTY = Rule(
    "review-duty",
    _M25,
    Label("应当进行信用审查", "a credit review has to be made"),
    (
        Condition(
            "matter-of-article-25",
            _M25,
            Label("属第二十五条所列事项", "the matter is one of those of art. 25"),
            MATTER.is_in(*(matter for matter in Matter if matter.citation == _M25)),
        ),
        Condition(
            "body-of-article-25",
            _M25,
            Label("审查单位为行政机关或者行使管理公共事务职能的组织", "the body is one that art. 25 binds"),
            BODY.is_in(ReviewingBody.ADMINISTRATIVE_ORGAN, ReviewingBody.PUBLIC_AFFAIRS_ORGANISATION),
        ),
    ),
)
