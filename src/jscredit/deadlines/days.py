"""What may stand for a day and for a count of days: a plain date, a whole number from one."""

from datetime import date, datetime

from jscredit.errors import Fault, InvalidInput, Label

_USE_DATE = Label("请给出 datetime.date", "give a datetime.date")

_SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday.

    >>> is_weekend(date(2026, 9, 19))
    True
    """
    return day.weekday() >= _SATURDAY


def as_day(value: object, field: str = "day") -> date:
    """The value itself, if it is a date without a time.

    Args:
        value: what was given.
        field: the name that the error tells.

    Raises:
        InvalidInput: ``day.is-datetime`` for an instant, whose day depends on a time zone; ``day.not-a-date`` for
            anything else. The error never carries the value.

    >>> as_day(date(2026, 9, 18))
    datetime.date(2026, 9, 18)
    >>> as_day("2026-09-18", "start")
    Traceback (most recent call last):
        ...
    jscredit.errors.model.InvalidInput: [day.not-a-date] start: 须为日期；请给出 datetime.date | ...
    """
    if isinstance(value, datetime):
        message = Label("须为日期，不能带时刻", "a date without a time is needed")
        cure = Label("请先按北京时间取 .date()", "take .date() of the Beijing time first")
        raise InvalidInput(Fault(code="day.is-datetime", message=message, cure=cure, field=field))
    if not isinstance(value, date):
        message = Label("须为日期", "a date is needed")
        raise InvalidInput(Fault(code="day.not-a-date", message=message, cure=_USE_DATE, field=field))
    return value


def as_count(value: object, field: str = "n") -> int:
    """The value itself, if it is a whole number from one.

    Raises:
        InvalidInput: ``count.not-an-integer`` (a bool is none), ``count.not-positive``.

    >>> as_count(10)
    10
    """
    cure = Label("请给出正整数", "give a positive whole number")
    if not isinstance(value, int) or isinstance(value, bool):
        message = Label("须为整数", "a whole number is needed")
        raise InvalidInput(Fault(code="count.not-an-integer", message=message, cure=cure, field=field))
    if value < 1:
        message = Label("期限须至少为一", "a period is one or more")
        raise InvalidInput(Fault(code="count.not-positive", message=message, cure=cure, field=field))
    return value


def as_source(value: object, field: str = "source") -> str:
    """The text itself, if it names where something is from.

    Raises:
        InvalidInput: ``source.missing``.

    >>> as_source("国办发明电〔2025〕7号")
    '国办发明电〔2025〕7号'
    """
    if not isinstance(value, str) or not value.strip():
        message = Label("须写明依据", "the source must be named")
        cure = Label("请给出文号或公告名称", "give the document's number or the announcement's name")
        raise InvalidInput(Fault(code="source.missing", message=message, cure=cure, field=field))
    return value
