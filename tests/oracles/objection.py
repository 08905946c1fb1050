"""M31 to M33, read from the articles: which step can follow which, when an objection is admitted, and the due days."""

from oracles.validity import DEFAULT, last_day, reaches, use_end
from oracles.working_days import walk

# 第三十二条、第三十三条: stage, what happens, and where that leads.
STEPS = {
    ("new", "received"): "under_review",
    ("under_review", "transferred"): "with_provider",
    ("under_review", "found_wrong"): "found_wrong",
    ("under_review", "found_right"): "found_right",
    ("with_provider", "found_wrong"): "found_wrong",
    ("with_provider", "found_right"): "found_right",
    ("found_wrong", "record_corrected"): "put_right",
    ("found_wrong", "record_withdrawn"): "put_right",
    ("found_wrong", "record_supplied"): "put_right",
    ("found_wrong", "content_purged"): "put_right",
    ("found_wrong", "use_ended"): "put_right",
    ("found_right", "flag_taken_off"): "kept",
    ("put_right", "appealed"): "appealed",
    ("kept", "appealed"): "appealed",
    ("appealed", "appeal_upheld"): "wrong_on_appeal",
    ("appealed", "appeal_rejected"): "appeal_settled",
    ("wrong_on_appeal", "record_corrected"): "appeal_settled",
    ("wrong_on_appeal", "record_withdrawn"): "appeal_settled",
    ("wrong_on_appeal", "record_supplied"): "appeal_settled",
    ("wrong_on_appeal", "content_purged"): "appeal_settled",
    ("wrong_on_appeal", "use_ended"): "appeal_settled",
    ("appeal_settled", "went_to_law"): "at_law",
    ("at_law", "claim_upheld"): "wrong_on_appeal",
    ("at_law", "claim_rejected"): "appeal_settled",
}


def admissible(*, is_subject, to_provider, to_organisation, ground, evidence):
    """信息主体认为…可以向信息提供单位或工作机构提出异议申请，并提供相关证明材料. True, False, or None for not known."""
    if is_subject is False or evidence is False or (to_provider is False and to_organisation is False):
        return False
    if is_subject is None or ground is None or evidence is None:
        return None
    return True if to_provider or to_organisation else None


def forbidden(*, natural_person, element, rank, filled, found):
    """第十四条: five kinds of a natural person's data, or what a law or a regulation forbids; a rule is not enough."""
    named = {"religion", "genes", "blood_type", "disease", "medical_history"}
    if element is None:
        listed = None
    elif element in named:
        listed = True
    else:
        listed = None if rank is None else rank in {"law", "administrative_regulation", "local_regulation"}
    answers = (natural_person, listed, filled, found)
    if False in answers:
        return False
    return None if None in answers else True


def past_its_period(facts, on, readings=DEFAULT, *, use_goes_on=False):
    """失信信息超期限使用的: past the validity, unless a norm lets this use go on; or past the period of use."""
    if not facts["failure_information"]:
        return False
    after_validity = not reaches(on, last_day(facts, readings)) and not use_goes_on
    return after_validity or not reaches(on, use_end(facts, readings))


def review_due(received_on):
    """收到异议申请后应在10个工作日内完成审核."""
    return walk(received_on, 10)


def verification_due(transferred_on):
    """信息提供单位应在5个工作日内完成核实."""
    return walk(transferred_on, 5)


def correction_due(found_on):
    """在3个工作日内进行修正."""
    return walk(found_on, 3)
