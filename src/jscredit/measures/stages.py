"""The stages of the loop of one measure (J2, J21)."""

from jscredit.procedure import Stage


class LoopStage(Stage):
    """Where a measure stands between the list and the feedback. J2 names four stages; two more end it early."""

    NEW = "new", "尚未发起", "not begun"
    INITIATED = "initiated", "已发起", "initiated"
    PUSHED = "pushed", "已推送，待响应", "pushed, awaiting the response"
    ACTED = "acted", "已实施", "acted on"
    FED_BACK = "fed_back", "已反馈", "fed back"
    DECLINED = "declined", "该单位不予实施", "declined by the body"
    STOPPED = "stopped", "已停止", "stopped"
