"""Closed lists of the integrity opinions that several modules read."""

from jscredit.law import Citation, G
from jscredit.records import Vocabulary


class Consequence(Vocabulary):
    """What follows for a government or a department with failure records (G2.5)."""

    WRITTEN_EXPLANATION = "written_explanation", "书面说明原因", "explanation in writing"
    RECTIFICATION_WITHIN_TIME = "rectification_within_time", "限期加以整改", "rectification within a set time"
    HONOURS_ELIGIBILITY_CANCELLED = (
        "honours_eligibility_cancelled",
        "取消参加荣誉评选资格",
        "no eligibility for honours",
    )
    PUBLIC_CRITICISM = "public_criticism", "公开通报批评", "public criticism"
    PRINCIPAL_HELD_RESPONSIBLE = "principal_held_responsible", "追究主要负责人责任", "principal held responsible"


class GovernmentField(Vocabulary):
    """The seven fields of government integrity (G3).

    >>> GovernmentField.INVESTMENT_PROMOTION.citation.ledger_id
    'G3.4'
    """

    GOVERNMENT_PROCUREMENT = "government_procurement", "政府采购", "government procurement"
    PUBLIC_PRIVATE_PARTNERSHIP = "public_private_partnership", "政府和社会资本合作", "public-private partnership"
    TENDERING = "tendering", "招标投标", "tendering"
    INVESTMENT_PROMOTION = "investment_promotion", "招商引资", "investment promotion"
    LOCAL_GOVERNMENT_DEBT = "local_government_debt", "地方政府债务", "local government debt"
    STATISTICS = "statistics", "统计", "statistics"
    TOWNSHIPS = "townships", "街道和乡镇", "sub-districts and townships"

    @property
    def citation(self) -> Citation:
        """The point that is about it."""
        return G.article(3, item=1 + list(GovernmentField).index(self))
