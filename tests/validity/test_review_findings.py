"""What a reading of M7, M15, M30 and M43 beside the rules brought to light, each as its smallest case."""

import datetime as dt
from decimal import Decimal

import pytest

from jscredit.deadlines import Months, Years
from jscredit.errors import InvalidInput, Label
from jscredit.law import Rank
from jscredit.records import (
    Body,
    CreditRecord,
    Granter,
    Kind,
    Level,
    Procedure,
    ProviderType,
    Severity,
    Subject,
    SubjectType,
)
from jscredit.records.facts import DETERMINED_ON, FINE_YUAN, SEVERITY
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict, in_words
from jscredit.validity import (
    EARLIER_RECORDS,
    GENERAL_PERIOD,
    PUBLICATION_IN_TIME,
    RATHER_SERIOUS_PERIOD,
    REPLACING_RANKS,
    GradingRow,
    SeverityStandard,
    StandardKind,
    grade,
    validity_of,
)

SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")


def failure(severity=Severity.GENERAL, day=dt.date(2019, 5, 6)):
    return CreditRecord(id="1", subject=SHOP, kind=Kind.BID_RIGGING, severity=severity, determined_on=day)


def under(*settings):
    return JIANGSU_2018.with_settings(*settings)


@pytest.mark.parametrize("option", ["use-from-then-on", "later-determinations"])
def test_an_early_award_is_no_early_failure(option):
    award = CreditRecord(
        id="1", subject=SHOP, kind=Kind.AWARD, granter=Granter.DEPARTMENT, determined_on=dt.date(2017, 5, 1)
    )
    found = validity_of(award, regime=JIANGSU_2018.reading(EARLIER_RECORDS, option))
    assert [notice.code for notice in found.notices] == ["validity.not-failure-information", "validity.later-law"]
    assert found.may_publish(dt.date(2019, 1, 1)).notices == ()


STANDARD = SeverityStandard(
    title=Label("示例（虚构）", "sample (invented)"),
    kind=StandardKind.SEVERITY_GRADING,
    issuer=Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.CITY),
    issued_on=dt.date(2019, 1, 2),
    citation="虚构〔2019〕1号",
    rows=(GradingRow(when=FINE_YUAN >= 10_000, severity=Severity.SERIOUS, citation="第一条"),),
)


def test_a_grade_of_what_may_be_no_failure_says_so():
    penalty = {"id": "1", "subject": SHOP, "kind": Kind.PENALTY, "fine_yuan": Decimal(20_000)}
    penalty |= {"determined_on": dt.date(2019, 5, 6), "provider": STANDARD.issuer}
    codes = {
        procedure: [notice.code for notice in grade(CreditRecord(**penalty, **known), STANDARD).notices]
        for procedure, known in {
            "unknown": {},
            "stated": {"severity": Severity.GENERAL},
            "general": {"procedure": Procedure.GENERAL, "reflects_credit": True},
        }.items()
    }
    assert codes == {
        "unknown": ["grading.class-open"],
        "stated": ["grading.differs", "grading.class-open"],
        "general": [],
    }


@pytest.mark.parametrize(
    "rank",
    [
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.LOCAL_GOVERNMENT_RULE,
    ],
)
@pytest.mark.parametrize(("period", "last"), [(Months(6), dt.date(2019, 11, 6)), (Years(5), dt.date(2024, 5, 6))])
def test_what_article_30_yields_to_may_set_a_rather_serious_failure_any_period(rank, period, last):
    regime = under(Setting(RATHER_SERIOUS_PERIOD, period, Source("虚构规定", rank)))
    assert validity_of(failure(Severity.RATHER_SERIOUS), regime=regime).last_day == last


LOCAL = Source("虚构条例", Rank.LOCAL_REGULATION)
MINISTRY = Source("虚构部令", Rank.DEPARTMENT_RULE)
GOVERNMENT = Source("虚构省令", Rank.LOCAL_GOVERNMENT_RULE)
LAW = Source("虚构法", Rank.LAW)


