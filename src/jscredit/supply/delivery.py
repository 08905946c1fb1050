"""One delivery of a record: by whom, on which route, when."""

from datetime import date
from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.records import Body, CreditRecord, Document, Level
from jscredit.records.value import STRICT, Day, Text
from jscredit.rules import JIANGSU_2018, Decision, Regime
from jscredit.supply.rules import PROVIDER_TYPE, SUPPLY_TAKEN
from jscredit.supply.vocabulary import SupplyRoute


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Delivery(Document):
    """A record as a body delivered it to a system. ``None`` means *not known*.

    Attributes:
        record: the record.
        route: on which of the two routes it came (M16).
        by: the department that delivered it; without one, the record's provider.
        received_on: the day on which the system received it.
        entry: the code of its catalogue entry.

    >>> from jscredit.records import Kind, ProviderType, Subject
    >>> chamber = Body(name="虚构商会", type=ProviderType.INDUSTRY_ASSOCIATION)
    >>> record = CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.AWARD, provider=chamber)
    >>> Delivery(record=record).by_analogy
    True
    """

    schema_name: ClassVar[str] = "jscredit.delivery"

    record: CreditRecord
    route: SupplyRoute | None = None
    by: Body | None = None
    received_on: Day | None = None
    entry: Text | None = None

    @property
    def body(self) -> Body | None:
        """The body that delivered it, as far as it is known."""
        return self.by or self.record.provider

    @property
    def level(self) -> Level | None:
        """The level of that body."""
        return self.body.level if self.body is not None else None

    @property
    def by_analogy(self) -> bool | None:
        """Whether it comes from a social organisation, by analogy only (M41)."""
        return self.body.by_analogy if self.body is not None else None


def supply_taken(delivery: Delivery, *, on: date, regime: Regime = JIANGSU_2018) -> Decision:
    """Whether a system may take a delivery: of a provider by right, or by analogy where the instance opted in (M41).

    >>> from jscredit.records import Kind, ProviderType, Subject
    >>> from jscredit.supply import ANALOGY
    >>> chamber = Body(name="虚构商会", type=ProviderType.INDUSTRY_ASSOCIATION)
    >>> record = CreditRecord(id="1", subject=Subject(name="某店"), kind=Kind.AWARD, provider=chamber)
    >>> opted_in = JIANGSU_2018.reading(ANALOGY, "opted-in")
    >>> day, delivery = date(2020, 1, 1), Delivery(record=record)
    >>> [supply_taken(delivery, on=day, regime=law).verdict.value for law in (JIANGSU_2018, opted_in)]
    ['no', 'yes']
    """
    body = delivery.body
    return SUPPLY_TAKEN.decide({PROVIDER_TYPE.name: body.type if body else None}, on=on, regime=regime)
