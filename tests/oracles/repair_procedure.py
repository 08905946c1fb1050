"""M35, read from the article: which step can follow which, and when."""

from oracles.working_days import walk

STEPS = {
    ("new", "applied"): "applied",
    ("applied", "opinion_in_favour"): "supported",
    ("applied", "opinion_against"): "refused",
    ("supported", "published"): "published",
    ("published", "objection_raised"): "objected",
    ("objected", "objection_raised"): "objected",
    ("objected", "objection_founded"): "refused",
    ("objected", "objection_unfounded"): "published",
    ("published", "reported"): "reported",
    ("reported", "adopted"): "adopted",
}


def last_day_of_publication(published_on):
    """公示期为5个工作日: five full days, that of the publication not counted."""
    return walk(published_on, 5)


def timely(event, on, published_on):
    """公示期间有异议的: on its last day at the latest. 公示期间无异议的…报送: not before it has ended."""
    last = last_day_of_publication(published_on) if published_on else None
    if event == "objection_raised":
        return last is None or on <= last
    if event == "reported":
        return last is not None and on > last
    return True
