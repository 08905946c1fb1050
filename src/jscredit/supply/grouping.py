"""Which supplies are about one subject: joined by numbers, never by a name, never against what speaks against it."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jscredit.records import Subject, match_keys, normalise_name
from jscredit.records.matching import LIFELONG


@dataclass(frozen=True, slots=True)
class Group:
    """One subject: all that is told about it, and the places where, from 0."""

    subject: Subject
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """All subjects; and, by their places in ``members``, those whose numbers speak both for and against being one."""

    members: tuple[Group, ...]
    torn: tuple[tuple[int, ...], ...]


def grouped(subjects: Sequence[Subject]) -> Groups:
    """The subjects of many supplies, in the order in which they come.

    >>> old, new = Subject(organisation_code="MA1ABCD11"), Subject(credit_code="91329901MA1ABCD119")
    >>> [group.places for group in grouped([old, Subject(name="某店"), new]).members]
    [(0, 2), (1,)]
    """
    distinct: dict[Subject, list[int]] = {}
    numberless = [place for place, subject in enumerate(subjects) if not match_keys(subject)]
    for place in sorted(set(range(len(subjects))).difference(numberless)):
        distinct.setdefault(subjects[place], []).append(place)
    # Two of one name and no number may be two: each stands alone, and a person decides.
    members = [Group(subjects[place], (place,)) for place in numberless]
    torn: list[tuple[int, int]] = []
    for component in _components(list(distinct)):
        parts = [component] if _agree(component) else _by_numbers(component)
        torn += [(len(members), len(members) + len(parts))] if len(parts) > 1 else []
        members += (_group(part, distinct) for part in parts)
    order = sorted(range(len(members)), key=lambda at: members[at].places)
    moved = {old: new for new, old in enumerate(order)}
    apart = (tuple(sorted(moved[at] for at in range(first, stop))) for first, stop in torn)
    return Groups(tuple(members[at] for at in order), tuple(apart))


def _components(subjects: Sequence[Subject]) -> list[list[Subject]]:
    """Subjects that share a number, directly or through others; one without any number stands alone."""
    parent = list(range(len(subjects)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    first: dict[str, int] = {}
    for at, subject in enumerate(subjects):
        for key in match_keys(subject):
            parent[root(at)] = root(first.setdefault(key, at))
    found: defaultdict[int, list[Subject]] = defaultdict(list)
    for at, subject in enumerate(subjects):
        found[root(at)].append(subject)
    return list(found.values())


def _agree(subjects: Sequence[Subject]) -> bool:
    """Whether nothing speaks against their being one: no two lifelong numbers of a kind, no person beside another."""
    if len(subjects) == 1:
        return True
    natures = {subject.is_natural_person for subject in subjects} - {None}
    lifelong = {key for subject in subjects for key in match_keys(subject) if key.partition(":")[0] in LIFELONG}
    kinds = [key.partition(":")[0] for key in lifelong]
    types = {subject.type for subject in subjects} - {None}
    forms = {subject.form for subject in subjects} - {None}
    return len(natures) < 2 and len(kinds) == len(set(kinds)) and len(types) < 2 and len(forms) < 2  # noqa: PLR2004


def _by_numbers(subjects: Iterable[Subject]) -> list[list[Subject]]:
    found: defaultdict[object, list[Subject]] = defaultdict(list)
    for subject in subjects:
        found[match_keys(subject), subject.is_natural_person, subject.type, subject.form].append(subject)
    return list(found.values())


def _group(subjects: Sequence[Subject], distinct: dict[Subject, list[int]]) -> Group:
    places = tuple(sorted(place for subject in subjects for place in distinct[subject]))
    return Group(subjects[0] if len(subjects) == 1 else _merged(subjects), places)


def _merged(subjects: Sequence[Subject]) -> Subject:
    """All that the rows tell; of several names the one that came last."""
    first = subjects[0]
    parts: dict[str, object] = {}
    for field in dataclasses.fields(Subject):
        values = [value for subject in subjects if (value := getattr(subject, field.name)) is not None]
        if field.name == "other_ids":
            parts[field.name] = tuple(dict.fromkeys(other for value in values for other in value))
        else:
            parts[field.name] = next(reversed(values), None) if field.name == "name" else next(iter(values), None)
    return dataclasses.replace(first, **parts)  # type: ignore[arg-type]  # the fields themselves


def possible_by_name(subjects: Sequence[Subject]) -> Iterator[tuple[int, ...]]:
    """The places of subjects of one name with nothing against their being one; a person decides."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for at, subject in enumerate(subjects):
        if subject.name is not None:
            named[normalise_name(subject.name)].append(at)
    for places in named.values():
        fitting = _fitting(subjects, places) if len(places) > 1 else ()
        if fitting:
            yield fitting


def _fitting(subjects: Sequence[Subject], places: Sequence[int]) -> tuple[int, ...]:
    """Those of them that could be another of them: by what they are, and which lifelong numbers they have."""
    signatures: defaultdict[tuple[frozenset[str], bool | None], list[int]] = defaultdict(list)
    for at in places:
        kinds = frozenset(key.partition(":")[0] for key in match_keys(subjects[at])) & LIFELONG
        signatures[kinds, subjects[at].is_natural_person].append(at)
    found = []
    for mine, members in signatures.items():
        for other, there in signatures.items():
            others = [at for at in there if other != mine or len(there) > 1]
            natures_fit = mine[1] is None or other[1] is None or mine[1] is other[1]
            if others and natures_fit and not mine[0] & other[0]:
                found += members
                break
    return tuple(sorted(found))
