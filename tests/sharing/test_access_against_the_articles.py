"""Access: 10,000 requests by each right against the oracle, under every reading; and every mutant told."""

from collections import Counter

import pytest

from jscredit.rules import Verdict
from jscredit.sharing import ACCESS_RULES, AccessOutcome, AccessRight, decide_access
from jscredit.validity import PUBLICATION_IN_TIME
from mutants.mutate import mutants
from oracles.dice import dice
from oracles.sharing import RIGHTS
from sharing_cases import ALL_READINGS, DEFAULT_READINGS, law_of, random_case, request_of

pytestmark = pytest.mark.slow
ANSWER = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNDETERMINED}
LAWS = [(readings, law_of(readings)) for readings in ALL_READINGS]


def asked(count, seed):
    rng = dice(seed)
    for _ in range(count):
        case, day = random_case(rng)
        readings, law = rng.choice(LAWS)
        yield case, day, readings, decide_access(request_of(case, day), on=day, regime=law)


def test_10_000_requests_are_decided_as_the_articles_say():
    differences, seen = [], Counter()
    for case, day, readings, access in asked(10_000, 19):
        for right, oracle in RIGHTS.items():
            wanted = ANSWER[oracle(case, day, readings)]
            seen[right, wanted] += 1
            if access.decisions[AccessRight(right)].verdict is not wanted:
                differences.append((right, case, day, readings, wanted))
        verdicts = [ANSWER[oracle(case, day, readings)] for oracle in RIGHTS.values()]
        best = next((one for one in (Verdict.YES, Verdict.UNDETERMINED) if one in verdicts), Verdict.NO)
        if access.verdict is not best:
            differences.append(("verdict", case, day, readings, best))
    assert differences == []
    assert len(seen) == len(RIGHTS) * len(Verdict)
    assert min(seen.values()) > 30


def test_what_is_missing_is_named_and_a_refusal_has_its_reasons():
    for _, _, _, access in asked(1_000, 21):
        assert bool(access.missing) is (access.outcome is AccessOutcome.UNDETERMINED)
        assert bool(access.failed) is (access.outcome in {AccessOutcome.REFUSED, AccessOutcome.PROOF_LACKING})
        assert bool(access.lacking) is (access.outcome is AccessOutcome.PROOF_LACKING)
        assert (access.right is not None) is (access.outcome is AccessOutcome.GRANTED)


@pytest.fixture(scope="module")
def pool():
    rng = dice(20)
    found = []
    for number in range(12_000):
        case, day = random_case(rng)
        readings, law = LAWS[number % len(LAWS)]
        row = decide_access(request_of(case, day), on=day, regime=law).facts
        found.append((row, day, law, {right: ANSWER[oracle(case, day, readings)] for right, oracle in RIGHTS.items()}))
    return found


# The conditions of time are those of M30, whose own mutants are told where M30 is tested; here none may be dropped.
BORROWED = {condition.id for condition in PUBLICATION_IN_TIME.conditions}


def own_mutants(rule):
    for mutant in mutants(rule):
        place = mutant.name.split("/")[1]
        if place.split(":")[0].split(" ")[0] not in BORROWED or place.endswith(": condition dropped"):
            yield mutant


@pytest.mark.parametrize("right", ACCESS_RULES, ids=lambda right: right.value)
def test_every_mutant_is_told(pool, right):
    made = list(own_mutants(ACCESS_RULES[right]))
    assert len(made) > 8
    assert [mutant.name for mutant in made if not told(mutant.rule, pool, right)] == []


def told(rule, pool, right):
    bound = {}
    for row, day, law, wanted in pool:
        if id(law) not in bound:
            bound[id(law)] = rule.bind(law)
        if bound[id(law)].verdict(row, day) is not wanted[right]:
            return True
    return False


def test_the_readings_are_those_of_the_rules():
    assert len(LAWS) == 4
    assert ALL_READINGS[0] == DEFAULT_READINGS
