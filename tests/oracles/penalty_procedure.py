"""Which penalties only the general procedure can impose, straight from the Administrative Penalty Law.

Art. 51 (in force from 15 July 2021): on the spot may be decided a fine of up to 200 yuan for a citizen, of up to 3,000
for a legal person or other organisation, or a warning. Art. 33 of the text before: up to 50, up to 1,000, or a warning.
Everything else goes through the general procedure. What may be decided on the spot may also go through the general one.
"""

from datetime import date
from decimal import Decimal

from jscredit.records import PenaltyType, Procedure


def procedure(
    types: tuple[PenaltyType, ...], fine: Decimal | None, person: bool | None, special: bool, day: date
) -> Procedure | None:
    for kind in types:
        if kind is PenaltyType.WARNING:
            continue
        if kind is PenaltyType.FINE:
            continue
        if kind is PenaltyType.OTHER:  # names no penalty of either procedure
            continue
        return Procedure.GENERAL
    if special:
        return None
    if fine is None:
        return None
    if person is None:
        # A shop under its owner's number: general only where it is so for a citizen and for an organisation.
        both = [procedure(types, fine, each, special, day) for each in (True, False)]
        return Procedure.GENERAL if both == [Procedure.GENERAL] * 2 else None
    new_law = (day.year, day.month, day.day) >= (2021, 7, 15)
    if person and new_law:
        on_the_spot = fine <= 200
    elif person:
        on_the_spot = fine <= 50
    elif new_law:
        on_the_spot = fine <= 3000
    else:
        on_the_spot = fine <= 1000
    return None if on_the_spot else Procedure.GENERAL
