"""The rules of a review: what of a file counts on a day. Each reads like its clause.

`docs/design/review.md` argues the readings.
"""

from jscredit.deadlines import Days, Years
from jscredit.errors import Label
from jscredit.law import J, M
from jscredit.records import DelistingGround, Granter, Honour, Kind, Level, ListSide, RecordStatus
from jscredit.records.facts import DETERMINED_ON, GRANTER, KIND
from jscredit.rules import ON, Condition, Fact, If, Option, Rule, literal, reading
from jscredit.validity import (
    DELISTED,
    DELISTED_ON,
    ENTRY_IN_FORCE,
    FAILURE_INFORMATION,
    LAST_DAY,
    MONITORING_END_SET,
    MONITORING_PERIOD,
    RESTRAINT_IN_TIME,
    VALID_FROM,
    VALID_UNTIL,
)
from jscredit.validity.rules import IN_PERIOD_OF_USE

_J7, _J8, _J11, _J17, _J20 = J.article(7), J.article(8), J.article(11), J.article(17), J.article(20)
_M35 = M.article(35, paragraph=2)

# What a file says of a record.
STATUS = Fact.choice("status", RecordStatus, Label("档案状态", "status in the file"))
HONOUR = Fact.choice("honour", Honour, Label("荣誉", "honour"))

# What it says of a list entry.
SIDE = Fact.choice("side", ListSide, Label("名单类别", "side of the list"))
LEVEL = Fact.choice("level", Level, Label("认定单位层级", "level of the determining body"))
ENTERED_ON = Fact.day("entry_determined_on", Label("列入认定日", "day on which the entry was determined"))
VALID_UNTIL_STATED = Fact.flag(
    "valid_until_stated", Label("载明名单有效期末日", "the last day of the entry's validity is stated")
)
DELISTING_GROUND = Fact.choice("delisting_ground", DelistingGround, Label("退出原因", "why it was taken off"))
# What it says of the subject, and of itself.
NATURAL_PERSON = Fact.flag("natural_person", Label("为自然人", "it is a natural person"))
ESTABLISHED_ON = Fact.day("established_on", Label("成立日期", "day of establishment"))
UNSEEN_BAD_RECORD = Fact.flag(
    "unseen_bad_record", Label("有档案所无的不良信用记录", "there is a bad record that the file does not hold")
)
UNVOUCHED_UNTIL = Fact.day(
    "unvouched_until",
    Label("无人担保档案完整的最后一日", "last day for which nobody vouches that the file is complete"),
)

# Readings and open terms.
BAD_RECORD = reading(
    "bad-record",
    Label("三年内的不良信用记录", "bad records of the three years"),
    _J8,
    Option("determined-in-them", Label("三年内认定的，含已过有效期的", "those determined in them, expired ones too")),
    Option("valid-in-them", Label("三年内任何一日有效的", "those valid on any day of them")),
)
YOUNG_SUBJECT = reading(
    "young-subject",
    Label("存续不足三年的主体", "a subject younger than three years"),
    _J8,
    Option("does-not-qualify", Label("不符合", "does not qualify")),
    Option("life-so-far", Label("按存续期间判断", "is judged by its life so far")),
)

NOT_REPAIRED = Condition(
    "not-repaired", _M35, Label("未经信用修复", "it was not repaired"), STATUS != RecordStatus.REPAIRED
)
NOT_WITHDRAWN = Condition(
    "not-withdrawn",
    M.article(32, paragraph=4),
    Label("未因有误撤销", "it was not withdrawn as wrong"),
    STATUS != RecordStatus.WITHDRAWN,
)

# M25: what a review may rest on. An open objection changes nothing (M32, third paragraph), so it is not asked.
USABLE_FAILURE = Rule(
    "usable-failure",
    M.article(25),
    Label("可在信用审查中使用的失信信息", "failure information that a review may use"),
    (NOT_REPAIRED, NOT_WITHDRAWN, *RESTRAINT_IN_TIME.conditions),
    RESTRAINT_IN_TIME.notices,
)

# J20: who publishes an entry, and for how long.
ENTRY_PUBLIC = Rule(
    "entry-public",
    _J20,
    Label("名单条目在公示期内", "the list entry is published"),
    (
        Condition(
            "published-by-level",
            _J20,
            Label("由市以上单位认定", "it was determined at city level or above"),
            LEVEL.is_in(Level.CENTRAL, Level.PROVINCE, Level.CITY),
        ),
        *ENTRY_IN_FORCE.conditions,
    ),
)
BLACK = Condition("black-list", _J11, Label("列入黑名单", "it is on a black list"), SIDE == ListSide.BLACK)
BLACK_ENTRY_IN_FORCE = Rule(
    "black-entry-in-force",
    _J11,
    Label("在列黑名单", "it is on a black list in force"),
    (BLACK, *ENTRY_IN_FORCE.conditions),
)

