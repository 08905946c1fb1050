"""J6.1: how a subject comes onto a red list, read from top to bottom like the article."""

from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.law import J
from jscredit.listing import after, checks
from jscredit.listing import events as steps
from jscredit.listing.after_events import AfterListing
from jscredit.listing.case import ListingCase, change_head
from jscredit.listing.checked import BlackListCheck, check_black_lists
from jscredit.listing.snapshots import ListSnapshot
from jscredit.listing.stages import ListingStage as At
from jscredit.procedure import AfterPeriod, DutyRow, PeriodSince, Procedure, Row
from jscredit.records import CreditFile, Listed, ListEntry, ListSide
from jscredit.records.changes import OneChange
from jscredit.records.value import STRICT
from jscredit.rules import TIME_LIMIT, Option, Term, reading

_J61 = J.article(6, item=1)

RED_PUBLICATION_PERIOD = Term(
    "red-publication-period", TIME_LIMIT, Label("红名单初步名单的公示期限", "publication period of a red list"), _J61
)
RED_PUBLICATION = reading(
    "red-publication",
    Label("红名单认定前的公示", "publication before a red list is determined"),
    _J61,
    Option("needed", Label("必须公示，只有渠道可选", "needed; only the channels are optional")),
    Option("optional", Label("可以不公示", "optional")),
)
PUBLICATION = PeriodSince(steps.ListPublished, RED_PUBLICATION_PERIOD, _J61)

_BODY = Label("认定单位", "determining body")
_CROSS_CHECK = DutyRow(
    _BODY,
    Label("与各领域黑名单交叉比对", "cross-check it with the black lists of every field"),
    _J61,
    None,
    (steps.CrossChecked, steps.Dropped),
)
_PUBLISH = DutyRow(
    _BODY,
    Label("公示筛查后的名单", "publish the screened list"),
    _J61,
    None,
    (steps.ListPublished, steps.RedListDetermined, steps.Dropped),
)
_VERIFY = DutyRow(
    _BODY,
    Label("核实处理异议", "verify the objections"),
    _J61,
    None,
    (steps.ObjectionsRejected, steps.ObjectionUpheld),
)


def on_no_black_list(case: "RedListCase", event: steps.RedListDetermined) -> Iterator[Fault]:
    """At the determination the check of that very day finds nothing in the way."""
    return in_the_way(case, event.check)


def screened_out_nothing(case: "RedListCase", _event: steps.ListPublished) -> Iterator[Fault]:
    """What the last cross-check found must not stand in the way when the screened list is published."""
    return in_the_way(case, case.at(steps.CrossChecked).check)


def in_the_way(case: "RedListCase", check: BlackListCheck) -> Iterator[Fault]:
    """An entry in force bars the red list; a doubtful one bars it until a person has decided that it does not count."""
    decided = case.decisions()
    for one in check.found:
        counts = True if one.doubt is None else decided.get((one.list_name, one.entry_id))
        if counts is not False:
            yield _black_listed(one.list_name) if counts else _undecided(one.list_name)


def publication_may_be_left_out(case: "RedListCase", _event: steps.RedListDetermined) -> Fault | None:
    """Only by the other reading of J6.1 is a red list determined without having been published."""
    return None if case.regime.chosen(RED_PUBLICATION) == "optional" else _NOT_PUBLISHED


def red_entry(case: "RedListCase", event: steps.RedListDetermined) -> tuple[OneChange, ...]:
    """The entry comes into the file."""
    entry = ListEntry(
        id=case.entry_id,
        side=ListSide.RED,
        subject=case.subject,
        list_name=case.list_name,
        determined_by=case.body.body,
        determined_on=event.on,
        valid_from=event.on,
        valid_until=event.valid_until,
        ground=case.basis.ground,
        act=case.basis.act,
    )
    return (Listed(**change_head(case, event, _J61.ledger_id), entry=entry),)


_DETERMINATION = (checks.all_settled, checks.lists_of_that_day, on_no_black_list)

