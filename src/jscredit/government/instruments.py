"""G5.2: three instruments that were still to be issued: slots that an authority fills, with the citation."""

from pydantic.dataclasses import dataclass

from jscredit.records import Body, Value, Vocabulary
from jscredit.records.value import STRICT, Day, Text


class PlannedInstrument(Vocabulary):
    """The instruments that the opinions announce, by what they are about."""

    COLLECTION_GUIDANCE_CATALOGUE = (
        "collection_guidance_catalogue",
        "各级政府及公务员信用信息征集指导目录",
        "guidance catalogue for collecting credit information of governments and civil servants",
    )
    EVALUATION_RULES = (
        "evaluation_rules",
        "各级政府及公务员信用评价细则",
        "rules for evaluating the credit of governments and civil servants",
    )
    CIVIL_SERVANT_INCENTIVE_AND_RESTRAINT_RULES = (
        "civil_servant_incentive_and_restraint_rules",
        "公务员守信激励和失信惩戒实施办法",
        "measures on incentives and restraints for civil servants",
    )


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class IssuedInstrument(Value):
    """One of the three as it was issued: what it is, by whom, when, and where it is found.

    >>> from datetime import date
    >>> IssuedInstrument(
    ...     instrument=PlannedInstrument.EVALUATION_RULES,
    ...     issuer=Body(name="虚构省信用办"),
    ...     issued_on=date(2019, 3, 1),
    ...     citation="虚信办〔2019〕1号",
    ... ).instrument.label.zh
    '各级政府及公务员信用评价细则'
    """

    instrument: PlannedInstrument
    issuer: Body
    issued_on: Day
    citation: Text