_OFF = DELISTED & (DELISTED_ON <= ON)
# J17: who left a black list, unless the entry was wrong (J24); until its end, where an agency has set one.
# An entry whose end is not stated has not ended before it began.
_LEFT = _OFF | ((VALID_UNTIL < ON) & (VALID_UNTIL_STATED | (VALID_FROM < ON)))
_LEFT_ON = If(DELISTED & ~(VALID_UNTIL < DELISTED_ON), DELISTED_ON, VALID_UNTIL + Days(1))
_WRONG = DELISTED & (DELISTING_GROUND == DelistingGround.WITHDRAWN_AS_WRONG)
NOT_WRONG = Condition(
    "entry-not-wrong",
    J.article(24, paragraph=1),
    Label("未因有误撤销", "it was not withdrawn as wrong"),
    ~_WRONG | (DELISTED_ON > ON),
)
MONITORING_RUNS = Condition(
    "monitoring-not-over",
    _J17,
    Label("未规定重点监测的期限，或者期限未满", "no period of key monitoring is set, or it is not over"),
    ~MONITORING_END_SET | (_LEFT_ON + MONITORING_PERIOD >= ON),
)
KEY_MONITORING = Rule(
    "key-monitoring",
    _J17,
    Label("退出黑名单后的重点监测", "key monitoring after a black list"),
    (BLACK, Condition("left", _J17, Label("已退出名单", "it has left the list"), _LEFT), NOT_WRONG, MONITORING_RUNS),
)
ON_OR_MONITORED = Rule(
    "on-or-monitored",
    _J17,
    Label("在列黑名单，或者退出后受重点监测", "on a black list, or monitored after it"),
    (
        BLACK,
        Condition("listed", _J17, Label("已列入", "it has been put on the list"), (VALID_FROM <= ON) | _LEFT),
        NOT_WRONG,
        MONITORING_RUNS,
    ),
)

# J8: typical honest subjects, by the honours of J7.
TYPICAL_HONEST_SUBJECT = Rule(
    "typical-honest-subject",
    _J8,
    Label("诚实守信典型", "typical honest subject"),
    (
        Condition(
            "commended",
            _J7,
            Label("属表彰、奖励", "it is a commendation or an award"),
            KIND.is_in(Kind.COMMENDATION, Kind.AWARD),
        ),
        NOT_REPAIRED,
        NOT_WITHDRAWN,
        Condition("honour-named", _J7, Label("属所列荣誉", "the honour is one of those named"), HONOUR.is_in(*Honour)),
        Condition(
            "granted-by-government",
            _J7,
            Label("由政府或者部门授予", "a government or a department granted it"),
            GRANTER.is_in(Granter.GOVERNMENT, Granter.DEPARTMENT),
        ),
        Condition("granted", _J7, Label("已经授予", "it has been granted"), DETERMINED_ON <= ON),
        IN_PERIOD_OF_USE,
    ),
)

# J8: three consecutive years without a bad record. A record counts through the third anniversary of its day.
_COUNTS_FOR = Years(3)
_FREE_OF_RECORD = BAD_RECORD.pick(
    determined_in_them=ON > DETERMINED_ON + _COUNTS_FOR,
    valid_in_them=LAST_DAY.day + _COUNTS_FOR <= ON,
)
RECORD_NOT_COUNTED = Rule(
    "record-not-counted",
    _J8,
    Label("不计入三年内的不良信用记录", "it is no bad record of the three years"),
    (
        Condition(
            "no-bad-record",
            _J8,
            Label("不是三年内的不良信用记录", "it is no bad record of the three years"),
            ~FAILURE_INFORMATION | (STATUS != RecordStatus.ACTIVE) | (ON < DETERMINED_ON) | _FREE_OF_RECORD,
        ),
    ),
)
ENTRY_NOT_COUNTED = Rule(
    "entry-not-counted",
    _J8,
    Label("不计入三年内的不良信用记录", "it is no bad record of the three years"),
    (
        Condition(
            "no-bad-entry",
            _J8,
            Label("不是三年内的黑名单记录", "it is no black-list entry of the three years"),
            (SIDE != ListSide.BLACK)
            | _WRONG
            | BAD_RECORD.pick(
                determined_in_them=(ON < ENTERED_ON) | (ON > ENTERED_ON + _COUNTS_FOR),
                valid_in_them=(ON < VALID_FROM)
                | (VALID_UNTIL + Days(1) + _COUNTS_FOR <= ON)
                | (DELISTED & (DELISTED_ON + _COUNTS_FOR <= ON)),
            ),
        ),
    ),
)
THREE_YEARS_KNOWN = Rule(
    "three-years-known",
    _J8,
    Label("三年的信用状况可以判断", "three years of the subject can be judged"),
    (
        Condition(
            "three-years-old",
            _J8,
            Label("存续满三年", "the subject is three years old"),
            NATURAL_PERSON
            | YOUNG_SUBJECT.pick(does_not_qualify=ON > ESTABLISHED_ON + _COUNTS_FOR, life_so_far=literal(True)),
        ),
        Condition(
            "nothing-unseen",
            _J8,
            Label("档案之外没有三年内的不良信用记录", "there is no bad record of the three years outside the file"),
            (ON > UNVOUCHED_UNTIL + _COUNTS_FOR)
            | (~NATURAL_PERSON & (ESTABLISHED_ON > UNVOUCHED_UNTIL))
            | ~UNSEEN_BAD_RECORD,
        ),
    ),
)
