"""What is said beside a review."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Label
from jscredit.law import J, M
from jscredit.review.matters import Matter
from jscredit.review.outcome import Outcome
from jscredit.rules import Notice, Verdict
from jscredit.validity import MONITORING_END_SET

if TYPE_CHECKING:
    from jscredit.review.model import Review

_NOT_VOUCHED = Notice(
    "review.not-vouched",
    Label(
        "无人担保本档案截至审查日完整：没有记录不等于没有失信，本结果只说明档案所载",
        "nobody vouches that the file is complete: what it does not hold may exist, and the review says what it holds",
    ),
)
_QUERY = Notice(
    "review.query-only",
    Label(
        "查询单位不属第二十五条所列单位，本结果为信用信息查询，不是该条的信用审查",
        "the body is not one that art. 25 binds: this is a look-up, and no review under that article",
    ),
    M.article(25).zh,
)
_FLAGGED = Notice(
    "review.objection-open",
    Label("有失信信息正在异议处理中，处理期间仍予使用", "an objection is open on a failure, which counts meanwhile"),
    M.article(32, paragraph=3).zh,
)
_MAY = Notice(
    "review.green-channel-may",
    Label(
        "绿色通道须有法规规章依据，并视实际情况给予；符合条件不等于应当给予",
        "the green channel needs a regulation or rule as its basis and may be given as the case allows; it is not owed",
    ),
    J.article(8).zh,
)
_OTHER_MATTER = Notice(
    "review.green-channel-other-matter",
    Label(
        "绿色通道的便利用于行政审批和检查，与本事项无直接关系",
        "the conveniences of the green channel are about approvals and inspections, not about this matter",
    ),
    J.article(8).zh,
)
_NO_END = Notice(
    "review.monitoring-without-end",
    Label(
        "重点监测的期限文件未定，也未另行设定，至设定时止均视为监测中",
        "no end of key monitoring is set, by the text or by a setting; until one is, the subject is monitored",
    ),
    J.article(17).zh,
)
_APPROVALS = (Matter.ADMINISTRATIVE_LICENSING, Matter.DAILY_SUPERVISION)


def notices_of(review: "Review") -> tuple[Notice, ...]:
    """The review's own notices, then those of its decisions, each once."""
    of_decisions = (notice for decision in review.decisions for notice in decision.notices)
    return tuple(dict.fromkeys((*_own(review), *of_decisions)))


def _own(review: "Review") -> Iterator[Notice]:
    since = review.file.complete_since
    if not review.limited and (since is None or since > review.on):
        yield _NOT_VOUCHED
    if review.duty.row["reviewing_body"] == "other_body":
        yield _QUERY
    if review.flagged:
        yield _FLAGGED
    if any(not entry.facts[MONITORING_END_SET.name] for entry in review.monitoring):
        yield _NO_END
    if review.green_channel.verdict is Verdict.YES:
        yield _MAY
    if review.best is Outcome.FAVOURED and review.matter not in _APPROVALS:
        yield _OTHER_MATTER
