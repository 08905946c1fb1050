"""第八条: 编制…并征求社会意见，报同级人民政府或其授权单位予以发布. Which step can follow which, read from it."""

STEPS = {
    ("new", "compiled"): "draft",
    ("draft", "revised"): "draft",
    ("draft", "put_to_consultation"): "consultation",
    ("consultation", "consultation_closed"): "consulted",
    ("consulted", "revised"): "consulted",
    ("consulted", "put_to_consultation"): "consultation",
    ("consulted", "submitted"): "submitted",
    ("submitted", "sent_back"): "consulted",
    ("submitted", "published"): "published",
    ("published", "superseded"): "superseded",
}
EVENTS = (
    "compiled",
    "revised",
    "put_to_consultation",
    "consultation_closed",
    "submitted",
    "sent_back",
    "published",
    "superseded",
)


def may_publish(capacity, *, is_government, of_the_level, authorised):
    """同级人民政府或其授权单位. True, False, or None where the level is not known."""
    right = is_government if capacity == "government" else authorised
    if not right or of_the_level is False:
        return False
    return of_the_level
