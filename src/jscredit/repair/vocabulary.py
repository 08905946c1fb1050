"""The closed vocabularies of a repair's procedure: what can be lacking, and how persons are encouraged to repair."""

from jscredit.records import Vocabulary


class RepairCondition(Vocabulary):
    """What M34 asks for, as an opinion or an objection can find it lacking."""

    CORRECTED = "corrected", "纠正失信行为", "the failure corrected"
    CLEAR_EFFECT = "clear_effect", "纠正成效明显", "a clear effect of the correction"
    ADVERSE_EFFECT_ELIMINATED = (
        "adverse_effect_eliminated",
        "不良社会影响基本消除",
        "the adverse social effect basically eliminated",
    )
    NO_SAME_KIND_FAILURE = (
        "no_same_kind_failure_in_the_year",
        "一年内未再发生同类失信",
        "no failure of the same kind in the year",
    )
    SELF_DISCIPLINE = "self_discipline", "强化诚信自律意识", "stronger self-discipline"
    CREDIT_MANAGEMENT_SYSTEM = "credit_management_system", "建立信用管理制度", "a credit management system"
    COMMITMENT = "commitment_not_to_fail_again", "承诺不再失信", "a commitment not to fail again"


class RepairEffort(Vocabulary):
    """How J23 encourages persons to repair their credit; its list is open. What M34 asks for is another question."""

    FAILURE_CORRECTED = "failure_corrected", "主动纠正失信行为", "correcting the failure"
    VOLUNTEER_SERVICE = "volunteer_service", "志愿服务", "volunteer service"
    CHARITABLE_DONATION = "charitable_donation", "慈善捐助", "charitable donation"
    ADVERSE_EFFECT_REMOVED = "adverse_effect_removed", "消除不良社会影响", "removing the adverse social effect"
