"""J6.2: how a subject comes onto a black list, read from top to bottom like the article."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Discriminator
from pydantic.dataclasses import dataclass

from jscredit.errors import Label
from jscredit.law import J
from jscredit.listing import after, black_checks, checks
from jscredit.listing import events as steps
from jscredit.listing.after_events import AfterListing, RedEntriesRemoved
from jscredit.listing.case import ListingCase, change_head
from jscredit.listing.checked import check_red_lists
from jscredit.listing.crosscheck import OrderStatus, RemovalOrder
from jscredit.listing.fields import Findings
from jscredit.listing.snapshots import ListSnapshot
from jscredit.listing.stages import ListingStage as At
from jscredit.procedure import DutyRow, Procedure, Row
from jscredit.records import (
    BlacklistField,
    Conduct,
    CreditFile,
    Delisted,
    DelistingGround,
    Listed,
    ListEntry,
    ListSide,
    Severity,
    conduct_row,
)
from jscredit.records.changes import OneChange
from jscredit.records.value import STRICT

_J62 = J.article(6, item=2)
_BODY = Label("认定单位", "determining body")
_OBJECTIONS_OVER = (steps.ObjectionsRejected, steps.ObjectionUpheld)

_NOTICE = DutyRow(
    _BODY,
    Label("认定前告知当事人", "give the subject prior notice before it is determined"),
    _J62,
    None,
    (steps.PriorNoticeGiven, steps.Dropped, steps.ObjectionUpheld),
)
_VERIFY = DutyRow(_BODY, Label("核实处理异议", "verify the objections"), _J62, None, _OBJECTIONS_OVER)
_REMOVE = DutyRow(
    Label("移出指令所列红名单的认定单位", "the bodies of the red lists that the removal orders name, if any"),
    Label("将其从红名单中删除", "delete the subject from them"),
    _J62,
    None,
    (RedEntriesRemoved,),
)


def black_entry_and_removals(case: "BlackListCase", event: steps.BlackListDetermined) -> tuple[OneChange, ...]:
    """One change set: the subject's own red entries end, and the black entry comes into the file."""
    head = change_head(case, event, _J62.ledger_id)
    ends = (
        Delisted(**head, entry_id=entry_id, ground=DelistingGround.RED_ENTRY_DELETED) for entry_id in event.check.own
    )
    return (*ends, Listed(**head, entry=case.entry_of(event)))


_DETERMINATION = (
    checks.all_settled,
    black_checks.serious_failure_settled,
    checks.lists_of_that_day,
    black_checks.time_for_objections,
    black_checks.orders_are_its_own,
)

BLACK_LIST = Procedure(
    "black-list",
    Label("黑名单认定程序", "Listing on a black list"),
    _J62,
    At.OPENED,
    (
        Row(At.OPENED, steps.PreliminaryListed, At.PRELIMINARY, _J62, (black_checks.not_ruled_out,), duties=(_NOTICE,)),
        Row(At.PRELIMINARY, steps.ListPublished, At.PRELIMINARY, _J62),
        Row(At.PRELIMINARY, steps.ObjectionRaised, At.OBJECTED, _J62, duties=(_VERIFY,)),
        Row(At.OBJECTED, steps.ObjectionRaised, At.OBJECTED, _J62, duties=(_VERIFY,)),
        Row(At.OBJECTED, steps.ObjectionsRejected, At.PRELIMINARY, _J62),
        Row(At.OBJECTED, steps.ObjectionUpheld, At.NOT_LISTED, _J62),
        Row(At.PRELIMINARY, steps.PriorNoticeGiven, At.NOTIFIED, _J62),
        Row(At.PRELIMINARY, steps.Dropped, At.NOT_LISTED, _J62),
        Row(At.NOTIFIED, steps.ListPublished, At.NOTIFIED, _J62),
        Row(At.NOTIFIED, steps.PriorNoticeGiven, At.NOTIFIED, _J62),
        Row(At.NOTIFIED, steps.ObjectionRaised, At.OBJECTED_AFTER_NOTICE, _J62, duties=(_VERIFY,)),
        Row(At.OBJECTED_AFTER_NOTICE, steps.ObjectionRaised, At.OBJECTED_AFTER_NOTICE, _J62, duties=(_VERIFY,)),
        Row(At.OBJECTED_AFTER_NOTICE, steps.ObjectionsRejected, At.NOTIFIED, _J62),
        Row(At.OBJECTED_AFTER_NOTICE, steps.ObjectionUpheld, At.NOT_LISTED, _J62),
        Row(
            At.NOTIFIED,
            steps.BlackListDetermined,
            At.LISTED,
            _J62,
            _DETERMINATION,
            black_entry_and_removals,
            (*after.AFTER_LISTING, _REMOVE),
        ),
        Row(At.NOTIFIED, steps.Dropped, At.NOT_LISTED, _J62),
        *(
            row
            for stage in (At.LISTED, At.VERIFYING)
            for row in (
                Row(stage, RedEntriesRemoved, stage, _J62),
                Row(stage, steps.MatchDecided, stage, _J62),
            )
        ),
        *after.ROWS,
    ),
)
"""The procedure of J6.2. Without prior notice there is no way to the determination."""

