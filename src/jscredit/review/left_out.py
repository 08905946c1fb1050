"""What a file holds and a review does not count, and why."""

from dataclasses import dataclass
from types import MappingProxyType

from jscredit.law import Citation, J, M
from jscredit.records import DelistingGround, Vocabulary
from jscredit.review.items import ReviewedEntry, ReviewedRecord
from jscredit.review.rules import USABLE_FAILURE
from jscredit.validity import ENTRY_IN_FORCE


class LeftOutReason(Vocabulary):
    """Why something in the file does not count."""

    NOT_A_FAILURE = "not_a_failure", "不是失信信息", "it is no failure information"
    NOT_YET_DETERMINED = "not_yet_determined", "审查日尚未认定", "it was not determined by the day"
    EXPIRED = "expired", "有效期已满", "its validity is over"
    OUT_OF_USE = "out_of_use", "目录所定使用期限已满", "the catalogue's period of use is over"
    REPAIRED = "repaired", "已修复，转为档案", "it was repaired and is kept as archive"
    WITHDRAWN = "withdrawn", "有误，已撤销", "it was wrong and was withdrawn"
    PURGED = "purged", "禁止归集的内容已清除", "content that must not be collected was taken out"
    ENTRY_NOT_BEGUN = "entry_not_begun", "名单有效期未开始", "the entry's validity has not begun"
    ENTRY_OVER = "entry_over", "名单有效期已满", "the entry's validity is over"
    ENTRY_ENDED = "entry_ended", "已退出名单", "it was taken off the list"
    ENTRY_WRONG = "entry_wrong", "列入有误，已撤销", "the entry was wrong and was withdrawn"

    @property
    def citation(self) -> Citation:
        """The clause that leaves it out."""
        return _LEAVES_OUT[self]


_J20 = J.article(20)
_LEAVES_OUT = MappingProxyType(
    {
        LeftOutReason.NOT_A_FAILURE: M.article(12),
        LeftOutReason.NOT_YET_DETERMINED: M.article(30),
        LeftOutReason.EXPIRED: M.article(30),
        LeftOutReason.OUT_OF_USE: M.article(8),
        LeftOutReason.REPAIRED: M.article(35, paragraph=2),
        LeftOutReason.WITHDRAWN: M.article(32, paragraph=4),
        LeftOutReason.PURGED: M.article(14),
        LeftOutReason.ENTRY_NOT_BEGUN: _J20,
        LeftOutReason.ENTRY_OVER: _J20,
        LeftOutReason.ENTRY_ENDED: J.article(17),
        LeftOutReason.ENTRY_WRONG: J.article(24, paragraph=1),
    }
)
_BY_CONDITION = MappingProxyType(
    {
        "failure-information": LeftOutReason.NOT_A_FAILURE,
        "determined": LeftOutReason.NOT_YET_DETERMINED,
        "restraint-not-expired": LeftOutReason.EXPIRED,
        "in-period-of-use": LeftOutReason.OUT_OF_USE,
        "not-repaired": LeftOutReason.REPAIRED,
        "not-withdrawn": LeftOutReason.WITHDRAWN,
        "entry-begun": LeftOutReason.ENTRY_NOT_BEGUN,
        "entry-not-over": LeftOutReason.ENTRY_OVER,
        "entry-not-ended": LeftOutReason.ENTRY_ENDED,
    }
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the file that does not count, and why.

    Attributes:
        part: the record or entry.
        reasons: all reasons, each with its clause in ``reason.citation``.
        element: of purged content, the field that was emptied; the rest of the record may well count.
    """

    part: ReviewedRecord | ReviewedEntry
    reasons: tuple[LeftOutReason, ...]
    element: str | None = None

    @property
    def id(self) -> str:
        """The number of the record or entry."""
        return self.part.record.id if isinstance(self.part, ReviewedRecord) else self.part.entry.id

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses of its reasons, each once."""
        return tuple(dict.fromkeys(reason.citation for reason in self.reasons))


def record_left_out(part: ReviewedRecord) -> LeftOut:
    """Why a record does not count. What is no failure information has no validity that could be over."""
    failed = USABLE_FAILURE.bind(part.regime).reasons(part.facts, part.on)[1]
    reasons = tuple(_BY_CONDITION[condition.id] for condition in failed)
    if LeftOutReason.NOT_A_FAILURE in reasons:
        kept = (LeftOutReason.REPAIRED, LeftOutReason.WITHDRAWN, LeftOutReason.NOT_A_FAILURE)
        reasons = tuple(reason for reason in reasons if reason in kept)
    return LeftOut(part, reasons)


def entry_left_out(part: ReviewedEntry) -> LeftOut:
    """Why an entry does not count."""
    failed = ENTRY_IN_FORCE.bind(part.regime).reasons(part.facts, part.on)[1]
    reasons = (_BY_CONDITION[condition.id] for condition in failed)
    if part.state.ground is DelistingGround.WITHDRAWN_AS_WRONG:
        reasons = (LeftOutReason.ENTRY_WRONG if each is LeftOutReason.ENTRY_ENDED else each for each in reasons)
    return LeftOut(part, tuple(reasons))
