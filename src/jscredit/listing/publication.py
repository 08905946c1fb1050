"""J20: an entry is in force, and may be published, as long as it is valid; who must publish it, and where."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jscredit.errors import Label, Lang
from jscredit.law import J
from jscredit.records import EntryState, Level, ListEntry, Vocabulary
from jscredit.rules import JIANGSU_2018, TIME_LIMIT, Condition, Decision, Fact, Regime, Rule, Term, Verdict
from jscredit.validity import DELISTED, DELISTED_ON, ENTRY_IN_FORCE, VALID_FROM, VALID_UNTIL

_J20 = J.article(20)

BODY_LEVEL = Fact.choice("body_level", Level, Label("认定单位层级", "level of the determining body"))

PUBLICATION_OWED = Rule(
    "list-publication-owed",
    _J20,
    Label("应当公示名单信息", "list entries must be published"),
    (
        Condition(
            "city-or-above",
            _J20,
            Label("市以上部门和单位", "a department or unit of city level or above"),
            BODY_LEVEL.is_in(Level.CENTRAL, Level.PROVINCE, Level.CITY),
        ),
    ),
)
FEEDBACK_INTERVAL = Term(
    "list-feedback-interval",
    TIME_LIMIT,
    Label("联合奖惩实施情况的反馈间隔", "interval of the implementers' feedback"),
    _J20,
)


class ListChannel(Vocabulary):
    """Where lists are published: three sites, and the national one, to which they are pushed (J6.1, J20)."""

    DETERMINING_BODY_SITE = "determining_body_site", "认定单位门户网站", "site of the determining body"
    LOCAL_CREDIT_SITE = "local_government_credit_site", "地方政府信用网站", "credit site of the local government"
    CREDIT_JIANGSU_SITE = "credit_jiangsu_site", "“信用江苏”网站", "Credit Jiangsu site"
    CREDIT_CHINA_SITE = "credit_china_site", "“信用中国”网站", "Credit China site"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPublication:
    """The publication of one entry, as asked on one day.

    Attributes:
        window: whether it may be published on the day; ``window.timeline`` tells every day.
        owed: whether its determining body must publish it at all.
        channels: where it is then due; all four, or none where it is not known to be owed.
    """

    window: Decision
    owed: Decision

    @property
    def channels(self) -> tuple[ListChannel, ...]:
        """Where the entry is due on the day."""
        is_due = self.window.verdict is Verdict.YES and self.owed.verdict is Verdict.YES
        return tuple(ListChannel) if is_due else ()

    def explain(self, lang: Lang = "zh") -> str:
        """Both answers as text."""
        return f"{self.window.explain(lang)}\n{self.owed.explain(lang)}"


def entry_in_force(entry: ListEntry | EntryState, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether an entry holds on a day; without a validity that is undetermined, unless it was ended before.

    Args:
        entry: the entry as it stands in a file; or the entry alone, where it is known that nothing has ended it.
        on: the day asked about.
        regime: the law with its settings.

    >>> from jscredit.records import ListSide, Subject
    >>> shop = Subject(name="试例商贸有限公司")
    >>> entry = ListEntry(id="B1", side=ListSide.BLACK, subject=shop, valid_from=date(2020, 3, 1))
    >>> [entry_in_force(entry, on=date(2020, month, 1)).verdict.value for month in (2, 3)]
    ['no', 'undetermined']
    """
    return ENTRY_IN_FORCE.decide(entry_row(entry), on=on, regime=regime)


def list_publication(entry: ListEntry | EntryState, *, on: date, regime: Regime = JIANGSU_2018) -> ListPublication:
    """Whether and where an entry is to be published on a day (J20).

    Its persons are masked in ``to_public_json()`` of the entry, which is what may be published.
    """
    body = entry_of(entry).determined_by
    return ListPublication(
        window=entry_in_force(entry, on=on, regime=regime),
        owed=PUBLICATION_OWED.decide({BODY_LEVEL.name: body and body.level}, on=on, regime=regime),
    )


def entry_of(entry: ListEntry | EntryState) -> ListEntry:
    """The entry itself."""
    return entry.entry if isinstance(entry, EntryState) else entry


def entry_row(entry: ListEntry | EntryState) -> dict[str, Any]:
    """The facts of the rule."""
    listed = entry_of(entry)
    delisted_on = entry.delisted_on if isinstance(entry, EntryState) else None
    return {
        VALID_FROM.name: listed.valid_from,
        VALID_UNTIL.name: listed.valid_until,
        DELISTED.name: delisted_on is not None,
        DELISTED_ON.name: delisted_on,
    }
