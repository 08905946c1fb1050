"""M16, M41, read from the articles: the way of a record, whose supplies are taken, and copies kept once.

A delivery is told by plain values: ``subject`` (which organisation, and by which number or by its name alone),
``kind``, ``number``, ``day``, ``told`` (each further field, None where it is not told), ``route``, ``level``, ``body``.
"""

# 第十六条第三款、第四款; 第六条第三款: 及时、准确、完整地向上级公共信用信息系统报送.
PUSHED = [("department", "province", "system", "province"), ("system", "province", "system", "city")]
WAYS = {
    ("province", "provincial_unified_push", False): PUSHED,
    ("province", "provincial_unified_push", True): PUSHED,
    ("city", "provincial_unified_push", False): PUSHED,
    ("county", "provincial_unified_push", False): PUSHED,
    ("city", "provincial_unified_push", True): [
        ("department", "city", "system", "city"),
        ("system", "city", "system", "province"),
    ],
    ("county", "provincial_unified_push", True): [
        ("department", "county", "system", "county"),
        ("system", "county", "system", "province"),
    ],
    ("province", "same_level_push"): [("department", "province", "system", "province")],
    ("city", "same_level_push"): [
        ("department", "city", "system", "city"),
        ("system", "city", "system", "province"),
    ],
    ("county", "same_level_push"): [
        ("department", "county", "system", "county"),
        ("system", "county", "system", "city"),
        ("system", "city", "system", "province"),
    ],
}


def taken(provider_type, *, opted_in):
    """第二条: two types by right. 第四十一条: associations and other social organisations may, by analogy."""
    if provider_type in {"administrative_organ", "authorised_public_affairs_organisation"}:
        return True
    if provider_type in {"industry_association", "other_social_organisation"}:
        return opted_in
    return None if opted_in is False or provider_type is None else False


def in_time(received_on, due_on):
    """及时: by the last day."""
    return None if received_on is None or due_on is None else received_on <= due_on


def one_subject(one, other):
    """By numbers: the credit code holds the organisation code. A name alone says nothing."""
    return one["subject"][0] == other["subject"][0] and "name" not in {one["subject"][1], other["subject"][1]}


def one_document(one, other):
    same = all(one[part] == other[part] for part in ("kind", "number"))
    return same and one["number"] is not None and one_subject(one, other)


def copies(one, other):
    """避免重复归集报送: identity, kind, document number and day."""
    return one_document(one, other) and one["day"] is not None and one["day"] == other["day"]


def contradict(one, other):
    """The fields in which both tell something, and not the same."""
    return {
        name
        for name, value in one["told"].items()
        if value is not None and other["told"][name] is not None and value != other["told"][name]
    }


def kept_once(deliveries):
    """The places that are one record each, and the contradictions: kind, places, fields."""
    kept, contradictions, done = [], [], set()
    for at, one in enumerate(deliveries):
        document = [n for n, other in enumerate(deliveries) if n == at or one_document(one, other)]
        days = {deliveries[n]["day"] for n in document}
        if document[0] == at and len(document) > 1 and (len(days) > 1 or None in days):
            contradictions.append(("day", tuple(document), {"determined_on"}))
        if at in done:
            continue
        same = [n for n, other in enumerate(deliveries) if n == at or copies(one, other)]
        done |= set(same)
        fields = set()
        for n in same:
            for m in same:
                fields |= contradict(deliveries[n], deliveries[m])
        if not fields:
            kept.append(tuple(same))
            continue
        contradictions.append(("content", tuple(same), fields))
        for n in same:
            alike = tuple(m for m in same if deliveries[m]["told"] == deliveries[n]["told"])
            if alike[0] == n:
                kept.append(alike)
    return sorted(kept), sorted(contradictions, key=lambda each: (each[1], each[0]))


def filled(deliveries, places):
    """What the first copy does not tell, from the first that does."""
    found = {}
    for name, value in deliveries[places[0]]["told"].items():
        teller = next((n for n in places if deliveries[n]["told"][name] is not None), None)
        if value is None and teller is not None and name != "subject_name":
            found[name] = teller
    return found


def reason(deliveries, places):
    """Both routes; else several bodies; else one body again."""
    if len(places) == 1:
        return None
    own = [deliveries[n] for n in places]
    if {"provincial_unified_push", "same_level_push"} <= {each["route"] for each in own}:
        return "two_routes"
    return "two_bodies" if len({each["body"] for each in own}) > 1 else "sent_again"


def local_extra(deliveries, places):
    """省统一推送之外地方增加的信息: no province among those who delivered it."""
    levels = [deliveries[n]["level"] for n in places]
    if "province" in levels or "central" in levels:
        return False
    return None if None in levels else True
