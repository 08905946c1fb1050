"""The stages of a listing, of the red and of the black procedure."""

from jscredit.procedure import Stage


class ListingStage(Stage):
    """How far a listing has come. Two stages are of the black list alone: an objection after the notice, notified."""

    OPENED = "opened", "未形成初步名单", "not on a preliminary list yet"
    PRELIMINARY = "preliminary", "列入初步名单", "on the preliminary list"
    SCREENED = "screened", "已交叉比对", "cross-checked"
    PUBLISHED = "published", "筛查名单公示中", "screened list published"
    OBJECTED = "objected", "异议核实中", "objections being verified"
    NOTIFIED = "notified", "已事前告知", "given prior notice"
    OBJECTED_AFTER_NOTICE = "objected_after_notice", "告知后的异议核实中", "objections after the notice being verified"
    LISTED = "listed", "已列入名单", "listed"
    VERIFYING = "verifying", "在列，疑误核实中", "listed, with a reported error being verified"
    ENDED = "ended", "已退出名单", "left the list"
    WITHDRAWN = "withdrawn", "误列已撤销", "withdrawn as wrong"
    NOT_LISTED = "not_listed", "不予列入", "not listed"
