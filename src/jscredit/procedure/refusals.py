"""A decision that does not let a step pass, as faults: what is not met, or what is missing, each by its name."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from jscredit.errors import Fault, Label
from jscredit.rules import Decision, Failure, Verdict


def decision_faults(decision: Decision, prefix: str, cures: Mapping[str, Label]) -> Iterator[Fault]:
    """One fault for each condition not met, or for each fact, term or calendar year that is missing; none for a yes.

    Args:
        decision: the answer about the step.
        prefix: how the codes begin: ``objection`` gives ``objection.evidence`` and ``objection.missing``.
        cures: what to do about a condition that is not met, by its id.
    """
    if decision.verdict is Verdict.NO:
        yield from (_not_met(failure, prefix, cures[failure.condition.id]) for failure in decision.failed)
    clause = decision.rule.citation.ledger_id
    yield from (missing_fault(name, named(decision, name), prefix, clause) for name in decision.missing)


def named(decision: Decision, name: str) -> Label:
    """What a missing fact, term or calendar year is called."""
    return decision.labels.get(name) or Label(f"工作日历 {name}", f"the calendar {name}")


def _not_met(failure: Failure, prefix: str, cure: Label) -> Fault:
    condition = failure.condition
    return Fault(
        code=f"{prefix}.{condition.id}",
        message=Label(f"不符合“{condition.label.zh}”", f"not met: {condition.label.en}"),
        cure=cure,
        clause=condition.citation.ledger_id,
        data=MappingProxyType({"earliest": failure.earliest}),
    )


def missing_fault(name: str, label: Label, prefix: str, clause: str) -> Fault:
    """What is missing, asked for by its name."""
    return Fault(
        code=f"{prefix}.missing",
        message=Label(f"缺少：{label.zh}", f"missing: {label.en}"),
        cure=Label(f"请补充：{label.zh}", f"add: {label.en}"),
        field=name,
        clause=clause,
    )
