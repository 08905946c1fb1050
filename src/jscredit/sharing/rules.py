"""M19 to M22: by which right information is given. One rule for each right, each read like its article."""

from jscredit.errors import Label
from jscredit.law import G, M
from jscredit.records import RecordStatus, SharingClass
from jscredit.rules import ON, Condition, Expression, If, Notice, NoticeWhen, Option, Rule, reading
from jscredit.sharing.asked import (
    AUTHORISATION,
    AUTHORISED_FROM,
    AUTHORISED_UNTIL,
    BY_SUBJECT,
    CHANNEL,
    CONTENT_NAMED,
    EXCEPTIONS,
    FORM,
    FORM_ACCEPTED,
    IDENTITY_PROOF,
    NAMES_DEPARTMENTS,
    NAMES_INSTITUTIONS,
    NAMES_REQUESTER,
    PROOF_OF_REQUESTER,
    PROOF_VALID,
    PURPOSE_IN_SCOPE,
    REQUESTER_AUTHENTICATED,
    REQUESTER_IS_SUBJECT,
    REQUESTER_TYPE,
    SHARING_CLASS,
    STATUS,
    SUBJECT_AUTHENTICATED,
    TO_REQUESTER,
    UNTIL_REVOKED,
)
from jscredit.sharing.vocabulary import (
    PUBLICATION_CHANNELS,
    AccessRight,
    AuthorisationForm,
    Channel,
    OpennessException,
    RequesterType,
)
from jscredit.validity.rules import NOTICES as VALIDITY_NOTICES
from jscredit.validity.rules import PUBLICATION_IN_TIME

_M4, _M19, _M20, _M21 = (M.article(n) for n in (4, 19, 20, 21))
_SCOPE, _PROOFS = M.article(22, paragraph=1), M.article(22, paragraph=2)

OWN_INFORMATION = reading(
    "own-information",
    Label("本人可查询的信息类别", "the classes that a subject may query about itself"),
    _SCOPE,
    Option("query-and-public", Label("授权查询类和社会公开类", "query by authorisation, and public")),
    Option("every-class", Label("三类均可，包括政府共享类", "all three, shared within government included")),
)
SOCIAL_INSTITUTIONS = reading(
    "social-institutions",
    Label("政府共享信息向社会机构的共享", "sharing within government with social institutions"),
    _M20,
    Option("only-if-named", Label("使用范围列明的方可", "only where the scope names them")),
    Option("as-departments", Label("同为信息使用单位，与政府部门同", "as users they stand with departments")),
)
AUTHENTICATED = reading(
    "who-authenticates",
    Label("线上授权查询中须认证的一方", "who has to be authenticated in a query by authorisation online"),
    _PROOFS,
    Option("subject", Label("授权的信息主体", "the subject that authorises")),
    Option("requester", Label("查询方", "the requester")),
)

ONLINE = CHANNEL.is_in(
    *PUBLICATION_CHANNELS, Channel.QUERY_SITE, Channel.QUERY_APP, Channel.EMBEDDED_INTERFACE, Channel.OTHER_ONLINE
)
_PUBLIC, _SHARED, _QUERY = SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED, SharingClass.AUTHORISED_QUERY
_STATE = (OpennessException.INFORMATION_SECURITY, OpennessException.STATE_SECRET)


def _none_of(*exceptions: OpennessException) -> Expression:
    first, *others = exceptions
    test: Expression = ~EXCEPTIONS[first]
    for one in others:
        test = test & ~EXCEPTIONS[one]
    return test


_CONTENT = Condition(
    "content-named", _SCOPE, Label("属目录列明的内容", "the catalogue's entry names the content"), CONTENT_NAMED
)
_NOT_WITHDRAWN = Condition(
    "not-withdrawn",
    M.article(32, paragraph=4),
    Label("未因有误撤销", "not withdrawn as wrong"),
    ~(STATUS == RecordStatus.WITHDRAWN),
)
_OF_THE_ARCHIVE = NoticeWhen(
    Notice(
        "sharing.repaired",
        Label(
            "该信息已经修复并转为档案，不得再作为惩戒依据",
            "the record was repaired and is an archive: no restraint rests on it any more",
        ),
        M.article(35, paragraph=2).zh,
    ),
    when=STATUS == RecordStatus.REPAIRED,
)
_NO_STATE_SECRET = Condition(
    "no-state-secret", _M4, Label("不涉及国家秘密和国家信息安全", "no matter of state security"), _none_of(*_STATE)
)

OWN_QUERY = Rule(
    "own-query",
    _PROOFS,
    Label("信息主体可查询本人信息", "a subject may query its own information"),
    (
        Condition("own", _PROOFS, Label("查询本人信息", "it asks about itself"), REQUESTER_IS_SUBJECT),
        Condition(
            "class",
            _SCOPE,
            Label("属可查询的类别", "a class that it may query"),
            OWN_INFORMATION.pick(
                query_and_public=SHARING_CLASS.is_in(_QUERY, _PUBLIC),
                every_class=SHARING_CLASS.is_in(_QUERY, _PUBLIC, _SHARED),
            ),
        ),
        _CONTENT,
        Condition(
            "identity-proof",
            _PROOFS,
            Label("提供有效身份证明", "a valid proof of identity"),
            IDENTITY_PROOF & PROOF_OF_REQUESTER & PROOF_VALID,
        ),
        Condition(
            "online-authentication",
            _PROOFS,
            Label("线上查询的，通过身份识别认证", "online: authentication of identity"),
            ~ONLINE | SUBJECT_AUTHENTICATED,
        ),
        _NO_STATE_SECRET,
    ),
)

