"""What the events of both procedures must meet. Each gives the faults, with clause and cure; none where all is well."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, Label
from jscredit.listing import events
from jscredit.listing.case import ListingCase
from jscredit.listing.competences import competence
from jscredit.listing.criteria import criterion_in_use
from jscredit.listing.grounds import has_ground
from jscredit.procedure import Event, decision_faults
from jscredit.rules import Decision, Verdict

CURES = {
    "kind-of-body": Label("请作为参考材料提供给认定单位", "give it to a determining body as reference material"),
    "county-or-above": Label("请由县级以上单位认定", "let a body of county level or above determine it"),
    "provincial": Label("请由省级组织认定", "let a provincial organisation determine it"),
    "authorised": Label("请先取得省级部门授权", "obtain a provincial department's authorisation first"),
    "own-field": Label("请由主管该领域的单位认定", "let the body in charge of the field determine it"),
    "in-force": Label("请待该办法施行", "wait until the criterion is in force"),
    "not-superseded": Label("请改用已施行的国家办法", "use the national criterion that is in force"),
    "stated": Label("请载明依据；没有依据不得列入", "state the ground; without one nobody is listed"),
    "norm-cited": Label("请载明所依据的规范性文件", "cite the normative document"),
    "not-reference-alone": Label("请补充记录或者文书", "add records or documents of its own"),
}
_NOT_OF_THE_DAY = Label("请以认定当日的名单再次比对", "compare once more, with the lists of that very day")


def not_ruled_out(case: ListingCase, event: Event) -> Iterator[Fault]:
    """At the preliminary list, nothing that is known may stand against the listing; what is unknown may still come."""
    yield from _of_its_field(case)
    for decision in asked(case, event):
        if decision.verdict is Verdict.NO:
            yield from decision_faults(decision, "listing", CURES)


def all_settled(case: ListingCase, event: Event) -> Iterator[Fault]:
    """At the determination body, criterion and ground are all settled; what is missing is named."""
    for decision in asked(case, event):
        yield from decision_faults(decision, "listing", CURES)


def asked(case: ListingCase, event: Event) -> Iterable[Decision]:
    """What both sides ask: who determines, by what, on what ground."""
    on, regime = event.on, case.regime
    yield competence(case.body, field=case.field, on=on, regime=regime)
    yield criterion_in_use(case.criterion, national=case.national, on=on, regime=regime)
    yield has_ground(case.basis, on=on, regime=regime)


def _of_its_field(case: ListingCase) -> Iterator[Fault]:
    if not case.criterion.covers(case.field, case.side):
        yield _ANOTHER_FIELD


def checked_that_day(_case: ListingCase, event: Any) -> Fault | None:
    """A check is of the day of its event."""
    return None if event.check.on == event.on else _CHECK_OF_ANOTHER_DAY


def lists_of_that_day(
    _case: ListingCase, event: events.RedListDetermined | events.BlackListDetermined
) -> Iterator[Fault]:
    """At the determination the lists are those of the day: an entry of yesterday's list may have ended."""
    check = event.check
    if check.on != event.on:
        yield _CHECK_OF_ANOTHER_DAY
    old = tuple(one.name for one in check.compared if one.day != event.on)
    if old or not check.compared:
        yield Fault(
            code="listing.lists-of-another-day",
            message=Label("比对所用名单不是认定当日的", "the lists compared are not those of the day"),
            cure=_NOT_OF_THE_DAY,
            field="check",
            clause="J6",
            data=MappingProxyType({"lists": old}),
        )


_ANOTHER_FIELD = Fault(
    code="listing.another-criterion",
    message=Label("认定办法不适用于该领域或者该类名单", "the criterion is of another field, or for the other side"),
    cure=Label("请改用该领域、该类名单的认定办法", "use the criterion of the field and the side"),
    field="criterion",
    clause="J3",
)
_CHECK_OF_ANOTHER_DAY = Fault(
    code="listing.check-of-another-day",
    message=Label("比对的日期与本步骤不同日", "the check is of another day than the event"),
    cure=Label("请以当日为准重新比对", "ask the check again for that day"),
    field="check",
    clause="J6",
)
