"""Regimes under which a record has no last day, or one that is open upwards: shared by the tests of checks."""

from jscredit.law import Rank
from jscredit.records.facts import MALICE
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import EARLIER_RECORDS

_SOURCE = Source("虚构的细则", Rank.AGENCY_SETTING)

# M30 sets no end for what was determined before 2018-01-29 ...
LATER_ONLY = JIANGSU_2018.with_settings(Setting(EARLIER_RECORDS, "later-determinations", _SOURCE))
# ... or only where the conduct was malicious, which a record may leave unknown.
OPEN_END = JIANGSU_2018.with_settings(Setting(EARLIER_RECORDS, "later-determinations", _SOURCE, when=MALICE))
