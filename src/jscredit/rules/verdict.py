"""The three answers."""

from enum import StrEnum

from jscredit.errors import Label


class Verdict(StrEnum):
    """Yes, no, or undetermined: a missing fact is never a no, and never a yes."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> Label:
        """The answer in both languages."""
        return _LABELS[self]


# The members by themselves: a look-up in the class costs as much as the rest of a quick answer.
YES, NO, UNDETERMINED = Verdict.YES, Verdict.NO, Verdict.UNDETERMINED

_LABELS = {
    Verdict.YES: Label("是", "yes"),
    Verdict.NO: Label("否", "no"),
    Verdict.UNDETERMINED: Label("待定", "undetermined"),
}