RED_LIST = Procedure(
    "red-list",
    Label("红名单认定程序", "Listing on a red list"),
    _J61,
    At.OPENED,
    (
        Row(
            At.OPENED,
            steps.PreliminaryListed,
            At.PRELIMINARY,
            _J61,
            (checks.not_ruled_out,),
            duties=(_CROSS_CHECK,),
        ),
        Row(
            At.PRELIMINARY,
            steps.CrossChecked,
            At.SCREENED,
            _J61,
            (checks.checked_that_day,),
            duties=(_PUBLISH,),
        ),
        Row(At.PRELIMINARY, steps.Dropped, At.NOT_LISTED, _J61),
        Row(At.SCREENED, steps.CrossChecked, At.SCREENED, _J61, (checks.checked_that_day,)),
        Row(At.SCREENED, steps.MatchDecided, At.SCREENED, _J61),
        Row(At.SCREENED, steps.ListPublished, At.PUBLISHED, _J61, (screened_out_nothing,)),
        Row(
            At.SCREENED,
            steps.RedListDetermined,
            At.LISTED,
            _J61,
            (publication_may_be_left_out, *_DETERMINATION),
            red_entry,
            after.AFTER_LISTING,
        ),
        Row(At.SCREENED, steps.Dropped, At.NOT_LISTED, _J61),
        Row(At.PUBLISHED, steps.MatchDecided, At.PUBLISHED, _J61),
        Row(At.PUBLISHED, steps.ObjectionRaised, At.OBJECTED, _J61, duties=(_VERIFY,)),
        Row(At.OBJECTED, steps.ObjectionRaised, At.OBJECTED, _J61, duties=(_VERIFY,)),
        Row(At.OBJECTED, steps.ObjectionsRejected, At.PUBLISHED, _J61),
        Row(At.OBJECTED, steps.ObjectionUpheld, At.NOT_LISTED, _J61),
        Row(
            At.PUBLISHED,
            steps.RedListDetermined,
            At.LISTED,
            _J61,
            (AfterPeriod(PUBLICATION), *_DETERMINATION),
            red_entry,
            after.AFTER_LISTING,
        ),
        Row(At.PUBLISHED, steps.Dropped, At.NOT_LISTED, _J61),
        *after.ROWS,
    ),
)
"""The procedure of J6.1. A subject with a black-list entry in force never comes out of it red."""

RedListEvent = Annotated[
    steps.PreliminaryListed
    | steps.CrossChecked
    | steps.MatchDecided
    | steps.ListPublished
    | steps.ObjectionRaised
    | steps.ObjectionsRejected
    | steps.ObjectionUpheld
    | steps.RedListDetermined
    | steps.Dropped
    | AfterListing,
    Discriminator("type"),
]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RedListCase(ListingCase):
    """One subject's way onto a red list (J6.1) and off it (J17)."""

    schema_name: ClassVar[str] = "jscredit.red-list-case"
    procedure: ClassVar[Procedure] = RED_LIST
    side: ClassVar[ListSide] = ListSide.RED

    events: tuple[RedListEvent, ...] = ()

    def determined_on(
        self,
        on: date,
        *,
        black: Iterable[ListSnapshot],
        valid_until: date | None = None,
        file: CreditFile | None = None,
    ) -> steps.RedListDetermined:
        """The event of the determination, with the cross-check of that day; ``apply`` judges it.

        Args:
            on: the day.
            black: the black lists of every field, as they stand on the day.
            valid_until: the last day of validity.
            file: the subject's credit file, whose own black entries are compared too.

        Raises:
            InvalidInput: the codes of ``screen_red_list``.
        """
        check = check_black_lists(self.subject, black=black, on=on, file=file)
        return steps.RedListDetermined(on=on, check=check, valid_until=valid_until)


def _black_listed(list_name: str) -> Fault:
    return Fault(
        code="red.black-listed",
        message=Label(f"该主体在黑名单有效条目之内：{list_name}", f"it is on a black list in force: {list_name}"),
        cure=Label("不得列入红名单；退出黑名单后可重新启动", "it cannot be red-listed; begin anew once it is off it"),
        field="check",
        clause="J6.1",
        data=MappingProxyType({"list": list_name}),
    )


def _undecided(list_name: str) -> Fault:
    return Fault(
        code="red.match-undecided",
        message=Label(f"疑似黑名单条目尚未经人工判断：{list_name}", f"a doubtful match is undecided: {list_name}"),
        cure=Label("请由人工判断是否为同一主体的有效条目", "let a person decide whether it counts (MatchDecided)"),
        field="check",
        clause="J6.1",
        data=MappingProxyType({"list": list_name}),
    )


_NOT_PUBLISHED = Fault(
    code="red.not-published",
    message=Label("筛查后的名单尚未公示", "the screened list has not been published"),
    cure=Label("请先公示；如采“可以不公示”的读法，请在设定中选定", "publish it; or choose the reading 'optional'"),
    clause="J6.1",
)
