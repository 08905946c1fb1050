"""M41, M16: whose supplies are taken, and which come in time. Read from top to bottom like the articles."""

from jscredit.deadlines import WorkingDays
from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.records import Kind, ProviderType
from jscredit.records.facts import KIND
from jscredit.rules import (
    TIME_LIMIT,
    Condition,
    Fact,
    Notice,
    NoticeWhen,
    Option,
    Rule,
    Setting,
    Source,
    Term,
    literal,
    reading,
)

_M16, _M41 = M.article(16, paragraph=1), M.article(41)

PROVIDER_TYPE = Fact.choice("provider_type", ProviderType, Label("信息提供单位类型", "type of the provider"))
RECEIVED_ON = Fact.day("received_on", Label("系统收到之日", "day on which the system received it"))
DUE_ON = Fact.day("due_on", Label("应报送的最后一日", "last day for its supply"))

ANALOGY = reading(
    "analogy",
    Label("社会组织参照本办法", "social organisations follow the Measures by analogy"),
    _M41,
    Option("not-opted-in", Label("本系统未选择参照，不接收", "this system has not opted in and takes nothing of them")),
    Option("opted-in", Label("本系统选择参照，予以接收", "this system has opted in and takes it")),
)
SUPPLY_PERIOD = Term(
    "supply-period",
    TIME_LIMIT,
    Label("信息自认定之日起报送、公示的时限", "time from its determination in which information is to arrive"),
    M.article(8),
    yields_to=frozenset(
        {
            Rank.LAW,
            Rank.ADMINISTRATIVE_REGULATION,
            Rank.LOCAL_REGULATION,
            Rank.DEPARTMENT_RULE,
            Rank.NATIONAL_DEPARTMENT_DOCUMENT,
        }
    ),
)
DOUBLE_PUBLICITY = Setting(
    SUPPLY_PERIOD,
    WorkingDays(7),
    Source("发改办财金〔2018〕424号", Rank.NATIONAL_DEPARTMENT_DOCUMENT),
    when=KIND.is_in(Kind.ADMINISTRATIVE_LICENCE, Kind.PENALTY),
)
"""Licences and penalties are on the web within 7 working days of the decision; by then they have to be here too.

It counts where a regime has it: ``JIANGSU_2018.with_settings(DOUBLE_PUBLICITY)``.
"""

_BY_RIGHT = PROVIDER_TYPE.is_in(ProviderType.ADMINISTRATIVE_ORGAN, ProviderType.AUTHORISED_PUBLIC_AFFAIRS_ORGANISATION)
_BY_ANALOGY = PROVIDER_TYPE.is_in(ProviderType.INDUSTRY_ASSOCIATION, ProviderType.OTHER_SOCIAL_ORGANISATION)

SUPPLY_TAKEN = Rule(
    "supply-taken",
    _M41,
    Label("可以接收该单位提供的信息", "what the body supplies is taken"),
    (
        Condition(
            "provider",
            _M41,
            Label("依法的提供单位，或者选择参照的社会组织", "a provider by right; or by analogy, where opted in"),
            _BY_RIGHT | (_BY_ANALOGY & ANALOGY.pick(not_opted_in=literal(value=False), opted_in=literal(value=True))),
        ),
    ),
    (
        NoticeWhen(
            Notice(
                "supply.by-analogy",
                Label(
                    "该单位不是第二条的信息提供单位，其信息参照本办法处理",
                    "the body is no provider under art. 2; its information is dealt with by analogy",
                ),
                _M41.zh,
            ),
            when=_BY_ANALOGY,
        ),
    ),
)
SUPPLY_IN_TIME = Rule(
    "supply-in-time",
    _M16,
    Label("按时报送", "it was supplied in time"),
    (
        Condition(
            "received-by-due-day",
            _M16,
            Label("不晚于应报送的最后一日收到", "received by the last day for it"),
            RECEIVED_ON <= DUE_ON,
        ),
    ),
)
