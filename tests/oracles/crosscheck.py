"""The cross-check written by hand as a loop over all pairs: who is on which list, and what a person has to decide."""

LIFELONG = {"credit", "organisation", "resident", "hk_macao_taiwan_residence_permit"}


def numbers(subject):
    found = set()
    if subject.credit_code:
        text = subject.credit_code.reveal()
        found |= {("credit", text), ("organisation", text[8:17])}
    if subject.organisation_code:
        found.add(("organisation", subject.organisation_code.reveal()))
    if subject.resident_id:
        text = subject.resident_id.reveal()
        is_of_1900s = len(text) == 18 and text[6:8] == "19"
        found.add(("resident", text[:6] + text[8:17] if is_of_1900s else text))
    return found | {(other.type.value, other.reveal()) for other in subject.other_ids}


def plain(name):
    half = (chr(ord(char) - 0xFEE0) if 0xFF01 <= ord(char) <= 0xFF5E else char for char in name)
    return "".join(char for char in half if char not in " -\u3000\u200b").upper()


def nature(subject):
    if subject.type is not None:
        return subject.type == "natural_person"
    if subject.resident_id or any(other.type.personal for other in subject.other_ids):
        return True
    if subject.form is not None:
        return subject.form == "sole_trader"
    if subject.credit_code is not None:
        return subject.credit_code.reveal().startswith("92")
    if subject.organisation_code or subject.other_ids:  # what is not personal is an organisation's
        return False
    return None


def relation(one, other):
    """``same``, ``numbers``, ``name`` or None."""
    ours, theirs = numbers(one), numbers(other)
    shared = ours & theirs
    against = None not in {nature(one), nature(other)} and nature(one) != nature(other)
    for kind in LIFELONG - {kind for kind, _ in shared}:
        against |= kind in {k for k, _ in ours} and kind in {k for k, _ in theirs}
    if shared:
        return "numbers" if against else "same"
    has_names = one.name is not None and other.name is not None
    return "name" if has_names and not against and plain(one.name) == plain(other.name) else None


def standing(entry, ended_on, on):
    if ended_on is not None and on >= ended_on:
        return "no"
    if entry.valid_from is not None and on < entry.valid_from:
        return "no"
    if entry.valid_until is not None and on > entry.valid_until:
        return "no"
    return "unknown" if None in {entry.valid_from, entry.valid_until} else "yes"


def screened(candidates, listed, on):
    """For each candidate, by place: its standing, and what was found, as (list, entry id, doubt)."""
    answers = []
    for candidate in candidates:
        found = set()
        for name, entry, ended_on in listed:
            how, holds = relation(candidate, entry.subject), standing(entry, ended_on, on)
            if how is None or holds == "no":
                continue
            doubt = {"numbers": "numbers_disagree", "name": "name_alone"}.get(how)
            found.add((name, entry.id, doubt or ("validity_unknown" if holds == "unknown" else None)))
        if not found:
            answers.append(("cleared", found))
        else:
            answers.append(("blocked" if any(doubt is None for *_, doubt in found) else "to_decide", found))
    return answers


def removals(black, red, on):
    """Every order, as (black entry, red list, red entry, status)."""
    orders = set()
    for black_entry, black_ended in black:
        for name, red_entry, red_ended in red:
            how = relation(black_entry.subject, red_entry.subject)
            black_holds, red_holds = standing(black_entry, black_ended, on), standing(red_entry, red_ended, on)
            if how is None or "no" in {black_holds, red_holds}:
                continue
            is_due = how == "same" and black_holds == "yes"
            orders.add((black_entry.id, name, red_entry.id, "due" if is_due else "to_decide"))
    return orders
