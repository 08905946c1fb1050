"""The credit review against its oracle: 20,000 files, 6,000 by each other reading, days by a walk, withheld facts."""

import dataclasses
from collections import Counter
from datetime import date, timedelta

import pytest

from differential.files import a_day, completed_file, known_file, periods_of_use, withheld_file
from jscredit.deadlines import Months, Years
from jscredit.law import Rank
from jscredit.records import CreditFile, Kind, SharingClass
from jscredit.review import TERMS, Matter, Outcome, ReviewingBody, Viewer, credit_review
from jscredit.rules import JIANGSU_2018, Setting, Source, Verdict
from jscredit.validity import MONITORING_PERIOD, RATHER_SERIOUS_PERIOD
from jscredit.validity import TERMS as VALIDITY_TERMS
from oracles.dice import dice
from oracles.review import (
    WORST_FIRST,
    Readings,
    World,
    black,
    clean_years,
    entries_in,
    green_channel,
    in_force,
    known,
    monitored,
    outcome,
    records_in,
    typical,
    usable,
    why_not,
    wrong,
)

pytestmark = pytest.mark.slow
COUNT = 20_000
SOURCE = Source("an invented standard", Rank.AGENCY_SETTING)
BY_NAME = {term.name: term for term in (*VALIDITY_TERMS, *TERMS)}
READINGS = [
    Readings(),
    Readings(bad_record="valid-in-them"),
    Readings(young_subject="life-so-far"),
    Readings(bad_record="valid-in-them", counting="first-day-counted"),
    Readings(bad_record="valid-in-them", earlier_records="later-determinations"),
]
SET = [World(Years(2)), World(Months(18), Months(6))]
ANSWER = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNDETERMINED}


def law_of(readings, world):
    law = JIANGSU_2018
    for name, option in readings._asdict().items():
        law = law.reading(BY_NAME[name.replace("_", "-")], option)
    settings = [Setting(RATHER_SERIOUS_PERIOD, world.rather_serious, SOURCE)]
    if world.monitoring:
        settings.append(Setting(MONITORING_PERIOD, world.monitoring, SOURCE))
    return law.with_settings(*settings)


@pytest.fixture(scope="module")
def cases():
    """Files with a day to ask about and what is set."""
    rng = dice(25)
    found = []
    for _ in range(COUNT):
        on = a_day(rng)
        found.append((known_file(rng, on), on, rng.choice(SET)._replace(periods_of_use=periods_of_use(rng))))
    return found


def reviewed(file, on, world, law):
    return credit_review(
        file,
        matter=Matter.ADMINISTRATIVE_LICENSING,
        on=on,
        periods_of_use=world.periods_of_use,
        regime=law,
    )


def test_the_cases_hold_every_change_and_every_way_to_vouch(cases):
    types = Counter(change.type for file, _, _ in cases for change in file.changes)
    assert len(types) == 10
    assert min(types.values()) > 300
    vouched = Counter(file.complete_since is None or file.complete_since > on for file, on, _ in cases)
    assert min(vouched[True], vouched[False]) > 2_000
    assert sum(file.complete_since not in {None, date(2001, 1, 1)} for file, _, _ in cases) > 3_000


@pytest.mark.parametrize("readings", READINGS, ids="/".join)
def test_every_review_is_the_oracles(cases, readings):
    laws = {world[:2]: law_of(readings, world) for world in SET}
    said = Counter()
    for file, on, world in cases if readings == Readings() else cases[:6_000]:
        found = reviewed(file, on, world, laws[world[:2]])
        wanted = outcome(file, on, world, readings)
        assert (found.best, found.worst) == wanted, (file, on)
        assert (found.missing == ()) == (wanted.best == wanted.worst)
        assert set(found.missing) <= {"complete_since"}
        check_lists(found, file, on, world, readings)
        said[found.outcome] += 1
    assert len(said) == len(Outcome)
    assert min(said.values()) > 50


def check_lists(found, file, on, world, readings):
    changes = known(file.changes, on)
    records, listed = records_in(changes), entries_in(changes)
    failures = [each for each in records if usable(each, on, world, readings)]
    assert [each.record for each in found.failures] == [each.record for each in failures]
    assert [each.flagged for each in found.failures] == [each.flagged for each in failures]
    assert [each.entry for each in found.entries] == [each.entry for each in listed if in_force(each, on)]
    watched = [each.entry for each in listed if monitored(each, on, world)]
    assert [each.entry for each in found.monitoring] == watched
    assert {each.source_id for each in found.persons} == {each.source_id for each in records} - {None}
    assert (found.open_failures, found.open_entries) == ((), ())
    green = found.green_channel
    assert green.verdict is ANSWER[green_channel(file, on, world, readings)]
    assert green.by_clean_years is ANSWER[clean_years(file, on, world, readings)]
    left = {each.id: each.reasons for each in found.left_out if not each.element}
    honours = {each.record.id for each in records if typical(each, on, world, readings)}
    rest = [each for each in records if each not in failures and each.record.id not in honours]
    wanted = {each.record.id: why_not(each, on, world, readings) for each in rest}
    wanted |= {each.entry.id: why_over(each, on) for each in listed if not in_force(each, on)}
    assert {id_: set(reasons) for id_, reasons in left.items()} == {
        id_: reasons for id_, reasons in wanted.items() if id_ not in {each.id for each in watched}
    }


