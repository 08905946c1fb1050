"""What is said beside an answer: another reading, a later law, an early record. A notice never changes the answer."""

import datetime as dt
from dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.rules.expressions import Expression
from jscredit.rules.operands import require_type
from jscredit.rules.types import FLAG


@dataclass(frozen=True, slots=True)
class Notice:
    """A stable code, the text, and the clause that it is about, where there is one."""

    code: str
    label: Label
    citation: str | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The notice in one language."""
        return self.label.text(lang)


@dataclass(frozen=True, slots=True, eq=False)
class NoticeWhen:
    """A notice that stands beside the answers in which its test holds."""

    notice: Notice
    when: Expression

    def __post_init__(self) -> None:
        require_type(self.when, FLAG)


def later_law_notices(on: dt.date) -> tuple[Notice, ...]:
    """One notice naming all later norms in force on a day that this library does not encode.

    >>> later_law_notices(dt.date(2020, 1, 1))
    ()
    >>> later_law_notices(dt.date(2022, 1, 1))[0].code
    'later-law'
    """
    from jscredit.law.later import later_laws_on

    laws = later_laws_on(on)
    if not laws:
        return ()
    zh, en = "、".join(law.title.zh for law in laws), ", ".join(law.title.en for law in laws)
    label = Label(
        f"该日已有其他规定施行而本库未编入：{zh}；本结论仅依2018年文本作出",
        f"other norms are in force on that day and are not encoded here: {en}; this answer is by the 2018 text alone",
    )
    return (Notice("later-law", label),)
