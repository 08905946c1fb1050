"""What a reading of M34 beside the rule brought to light, each as its smallest case."""

import datetime as dt

from jscredit.deadlines import Years
from jscredit.law import Rank
from jscredit.records import CreditRecord, Judgement, Kind, RepairEvidence, Severity, Subject, SubjectType
from jscredit.repair import repair_eligibility
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.validity import GENERAL_PERIOD

SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
FOUND = Judgement(finding=True, by="虚构局", on=dt.date(2019, 1, 1))
TWO_YEARS = JIANGSU_2018.with_settings(Setting(GENERAL_PERIOD, Years(2), Source("虚构法", Rank.LAW)))


def ask(corrected_on):
    record = CreditRecord(
        id="1", subject=SHOP, kind=Kind.BID_RIGGING, severity=Severity.GENERAL, determined_on=dt.date(2019, 3, 1)
    )
    evidence = RepairEvidence(
        corrected_on=corrected_on,
        recurred=False,
        clear_effect=FOUND,
        adverse_effect_eliminated=FOUND,
        self_discipline=True,
        credit_management_system=True,
        commitment_not_to_fail_again=True,
    )
    return repair_eligibility(record, evidence, on=dt.date(2020, 5, 1), regime=TWO_YEARS)


def test_no_notice_says_that_a_failure_corrected_later_is_beyond_repair_where_it_is_not():
    """Where a law gives two years, a general failure corrected after its determination can be repaired."""
    assert ask(dt.date(2019, 4, 1)).verdict is Verdict.YES
    (notice,) = (each for each in ask(dt.date(2020, 4, 1)).notices if each.code == "repair.year-outlasts-use")
    assert "自认定起只有一年" in notice.text("zh")
    assert "where that period is one year from the determination" in notice.text("en")
