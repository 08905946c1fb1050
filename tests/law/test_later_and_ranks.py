"""What came later is named on the days on which it is in force, and ranks are ordered."""

import datetime as dt

import pytest

from jscredit.law import Rank, later_laws_on

REGULATION = "Jiangsu Social Credit Regulation"
ORDER_58 = "NDRC Order No. 58 on credit repair"
RULE_4 = "Jiangsu Government Rule 2025 No. 4"
ORDER_36 = "NDRC Order No. 36 on credit repair"


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("2021-12-31", []),
        ("2022-01-01", [REGULATION]),
        ("2023-04-30", [REGULATION]),
        ("2023-05-01", [REGULATION, ORDER_58]),
        ("2026-01-31", [REGULATION, ORDER_58]),
        ("2026-02-01", [REGULATION, ORDER_58, RULE_4]),
        ("2026-03-31", [REGULATION, ORDER_58, RULE_4]),
        ("2026-04-01", [REGULATION, RULE_4, ORDER_36]),
    ],
)
def test_later_laws(day, titles):
    assert [law.title.en for law in later_laws_on(dt.date.fromisoformat(day))] == titles


def test_ranks_are_ordered_from_a_setting_to_a_law():
    assert sorted(Rank) == [
        Rank.AGENCY_SETTING,
        Rank.NORMATIVE_DOCUMENT,
        Rank.NATIONAL_DEPARTMENT_DOCUMENT,
        Rank.LOCAL_GOVERNMENT_RULE,
        Rank.DEPARTMENT_RULE,
        Rank.LOCAL_REGULATION,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LAW,
    ]
    assert all(rank.label.zh and rank.label.en for rank in Rank)
