"""The stages of an objection."""

from jscredit.procedure import Stage


class ObjectionStage(Stage):
    """Where an objection stands."""

    NEW = "new", "尚未受理", "not received"
    UNDER_REVIEW = "under_review", "审核中", "under review"
    WITH_PROVIDER = "with_provider", "提供单位核实中", "with the provider"
    FOUND_WRONG = "found_wrong", "有误，待更正", "found wrong, to be put right"
    FOUND_RIGHT = "found_right", "无误，待去除标识", "found right, flag to come off"
    PUT_RIGHT = "put_right", "已更正", "put right"
    KEPT = "kept", "维持原信息", "kept as it is"
    APPEALED = "appealed", "申诉处理中", "under appeal"
    WRONG_ON_APPEAL = "wrong_on_appeal", "救济认定有误，待更正", "found wrong on appeal, to be put right"
    APPEAL_SETTLED = "appeal_settled", "申诉已处理", "appeal settled"
    AT_LAW = "at_law", "复议或诉讼中", "in reconsideration or litigation"
