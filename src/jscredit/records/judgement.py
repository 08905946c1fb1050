"""Judged facts: what a person found, who, when, and on what evidence."""

from pydantic.dataclasses import dataclass

from jscredit.records.value import STRICT, Day, Text, Value


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Judgement(Value):
    """A fact that only a person can find, such as "the effect is clear" (M34(1)): never a bare yes or no.

    Attributes:
        finding: what was found.
        by: who found it, a body or an official.
        on: the day of the finding.
        evidence: what it rests on, each piece in words or by its number.

    Raises:
        pydantic.ValidationError: a field is missing, blank or of another type.

    >>> from datetime import date
    >>> Judgement(finding=True, by="信用测试局", on=date(2024, 5, 6), evidence=("整改报告",))
    Judgement(finding=True, by='信用测试局', on=datetime.date(2024, 5, 6), evidence=('整改报告',))
    """

    finding: bool
    by: Text
    on: Day
    evidence: tuple[Text, ...] = ()
