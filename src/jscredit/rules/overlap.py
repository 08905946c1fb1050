"""Whether two guards could hold in the same case: a search for a case that nothing rules out."""

from jscredit.rules.disjoint import contradictory
from jscredit.rules.expressions import And, Expression, If, Literal, Not, Or
from jscredit.rules.window import Guard

_MOST_STEPS = 100

Guards = tuple[Guard, ...]


def can_both_hold(one: Expression, other: Expression) -> bool:
    """Whether two guards could hold in the same case; True where that is not ruled out within a fair number of steps.

    >>> from jscredit.errors import Label
    >>> from jscredit.rules.facts import Fact
    >>> amount = Fact.number("amount", Label("金额，元", "amount, yuan"))
    >>> can_both_hold(amount < 200, amount >= 200), can_both_hold(amount <= 200, amount >= 200)
    (False, True)
    """
    # Each entry is one way to make both hold: what it has settled so far, and what is still to be taken apart.
    ways: list[tuple[Guards, Guards]] = [((), (Guard(one, holds=True), Guard(other, holds=True)))]
    for _ in range(_MOST_STEPS):
        if not ways:
            return False
        settled, goals = ways.pop()
        taken = _taken_apart(goals)
        if taken is None or contradictory(settled + taken[0]):
            continue
        if not taken[1]:
            return True
        ways += _next(settled + taken[0], taken[1])
    return True


def _taken_apart(goals: Guards) -> tuple[Guards, Guards] | None:
    """The facts and comparisons that the goals come to, and the choices left; None where they cannot be met."""
    settled, choices, left = [], [], list(reversed(goals))
    while left:
        goal = left.pop()
        match goal.test:
            case Literal(value):
                if value != goal.holds:
                    return None
            case Not(arg):
                left.append(Guard(arg, not goal.holds))
            case And(args) | Or(args) if isinstance(goal.test, And) == goal.holds:
                left += [Guard(part, goal.holds) for part in args]
            case And() | Or() | If():
                choices.append(goal)
            case _:
                settled.append(goal)
    return tuple(settled), tuple(choices)


def _next(settled: Guards, choices: Guards) -> list[tuple[Guards, Guards]]:
    """Go on from the choice that leaves the fewest ways: one that leaves none ends the search here."""
    live = [[way for way in _ways(choice) if not contradictory(settled + way)] for choice in choices]
    place = min(range(len(choices)), key=lambda index: len(live[index]))
    rest = choices[:place] + choices[place + 1 :]
    return [(settled, way + rest) for way in live[place]]


def _ways(goal: Guard) -> tuple[Guards, ...]:
    """The ways in which a goal can be met, one of which is enough."""
    if isinstance(goal.test, If):
        test, then, otherwise = goal.test.parts
        return (
            (Guard(test, holds=True), Guard(then, goal.holds)),
            (Guard(test, holds=False), Guard(otherwise, goal.holds)),
        )
    return tuple((Guard(part, goal.holds),) for part in goal.test.parts)
