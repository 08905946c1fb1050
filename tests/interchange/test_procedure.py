from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jscredit.interchange import has_own_limits, inferred_procedure
from jscredit.records import PenaltyType, Procedure
from oracles.penalty_procedure import procedure

NEW_LAW = date(2021, 7, 15)
CEILINGS = (50, 200, 1000, 3000)

amounts = (
    st.none()
    | st.sampled_from(
        [Decimal(limit) + cents for limit in CEILINGS for cents in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))]
    )
    | st.decimals(0, 10_000, places=2)
)
days = st.sampled_from([NEW_LAW + timedelta(days=n) for n in (-1, 0, 1)]) | st.dates(
    date(1996, 10, 1), date(2030, 1, 1)
)
types = st.lists(st.sampled_from([PenaltyType.WARNING, PenaltyType.FINE]), max_size=2) | st.lists(
    st.sampled_from(PenaltyType), max_size=3
)


@settings(max_examples=5_000, deadline=None)
@given(types.map(tuple), amounts, st.none() | st.booleans(), st.booleans(), days)
def test_inference_is_the_oracles(kinds, fine, person, special, day):
    given_answer = inferred_procedure(
        penalty_types=kinds, fine_yuan=fine, natural_person=person, own_limits=special, determined_on=day
    )
    assert given_answer == procedure(kinds, fine, person, special, day)


@pytest.mark.parametrize(
    ("person", "day", "largest"),
    [
        (True, date(2021, 7, 14), 50),
        (True, date(2021, 7, 15), 200),
        (False, date(2021, 7, 14), 1000),
        (False, date(2021, 7, 15), 3000),
    ],
)
def test_the_limit_itself_may_still_be_summary(person, day, largest):
    def answer(fine: Decimal) -> Procedure | None:
        return inferred_procedure(
            penalty_types=(PenaltyType.FINE,),
            fine_yuan=fine,
            natural_person=person,
            own_limits=False,
            determined_on=day,
        )

    assert answer(Decimal(largest)) is None
    assert answer(Decimal(largest) + Decimal("0.01")) is Procedure.GENERAL


@pytest.mark.parametrize(
    ("organ", "basis", "own"),
    [
        ("虚构市公安局", "《产品质量法》", True),
        ("虚构市交警支队", "《产品质量法》", True),
        ("虚构市交通警察大队", "《产品质量法》", True),
        ("虚构市公安局交通管理局", "《产品质量法》", True),
        ("某出入境边防检查站", "《产品质量法》", True),
        ("某边检站", "《产品质量法》", True),
        ("某移民管理局", "《产品质量法》", True),
        ("国家移民局", "《产品质量法》", True),
        ("虚构市公安出入境", "《产品质量法》", True),
        ("虚构市城市管理局", "《道交法》第九十条", True),
        ("虚构市城市管理局", "《道路交通安全法实施条例》", True),
        ("虚构市城市管理局", "《中华人民共和国外国人入境出境管理条例》第二十六条", True),
        ("虚构市城市管理局", "《治安处罚法》第二十三条", True),
        ("虚构市城市管理局", "《中华人民共和国治安管理处罚法》第二十三条", True),
        ("虚构市城市管理局", "《道路交通安全法》第九十条", True),
        ("虚构市城市管理局", "《中华人民共和国出境入境管理法》第七十一条", True),
        ("虚构市交通运输局", "《公路法》第七十六条", False),
        ("虚构市市场监督管理局", "《产品质量法》第四十九条", False),
    ],
)
def test_organs_and_laws_with_limits_of_their_own(organ, basis, own):
    assert has_own_limits(organ, basis) is own
