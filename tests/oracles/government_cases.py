"""What follows from the values of government integrity, by hand from the opinions, each with every fact known."""

from datetime import date


def treatment(failure, on: date) -> str:
    """G2.3: whether a failure goes in, may be left out, or stays out."""
    named = failure.cause is not None
    if not named and not failure.other_cause.finding:
        return "stays_out"
    if not failure.in_duty or failure.outcome is None or on < failure.dealt_with_on:
        return "stays_out"
    tolerance = failure.tolerance
    if tolerance is None or not tolerance.judgement.finding or tolerance.procedure is None:
        return "goes_in"
    return "may_be_left_out" if tolerance.judgement.on <= on else "goes_in"


def non_performance(change, on: date) -> str:
    """G3.4: a lawful change needs ground, authority and procedure, and compensation where property is lost."""
    grounds = [reason.value for reason in change.reasons if reason.value in GROUNDS]
    if not grounds or not change.ground_found.finding:
        return "breach"
    if grounds == ["other_statutory_ground"] and change.norm_rank.name not in STATUTORY:
        return "breach"
    if not (change.authority and change.procedure):
        return "breach"
    if change.loss and (not change.compensated or change.compensated_on > on):
        return "breach"
    return "lawful_change" if change.changed_on <= on else "breach"


GROUNDS = {"national_interest", "public_interest", "other_statutory_ground"}
STATUTORY = {"LAW", "ADMINISTRATIVE_REGULATION", "LOCAL_REGULATION"}


def warning(risk, yellow, red, *, reaching: bool) -> str | None:
    """G3.5: by the class where there is one, else by the thresholds; red goes before yellow."""
    if risk.area.level.value not in {"city", "county"}:
        return None
    if risk.classed:
        return {"high": "red", "rather_high": "yellow"}.get(risk.risk_class.value)
    for colour, threshold in (("red", red), ("yellow", yellow)):
        if risk.indicator > threshold or (reaching and risk.indicator == threshold):
            return colour
    return None


def promise_lacks(promise, on: date) -> set[str]:
    """G3.1: what a purchaser's promise lacks on a day."""
    lacks = set()
    if not promise.given or promise.given_on > on:
        lacks.add("given")
    if not promise.written:
        lacks.add("written")
    for topic in TOPICS:
        if topic not in {one.value for one in promise.topics}:
            lacks.add(f"topic:{topic.replace('_', '-')}")
    if not promise.published or promise.published_on > on:
        lacks.add("public")
    if promise.given_on is not None and promise.given_on >= promise.begins_on:
        lacks.add("before-the-start")
    if promise.published_on is not None and promise.published_on >= promise.begins_on:
        lacks.add("public-before-the-start")
    return lacks


TOPICS = (
    "openness",
    "proper_use_of_fiscal_funds",
    "obeying_procurement_law",
    "contract_performance",
    "liability_for_breach",
)


def can_be_mitigated(efforts, failed_on: date, on: date) -> bool:
    """G2.6: any one of the three, brought about after the failure and on own initiative."""
    return any(
        effort.brought_about.finding
        and effort.own_initiative.finding
        and failed_on <= effort.brought_about_on
        and effort.brought_about_on <= on
        for effort in efforts
    )
