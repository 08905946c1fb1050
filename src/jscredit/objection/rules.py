"""M31: when an objection is admitted, and whether the two grounds that a record itself can show are there."""

from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.objection.vocabulary import ForbiddenElement, ObjectionGround, UseMade
from jscredit.records.facts import DETERMINED_ON
from jscredit.rules import Condition, Fact, If, Rule
from jscredit.validity.rules import (
    EXPIRY_ENDS_PUBLICATION,
    EXPIRY_ENDS_RESTRAINT,
    IS_FAILURE,
    NOT_EXPIRED,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    within,
)
from jscredit.validity.rules import NOTICES as VALIDITY_NOTICES

_M31 = M.article(31)
_FORBIDDEN, _PAST = M.article(31, item=2), M.article(31, item=3)

APPLICANT_IS_SUBJECT = Fact.flag("applicant_is_subject", Label("申请人为信息主体", "the applicant is the subject"))
ADDRESSED_TO_PROVIDER = Fact.flag(
    "addressed_to_provider", Label("受理单位为信息提供单位", "it was made to the record's provider")
)
ADDRESSED_TO_ORGANISATION = Fact.flag(
    "addressed_to_organisation",
    Label("受理单位为公共信用信息工作机构", "it was made to an information organisation"),
)
GROUND = Fact.choice("ground", ObjectionGround, Label("异议理由", "ground of the objection"))
EVIDENCE_GIVEN = Fact.flag("evidence_given", Label("附有证明材料", "evidence was handed in"))

OBJECTION = Rule(
    "objection-admissibility",
    _M31,
    Label("异议申请应予受理", "the objection is admitted"),
    (
        Condition("applicant", _M31, Label("由信息主体提出", "made by the subject"), APPLICANT_IS_SUBJECT),
        Condition(
            "addressee",
            _M31,
            Label("向提供单位或工作机构提出", "made to the provider or the information organisation"),
            ADDRESSED_TO_PROVIDER | ADDRESSED_TO_ORGANISATION,
        ),
        Condition("ground", _M31, Label("写明法定理由", "on one of the three grounds"), GROUND.is_in(*ObjectionGround)),
        Condition("evidence", _M31, Label("附有证明材料", "with evidence"), EVIDENCE_GIVEN),
    ),
)

ABOUT_NATURAL_PERSON = Fact.flag("about_natural_person", Label("信息主体为自然人", "the subject is a natural person"))
ELEMENT = Fact.choice("forbidden_element", ForbiddenElement, Label("所涉内容", "content in question"))
FORBIDDING_NORM_RANK = Fact.choice(
    "forbidding_norm_rank", Rank, Label("禁止归集的规定的位阶", "rank of the norm that forbids it")
)
FIELD_FILLED = Fact.flag("field_filled", Label("所指的项有内容", "the field that is named holds something"))
CONTENT_IS_SUCH = Fact.flag("content_is_such", Label("经查属该类内容", "it was found to be such content"), judged=True)

# A rule (规章) is not enough: M14 speaks of laws and regulations.
_LAW_OR_REGULATION = (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION)

FORBIDDEN_COLLECTION = Rule(
    "forbidden-collection",
    _FORBIDDEN,
    Label("属于禁止归集的信息", "it is information whose collection is forbidden"),
    (
        Condition(
            "natural-person",
            _FORBIDDEN,
            Label("涉及自然人的个人信息", "it is about a natural person"),
            ABOUT_NATURAL_PERSON,
        ),
        Condition(
            "forbidden-element",
            _FORBIDDEN,
            Label("属第十四条所列，或由法律、法规禁止", "named in art. 14, or forbidden by a law or regulation"),
            ELEMENT.is_in(*(one for one in ForbiddenElement if one is not ForbiddenElement.OTHER_FORBIDDEN))
            | ((ELEMENT == ForbiddenElement.OTHER_FORBIDDEN) & FORBIDDING_NORM_RANK.is_in(*_LAW_OR_REGULATION)),
        ),
        Condition("in-the-record", _FORBIDDEN, Label("记录中存有内容", "the record holds it"), FIELD_FILLED),
        Condition("such-content", _FORBIDDEN, Label("经查属该类内容", "found to be such content"), CONTENT_IS_SUCH),
    ),
)

USE_MADE = Fact.choice("use_made", UseMade, Label("作何使用", "use that was made"))

_BARRED_AFTER_VALIDITY = If(USE_MADE == UseMade.PUBLICATION, EXPIRY_ENDS_PUBLICATION, EXPIRY_ENDS_RESTRAINT)

USED_PAST_ITS_PERIOD = Rule(
    "used-past-its-period",
    _PAST,
    Label("失信信息已过期限", "the failure information is past its period"),
    (
        IS_FAILURE,
        Condition(
            "period-over",
            _PAST,
            Label("有效期或使用期限已满", "its validity or its period of use is over"),
            (~NOT_EXPIRED & _BARRED_AFTER_VALIDITY) | (PERIOD_OF_USE_GIVEN & ~within(DETERMINED_ON, PERIOD_OF_USE)),
        ),
    ),
    VALIDITY_NOTICES,
)
