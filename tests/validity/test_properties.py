"""What must hold for every record, day, reading and period."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from jscredit.deadlines import Days, Months, Years
from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.records import Body, CreditRecord, Kind, Level, ProviderType, Severity, Subject, SubjectType
from jscredit.records.facts import FINE_YUAN, MALICE
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.validity import (
    COUNTING,
    EARLIER_RECORDS,
    RATHER_SERIOUS_PERIOD,
    GradingRow,
    SeverityStandard,
    StandardKind,
    grade,
    restored_validity,
    validity_of,
)

ONE_DAY = dt.timedelta(1)
SHOP = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
REGIMES = [
    JIANGSU_2018.reading(COUNTING, counting).reading(EARLIER_RECORDS, earlier)
    for counting in ("first-day-not-counted", "first-day-counted")
    for earlier in ("use-from-then-on", "later-determinations")
]
regimes = st.sampled_from(REGIMES)
EDGES = [
    dt.date(2018, 1, 28),
    dt.date(2018, 1, 29),
    dt.date(2020, 2, 28),
    dt.date(2020, 2, 29),
    dt.date(2021, 2, 28),
    dt.date(2021, 3, 1),
    dt.date(2023, 2, 28),
]
days = st.one_of(
    st.sampled_from(EDGES),
    st.dates(dt.date(2016, 1, 1), dt.date(2026, 12, 31)),
)
days_in_force = days.map(lambda day: max(day, dt.date(2018, 1, 29)))
severities = st.sampled_from([*Severity, None])
periods = st.one_of(st.none(), st.builds(Days, st.integers(1, 1500)), st.builds(Months, st.integers(1, 50)))


def standard(*rows):
    return SeverityStandard(
        title=Label("示例（虚构）", "sample (invented)"),
        kind=StandardKind.SEVERITY_GRADING,
        issuer=Body(name="虚构局", type=ProviderType.ADMINISTRATIVE_ORGAN, level=Level.COUNTY),
        issued_on=dt.date(2019, 1, 2),
        citation="虚构〔2019〕1号",
        rows=rows,
    )


def failure(day, severity, **fields):
    return CreditRecord(id="1", subject=SHOP, kind=Kind.BID_RIGGING, determined_on=day, severity=severity, **fields)


records = st.builds(failure, days, severities, published_until=st.none() | days)


@given(day=days, severity=severities, regime=regimes, on=days_in_force)
def test_the_days_and_the_answers_agree(day, severity, regime, on):
    found = validity_of(failure(day, severity), regime=regime)
    days_of_end = found.last_day_range
    earliest, latest = days_of_end.earliest or dt.date.max, days_of_end.latest or dt.date.max
    if on < day or on > latest:
        assert found.covers(on) is Verdict.NO
    elif on <= earliest:
        assert found.covers(on) is Verdict.YES
    else:
        assert found.covers(on) is Verdict.UNDETERMINED
    assert found.decision(on).verdict is found.covers(on)
    assert bool(found.missing) == (earliest != latest)


@given(day=days, severity=severities, regime=regimes, on=days_in_force)
def test_a_settled_answer_is_that_of_every_completion_and_an_open_one_of_none(day, severity, regime, on):
    answers = set()
    for completed in [severity] if severity else list(Severity):
        for period in (Years(1), Months(20), Years(3)):
            filled = regime.with_settings(Setting(RATHER_SERIOUS_PERIOD, period, Source("某机关", Rank.AGENCY_SETTING)))
            answers.add(validity_of(failure(day, completed), regime=filled).covers(on))
    found = validity_of(failure(day, severity), regime=regime).covers(on)
    assert found is (answers.pop() if len(answers) == 1 else Verdict.UNDETERMINED)


@given(record=records, regime=regimes, on=days_in_force, period=periods)
def test_restraint_ends_with_the_earlier_and_publication_with_the_earliest(record, regime, on, period):
    stated = record.published_until
    found = validity_of(record, period_of_use=period, regime=regime)
    restraint, publication = found.may_restrain(on).verdict, found.may_publish(on).verdict
    unbounded = validity_of(record, regime=regime).covers(on)
    assert restraint in {unbounded, Verdict.NO}
    assert period is not None or restraint is unbounded
    assert publication is (restraint if stated is None or on <= stated else Verdict.NO)


@given(day=days, regime=regimes, period=st.builds(Years, st.integers(1, 3)), severity=st.sampled_from(Severity))
def test_a_period_of_use_as_long_as_the_validity_changes_nothing(day, regime, period, severity):
    filled = regime.with_settings(Setting(RATHER_SERIOUS_PERIOD, period, Source("某机关", Rank.AGENCY_SETTING)))
    length = {Severity.GENERAL: Years(1), Severity.RATHER_SERIOUS: period, Severity.SERIOUS: Years(3)}[severity]
    found = validity_of(failure(day, severity), period_of_use=length, regime=filled)
    if not found.has_no_end:
        assert found.may_restrain(regime.in_force_from).timeline == found.timeline


@given(record=records | st.builds(failure, st.none(), severities), regime=regimes, period=periods)
def test_stored_and_restored_it_is_equal(record, regime, period):
    found = validity_of(record, period_of_use=period, regime=regime)
    assert restored_validity(found.to_storage_json(), regime=regime) == found


@given(
    limit=st.integers(1, 1000),
    fine=st.none() | st.decimals(0, 2000, places=2),
    malice=st.none() | st.booleans(),
)
def test_a_grade_is_never_guessed(limit, fine, malice):
    rows = (
        GradingRow(when=MALICE & (limit <= FINE_YUAN), severity=Severity.SERIOUS, citation="一"),
        GradingRow(when=MALICE & (limit > FINE_YUAN), severity=Severity.RATHER_SERIOUS, citation="二"),
        GradingRow(when=~MALICE, severity=Severity.GENERAL, citation="三"),
    )
    known = {"fine_yuan": fine, "malice": malice, "determined_on": dt.date(2024, 3, 1)}
    record = CreditRecord(id="1", subject=SHOP, kind=Kind.PENALTY, **known)
    found = grade(record, standard(*rows))
    if malice is False:
        assert found.severity is Severity.GENERAL
    elif malice is None or fine is None:
        assert found.severity is None
        assert set(found.missing) == {
            name for name, value in (("malice", malice), ("fine_yuan", fine)) if value is None
        }
    else:
        assert found.severity is (Severity.SERIOUS if fine >= limit else Severity.RATHER_SERIOUS)
