"""What a rule asks about: the facts of a case, and the day."""

from dataclasses import dataclass
from enum import Enum

from jscredit.errors import Label
from jscredit.rules.expressions import Expression
from jscredit.rules.types import DAY, FLAG, NUMBER, PERIOD, ValueType, choice

AnyEnum = type[Enum]  # named here: `type` is a field of every fact


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Expression):
    """A named value of the case. The name is the record's field, the dataframe's column and the JSON key.

    ``judged`` marks a finding that the law leaves to a person.
    """

    name: str
    type: ValueType
    label: Label
    judged: bool = False

    @classmethod
    def flag(cls, name: str, label: Label, *, judged: bool = False) -> "Fact":
        """A yes-or-no fact."""
        return cls(name, FLAG, label, judged)

    @classmethod
    def day(cls, name: str, label: Label) -> "Fact":
        """A fact that is a day."""
        return cls(name, DAY, label)

    @classmethod
    def number(cls, name: str, label: Label) -> "Fact":
        """A fact that is a number; the label names its unit."""
        return cls(name, NUMBER, label)

    @classmethod
    def period(cls, name: str, label: Label) -> "Fact":
        """A fact that is a period of days, months or years."""
        return cls(name, PERIOD, label)

    @classmethod
    def choice(cls, name: str, options: AnyEnum, label: Label) -> "Fact":
        """A fact out of a closed list."""
        return cls(name, choice(options), label)


@dataclass(frozen=True, slots=True, eq=False)
class DayAsked(Expression):
    """The day asked about: the one free variable. Stands only as a bare side of ``<``, ``<=``, ``>``, ``>=``."""

    type = DAY
    has_on = True


ON = DayAsked()
