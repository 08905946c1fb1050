"""How a promise stands on a day, by hand (G3, G3.4): every fact known."""


def status(promise, on, *, lawful: bool) -> str:
    """``lawful``: whether its change is lawful on the day asked about."""
    if on < promise.promised_on:
        return "not_made"
    changed_on = promise.change.changed_on if promise.change and lawful else None
    by_due = promise.due_on is None or (promise.performed and promise.performed_on <= promise.due_on)
    if promise.due_on and on > promise.due_on and not by_due and not (changed_on and changed_on <= promise.due_on):
        return "broken"
    kept = promise.performed and by_due and promise.performed_on <= on
    refused = promise.withdrawn and promise.withdrawn_on <= on and not kept
    if refused and not (changed_on and changed_on <= promise.withdrawn_on):
        return "broken"
    if kept:
        return "kept"
    if changed_on and changed_on <= on:
        return "lawfully_changed"
    if promise.due_on and on >= promise.due_on and not (promise.performed and promise.performed_on <= on):
        return "due"
    return "made"
