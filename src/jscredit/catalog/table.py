"""The procedure of a catalogue (M8): one row for each step, read from top to bottom like the article."""

from jscredit.catalog import checks, events
from jscredit.catalog.stages import CatalogueStage as At
from jscredit.errors import Label
from jscredit.law import M
from jscredit.procedure import DutyRow, Procedure, Row

_M8 = M.article(8)
_AUTHORITY = Label("信用管理部门", "the credit authority")

_CONSULT = DutyRow(_AUTHORITY, Label("征求社会意见", "consult the public"), _M8, None, (events.PutToConsultation,))
_SUBMIT = DutyRow(
    _AUTHORITY,
    Label("报同级人民政府或其授权单位", "submit it to the government of the level, or to whom it authorised"),
    _M8,
    None,
    (events.Submitted,),
)
_PUBLISH = DutyRow(
    Label("同级人民政府或其授权单位", "the government of the level, or whom it authorised"),
    Label("发布", "publish it"),
    _M8,
    None,
    (events.Published, events.SentBack),
)

_ROWS = (
    Row(At.NEW, events.Compiled, At.DRAFT, _M8, (checks.by_the_authority,), duties=(_CONSULT,)),
    Row(At.DRAFT, events.Revised, At.DRAFT, _M8, (checks.of_the_same_catalogue,)),
    Row(At.DRAFT, events.PutToConsultation, At.CONSULTATION, _M8, (checks.ends_after_its_beginning,)),
    Row(
        At.CONSULTATION,
        events.ConsultationClosed,
        At.CONSULTED,
        _M8,
        (checks.after_the_last_day,),
        duties=(_SUBMIT,),
    ),
    Row(At.CONSULTED, events.Revised, At.CONSULTED, _M8, (checks.of_the_same_catalogue,)),
    Row(At.CONSULTED, events.PutToConsultation, At.CONSULTATION, _M8, (checks.ends_after_its_beginning,)),
    Row(
        At.CONSULTED,
        events.Submitted,
        At.SUBMITTED,
        _M8,
        (checks.to_who_may_publish, checks.without_findings),
        duties=(_PUBLISH,),
    ),
    Row(At.SUBMITTED, events.SentBack, At.CONSULTED, _M8, duties=(_SUBMIT,)),
    Row(
        At.SUBMITTED,
        events.Published,
        At.PUBLISHED,
        _M8,
        (checks.to_who_may_publish, checks.by_the_one_it_went_to, checks.not_in_force_before),
    ),
    Row(At.PUBLISHED, events.Superseded, At.SUPERSEDED, _M8, (checks.by_a_later_edition,)),
)

CATALOGUE_PROCEDURE = Procedure(
    "catalogue", Label("信息目录的编制与发布", "How a catalogue is compiled and published"), _M8, At.NEW, _ROWS
)
