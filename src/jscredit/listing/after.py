"""The steps after the listing, alike for both sides: publication, reports, errors, the exit and its announcement."""

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing import after_checks
from jscredit.listing import after_events as events
from jscredit.listing.case import ListingCase, change_head, first_day_off
from jscredit.listing.publication import FEEDBACK_INTERVAL
from jscredit.listing.stages import ListingStage as At
from jscredit.procedure import DutyRow, Row
from jscredit.records import Delisted, DelistingGround
from jscredit.records.changes import OneChange

_J17, _J20, _J21 = J.article(17), J.article(20), J.article(21)
_J24A = J.article(24, paragraph=1)

_BODY = Label("认定单位", "determining body")
_BODY_OF_CITY = Label("市以上认定单位", "determining body of city level or above")
_IMPLEMENTERS = Label("联合奖惩实施部门", "implementing departments")
_OFF = (events.Exited, events.WithdrawnAsWrong)

AFTER_LISTING = (
    DutyRow(
        _BODY_OF_CITY,
        Label("在三类网站公示并推送“信用中国”", "publish the entry on three sites and push it to Credit China"),
        _J20,
        None,
        (events.EntryPublished,),
    ),
    DutyRow(
        _BODY,
        Label("将条目报送联合奖惩系统", "report the entry to the joint system"),
        _J21,
        None,
        (events.EntryReported,),
    ),
)
_FEEDBACK = DutyRow(
    _IMPLEMENTERS,
    Label("定期反馈联合奖惩实施情况", "feed back regularly what was done about it"),
    _J20,
    FEEDBACK_INTERVAL,
    (events.FeedbackReceived, *_OFF),
)
_VERIFY = DutyRow(
    _BODY,
    Label("核实并反馈，有误的更正或者撤销", "verify it, report back, and correct or withdraw what is wrong"),
    _J24A,
    None,
    (events.NoErrorFound, *_OFF),
)
_ANNOUNCE = DutyRow(
    _BODY,
    Label("通过原公示渠道公告退出", "announce the exit through the original channels"),
    _J17,
    None,
    (events.ExitAnnounced,),
)
_STOP = DutyRow(_IMPLEMENTERS, Label("停止联合奖惩", "stop the measures"), _J17, None, ())
_REMEDY = DutyRow(
    _BODY,
    Label("查明原因并予以补救", "find the cause and provide what is owed"),
    _J24A,
    None,
    (events.RemediesProvided,),
)


def entry_ends(case: ListingCase, event: events.Exited) -> tuple[OneChange, ...]:
    """The entry ends in the file, unless the change set of the black determination ended it there already."""
    if event.order is not None and event.order.ended_in_file:
        return ()
    head = change_head(case, event, _J17.ledger_id) | {"day": first_day_off(case.listed, event)}
    return (Delisted(**head, entry_id=case.entry_id, ground=event.ground),)


def entry_withdrawn(case: ListingCase, event: events.WithdrawnAsWrong) -> tuple[OneChange, ...]:
    """The wrong entry ends in the file."""
    head = change_head(case, event, _J24A.ledger_id)
    return (Delisted(**head, entry_id=case.entry_id, ground=DelistingGround.WITHDRAWN_AS_WRONG),)


def _while_listed(stage: At) -> tuple[Row, ...]:
    return (
        Row(stage, events.EntryPublished, stage, _J20),
        Row(stage, events.EntryReported, stage, _J21, duties=(_FEEDBACK,)),
        Row(stage, events.FeedbackReceived, stage, _J20, duties=(_FEEDBACK,)),
        Row(stage, events.ErrorReported, At.VERIFYING, _J24A, duties=(_VERIFY,)),
        Row(
            stage,
            events.Exited,
            At.ENDED,
            _J17,
            (after_checks.by_a_ground_of_its_side,),
            entry_ends,
            (_ANNOUNCE, _STOP),
        ),
        Row(
            stage,
            events.WithdrawnAsWrong,
            At.WITHDRAWN,
            _J24A,
            (),
            entry_withdrawn,
            (_ANNOUNCE, _STOP, _REMEDY),
        ),
    )


ROWS = (
    *_while_listed(At.LISTED),
    *_while_listed(At.VERIFYING),
    Row(At.VERIFYING, events.NoErrorFound, At.LISTED, _J24A),
    Row(At.ENDED, events.ExitAnnounced, At.ENDED, _J17, (after_checks.through_every_channel,)),
    Row(At.WITHDRAWN, events.ExitAnnounced, At.WITHDRAWN, _J17, (after_checks.through_every_channel,)),
    Row(At.WITHDRAWN, events.CauseFound, At.WITHDRAWN, _J24A),
    Row(At.WITHDRAWN, events.RemediesProvided, At.WITHDRAWN, _J24A, (after_checks.all_that_is_owed,)),
)
"""What both tables have in common."""
