"""Full civil capacity of natural persons, on a day (M2, Civil Code 18 and what stood in its place before 2021)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.law import CIVIL_CODE, GENERAL_PRINCIPLES, GENERAL_PROVISIONS, Citation, M

if TYPE_CHECKING:
    from jscredit.records.subject import Subject

_FULL_AGE = 18
_AGE_OF_EARNERS = 16


class Capacity(Enum):
    """Whether a subject may be one under M2, as far as capacity goes."""

    FULL = "full"
    NONE = "none"
    UNDETERMINED = "undetermined"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class CapacityFinding:
    """The answer, why, and by which provision. NONE is a refusal, UNDETERMINED a notice of what is missing."""

    capacity: Capacity
    reason: Label
    citation: Citation


_M2 = M.article(2)
# From which day on, which article: its first paragraph is about adults, its second about who lives on own earnings.
_CIVIL_LAW = (
    (date(2021, 1, 1), CIVIL_CODE, 18),
    (date(2017, 10, 1), GENERAL_PROVISIONS, 18),
    (date.min, GENERAL_PRINCIPLES, 11),
)
_ADULT = CIVIL_CODE.article(18, paragraph=1)
_EARNER = CIVIL_CODE.article(18, paragraph=2)

_ORGANISATION = CapacityFinding(
    Capacity.NOT_ASKED, Label("该要求只针对自然人", "this is asked of natural persons only"), _M2
)
_TYPE_UNKNOWN = CapacityFinding(
    Capacity.UNDETERMINED, Label("主体类型不明", "the type of the subject is not known"), _M2
)
_STATED_NONE = CapacityFinding(
    Capacity.NONE, Label("已载明不具有完全民事行为能力", "stated to lack full civil capacity"), _M2
)
_STATED_FULL = CapacityFinding(
    Capacity.FULL, Label("已载明具有完全民事行为能力", "stated to have full civil capacity"), _M2
)
_AGE_UNKNOWN = CapacityFinding(
    Capacity.UNDETERMINED,
    Label("出生日期和行为能力均不明", "neither the birth date nor the capacity is known"),
    _M2,
)
_TOO_YOUNG = CapacityFinding(Capacity.NONE, Label("未满十六周岁", "under sixteen"), _M2)
_OF_AGE = CapacityFinding(Capacity.FULL, Label("已满十八周岁", "eighteen or over"), _ADULT)
_EARNS = CapacityFinding(
    Capacity.FULL,
    Label("已满十六周岁，以自己的劳动收入为主要生活来源", "sixteen or seventeen, living on own earnings"),
    _EARNER,
)
_EARNS_NOT = CapacityFinding(
    Capacity.NONE,
    Label("未满十八周岁，不以自己的劳动收入为主要生活来源", "under eighteen and not living on own earnings"),
    _EARNER,
)
_EARNS_UNKNOWN = CapacityFinding(
    Capacity.UNDETERMINED,
    Label(
        "已满十六周岁未满十八周岁，生活来源不明", "sixteen or seventeen, and it is not known who provides the living"
    ),
    _EARNER,
)
_NOT_A_DATE = Fault(
    code="day.not-a-date",
    message=Label("须为日期（不含时刻）", "a date without a time is needed"),
    cure=Label("请给出 datetime.date", "give a datetime.date"),
    field="day",
)
_AT_SIXTEEN = {True: _EARNS, False: _EARNS_NOT, None: _EARNS_UNKNOWN}


def reaches_age_on(birth_date: date, years: int) -> date:
    """The day a person reaches an age: that birthday; for 29 February, in a year without one, 28 February.

    So the library counts all calendar years: where the corresponding day is missing, the month's last day takes its
    place (Civil Code 202).

    >>> reaches_age_on(date(2004, 2, 29), 18)
    datetime.date(2022, 2, 28)
    """
    year = birth_date.year + years
    try:
        return birth_date.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def capacity_on(subject: "Subject", day: date) -> CapacityFinding:
    """Whether a subject has the full civil capacity that M2 asks of natural persons, on a day.

    The day to ask about is the day of determination. From the eighteenth birthday on: yes. At 16 and 17: as it is
    stated whether the person lives on own earnings. Under 16, or stated to lack it: no. Without a birth date a stated
    full capacity is taken.

    Raises:
        InvalidInput: ``day.not-a-date``.

    >>> from jscredit.records import Subject
    >>> capacity_on(Subject(resident_id="329901199003070012"), date(2018, 5, 1)).capacity
    <Capacity.FULL: 'full'>
    """
    if not isinstance(day, date) or isinstance(day, datetime):
        raise InvalidInput(_NOT_A_DATE)
    person = subject.is_natural_person
    if person is None:
        return _TYPE_UNKNOWN
    if not person:
        return _ORGANISATION
    return _by_the_law_of(day, _of_person(subject, day))


def _by_the_law_of(day: date, finding: CapacityFinding) -> CapacityFinding:
    """The finding with the provision in force on the day: the same rule has stood in three laws."""
    if finding.citation.instrument != CIVIL_CODE:
        return finding
    law, article = next((law, article) for first, law, article in _CIVIL_LAW if day >= first)
    return replace(finding, citation=law.article(article, paragraph=finding.citation.paragraph))


def _of_person(subject: "Subject", day: date) -> CapacityFinding:
    if subject.full_capacity is False:
        return _STATED_NONE
    born = subject.birth_date
    if born is None:
        return _STATED_FULL if subject.full_capacity else _AGE_UNKNOWN
    if day >= reaches_age_on(born, _FULL_AGE):
        return _OF_AGE
    if day < reaches_age_on(born, _AGE_OF_EARNERS):
        return _TOO_YOUNG
    return _AT_SIXTEEN[subject.lives_on_own_earnings]
