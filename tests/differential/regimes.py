"""The law under a choice of readings, with a term for rather serious failures set by an agency."""

from functools import cache

from jscredit.law import Rank
from jscredit.repair import TERMS as REPAIR_TERMS
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import RATHER_SERIOUS_PERIOD
from jscredit.validity import TERMS as VALIDITY_TERMS

TERMS = {term.name: term for term in (*VALIDITY_TERMS, *REPAIR_TERMS)}
SOURCE = Source("an invented standard", Rank.AGENCY_SETTING)


@cache
def regime(readings, rather_serious=None):
    """``readings``: a tuple with names, such as those of the oracles; None leaves the term for 较重 open."""
    law = JIANGSU_2018
    for name, option in readings._asdict().items():
        law = law.reading(TERMS[name.replace("_", "-")], option)
    if rather_serious is None:
        return law
    return law.with_settings(Setting(RATHER_SERIOUS_PERIOD, rather_serious, SOURCE))
