"""For what a review is made, by whom, and whether the law asks for it (M25, G2.4, G2.5, J9)."""

from jscredit.errors import Label
from jscredit.law import M
from jscredit.records import Matter, Vocabulary
from jscredit.rules import Condition, Fact, Rule


class ReviewingBody(Vocabulary):
    """Who reviews. M25 binds the first two; others inform themselves within the scope that the catalogue gives."""

    ADMINISTRATIVE_ORGAN = "administrative_organ", "行政机关", "administrative organ"
    PUBLIC_AFFAIRS_ORGANISATION = (
        "public_affairs_organisation",
        "行使管理公共事务职能的组织",
        "organisation that manages public affairs",
    )
    OTHER_BODY = "other_body", "其他单位", "other body"


__all__ = ["BODY", "MATTER", "REVIEW_DUTY", "Matter", "ReviewingBody"]

_M25 = M.article(25)

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
