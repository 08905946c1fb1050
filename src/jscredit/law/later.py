"""What came into force after the 2018 text and is not encoded: every later answer says so."""

import datetime as dt
from dataclasses import dataclass

from jscredit.errors import Label


@dataclass(frozen=True, slots=True)
class LaterLaw:
    """A later norm on the same matter, with the days on which it is in force."""

    title: Label
    first_day: dt.date
    last_day: dt.date | None = None

    def in_force_on(self, on: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.first_day <= on and (self.last_day is None or on <= self.last_day)


LATER_LAWS = (
    LaterLaw(Label("《江苏省社会信用条例》", "Jiangsu Social Credit Regulation"), dt.date(2022, 1, 1)),
    LaterLaw(
        Label("国家发展改革委令第58号（信用修复）", "NDRC Order No. 58 on credit repair"),
        dt.date(2023, 5, 1),
        dt.date(2026, 3, 31),
    ),
    LaterLaw(Label("苏政规〔2025〕4号", "Jiangsu Government Rule 2025 No. 4"), dt.date(2026, 2, 1)),
    LaterLaw(Label("国家发展改革委令第36号（信用修复）", "NDRC Order No. 36 on credit repair"), dt.date(2026, 4, 1)),
)


def later_laws_on(on: dt.date) -> tuple[LaterLaw, ...]:
    """The later norms that are in force on a day.

    >>> [law.title.en for law in later_laws_on(dt.date(2022, 6, 1))]
    ['Jiangsu Social Credit Regulation']
    """
    return tuple(law for law in LATER_LAWS if law.in_force_on(on))