BlackListEvent = Annotated[
    steps.PreliminaryListed
    | steps.ListPublished
    | steps.ObjectionRaised
    | steps.ObjectionsRejected
    | steps.ObjectionUpheld
    | steps.PriorNoticeGiven
    | steps.BlackListDetermined
    | steps.MatchDecided
    | steps.Dropped
    | AfterListing,
    Discriminator("type"),
]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class BlackListCase(ListingCase):
    """One subject's way onto a black list (J6.2) and off it (J17).

    Attributes:
        conduct: what it is for.
        conduct_field: which of the seven fields; it follows from the conduct where that is one that the text names.
        findings: what was found about it.
    """

    schema_name: ClassVar[str] = "jscredit.black-list-case"
    procedure: ClassVar[Procedure] = BLACK_LIST
    side: ClassVar[ListSide] = ListSide.BLACK

    conduct: Conduct | None = None
    conduct_field: BlacklistField | None = None
    findings: Findings = Findings()
    events: tuple[BlackListEvent, ...] = ()

    @property
    def failure_field(self) -> BlacklistField | None:
        """The field: as stated, else that of the conduct, else not known."""
        return self.conduct_field or (conduct_row(self.conduct).field if self.conduct else None)

    @property
    def removal_orders(self) -> tuple[RemovalOrder, ...]:
        """The orders that stand: one that a person decided is due or is gone, as decided."""
        determination = self.last(steps.BlackListDetermined)
        orders, decided = determination.check.orders if determination else (), self.decisions()
        told = ((order, decided.get((order.list_name, order.entry.id))) for order in orders)
        return tuple(
            replace(order, status=OrderStatus.DUE) if counts else order
            for order, counts in told
            if counts is not False or order.status is OrderStatus.DUE
        )

    def entry_of(self, event: steps.BlackListDetermined) -> ListEntry:
        """The entry that a determination makes."""
        return ListEntry(
            id=self.entry_id,
            side=ListSide.BLACK,
            subject=self.subject,
            list_name=self.list_name,
            determined_by=self.body.body,
            determined_on=event.on,
            valid_from=event.on,
            valid_until=event.valid_until,
            ground=self.basis.ground,
            act=self.basis.act,
            field=self.failure_field,
            conduct=self.conduct,
            severity=Severity.SERIOUS,
        )

    def determined_on(
        self,
        on: date,
        *,
        red: Iterable[ListSnapshot],
        valid_until: date | None = None,
        file: CreditFile | None = None,
    ) -> steps.BlackListDetermined:
        """The event of the determination, with the comparison of that day; ``apply`` judges it.

        Args:
            on: the day.
            red: the red lists of every field, as they stand on the day.
            valid_until: the last day of validity.
            file: the subject's credit file, whose own red entries end with the determination.

        Raises:
            InvalidInput: the codes of ``red_list_removals``.
        """
        entry = ListEntry(
            id=self.entry_id, side=ListSide.BLACK, subject=self.subject, valid_from=on, valid_until=valid_until
        )
        check = check_red_lists(entry, red=red, on=on, file=file)
        return steps.BlackListDetermined(on=on, check=check, valid_until=valid_until)
