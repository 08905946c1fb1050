"""The table of the loop (J21): which step leads where, by which clause, and what is then due."""

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing import FEEDBACK_INTERVAL
from jscredit.measures import loop_checks as checks
from jscredit.measures.facts import ACTION_LIMIT, FEEDBACK_LIMIT, PUSH_LIMIT
from jscredit.measures.loop_events import Acted, Declined, FedBack, Initiated, Pushed, Stopped
from jscredit.measures.stages import LoopStage as At
from jscredit.procedure import DutyRow, Procedure, Row

_J17, _J20, _J21 = J.article(17), J.article(20), J.article(21)
_CENTRE = Label("公共信用信息中心", "information centre")
BODY = Label("实施部门", "body that applies it")
_ENDS = (Declined, Stopped)

PUSH_DUTY = DutyRow(
    _CENTRE,
    Label("将名单推送实施部门", "push the entry to the body that applies the measure"),
    _J21,
    PUSH_LIMIT,
    (Pushed, Stopped),
)
ACTION_DUTY = DutyRow(BODY, Label("采取措施", "apply the measure"), _J21, ACTION_LIMIT, (Acted, *_ENDS))
FEEDBACK_DUTY = DutyRow(
    BODY,
    Label("向省公共信用信息中心反馈成效", "feed back to the provincial information centre"),
    _J21,
    FEEDBACK_LIMIT,
    (FedBack,),
)
AGAIN_DUTY = DutyRow(
    BODY,
    Label("定期再次反馈", "feed back again, regularly"),
    _J20,
    FEEDBACK_INTERVAL,
    (FedBack, Stopped),
)
_FEEDBACK = (checks.by_the_body, checks.to_the_provincial_centre)


def _stopped(stage: At) -> Row:
    return Row(stage, Stopped, At.STOPPED, _J17, (checks.no_longer_applies,))


MEASURE_LOOP = Procedure(
    "measure-loop",
    Label("联合奖惩的发起、响应、实施和反馈", "The loop of a joint measure"),
    _J21,
    At.NEW,
    (
        Row(
            At.NEW,
            Initiated,
            At.INITIATED,
            _J21,
            (checks.rests_on_an_entry, checks.may_begin, checks.by_the_initiator, checks.to_a_centre),
            duties=(PUSH_DUTY,),
        ),
        Row(
            At.INITIATED,
            Pushed,
            At.PUSHED,
            _J21,
            (checks.by_a_centre, checks.to_whom_it_concerns),
            duties=(ACTION_DUTY,),
        ),
        _stopped(At.INITIATED),
        Row(
            At.PUSHED,
            Acted,
            At.ACTED,
            _J21,
            (checks.by_the_body, checks.still_applies),
            duties=(FEEDBACK_DUTY,),
        ),
        Row(At.PUSHED, Declined, At.DECLINED, _J21, (checks.by_the_body, checks.may_decline)),
        _stopped(At.PUSHED),
        Row(At.ACTED, FedBack, At.FED_BACK, _J21, _FEEDBACK, duties=(AGAIN_DUTY,)),
        _stopped(At.ACTED),
        Row(At.FED_BACK, FedBack, At.FED_BACK, _J20, _FEEDBACK, duties=(AGAIN_DUTY,)),
        _stopped(At.FED_BACK),
        Row(At.STOPPED, FedBack, At.STOPPED, _J21, _FEEDBACK),
    ),
)
