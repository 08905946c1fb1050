"""A credit file told by hand: every question is answered by reading the whole list of changes again."""


def about(changes, record_id):
    """The changes to one record, in order."""
    return [
        c
        for c in changes
        if getattr(c, "record_id", None) == record_id
        or (c.type in {"supplied", "attributed"} and c.record.id == record_id)
    ]


def record_ids(changes):
    return [c.record.id for c in changes if c.type in {"supplied", "attributed"}]


def status(changes, record_id):
    """The last of its status changes decides."""
    decisive = [c for c in about(changes, record_id) if c.type in {"repaired", "withdrawn"}]
    return decisive[-1].type if decisive else "active"


def since(changes, record_id):
    decisive = [c for c in about(changes, record_id) if c.type in {"supplied", "attributed", "repaired", "withdrawn"}]
    return decisive[-1].day


def open_cases(changes, record_id):
    cases = []
    for c in about(changes, record_id):
        if c.type == "flagged":
            cases.append(c.case)
        if c.type == "unflagged":
            cases.remove(c.case)
    return cases


def versions(changes, record_id):
    """All versions, the oldest first, as they were given, with what was purged afterwards taken out."""
    found = []
    for c in about(changes, record_id):
        if c.type in {"supplied", "attributed", "corrected"}:
            found.append({name: getattr(c.record, name) for name in c.record.__slots__})
        if c.type == "purged":
            for version in found:
                version[c.element] = None
    return found


def refused(changes, c):
    """The code of the refusal of one more change, or None. The changes before it are all good."""
    if c.citation is None:
        return "change.no-citation"
    if c.day > c.known_on:
        return "change.known-before-it-counts"
    if changes and c.known_on < max(b.known_on for b in changes):
        return "change.out-of-order"
    known = record_ids(changes)
    if c.type in {"supplied", "attributed"}:
        return "change.duplicate-id" if c.record.id in known else None
    if c.type == "listed":
        return "change.duplicate-id" if c.entry.id in [b.entry.id for b in changes if b.type == "listed"] else None
    if c.type == "delisted":
        if c.entry_id not in [b.entry.id for b in changes if b.type == "listed"]:
            return "change.unknown-id"
        again = c.entry_id in [b.entry_id for b in changes if b.type == "delisted"]
        return "change.delisted" if again else None
    if c.record_id not in known:
        return "change.unknown-id"
    now = status(changes, c.record_id)
    if c.type == "unflagged":
        return None if c.case in open_cases(changes, c.record_id) else "change.no-flag"
    if c.type == "purged":
        return None
    if now == "withdrawn" or (now == "repaired" and c.type == "repaired"):
        return "change.archived"
    if c.type == "flagged" and c.case in open_cases(changes, c.record_id):
        return "change.flag-open"
    return None
