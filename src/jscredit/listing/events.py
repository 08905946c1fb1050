"""What happens before a subject is listed, on the red side and on the black one (J6)."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.errors import Fault, Label
from jscredit.listing.checked import BlackListCheck, RedListCheck
from jscredit.listing.publication import ListChannel
from jscredit.procedure import Event
from jscredit.records import Judgement
from jscredit.records.value import STRICT, Day, Text, refuse


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PreliminaryListed(Event):
    """The determining body put the subject on its preliminary list, by its criterion (J6.1, J6.2)."""

    label: ClassVar[Label] = Label("列入初步名单", "put on the preliminary list")

    type: Literal["preliminary_listed"] = "preliminary_listed"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Dropped(Event):
    """The determining body gave the listing up: a black-listed candidate, a ground that fell away, and the like.

    Attributes:
        reason: why.
    """

    label: ClassVar[Label] = Label("不再列入", "given up")

    type: Literal["dropped"] = "dropped"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CrossChecked(Event):
    """The candidate was compared with the black lists of every field (J6.1).

    Attributes:
        check: what was found, on the day of the event.
    """

    label: ClassVar[Label] = Label("与各领域黑名单交叉比对", "cross-checked with the black lists")

    type: Literal["cross_checked"] = "cross_checked"
    check: BlackListCheck


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class MatchDecided(Event):
    """A person decided about an entry that a cross-check had to leave open, such as a match by name alone (M15).

    Attributes:
        list_name: the list.
        entry_id: the entry.
        counts: whether it is an entry in force about this subject.
    """

    label: ClassVar[Label] = Label("人工判断疑似条目", "doubtful entry decided by a person")

    type: Literal["match_decided"] = "match_decided"
    list_name: Text
    entry_id: Text
    counts: Judgement


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ListPublished(Event):
    """A list with the subject was published before the determination: needed on the red side, as needed on the black.

    Attributes:
        channels: where; the three of the text are not the only ones that may serve, so it may name none.
    """

    label: ClassVar[Label] = Label("公示名单", "list published")

    type: Literal["list_published"] = "list_published"
    channels: tuple[ListChannel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionRaised(Event):
    """Somebody objected before the determination; who it was is not kept here."""

    label: ClassVar[Label] = Label("提出异议", "objection raised")

    type: Literal["objection_raised"] = "objection_raised"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionsRejected(Event):
    """The determining body verified every objection raised so far, and none holds (J6).

    Attributes:
        reason: why none holds.
    """

    label: ClassVar[Label] = Label("经核实异议均不成立", "no objection holds")

    type: Literal["objections_rejected"] = "objections_rejected"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ObjectionUpheld(Event):
    """The determining body verified the objections, and one holds, so that the subject is not listed (J6).

    Attributes:
        reason: what was found.
    """

    label: ClassVar[Label] = Label("经核实异议成立", "an objection holds")

    type: Literal["objection_upheld"] = "objection_upheld"
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class PriorNoticeGiven(Event):
    """The subject was told beforehand that it is to be black-listed (J6.2). One notice serves both purposes.

    Attributes:
        document: the notice's number.
        objections_until: the last day for objections, where the notice sets one; the text sets none.
    """

    label: ClassVar[Label] = Label("事前告知", "prior notice given")

    type: Literal["prior_notice_given"] = "prior_notice_given"
    document: Text | None = None
    objections_until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Determined(Event):
    """The entry was determined. It holds from this day on: else a check of one day could not keep the lists apart.

    Attributes:
        valid_until: the last day of validity; unknown leaves its use and its publication undetermined (J20).
    """

    valid_until: Day | None = None

    @model_validator(mode="after")
    def _holds_a_day(self) -> "Determined":
        refuse(type(self).__name__, self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.valid_until is not None and self.valid_until < self.on:
            yield _OVER_BEFORE_IT_BEGINS


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class RedListDetermined(Determined):
    """The subject was determined to be on the red list, after another cross-check on this very day (J6.1).

    Attributes:
        check: that cross-check.
    """

    label: ClassVar[Label] = Label("认定为红名单", "determined to be red-listed")

    type: Literal["red_list_determined"] = "red_list_determined"
    check: BlackListCheck


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class BlackListDetermined(Determined):
    """The subject was determined to be on the black list, and compared with the red lists of every field (J6.2).

    Attributes:
        check: what that comparison found, on this very day.
    """

    label: ClassVar[Label] = Label("认定为黑名单", "determined to be black-listed")

    type: Literal["black_list_determined"] = "black_list_determined"
    check: RedListCheck


_OVER_BEFORE_IT_BEGINS = Fault(
    code="listing.over-before-it-begins",
    message=Label("有效期届满日早于认定日", "the validity ends before the day of the determination"),
    cure=Label("请核对两个日期", "check the two days"),
    field="valid_until",
    clause="J20",
)
