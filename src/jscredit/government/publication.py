"""G2.4: what of integrity records is public, on which sites, and to which systems records go, level by level."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from jscredit.errors import Label
from jscredit.government.counting import STILL_COUNTS
from jscredit.government.telling import Line, Told, any_of
from jscredit.law import G
from jscredit.records import Level, Severity, SharingClass, Vocabulary
from jscredit.records.facts import DETERMINED_ON, SEVERITY
from jscredit.rules import JIANGSU_2018, ON, Condition, Decision, Fact, Option, Regime, Rule, Verdict, reading

_G12, _G24 = G.article(1, item=2), G.article(2, item=4)


class IntegrityRecordKind(Vocabulary):
    """What a record of government integrity is, as far as publication tells records apart."""

    ADMINISTRATIVE_PENALTY = "administrative_penalty", "行政处罚", "administrative penalty"
    JUDGMENT_FINDING_BREACH = (
        "judgment_finding_breach",
        "判决其违法的裁判文书",
        "judgment that found it in breach of law",
    )
    REFUSAL_TO_PERFORM_JUDGMENT = (
        "refusal_to_perform_judgment",
        "拒不执行生效判决",
        "refusal to perform an effective judgment",
    )
    DISCIPLINARY_SANCTION = "disciplinary_sanction", "纪律处分", "disciplinary sanction"
    ACCOUNTABILITY_DECISION = "accountability_decision", "问责处理", "accountability decision"
    FILE_CONTENT = "file_content", "信用档案其他内容", "other content of the file"


class GovernmentChannel(Vocabulary):
    """Where failures of government are made public; the list is open."""

    CREDIT_JIANGSU_SITE = "credit_jiangsu_site", "“信用江苏”网", "Credit Jiangsu site"
    GOVERNMENT_CREDIT_PORTAL = "government_credit_portal", "各级政府信用门户网站", "credit portals of governments"
    LAW_ENFORCEMENT_PORTAL = "law_enforcement_portal", "各行政执法机关门户网站", "portals of law enforcement organs"
    COURT_JUDGMENTS_SITE = "court_judgments_site", "人民法院裁判文书网", "site of the courts' judgments"


class OpennessException(Vocabulary):
    """What openness leaves untouched (G1.2): reasons for which something is not made public."""

    INFORMATION_SECURITY = "information_security", "国家信息安全", "national information security"
    STATE_SECRET = "state_secret", "国家秘密", "state secret"
    TRADE_SECRET = "trade_secret", "商业秘密", "trade secret"
    PRIVACY = "privacy", "个人隐私", "privacy"


class PublicStage(Vocabulary):
    """The stages of government work to be made public (G1.2)."""

    DECISION = "decision", "决策", "decision"
    EXECUTION = "execution", "执行", "execution"
    MANAGEMENT = "management", "管理", "management"
    SERVICE = "service", "服务", "service"
    RESULT = "result", "结果", "result"


RECORD_KIND = Fact.choice("integrity_record_kind", IntegrityRecordKind, Label("政务信用记录种类", "kind of record"))
EXCEPTED = Fact.flag("openness_excepted", Label("属公开的例外", "an exception to openness applies"), judged=True)

PUBLISHED_FAILURES = reading(
    "published-integrity-failures",
    Label("在信用网站公开的政务失信记录", "which failures of government are public on the credit sites"),
    _G24,
    Option("penalties", Label("仅列名的行政处罚", "penalties, the one kind that is named")),
    Option("every-failure", Label("包括处分和问责", "sanctions and accountability decisions too")),
)

_KINDS = IntegrityRecordKind
_PENALTIES = RECORD_KIND == _KINDS.ADMINISTRATIVE_PENALTY
_EVERY_FAILURE = RECORD_KIND.is_in(
    _KINDS.ADMINISTRATIVE_PENALTY, _KINDS.DISCIPLINARY_SANCTION, _KINDS.ACCOUNTABILITY_DECISION
)
_OF_SITE = {
    **dict.fromkeys(GovernmentChannel, PUBLISHED_FAILURES.pick(penalties=_PENALTIES, every_failure=_EVERY_FAILURE)),
    GovernmentChannel.COURT_JUDGMENTS_SITE: RECORD_KIND.is_in(
        _KINDS.JUDGMENT_FINDING_BREACH, _KINDS.REFUSAL_TO_PERFORM_JUDGMENT
    ),
}

CHANNELS: Mapping[GovernmentChannel, Rule] = MappingProxyType(
    {
        channel: Rule(
            f"integrity-publication:{channel.value}",
            _G24,
            Label(f"可在{channel.label.zh}公开", f"it may be public: {channel.label.en}"),
            (
                Condition("kind", _G24, Label("属在此公开的记录", "it is of a kind that is public there"), test),
                Condition("determined", _G24, Label("已经认定", "it has been determined"), ON >= DETERMINED_ON),
                *(() if channel is GovernmentChannel.COURT_JUDGMENTS_SITE else (STILL_COUNTS,)),
                Condition("not-excepted", _G12, Label("不属公开的例外", "no exception to openness"), ~EXCEPTED),
            ),
        )
        for channel, test in _OF_SITE.items()
    }
)
"""Publication is gradual (逐步) and by law: each rule says that the record may be public there, not that it is owed.

