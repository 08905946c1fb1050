"""Which of many values name one body, without comparing each with each."""

from collections.abc import Sequence

from jscredit.records.body import Body, same_body


def grouped_by_body(bodies: Sequence[Body | None]) -> list[list[int]]:
    """The places of each body, in the order in which it first comes; ``None`` is a group of its own.

    >>> bureau, coded = Body(name="虚构市城管局"), Body(name="虚构市城管局", code="91329901MA1ABCD119")
    >>> grouped_by_body([bureau, None, coded, Body(name="虚构市水务局"), None])
    [[0, 2], [1, 4], [3]]
    """
    found: list[list[int]] = []
    at: dict[object, list[int]] = {}
    for place, body in enumerate(bodies):
        keys = _keys(body)
        known = next((at[key] for key in keys if key in at and _same(bodies[at[key][0]], body)), None)
        if known is None:
            known = []
            found.append(known)
        known.append(place)
        at.update(dict.fromkeys(keys, known))
    return found


def _keys(body: Body | None) -> list[object]:
    if body is None:
        return [None]
    return [("name", body.name), *([("code", body.code)] if body.code else [])]


def _same(one: Body | None, other: Body | None) -> bool:
    return one is other if one is None or other is None else same_body(one, other)
