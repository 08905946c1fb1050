"""When the State Council's yearly notices were published, and which were amended within the year.

The days were read from the notices' own pages on www.gov.cn (each address carries its day) and, where that page gives
none, from the Xinhua report of the publication.
"""

from dataclasses import dataclass
from datetime import date

from jscredit.errors import Label

# A notice may move the weekend before New Year, so its first days lie in the year before. From 2001 to 2026 none
# reached back further than 29 December; the whole last week is taken, to stay on the safe side.
_LAST_WEEK = (12, 25)

# The notice's year → the day of its publication.
PUBLISHED = {
    2010: date(2009, 12, 8),
    2011: date(2010, 12, 10),
    2012: date(2011, 12, 6),
    2013: date(2012, 12, 10),
    2014: date(2013, 12, 11),
    2015: date(2014, 12, 16),
    2016: date(2015, 12, 10),
    2017: date(2016, 12, 1),
    2018: date(2017, 11, 30),
    2019: date(2018, 12, 6),
    2020: date(2019, 11, 21),
    2021: date(2020, 11, 25),
    2022: date(2021, 10, 25),
    2023: date(2022, 12, 8),
    2024: date(2023, 10, 25),
    2025: date(2024, 11, 12),
    2026: date(2025, 11, 4),
}
EDITIONS_FROM = min(PUBLISHED.values())

# 国办发明电〔2005〕35号 made this Saturday a working day; chinesecalendar 1.11.0 has it off.
CORRECTED_WORKING_DAYS = {date(2005, 12, 31): "New Year's Day"}


@dataclass(frozen=True, slots=True)
class Amendment:
    """A notice that changed days already announced: what they were before it was published.

    ``plain`` days were ordinary weekdays and weekends, ``working_weekends`` made-up working days.
    """

    published: date
    plain: tuple[date, ...]
    working_weekends: tuple[date, ...] = ()


AMENDMENTS = (
    # The 70th anniversary of the victory over Japan.
    Amendment(date(2015, 5, 13), (date(2015, 9, 3), date(2015, 9, 4), date(2015, 9, 5), date(2015, 9, 6))),
    # Labour Day made four days.
    Amendment(
        date(2019, 3, 22),
        (date(2019, 4, 28), date(2019, 5, 2), date(2019, 5, 3), date(2019, 5, 4), date(2019, 5, 5)),
    ),
    # Spring Festival made longer in the epidemic; 1 February had been a made-up working Saturday.
    Amendment(date(2020, 1, 27), (date(2020, 1, 31), date(2020, 2, 2)), (date(2020, 2, 1),)),
)

_NAMES = {
    "New Year's Day": Label("元旦", "New Year's Day"),
    "Spring Festival": Label("春节", "Spring Festival"),
    "Tomb-sweeping Day": Label("清明节", "Tomb-sweeping Day"),
    "Labour Day": Label("劳动节", "Labour Day"),
    "Dragon Boat Festival": Label("端午节", "Dragon Boat Festival"),
    "National Day": Label("国庆节", "National Day"),
    "Mid-autumn Festival": Label("中秋节", "Mid-autumn Festival"),
    "Anti-Fascist 70th Day": Label("抗战胜利70周年纪念日", "70th anniversary of the victory of 1945"),
}


def festival(name: str) -> Label:
    """The festival in both languages; a name that is not known here stands as it is.

    >>> festival("Spring Festival").zh
    '春节'
    """
    return _NAMES.get(name, Label(name, name))


def first_day_of_notice(year: int) -> date:
    """The first day that the notice for a year may speak of, in the year before.

    >>> first_day_of_notice(2026)
    datetime.date(2025, 12, 25)
    """
    return date(year - 1, *_LAST_WEEK)


def notice_year(day: date) -> int:
    """The year whose notice settles a day.

    >>> notice_year(date(2018, 12, 29)), notice_year(date(2018, 10, 1))
    (2019, 2018)
    """
    return day.year + ((day.month, day.day) >= _LAST_WEEK)


def was_known(year: int, on: date) -> bool:
    """Whether the notice for a year had been published on a day.

    A year whose day of publication is not recorded here counts as published when it begins, but not earlier.

    >>> was_known(2026, date(2025, 11, 3)), was_known(2026, date(2025, 11, 4))
    (False, True)
    """
    return PUBLISHED.get(year, EDITIONS_FROM if year < min(PUBLISHED) else date(year, 1, 1)) <= on
