"""M30: how long failure information is valid, and what ends with it. Read from top to bottom like the article."""

import datetime as dt

from jscredit.deadlines import Days, Years
from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.records.facts import DETERMINED_ON, PUBLISHED_UNTIL, SEVERITY
from jscredit.records.vocabulary import Severity
from jscredit.rules import (
    JIANGSU_2018,
    ON,
    PERIOD,
    Condition,
    Expression,
    Fact,
    If,
    Notice,
    NoticeWhen,
    Option,
    Quantity,
    Rule,
    Term,
    UnderReading,
    literal,
    reading,
)
from jscredit.rules.types import FLAG

_M30 = M.article(30)
_M43 = M.article(43)

# Facts that no record states by itself: the classification, the catalogue and the provider do.
FAILURE_INFORMATION = Fact.flag("failure_information", Label("属失信（负面）信息", "it is failure information"))
PERIOD_OF_USE_GIVEN = Fact.flag("period_of_use_given", Label("目录定有使用期限", "the catalogue gives a period of use"))
PERIOD_OF_USE = Fact.period("period_of_use", Label("目录所定使用期限", "catalogue's period of use"))
PUBLICATION_END_STATED = Fact.flag(
    "publication_end_stated", Label("提供单位填有公示截止日", "the provider states a last day of publication")
)

# Readings: where the text can be read in two ways. docs/design/validity.md argues the defaults.
COUNTING = reading(
    "counting",
    Label("有效期的计算", "counting of the validity"),
    _M30,
    Option("first-day-not-counted", Label("认定当日不计入，末日为对应日", "the first day is not counted")),
    Option("first-day-counted", Label("认定当日计入，末日早一日", "the first day is counted")),
)
REPLACING_RANKS = reading(
    "replacing-ranks",
    Label("可另定有效期的规定", "norms that may replace the validity"),
    M.article(3),
    Option(
        "with-article-3", Label("法律、法规、规章和国家部门规定", "also documents of national departments (art. 3)")
    ),
    Option("article-30-alone", Label("仅法律、法规、规章", "only laws, regulations and rules (art. 30)")),
)
EARLIER_RECORDS = reading(
    "earlier-records",
    Label("施行前认定的失信信息", "failures determined before the Measures"),
    _M43,
    Option("use-from-then-on", Label("其后的使用适用有效期", "their use from then on is bound by the validity")),
    Option("later-determinations", Label("仅其后认定的适用有效期", "the validity binds later determinations only")),
)

# M15 has providers label by the sector's standard; it does not say whether by one that came after the failure.
LATER_STANDARD = reading(
    "later-standard",
    Label("失信认定之后印发的等级标准", "a grade standard issued after the determination"),
    M.article(15),
    Option(
        "later-determinations", Label("只用于印发之日起认定的失信", "it grades what is determined from its issue on")
    ),
    Option("labels-from-then-on", Label("其后标明程度时可以使用", "it may label earlier failures from then on")),
)

# What may be set otherwise, by whom.
_YIELDS_TO = frozenset(
    {
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.LOCAL_GOVERNMENT_RULE,
    }
)
_UNDER_ARTICLE_3 = UnderReading(REPLACING_RANKS, "with-article-3", frozenset({Rank.NATIONAL_DEPARTMENT_DOCUMENT}))

GENERAL_PERIOD = Term(
    "general-period",
    PERIOD,
    Label("一般失信信息有效期", "validity of a general failure"),
    _M30,
    default=Years(1),
    yields_to=_YIELDS_TO,
    yields_under=_UNDER_ARTICLE_3,
)
SERIOUS_PERIOD = Term(
    "serious-period",
    PERIOD,
    Label("严重失信信息有效期", "validity of a serious failure"),
    _M30,
    default=Years(3),
    yields_to=_YIELDS_TO,
    yields_under=_UNDER_ARTICLE_3,
)
RATHER_SERIOUS_PERIOD = Term(
    "rather-serious-period",
    PERIOD,
    Label("较重失信信息有效期", "validity of a rather serious failure"),
    _M30,
    within=(Years(1), Years(3)),
    yields_to=_YIELDS_TO,
)
EXPIRY_ENDS_RESTRAINT = Term(
    "expiry-ends-restraint",
    FLAG,
    Label("期满不得作为惩戒依据", "after the validity it is no ground of restraint"),
    _M30,
    default=True,
    yields_to=_YIELDS_TO,
    yields_under=_UNDER_ARTICLE_3,
)
EXPIRY_ENDS_PUBLICATION = Term(
    "expiry-ends-publication",
    FLAG,
    Label("期满不再公开", "after the validity it is not published"),
    _M30,
    default=True,
    yields_to=_YIELDS_TO,
    yields_under=_UNDER_ARTICLE_3,
)


def within(start: Expression, period: Expression) -> Expression:
    """The day asked about is not past a period that runs from a day, counted as ``COUNTING`` says.

    >>> from jscredit.rules import in_words
    >>> print(in_words(within(DETERMINED_ON, literal(Years(1))).branch("first-day-not-counted"), "en"))
    the day asked about is not after the day of determination plus 1 year
    """
    return COUNTING.pick(first_day_not_counted=start + period >= ON, first_day_counted=start + period > ON)


def over_from(start: Expression, period: Expression) -> Expression:
    """The first day past a period that runs from a day: the first one that is no longer ``within`` it."""
    return COUNTING.pick(first_day_not_counted=start + period + Days(1), first_day_counted=start + period)


