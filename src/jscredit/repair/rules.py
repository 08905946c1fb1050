"""M34: when a subject may apply for the repair of a failure. Read from top to bottom like the article.

`docs/design/repair.md` argues the readings and tells their consequences.
"""

from jscredit.deadlines import Days, Years
from jscredit.errors import Label
from jscredit.law import M, Rank
from jscredit.records.facts import DETERMINED_ON
from jscredit.rules import (
    ON,
    PERIOD,
    Condition,
    Fact,
    If,
    Notice,
    NoticeWhen,
    Option,
    Quantity,
    Rule,
    Term,
    literal,
    reading,
)
from jscredit.validity.rules import (
    IN_PERIOD_OF_USE,
    IS_FAILURE,
    LAST_DAY,
    PERIOD_OF_USE,
    PERIOD_OF_USE_GIVEN,
    over_from,
)
from jscredit.validity.rules import NOTICES as VALIDITY_NOTICES

_OPENING, _ITEM_1, _ITEM_2, _ITEM_3 = M.article(34), *(M.article(34, item=n) for n in (1, 2, 3))

CORRECTED = Fact.flag("corrected", Label("已纠正", "it was corrected"))
CORRECTED_ON = Fact.day("corrected_on", Label("纠正日", "day of correction"))
CLEAR_EFFECT = Fact.flag("clear_effect", Label("纠正成效明显", "the correction has a clear effect"), judged=True)
ADVERSE_EFFECT_ELIMINATED = Fact.flag(
    "adverse_effect_eliminated",
    Label("不良影响基本消除", "the adverse effect is basically eliminated"),
    judged=True,
)
RECURRED_IN_CONDUCT = Fact.flag("recurred", Label("纠正后再次发生同类失信", "a failure of the same kind came again"))
RECURRED_IN_CONDUCT_ON = Fact.day(
    "recurred_on", Label("首次再犯的行为日", "day of conduct of the first such failure after the correction")
)
RECURRED_IN_RECORD_KIND = Fact.flag(
    "recurred_in_record_kind",
    Label("纠正后再次发生同一信息种类的失信", "a failure of the same kind of record came again"),
)
RECURRED_IN_RECORD_KIND_ON = Fact.day(
    "recurred_in_record_kind_on",
    Label("同一信息种类首次再犯的行为日", "day of conduct of the first failure of that kind of record"),
)
RECURRENCE_STATED = Fact.flag("recurrence_stated", Label("所述是否再犯", "what was stated about a recurrence"))
NATURAL_PERSON = Fact.flag("natural_person", Label("主体是自然人", "the subject is a natural person"))
SELF_DISCIPLINE = Fact.flag("self_discipline", Label("诚信自律意识已强化", "self-discipline was strengthened"))
CREDIT_MANAGEMENT_SYSTEM = Fact.flag(
    "credit_management_system", Label("已建立信用管理制度", "a credit management system was set up")
)
COMMITMENT_NOT_TO_FAIL_AGAIN = Fact.flag(
    "commitment_not_to_fail_again", Label("已承诺不再失信", "a commitment not to fail again was given")
)

REPAIR_WINDOW = reading(
    "repair-window",
    Label("可申请修复的期限", "the time in which repair may be asked for"),
    _OPENING,
    Option(
        "period-of-use", Label("目录定有使用期限的从其期限，否则为有效期", "the catalogue's period, else the validity")
    ),
    Option("shorter", Label("使用期限与有效期中较短者", "always the shorter of the two")),
)
CLEAN_YEAR = reading(
    "clean-year",
    Label("纠正后的一年", "the year after the correction"),
    _ITEM_2,
    Option("elapsed", Label("一年须已届满", "the year must have elapsed")),
    Option("so-far", Label("至申请时未再犯即可", "no failure of the same kind so far")),
)
# M3 lets these prevail over the Measures as a whole; a rule of a local government is not among them.
_ARTICLE_3 = frozenset(
    {
        Rank.LAW,
        Rank.ADMINISTRATIVE_REGULATION,
        Rank.LOCAL_REGULATION,
        Rank.DEPARTMENT_RULE,
        Rank.NATIONAL_DEPARTMENT_DOCUMENT,
    }
)
CLEAN_PERIOD = Term(
    "clean-period",
    PERIOD,
    Label("纠正后须无同类失信的期间", "the time after the correction without a failure of the same kind"),
    _ITEM_2,
    default=Years(1),
    yields_to=_ARTICLE_3,
)
SAME_KIND = reading(
    "same-kind",
    Label("同类失信", "a failure of the same kind"),
    _ITEM_2,
    Option(
        "same-conduct-or-undetermined",
        Label(
            "行为相同；种类本身即为失信的，种类相同；未载明行为的待定",
            "the same conduct, where both name one; of kinds that are a failure by name, the same kind",
        ),
    ),
    Option("same-record-kind", Label("信息种类相同", "the same kind of record")),
)
SYSTEM_ASKED_OF = reading(
    "credit-management-system",
    Label("须建立信用管理制度的主体", "who must have a credit management system"),
    _ITEM_3,
    Option("organisations-only", Label("法人和非法人组织", "organisations only")),
    Option("everyone", Label("包括自然人", "natural persons too")),
)

# The first day after each of the two periods. LAST_DAY is told a day earlier than its expression says.
VALIDITY_OVER_FROM = LAST_DAY.day
USE_OVER_FROM = If(PERIOD_OF_USE_GIVEN, over_from(DETERMINED_ON, PERIOD_OF_USE), VALIDITY_OVER_FROM)

