"""A small invented procedure: a request is asked for, shown for some days, and granted."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import WorkingDays
from jscredit.errors import Fault, Label
from jscredit.law import M
from jscredit.procedure import AfterPeriod, Case, DutyRow, Event, PeriodSince, Procedure, Row, Stage, WithinPeriod
from jscredit.records import Repaired
from jscredit.records.value import STRICT, Text
from jscredit.rules import TIME_LIMIT, Term

CLAUSE = M.article(35, paragraph=1)


class SampleStage(Stage):
    NEW = "new", "未开始", "not begun"
    ASKED = "asked", "已提出", "asked"
    SHOWN = "shown", "公示中", "shown"
    DONE = "done", "已完成", "done"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Asked(Event):
    label: ClassVar[Label] = Label("提出", "ask")
    type: Literal["asked"] = "asked"
    wish: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Shown(Event):
    label: ClassVar[Label] = Label("公示", "show")
    type: Literal["shown"] = "shown"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Remarked(Event):
    label: ClassVar[Label] = Label("提意见", "remark")
    type: Literal["remarked"] = "remarked"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Granted(Event):
    label: ClassVar[Label] = Label("同意", "grant")
    type: Literal["granted"] = "granted"


AnyEvent = Annotated[Asked | Shown | Remarked | Granted, Discriminator("type")]
REMARK_PERIOD = Term("remark-period", TIME_LIMIT, Label("意见期限", "time for remarks"), CLAUSE)
SHOWN_FOR = PeriodSince(Shown, WorkingDays(5), CLAUSE)
OFFICE = Label("办公室", "the office")


def fault(code):
    return Fault(code=code, message=Label("不行", "no"), cure=Label("改", "mend it"), field="wish", clause="M35¶1")


def modest(_case, event):
    """One fault, or none."""
    return fault("sample.immodest") if event.wish == "全部" else None


def well_meant(_case, event):
    """Several faults, or none."""
    return (fault("sample.first"), fault("sample.second")) if event.wish == "坏" else ()


def archived(case, event):
    return (Repaired(day=event.on, known_on=event.on, citation="M35¶2", case=case.number, record_id="R1"),)


ROWS = (
    Row(
        SampleStage.NEW,
        Asked,
        SampleStage.ASKED,
        CLAUSE,
        (modest, well_meant),
        duties=(DutyRow(OFFICE, Label("公示", "show it"), CLAUSE, WorkingDays(3), (Shown,)),),
    ),
    Row(
        SampleStage.ASKED,
        Shown,
        SampleStage.SHOWN,
        CLAUSE,
        duties=(
            DutyRow(OFFICE, Label("答复", "answer"), CLAUSE, REMARK_PERIOD, (Granted,)),
            DutyRow(OFFICE, Label("办结", "finish"), CLAUSE, None, (Granted,)),
        ),
    ),
    Row(
        SampleStage.SHOWN,
        Remarked,
        SampleStage.SHOWN,
        CLAUSE,
        (WithinPeriod(PeriodSince(Shown, REMARK_PERIOD, CLAUSE), Label("另行提出", "make it elsewhere")),),
    ),
    Row(SampleStage.SHOWN, Granted, SampleStage.DONE, CLAUSE, (AfterPeriod(SHOWN_FOR),), archived),
)
SAMPLE = Procedure("sample", Label("样例程序", "a sample procedure"), CLAUSE, SampleStage.NEW, ROWS)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SampleCase(Case):
    schema_name: ClassVar[str] = "jscredit.sample-case"
    procedure: ClassVar[Procedure] = SAMPLE

    number: Text
    events: tuple[AnyEvent, ...] = ()