VALIDITY_PERIOD = If(
    SEVERITY == Severity.GENERAL,
    GENERAL_PERIOD,
    If(SEVERITY == Severity.RATHER_SERIOUS, RATHER_SERIOUS_PERIOD, SERIOUS_PERIOD),
)
_IN_FORCE_FROM = JIANGSU_2018.in_force_from
_EARLIER = DETERMINED_ON < _IN_FORCE_FROM
_WITHOUT_END = EARLIER_RECORDS.pick(use_from_then_on=literal(False), later_determinations=_EARLIER)
NOT_EXPIRED = _WITHOUT_END | within(DETERMINED_ON, VALIDITY_PERIOD)

FIRST_DAY = Quantity(
    "first-day-of-validity", _M30, Label("有效期首日（认定日）", "first day of the validity"), DETERMINED_ON
)
LAST_DAY = Quantity(
    "last-day-of-validity",
    _M30,
    Label("有效期末日", "last day of the validity"),
    If(_WITHOUT_END, literal(dt.date.max), over_from(DETERMINED_ON, VALIDITY_PERIOD)),
    shift=-1,
)

IS_FAILURE = Condition(
    "failure-information",
    M.article(12),
    Label("属失信信息", "it is failure information"),
    FAILURE_INFORMATION,
)
DETERMINED = Condition("determined", _M30, Label("已经认定", "the failure has been determined"), DETERMINED_ON <= ON)
IN_PERIOD_OF_USE = Condition(
    "in-period-of-use",
    M.article(8),
    Label("目录所定使用期限未满", "the catalogue's period of use is not over"),
    ~PERIOD_OF_USE_GIVEN | within(DETERMINED_ON, PERIOD_OF_USE),
)

NOTICES = (
    NoticeWhen(
        Notice(
            "validity.earlier-record",
            Label(
                "该失信于2018年1月29日前认定；其后的使用按第三十条的有效期判断",
                "the failure was determined before 2018-01-29; its use from then on is judged by the period of art. 30",
            ),
            _M43.zh,
        ),
        when=FAILURE_INFORMATION & _EARLIER & ~_WITHOUT_END,
    ),
    NoticeWhen(
        Notice(
            "validity.earlier-record-without-end",
            Label(
                "该失信于2018年1月29日前认定；按所采读法，第三十条未为其设定止日",
                "the failure was determined before 2018-01-29; by the reading taken, art. 30 sets no end for it",
            ),
            _M43.zh,
        ),
        when=FAILURE_INFORMATION & _WITHOUT_END,
    ),
)


def _still_ends(use: str, label: Label, ends: Term) -> NoticeWhen:
    notice = Notice(f"validity.period-of-use-still-ends-{use}", label, M.article(8).zh)
    return NoticeWhen(notice, when=FAILURE_INFORMATION & ~ends & PERIOD_OF_USE_GIVEN)


_RESTRAINT_STILL_ENDS = _still_ends(
    "restraint",
    Label(
        "另有规定允许有效期满后继续作为惩戒依据，但仍以目录所定使用期限为止；该规定自定期限的，请以其为使用期限",
        "a norm lets restraint go on after the validity, but only to the end of the catalogue's period of use; where "
        "that norm sets a period of its own, give it as the period of use",
    ),
    EXPIRY_ENDS_RESTRAINT,
)
_PUBLICATION_STILL_ENDS = _still_ends(
    "publication",
    Label(
        "另有规定允许有效期满后继续公开，但仍以目录所定使用期限为止；该规定自定期限的，请以其为使用期限",
        "a norm lets publication go on after the validity, but only to the end of the catalogue's period of use; where "
        "that norm sets a period of its own, give it as the period of use",
    ),
    EXPIRY_ENDS_PUBLICATION,
)

FAILURE_IN_VALIDITY = Rule(
    "failure-in-validity",
    _M30,
    Label("失信信息在有效期内", "the failure information is valid"),
    (
        IS_FAILURE,
        DETERMINED,
        Condition("not-expired", _M30, Label("有效期未满", "its validity is not over"), NOT_EXPIRED),
    ),
    NOTICES,
)

RESTRAINT_IN_TIME = Rule(
    "restraint-in-time",
    _M30,
    Label("就期限而言可作为惩戒依据", "as far as time goes, it may be a ground of restraint"),
    (
        IS_FAILURE,
        DETERMINED,
        Condition(
            "restraint-not-expired",
            _M30,
            Label("有效期未满，或另有规定", "its validity is not over, or a norm says otherwise"),
            NOT_EXPIRED | ~EXPIRY_ENDS_RESTRAINT,
        ),
        IN_PERIOD_OF_USE,
    ),
    (*NOTICES, _RESTRAINT_STILL_ENDS),
)

# M30 bars publication of failure information only; other information ends by the catalogue and the provider.
PUBLICATION_IN_TIME = Rule(
    "publication-in-time",
    _M30,
    Label("就期限而言可公开", "as far as time goes, it may be published"),
    (
        Condition(
            "determined-if-failure",
            _M30,
            Label("失信已经认定", "a failure has been determined"),
            ~FAILURE_INFORMATION | (DETERMINED_ON <= ON),
        ),
        Condition(
            "publication-not-expired",
            _M30,
            Label("失信信息有效期未满，或另有规定", "a failure's validity is not over, or a norm says otherwise"),
            ~FAILURE_INFORMATION | NOT_EXPIRED | ~EXPIRY_ENDS_PUBLICATION,
        ),
        IN_PERIOD_OF_USE,
        Condition(
            "stated-end-not-passed",
            M.article(21),
            Label("公示截止日未过", "the stated last day of publication has not passed"),
            ~PUBLICATION_END_STATED | (PUBLISHED_UNTIL >= ON),
        ),
    ),
    (*NOTICES, _PUBLICATION_STILL_ENDS),
)