def why_over(listed, on):
    entry = listed.entry
    reasons = {"entry_not_begun"} if entry.valid_from > on else set()
    if entry.valid_until < on:
        reasons.add("entry_over")
    if listed.left_on and listed.left_on <= on:
        reasons.add("entry_wrong" if wrong(listed) else "entry_ended")
    return reasons


@pytest.mark.parametrize("readings", READINGS[:3], ids="/".join)
def test_days_by_a_walk(cases, readings):
    """Since, until and earliest of the green channel, and every later outcome, day by day."""
    checked = 0
    for whole, on, world in cases[:60]:
        # Nothing more becomes known on the days that are walked over.
        file = whole.as_of(on)
        found = reviewed(file, on, world, law_of(readings, world))
        days = [on + timedelta(step) for step in range(2300)]
        green = [green_channel(file, day, world, readings) for day in days]
        first = green.index(True) if True in green else None
        assert found.green_channel.earliest == (None if first is None else days[first])
        if green[0]:
            end = next((day for day, answer in zip(days, green, strict=True) if not answer), None)
            assert found.green_channel.until == (end and end - timedelta(1))
            check_since(found.green_channel.since, file, file.changes, world, readings)
            checked += 1
        for span in found.timeline:
            for day in {span.first, span.last or span.first, min(span.first + timedelta(40), span.last or date.max)}:
                wanted = outcome(file, day, world, readings)
                settled = wanted.best if wanted.best == wanted.worst else "undetermined"
                assert span.outcome == settled, (file, day)
    assert checked > 5


def check_since(since, file, told, world, readings):
    """The run begins on its first day, judged by what is known on the day of the review."""
    assert green_channel(file, since, world, readings, told=told)
    if since > JIANGSU_2018.in_force_from:
        assert not green_channel(file, since - timedelta(1), world, readings, told=told)


def test_withheld_facts_never_make_an_answer_that_a_completion_contradicts():
    rng = dice(26)
    open_ones = tight = 0
    for _ in range(800):
        on = a_day(rng)
        world = rng.choice(SET)._replace(periods_of_use=periods_of_use(rng))
        law = law_of(Readings(), world)
        file = withheld_file(rng, without_purges(known_file(rng, on)))
        found = reviewed(file, on, world, law)
        worst, best = WORST_FIRST.index(found.worst), WORST_FIRST.index(found.best)
        seen = set()
        for _ in range(12):
            whole = completed_file(rng, file, on)
            told = outcome(whole, on, world, Readings())
            assert worst <= WORST_FIRST.index(told.worst), (file, whole, on)
            assert WORST_FIRST.index(told.best) <= best, (file, whole, on)
            seen |= set(told)
        if found.outcome is Outcome.UNDETERMINED:
            assert found.missing
            open_ones += 1
            tight += len(seen) > 1
        else:
            assert found.missing == ()
    assert open_ones > 150
    # Twelve completions drawn at random do not meet every outcome that is possible; most they do.
    assert tight > 0.8 * open_ones


def without_purges(file):
    return dataclasses.replace(file, changes=tuple(change for change in file.changes if change.type != "purged"))


def test_a_limited_view_is_the_view_of_a_file_without_the_rest():
    rng = dice(27)
    shown = 0
    for _ in range(600):
        on = a_day(rng)
        file = known_file(rng, on)
        sees = tuple(rng.sample(list(SharingClass), rng.choice([1, 2])))
        viewer = Viewer(body=rng.choice([None, *ReviewingBody]), sees=sees)
        found = credit_review(file, matter=Matter.PROMOTION, on=on, viewer=viewer)
        kept = {each.record.id for each in found.records} | {each.entry.id for each in found.listed}
        rest = tuple(change for change in file.changes if id_of(change) in kept)
        seen = credit_review(CreditFile(file.subject, rest), matter=Matter.PROMOTION, on=on, viewer=viewer)
        assert found.to_public_json() == seen.to_public_json()
        assert found.explain("zh") == seen.explain("zh")
        assert found.green_channel.by_clean_years is not Verdict.YES
        shown += bool(kept)
    assert shown > 100


def id_of(change):
    for name in ("record", "entry"):
        if hasattr(change, name):
            return getattr(change, name).id
    return getattr(change, "record_id", None) or change.entry_id


def test_black_entries_are_told_apart():
    """The oracle and the generator agree on what a black list is."""
    rng = dice(28)
    files = [known_file(rng, date(2021, 5, 6)) for _ in range(300)]
    assert any(black(each) for file in files for each in entries_in(file.changes))
    assert {each.record.kind for file in files for each in records_in(file.changes)} > {Kind.PENALTY, Kind.AWARD}
