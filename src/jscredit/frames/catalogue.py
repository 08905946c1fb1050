"""What the catalogue says of a kind (M8), as expressions of the rules: the same for every row of the kind."""

from collections.abc import Mapping
from types import MappingProxyType

from jscredit.deadlines import CalendarPeriod
from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import Kind
from jscredit.records.facts import KIND
from jscredit.rules import PERIOD, Expression, If, literal
from jscredit.validity import PERIOD_OF_USE, PERIOD_OF_USE_GIVEN


def of_catalogue(periods: Mapping[Kind, CalendarPeriod] | None) -> Mapping[str, Expression]:
    """The catalogue's periods of use by kind, as what the rules ask: whether one is given, and which.

    Raises:
        InvalidInput: ``frames.periods-of-use``.

    >>> from jscredit.deadlines import Years
    >>> of_catalogue({})["period_of_use_given"].value
    False
    >>> of_catalogue({Kind.PENALTY: Years(2)})["period_of_use"].then.value
    Years(n=2)
    """
    given = {} if periods is None else periods
    if not isinstance(given, Mapping) or not all(
        isinstance(kind, Kind) and PERIOD.holds(period) for kind, period in given.items()
    ):
        raise InvalidInput(_PERIODS)
    named: dict[CalendarPeriod, list[Kind]] = {}
    for kind, given_period in given.items():
        named.setdefault(given_period, []).append(kind)
    period: Expression = PERIOD_OF_USE
    for given_period, kinds in named.items():
        period = If(KIND.is_in(*kinds), literal(given_period), period)
    is_given = KIND.is_in(*given) if given else literal(False)
    return MappingProxyType({PERIOD_OF_USE_GIVEN.name: is_given, PERIOD_OF_USE.name: period})


_PERIODS = Fault(
    code="frames.periods-of-use",
    message=Label("须为从信息种类到使用期限的映射", "must map kinds of records to periods"),
    cure=Label("例如 {Kind.PENALTY: Years(2)}", "for example {Kind.PENALTY: Years(2)}"),
    field="periods_of_use",
    clause="M8",
)