AUTHORISED_QUERY = Rule(
    "authorised-query",
    _PROOFS,
    Label("经信息主体授权可查询", "it may be queried by the subject's authorisation"),
    (
        Condition("another", _PROOFS, Label("查询他人信息", "it asks about another"), ~REQUESTER_IS_SUBJECT),
        Condition(
            "class",
            _SCOPE,
            Label("属授权查询或社会公开类", "a class that may be queried"),
            SHARING_CLASS.is_in(_QUERY, _PUBLIC),
        ),
        _CONTENT,
        Condition("purpose", _SCOPE, Label("用途在范围内", "the purpose is within the scope"), PURPOSE_IN_SCOPE),
        Condition("authorisation", _PROOFS, Label("提供授权证明", "a proof of authorisation"), AUTHORISATION),
        Condition(
            "authorisation-form",
            _PROOFS,
            Label("书面、短信验证或者认可的其他方式", "written, by SMS, or in another form that is accepted"),
            FORM.is_in(AuthorisationForm.WRITTEN, AuthorisationForm.SMS) | FORM_ACCEPTED,
        ),
        Condition("by-subject", _PROOFS, Label("由该信息主体授权", "given by the subject asked about"), BY_SUBJECT),
        Condition("to-requester", _PROOFS, Label("授权该查询方", "given to the requester"), TO_REQUESTER),
        Condition(
            "covers-day",
            _PROOFS,
            Label("授权覆盖当日", "it covers the day"),
            (ON >= AUTHORISED_FROM) & (UNTIL_REVOKED | (ON <= AUTHORISED_UNTIL)),
        ),
        Condition(
            "online-authentication",
            _PROOFS,
            Label("线上的，通过身份识别认证", "online: authentication of identity"),
            ~ONLINE | AUTHENTICATED.pick(subject=SUBJECT_AUTHENTICATED, requester=REQUESTER_AUTHENTICATED),
        ),
        _NO_STATE_SECRET,
        _NOT_WITHDRAWN,
    ),
    (_OF_THE_ARCHIVE,),
)

_NAMED = NAMES_REQUESTER | NAMES_INSTITUTIONS
GOVERNMENT_SHARING = Rule(
    "government-sharing",
    _M20,
    Label("在政府共享范围内共享", "it is shared within government"),
    (
        Condition(
            "class", _M19, Label("属政府共享或社会公开类", "shared, or public"), SHARING_CLASS.is_in(_SHARED, _PUBLIC)
        ),
        Condition(
            "user",
            _M20,
            Label("查询方为信息使用单位", "the requester is a user"),
            REQUESTER_TYPE.is_in(RequesterType.GOVERNMENT_DEPARTMENT, RequesterType.SOCIAL_INSTITUTION),
        ),
        Condition(
            "within-scope",
            _M20,
            Label("在目录确定的共享范围内", "within the scope of the catalogue"),
            If(
                REQUESTER_TYPE == RequesterType.SOCIAL_INSTITUTION,
                SOCIAL_INSTITUTIONS.pick(only_if_named=_NAMED, as_departments=_NAMED | NAMES_DEPARTMENTS),
                NAMES_REQUESTER | NAMES_DEPARTMENTS,
            ),
        ),
        Condition("content-named", _M20, Label("属目录列明的内容", "the catalogue names the content"), CONTENT_NAMED),
        Condition("purpose", _M20, Label("用途在范围内", "the purpose is within the scope"), PURPOSE_IN_SCOPE),
        _NOT_WITHDRAWN,
    ),
    (
        _OF_THE_ARCHIVE,
        NoticeWhen(
            Notice(
                "sharing.marked",
                Label(
                    "该信息标有不予公开的事由，共享时另须遵守保密规定",
                    "it is marked as not to be made public; the rules of secrecy bind the sharing as well",
                ),
                _M4.zh,
            ),
            when=EXCEPTIONS[_STATE[0]]
            | EXCEPTIONS[_STATE[1]]
            | EXCEPTIONS[OpennessException.TRADE_SECRET]
            | EXCEPTIONS[OpennessException.PRIVACY],
        ),
    ),
)

PUBLICATION = Rule(
    "publication",
    _M21,
    Label("可以向社会公开", "it may be made public"),
    (
        Condition("class", _M19, Label("属社会公开类", "its class is public"), SHARING_CLASS == _PUBLIC),
        Condition(
            "channel", _M21, Label("经所列五种渠道", "one of the five channels"), CHANNEL.is_in(*PUBLICATION_CHANNELS)
        ),
        Condition("content-named", _M21, Label("属目录列明的内容", "the catalogue names the content"), CONTENT_NAMED),
        Condition(
            "not-archived",
            M.article(35, paragraph=2),
            Label("未因修复或撤销转为档案", "not archived by repair or withdrawal"),
            STATUS == RecordStatus.ACTIVE,
        ),
        Condition(
            "no-secret-or-privacy",
            _M4,
            Label("不涉及国家秘密、商业秘密和个人隐私", "no secret of state or trade, no privacy"),
            _none_of(OpennessException.STATE_SECRET, OpennessException.TRADE_SECRET, OpennessException.PRIVACY),
        ),
        Condition(
            "no-information-security",
            G.article(1, item=2),
            Label("不涉及国家信息安全", "no matter of national information security"),
            _none_of(OpennessException.INFORMATION_SECURITY),
        ),
        *PUBLICATION_IN_TIME.conditions,
    ),
    VALIDITY_NOTICES,
)

ACCESS_RULES = {
    AccessRight.OWN_QUERY: OWN_QUERY,
    AccessRight.AUTHORISED_QUERY: AUTHORISED_QUERY,
    AccessRight.GOVERNMENT_SHARING: GOVERNMENT_SHARING,
    AccessRight.PUBLICATION: PUBLICATION,
}
"""The rule of each right."""
