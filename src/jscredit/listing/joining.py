"""Which subjects of two sides may be the same, found by joining their numbers and names, never by a loop over pairs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jscredit.records import Match, Subject, match, match_keys, normalise_name
from jscredit.records.matching import LIFELONG

_Signature = tuple[frozenset[str], bool | None]


class Partners(NamedTuple):
    """Who stands across, by place: certainly the same, and possibly. Subjects of one name share their tuples."""

    same: tuple[int, ...]
    possible: tuple[int, ...]
    by_name: tuple[int, ...]


class _Places:
    """The places at which each text stands. Nearly every text stands at one, which then takes no list."""

    __slots__ = ("first", "more")

    def __init__(self) -> None:
        self.first: dict[str, int] = {}
        self.more: dict[str, list[int]] = {}

    def add(self, text: str, place: int) -> None:
        if self.first.setdefault(text, place) != place:
            self.more.setdefault(text, []).append(place)

    def at(self, text: str) -> Sequence[int]:
        return (self.first[text], *self.more.get(text, ()))


def partners(left: Sequence[Subject], right: Sequence[Subject]) -> dict[int, Partners]:
    """For each place on the left that has any, its partners on the right, as ``records.match`` tells them apart."""
    numbers, names = _index(left)
    linked, named = _probe(numbers, names, right)
    by_number = {place: _judged(left[place], right, others) for place, others in linked.items()}
    by_name = dict(_of_one_name(left, right, ((names.at(name), places) for name, places in named.items())))
    return {place: _partners(by_number.get(place), by_name.get(place, ())) for place in by_number.keys() | by_name}


def _index(subjects: Sequence[Subject]) -> tuple[_Places, _Places]:
    numbers, names = _Places(), _Places()
    for place, subject in enumerate(subjects):
        for key in match_keys(subject):
            numbers.add(key, place)
        if subject.name is not None:
            names.add(normalise_name(subject.name), place)
    return numbers, names


def _probe(
    numbers: _Places, names: _Places, right: Iterable[Subject]
) -> tuple[dict[int, dict[int, None]], dict[str, list[int]]]:
    known_numbers, known_names = numbers.first, names.first  # looked up here: most of what is asked is not there
    linked: dict[int, dict[int, None]] = {}
    named: dict[str, list[int]] = {}
    for place, subject in enumerate(right):
        for key in match_keys(subject):
            if key in known_numbers:
                for other in numbers.at(key):
                    linked.setdefault(other, {})[place] = None
        if subject.name is not None and (name := normalise_name(subject.name)) in known_names:
            named.setdefault(name, []).append(place)
    return linked, named


def _judged(subject: Subject, right: Sequence[Subject], others: Iterable[int]) -> dict[int, Match]:
    return {place: match(subject, right[place]) for place in others}


def _of_one_name(
    left: Sequence[Subject], right: Sequence[Subject], groups: Iterable[tuple[Sequence[int], Sequence[int]]]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Those who share a name and have nothing against it; a number in common is for the caller to see."""
    for ours, theirs in groups:
        across = _by_signature(right, theirs)
        for signature, members in _by_signature(left, ours).items():
            fits = tuple(sorted(place for other, there in across.items() if _fit(signature, other) for place in there))
            if fits:
                yield from ((member, fits) for member in members)


def _by_signature(subjects: Sequence[Subject], places: Sequence[int]) -> dict[_Signature, list[int]]:
    found: dict[_Signature, list[int]] = {}
    for place in places:
        kinds = {key.partition(":")[0] for key in match_keys(subjects[place])}
        found.setdefault((LIFELONG & kinds, subjects[place].is_natural_person), []).append(place)
    return found


def _fit(one: _Signature, other: _Signature) -> bool:
    # Two lifelong numbers of one kind differ here: where they agree, the two were joined by number already.
    is_other_nature = None not in {one[1], other[1]} and one[1] is not other[1]
    return not is_other_nature and not one[0] & other[0]


def _partners(by_number: dict[int, Match] | None, by_name: tuple[int, ...]) -> Partners:
    if by_number is None:
        return Partners((), (), by_name)
    same = tuple(place for place, found in by_number.items() if found is Match.SAME)
    possible = tuple(place for place, found in by_number.items() if found is Match.POSSIBLE)
    return Partners(same, possible, tuple(place for place in by_name if place not in by_number))