@pytest.mark.parametrize(
    ("higher", "lower", "is_undecided"),
    [
        (LOCAL, MINISTRY, True),
        (MINISTRY, GOVERNMENT, True),
        (LOCAL, GOVERNMENT, False),
        (LAW, MINISTRY, False),
    ],
)
def test_norms_that_the_law_does_not_rank_are_not_ranked_in_silence(higher, lower, is_undecided):
    """Legislation Law 102 and 106 (before 2023: 91 and 95)."""
    code = "setting.general-period.ranks-undecided"
    differing = under(Setting(GENERAL_PERIOD, Months(6), higher), Setting(GENERAL_PERIOD, Months(9), lower))
    found = validity_of(failure(), regime=differing)
    assert found.last_day == dt.date(2019, 11, 6)
    assert [notice.code for notice in found.notices] == [code] * is_undecided
    for notice in found.notices:
        assert "第一百零六条" in notice.citation
        for text in (notice.text("zh"), notice.text("en")):
            assert text.index(higher.citation) < text.index(lower.citation)
    agreeing = under(Setting(GENERAL_PERIOD, Months(6), higher), Setting(GENERAL_PERIOD, Months(6), lower))
    assert validity_of(failure(), regime=agreeing).notices == ()


@pytest.mark.parametrize(
    ("severity", "day", "is_told"),
    [(Severity.GENERAL, dt.date(2019, 5, 6), True), (Severity.GENERAL, dt.date(2020, 5, 6), False)],
)
def test_only_a_norm_that_the_case_meets_is_told(severity, day, is_told):
    regime = under(
        Setting(GENERAL_PERIOD, Months(6), LOCAL),
        Setting(GENERAL_PERIOD, Months(9), MINISTRY, when=dt.date(2020, 1, 1) > DETERMINED_ON),
    )
    assert bool(validity_of(failure(severity, day), regime=regime).notices) is is_told


def test_a_reading_that_decides_about_ranks_is_chosen_for_all_cases():
    document = Setting(GENERAL_PERIOD, Months(6), Source("虚构通知", Rank.NATIONAL_DEPARTMENT_DOCUMENT))
    source = Source("虚构机关", Rank.AGENCY_SETTING)
    by_case = Setting(REPLACING_RANKS, "article-30-alone", source, when=SEVERITY == Severity.GENERAL)
    with pytest.raises(InvalidInput) as caught:
        under(document, by_case)
    (fault,) = caught.value.faults
    assert (fault.code, fault.field) == ("setting.reading-by-case", "replacing-ranks")
    assert dict(fault.data) == {"term": "general-period", "reading": "replacing-ranks"}
    for text in (fault.message.zh, fault.message.en):
        assert "general-period" in text
        assert "虚构通知" in text
    in_general = under(document, Setting(REPLACING_RANKS, "article-30-alone", source))
    assert validity_of(failure(), regime=in_general).last_day == dt.date(2020, 5, 6)
    assert under(Setting(GENERAL_PERIOD, Months(6), LAW), by_case)


def test_a_negation_in_english_ends_where_it_ends():
    test = next(part for part in PUBLICATION_IN_TIME.conditions if part.id == "stated-end-not-passed").test
    assert in_words(test, "en") == (
        "(it is not so that the provider states a last day of publication) or the day asked about is not after the "
        "last day of publication"
    )
    assert validity_of(failure()).may_publish(dt.date(2019, 6, 1)).verdict is Verdict.YES


@pytest.mark.parametrize(
    ("record", "is_told"),
    [
        (failure(day=dt.date(2020, 12, 31)), False),
        (failure(day=dt.date(2021, 1, 1)), True),
        (failure(day=dt.date(2023, 5, 1)), True),
        (failure(None, dt.date(2018, 12, 31)), False),
        (failure(None, dt.date(2019, 1, 1)), True),
        (failure(day=None), True),
    ],
)
def test_days_told_under_a_later_law_are_told_with_it(record, is_told):
    found = validity_of(record)
    assert ("validity.later-law" in [notice.code for notice in found.notices]) is is_told
    assert ("2018年文本" in found.explain("zh")) is is_told
    assert ("by the 2018 text alone" in found.explain("en")) is is_told
