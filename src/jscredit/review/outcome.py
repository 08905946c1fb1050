"""The outcomes of a review, by the grounds that the law names; there is no score."""

from types import MappingProxyType
from typing import NamedTuple

from jscredit.law import Citation, J, M
from jscredit.records import Vocabulary
from jscredit.rules import Verdict


class Outcome(Vocabulary):
    """What a review comes to. A department maps outcomes to its acts; the library does not.

    The five settled ones stand from the worst to the best.

    >>> Outcome.CAUTION.label.en, [citation.ledger_id for citation in Outcome.RESTRICTED.citations]
    ('caution: failure information that may be used', ['M28', 'J11'])
    """

    RESTRICTED = "restricted", "受限：在列黑名单", "restricted: on a black list in force"
    CAUTION = "caution", "审慎：有可使用的失信信息", "caution: failure information that may be used"
    MONITORED = "monitored", "重点监测：已退出黑名单", "monitored: it has left a black list"
    ORDINARY = "ordinary", "一般：无上述情形", "ordinary: none of these"
    FAVOURED = "favoured", "优先：符合绿色通道条件", "favoured: it qualifies for the green channel"
    UNDETERMINED = "undetermined", "待定：缺少事实", "undetermined: facts are missing"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses of its ground."""
        return _GROUNDS[self]


_M25 = M.article(25)
_GROUNDS = MappingProxyType(
    {
        Outcome.RESTRICTED: (M.article(28), J.article(11)),
        Outcome.CAUTION: (_M25, M.article(30)),
        Outcome.MONITORED: (J.article(17),),
        Outcome.ORDINARY: (_M25,),
        Outcome.FAVOURED: (J.article(8),),
        Outcome.UNDETERMINED: (_M25,),
    }
)


class Grounds(NamedTuple):
    """The answers that an outcome rests on; each of the first three takes in what is worse than itself or stands alone.

    ``listed``: on a black list in force; ``failure``: a usable failure; ``watched``: on a black list, or monitored
    after it; ``green``: the green channel.
    """

    listed: Verdict
    failure: Verdict
    watched: Verdict
    green: Verdict

    @property
    def worst(self) -> Outcome:
        """The worst outcome that the known facts leave."""
        if self.listed is not Verdict.NO:
            return Outcome.RESTRICTED
        if self.failure is not Verdict.NO:
            return Outcome.CAUTION
        if self.watched is not Verdict.NO:
            return Outcome.MONITORED
        return Outcome.FAVOURED if self.green is Verdict.YES else Outcome.ORDINARY

    @property
    def best(self) -> Outcome:
        """The best outcome that they leave."""
        if self.listed is Verdict.YES:
            return Outcome.RESTRICTED
        if self.failure is Verdict.YES:
            return Outcome.CAUTION
        if self.watched is Verdict.YES:
            return Outcome.MONITORED
        return Outcome.ORDINARY if self.green is Verdict.NO else Outcome.FAVOURED

    @property
    def outcome(self) -> Outcome:
        """The outcome, where only one is left."""
        return self.best if self.best is self.worst else Outcome.UNDETERMINED

    @property
    def open_grounds(self) -> tuple[bool, bool, bool, bool]:
        """Which of the answers keep the outcome open: the undetermined ones that nothing settled stands above."""
        is_open = []
        settled = False
        for verdict in self:
            is_open.append(verdict is Verdict.UNDETERMINED and not settled)
            settled = settled or verdict is Verdict.YES
        listed, failure, watched, green = is_open
        return listed, failure, watched, green