# The last day of the clean year: the day of correction is not counted (Civil Code 201 and 202).
YEAR_END = CORRECTED_ON + CLEAN_PERIOD
LAST_CLEAN_DAY = Quantity(
    "last-day-of-the-clean-year", _ITEM_2, Label("纠正后一年的末日", "last day of the year after correction"), YEAR_END
)
YEAR_OVER_FROM = YEAR_END + Days(1)

RECURRED = SAME_KIND.pick(same_conduct_or_undetermined=RECURRED_IN_CONDUCT, same_record_kind=RECURRED_IN_RECORD_KIND)
RECURRED_ON = SAME_KIND.pick(
    same_conduct_or_undetermined=RECURRED_IN_CONDUCT_ON, same_record_kind=RECURRED_IN_RECORD_KIND_ON
)
RECURRED_IN_THE_YEAR = RECURRED & (RECURRED_ON >= CORRECTED_ON) & (RECURRED_ON <= YEAR_END)

CONDITIONS = (
    IS_FAILURE,
    Condition("determined", _OPENING, Label("失信已经认定", "the failure has been determined"), ON >= DETERMINED_ON),
    Condition(
        "in-use",
        _OPENING,
        Label("在失信信息使用期限内", "the failure's period of use is not over"),
        REPAIR_WINDOW.pick(period_of_use=ON < USE_OVER_FROM, shorter=(ON < VALIDITY_OVER_FROM) & IN_PERIOD_OF_USE.test),
    ),
    Condition("corrected", _ITEM_1, Label("已纠正失信行为", "corrected"), CORRECTED & (ON >= CORRECTED_ON)),
    Condition("clear-effect", _ITEM_1, Label("纠正成效明显", "the correction has a clear effect"), CLEAR_EFFECT),
    Condition(
        "adverse-effect-eliminated",
        _ITEM_1,
        Label("不良影响基本消除", "the adverse effect is basically eliminated"),
        ADVERSE_EFFECT_ELIMINATED,
    ),
    Condition(
        "clean-year",
        _ITEM_2,
        Label("纠正后一年内无同类失信", "no failure of the same kind for a year after correction"),
        CLEAN_YEAR.pick(
            elapsed=CORRECTED & (ON > YEAR_END) & ~RECURRED_IN_THE_YEAR,
            so_far=CORRECTED & (ON >= CORRECTED_ON) & (~RECURRED_IN_THE_YEAR | (ON < RECURRED_ON)),
        ),
    ),
    Condition("self-discipline", _ITEM_3, Label("强化自律意识", "self-discipline was strengthened"), SELF_DISCIPLINE),
    Condition(
        "credit-management-system",
        _ITEM_3,
        Label("建立信用管理制度", "a credit management system was set up"),
        SYSTEM_ASKED_OF.pick(
            organisations_only=NATURAL_PERSON | CREDIT_MANAGEMENT_SYSTEM, everyone=CREDIT_MANAGEMENT_SYSTEM
        ),
    ),
    Condition(
        "commitment-not-to-fail-again",
        _ITEM_3,
        Label("承诺不再失信", "a commitment not to fail again was given"),
        COMMITMENT_NOT_TO_FAIL_AGAIN,
    ),
)


YEAR_OUTLASTS_USE = CORRECTED & CLEAN_YEAR.pick(
    elapsed=REPAIR_WINDOW.pick(
        period_of_use=USE_OVER_FROM <= YEAR_OVER_FROM,
        shorter=(VALIDITY_OVER_FROM <= YEAR_OVER_FROM) | (USE_OVER_FROM <= YEAR_OVER_FROM),
    ),
    so_far=literal(False),
)

NOTICES = (
    *VALIDITY_NOTICES,
    NoticeWhen(
        Notice(
            "repair.year-outlasts-use",
            Label(
                "使用期限在纠正后的一年（另有规定的从其规定）届满之前已满，任何一天都不能申请修复；"
                "可申请修复的期限自认定起只有一年的（如未另定期限的一般失信），只有在认定之前纠正才可能修复",
                "the period of use is over before the year after the correction is (or the time that another norm "
                "sets), so no day can come; where that "
                "period is one year from the determination, as for a general failure for which nothing else is set, "
                "only a failure corrected before its determination can be repaired",
            ),
            _ITEM_2.zh,
        ),
        when=YEAR_OUTLASTS_USE,
    ),
    NoticeWhen(
        Notice(
            "repair.year-still-running",
            Label(
                "纠正后的一年（另有规定的从其规定）尚未届满；所示日期以其余时间内不再发生同类失信为前提",
                "the year after the correction (or the time that another norm sets) is still running; the days told "
                "suppose that no failure of the same kind comes in the rest of it",
            ),
            _ITEM_2.zh,
        ),
        when=CORRECTED & (ON >= CORRECTED_ON) & (ON <= YEAR_END) & ~RECURRED & ~YEAR_OUTLASTS_USE,
    ),
    NoticeWhen(
        Notice(
            "repair.recurrence-in-file",
            Label(
                "所述为未再犯，但信用档案中有纠正后一年内的同类失信记录；以记录为准",
                "no recurrence was stated, but the file holds a failure of the same kind within the year after the "
                "correction; the record counts",
            ),
            _ITEM_2.zh,
        ),
        when=RECURRED & ~RECURRENCE_STATED,
    ),
    NoticeWhen(
        Notice(
            "repair.system-not-asked-of-persons",
            Label(
                "按所采读法，不要求自然人建立信用管理制度",
                "by the reading taken, no credit management system is asked of a natural person",
            ),
            _ITEM_3.zh,
        ),
        when=SYSTEM_ASKED_OF.pick(organisations_only=NATURAL_PERSON, everyone=literal(False)),
    ),
)

REPAIR = Rule(
    "repair-eligibility", _OPENING, Label("可以申请信用修复", "repair may be applied for"), CONDITIONS, NOTICES
)