M30 ends publication on the sites of the credit system; how long the courts show a judgment is the courts' own matter.
"""


@dataclass(frozen=True, slots=True)
class IntegrityPublication(Told):
    """Where a record may be public on a day, and the sharing class that follows (M19).

    Attributes:
        answers: the answer for each of the four sites, in the order of ``GovernmentChannel``.
    """

    schema_name: ClassVar[str] = "jscredit.integrity-publication"

    answers: tuple[Decision, ...]

    @property
    def sites(self) -> Mapping[GovernmentChannel, Decision]:
        """The answers by site."""
        return MappingProxyType(dict(zip(GovernmentChannel, self.answers, strict=True)))

    @property
    def channels(self) -> tuple[GovernmentChannel, ...]:
        """Where it may certainly be public."""
        return tuple(channel for channel, decision in self.sites.items() if decision.verdict is Verdict.YES)

    @property
    def sharing_class(self) -> SharingClass | None:
        """Public where a site may show it, else shared within government; None where that is not settled."""
        by_verdict = {Verdict.YES: SharingClass.PUBLIC, Verdict.NO: SharingClass.GOVERNMENT_SHARED}
        return by_verdict.get(any_of(decision.verdict for decision in self.answers))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The class, and the sites."""
        return (
            Line("sharing_class", Label("共享类别", "sharing class"), self.sharing_class),
            Line("channels", Label("公开渠道", "where it may be public"), self.channels),
        )

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The four decisions."""
        return self.answers


def integrity_publication(  # noqa: PLR0913 - each is an input of the law
    kind: IntegrityRecordKind | None,
    *,
    determined_on: date | None,
    severity: Severity | None,
    exceptions: tuple[OpennessException, ...] | None,
    on: date,
    regime: Regime = JIANGSU_2018,
) -> IntegrityPublication:
    """Where a record of a body or a civil servant may be public on a day (G2.4).

    Args:
        kind: what the record is.
        determined_on: the day of its determination.
        severity: how grave the failure is; its validity depends on it.
        exceptions: the exceptions to openness that were found, empty for none; None where nobody has looked.
        on: the day asked about.
        regime: the law with its settings.

    >>> found = integrity_publication(
    ...     IntegrityRecordKind.ADMINISTRATIVE_PENALTY,
    ...     determined_on=date(2020, 3, 5),
    ...     severity=Severity.GENERAL,
    ...     exceptions=(),
    ...     on=date(2020, 6, 1),
    ... )
    >>> found.sharing_class.value, len(found.channels)
    ('public', 3)
    """
    row: dict[str, Any] = {
        RECORD_KIND.name: kind,
        DETERMINED_ON.name: determined_on,
        SEVERITY.name: severity,
        EXCEPTED.name: None if exceptions is None else bool(exceptions),
    }
    return IntegrityPublication(tuple(rule.decide(row, on=on, regime=regime) for rule in CHANNELS.values()))


_UPWARD = (Level.COUNTY, Level.CITY, Level.PROVINCE)


def collection_path(level: Level) -> tuple[Level, ...]:
    """The public credit systems that a body's records go to, in order: from its own level up to the province's.

    A township has no system of its own (M6), so its records begin at the county's; a central body is outside this path.

    >>> [step.value for step in collection_path(Level.CITY)], collection_path(Level.CENTRAL)
    (['city', 'province'], ())
    """
    if level is Level.CENTRAL:
        return ()
    return _UPWARD if level is Level.TOWNSHIP else _UPWARD[_UPWARD.index(level) :]
