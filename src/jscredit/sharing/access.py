"""The question of a request: granted, refused, or what is missing (M19 to M22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from jscredit.deadlines import as_day
from jscredit.errors import Label, Lang
from jscredit.records.telling import told_html
from jscredit.rules import JIANGSU_2018, Decision, Failure, Notice, Regime, Rule, Verdict
from jscredit.sharing.facts import access_row
from jscredit.sharing.model import AccessRequest
from jscredit.sharing.rules import ACCESS_RULES
from jscredit.sharing.vocabulary import AccessOutcome, AccessRight, ProofKind

_PROOFS = {
    "identity-proof": ProofKind.IDENTITY_PROOF,
    "authorisation": ProofKind.AUTHORISATION,
    "authorisation-form": ProofKind.AUTHORISATION,
    "by-subject": ProofKind.AUTHORISATION,
    "to-requester": ProofKind.AUTHORISATION,
    "covers-day": ProofKind.AUTHORISATION,
    "online-authentication": ProofKind.ONLINE_IDENTITY_AUTHENTICATION,
}


def _without_proofs(rule: Rule) -> Rule:
    asked = tuple(condition for condition in rule.conditions if condition.id not in _PROOFS)
    return Rule(f"{rule.id}:whatever-is-proved", rule.citation, rule.label, asked)


_BARE = {right: _without_proofs(rule) for right, rule in ACCESS_RULES.items()}


@dataclass(frozen=True)
class Access:
    """What becomes of a request on a day, and why. Immutable, lazy, equal by its inputs.

    Attributes:
        request: what was asked.
        on: the day.
        regime: the law with its settings.
        facts: what the rules asked, by name.
    """

    request: AccessRequest
    on: date
    regime: Regime
    facts: Mapping[str, object]

    @cached_property
    def decisions(self) -> Mapping[AccessRight, Decision]:
        """The answer by each right that was asked for; all of them, where none was named."""
        asked = [self.request.right] if self.request.right is not None else list(ACCESS_RULES)
        return MappingProxyType({right: self._ask(ACCESS_RULES[right]) for right in asked})

    def _ask(self, rule: Rule) -> Decision:
        return rule.decide(self.facts, on=self.on, regime=self.regime)

    @property
    def verdict(self) -> Verdict:
        """Yes where some right gives it, no where none can, else undetermined."""
        verdicts = {decision.verdict for decision in self.decisions.values()}
        return next((one for one in (Verdict.YES, Verdict.UNDETERMINED) if one in verdicts), Verdict.NO)

    @property
    def right(self) -> AccessRight | None:
        """The first right that gives it."""
        return next((right for right, each in self.decisions.items() if each.verdict is Verdict.YES), None)

    @cached_property
    def _lacking(self) -> Mapping[AccessRight, tuple[ProofKind, ...]]:
        """For each right that only proofs stand against: which."""
        found = {}
        for right, decision in self.decisions.items():
            if decision.verdict is Verdict.NO and self._ask(_BARE[right]).verdict is not Verdict.NO:
                found[right] = tuple(dict.fromkeys(_PROOFS[each.condition.id] for each in decision.failed))
        return found

    @property
    def lacking(self) -> tuple[ProofKind, ...]:
        """The proofs that are lacking: none was shown, or the one shown does not do. Empty unless that is the outcome.

        Where several rights could be proved, the one that lacks least is told.
        """
        if self.outcome is not AccessOutcome.PROOF_LACKING:
            return ()
        return min(self._lacking.values(), key=len)

    @property
    def outcome(self) -> AccessOutcome:
        """Granted, refused, undetermined; or proofs are lacking and nothing else is known to stand against it."""
        if self.verdict is Verdict.YES:
            return AccessOutcome.GRANTED
        if self.verdict is Verdict.UNDETERMINED:
            return AccessOutcome.UNDETERMINED
        return AccessOutcome.PROOF_LACKING if self._lacking else AccessOutcome.REFUSED

    @property
    def failed(self) -> tuple[Failure, ...]:
        """Why it is refused, by every right that was asked for; empty unless it is."""
        if self.verdict is not Verdict.NO:
            return ()
        return tuple(each for decision in self.decisions.values() for each in decision.failed)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the facts that are not known and would settle it; empty unless it is undetermined."""
        if self.verdict is not Verdict.UNDETERMINED:
            return ()
        return tuple(sorted({name for decision in self.decisions.values() for name in decision.missing}))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to know beside the answer, each once: those of the right that gives it, else of all."""
        told = self.decisions.values() if self.right is None else (self.decisions[self.right],)
        return tuple(dict.fromkeys(notice for decision in told for notice in decision.notices))

    def explain(self, lang: Lang = "zh") -> str:
        """The answer as text, in Chinese unless told."""
        colon = "：" if lang == "zh" else ": "
        said = [f"{_WORDS['outcome'].text(lang)}{colon}{self.outcome.label.text(lang)}"]
        if self.right is not None:
            said.append(f"{_WORDS['right'].text(lang)}{colon}{self.right.label.text(lang)}")
        said += [f"{_WORDS['lacking'].text(lang)}{colon}{proof.label.text(lang)}" for proof in self.lacking]
        said += [f"{_WORDS['missing'].text(lang)}{colon}{name}" for name in self.missing]
        if self.outcome is AccessOutcome.REFUSED:
            said += [_refusal(right, one, lang) for right, each in self.decisions.items() for one in each.failed]
        said += [f"{_WORDS['notice'].text(lang)}{colon}{notice.text(lang)}" for notice in self.notices]
        return "\n".join(said)

    def _repr_html_(self) -> str:
        return told_html(self.explain)

    def to_public_json(self) -> str:
        """The answer as a JSON document to be shown: it names neither who asks nor about whom, and never loads back."""
        from jscredit.sharing.access_documents import access_text

        return access_text(self, form="public")

    def to_storage_json(self) -> str:
        """The answer and the request as a JSON document to be kept; ``restored_access`` asks again and compares."""
        from jscredit.sharing.access_documents import access_text

        return access_text(self, form="storage")

    def __hash__(self) -> int:
        return hash((self.request.state.record.id, self.on))

    def __repr__(self) -> str:
        return f"<Access on {self.on}: {self.outcome.value}>"


def _refusal(right: AccessRight, failure: Failure, lang: Lang) -> str:
    what, clause = failure.condition.label, failure.condition.citation
    told = _WORDS["refused"].filled(right=right.label.text(lang), what=what.text(lang), clause=clause.text(lang))
    return told.text(lang)


def decide_access(request: AccessRequest, *, on: date, regime: Regime = JIANGSU_2018) -> Access:
    """Whether a request is granted on a day (M19 to M22, M4): by which right, or what stands against it.

    A class that is not known is never public; a proof that was not shown is lacking.

    Args:
        request: who asks, for what, through which channel, with what proof.
        on: the day asked about.
        regime: the law with its settings, and the readings taken.

    Raises:
        InvalidInput: the day is no date.
        NotInForce: the regime is not in force on the day.

    >>> from jscredit.catalog import CatalogueEntry
    >>> from jscredit.records import CreditRecord, Kind, RecordState, RecordStatus, SharingClass, Subject
    >>> from jscredit.sharing import Channel, IdentityProof, Requester
    >>> shop = Subject(name="某店", credit_code="91329901MA1ABCD119")
    >>> record = CreditRecord(id="1", subject=shop, kind=Kind.AWARD)
    >>> entry = CatalogueEntry(
    ...     code="1", name="奖励", kinds=(Kind.AWARD,), sharing_classes=(SharingClass.AUTHORISED_QUERY,)
    ... )
    >>> asked = {
    ...     "requester": Requester(subject=shop),
    ...     "state": RecordState(record=record, status=RecordStatus.ACTIVE, since=date(2020, 1, 1)),
    ...     "entry": entry,
    ...     "channel": Channel.SERVICE_WINDOW,
    ...     "right": AccessRight.OWN_QUERY,
    ... }
    >>> found = decide_access(AccessRequest(**asked), on=date(2020, 3, 1))
    >>> found.outcome.value, [proof.value for proof in found.lacking]
    ('proof_lacking', ['identity_proof'])
    >>> proof = IdentityProof(holder=shop, valid=True)
    >>> decide_access(AccessRequest(**asked, identity_proof=proof), on=date(2020, 3, 1)).outcome.value
    'granted'
    """
    day = as_day(on, field="on")
    regime.require_in_force(day)
    return Access(request, day, regime, access_row(request, on=day, regime=regime))


_WORDS = {
    "outcome": Label("结果", "outcome"),
    "right": Label("依据", "by right of"),
    "refused": Label("{right}：不符合 {what}（{clause}）", "{right}: not met: {what} ({clause})"),
    "lacking": Label("所缺证明", "proof lacking"),
    "missing": Label("未知事实", "missing"),
    "notice": Label("提示", "notice"),
}
