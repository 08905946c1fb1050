"""M19 to M22 and M4, read from the articles: whether a request is granted by each right.

A case is told by plain values; each requirement answers True, False, or None for not known.
"""

from jscredit.records import RecordStatus
from oracles.validity import last_day, use_end

FIVE = {  # 第二十一条: two sites, an account, an app, a portal; no sixth
    "credit_jiangsu_site",
    "credit_jiangsu_wechat",
    "credit_jiangsu_app",
    "level_credit_site",
    "public_portal_site",
}
OFFLINE = {"service_window", "other_offline"}


def together(answers):
    """Every requirement has to be met: one that is not refuses, one that is not known leaves it open."""
    answers = list(answers)
    if False in answers:
        return False
    return None if None in answers else True


def either(*answers):
    if True in answers:
        return True
    return None if None in answers else False


def one_of(value, *allowed):
    return None if value is None else value in allowed


def use_class(case):
    """The entry's; what the record itself states must agree. None without a class, or with two (第十九条)."""
    classes = set(case["entry_classes"]) if case["entry_classes"] is not None else None
    if classes is None:
        return case["record_class"]
    single = next(iter(classes)) if len(classes) == 1 else None
    if case["record_class"] is not None and case["record_class"] != single:
        return None
    if case["element"] != "named" or case["element_class"] is None:
        return single
    # M19 makes public what the catalogue puts into that class: an element is not wider than the entry that it is of.
    return single if case["element_class"] == "public" else case["element_class"]


def named_content(case):
    """按照信息目录明确的…内容和范围."""
    if case["entry_classes"] is None:
        return None
    if case["element"] == "unnamed":
        return False
    return {"its": True, "others": False, "none": None}[case["entry_kinds"]]


def is_online(case):
    return None if case["channel"] is None else case["channel"] not in OFFLINE


def proof_if_online(case, passed):
    """线上查询或授权查询的，应当通过身份识别认证."""
    online = is_online(case)
    return either(None if online is None else not online, passed)


def scope_says(case):
    """Who is named: this one by its name, departments, institutions. None without a scope."""
    if case["scope_users"] is None or case["entry_classes"] is None:
        return None, None, None
    own = case["requester_name"] is not None and case["requester_name"] in case["scope_named"]
    by_name = None if case["requester_name"] is None and case["scope_named"] else own
    return by_name, "government_department" in case["scope_users"], "social_institution" in case["scope_users"]


def purpose_fits(case):
    if case["scope_users"] is None or case["entry_classes"] is None:
        return None
    if not case["scope_purposes"]:
        return True
    return None if case["purpose"] is None else case["purpose"] in case["scope_purposes"]


def marks(case):
    element = case["element_marks"] if case["element"] == "named" else set()
    entry = case["entry_marks"] if case["entry_classes"] is not None else set()
    element = element if case["entry_classes"] is not None else set()
    return case["marks"] | entry | element


def no_state_secret(case):
    return not marks(case) & {"state_secret", "information_security"}


def not_found_wrong(case):
    """第三十二条第四款: what was found wrong is set right, so no other person is given it."""
    return case["status"] is not RecordStatus.WITHDRAWN


def own_query(case, on, readings):  # noqa: ARG001 - one form for all rights
    """信息主体申请查询的，应当提供有效身份证明."""
    allowed = {"authorised_query", "public"}
    if readings["own-information"] == "every-class":
        allowed.add("government_shared")
    identity = case["identity"]
    proved = False if identity is None else together([identity["of_requester"], identity["valid"]])
    return together(
        [
            case["is_subject"],
            one_of(use_class(case), *allowed),
            named_content(case),
            proved,
            proof_if_online(case, case["subject_authenticated"]),
            no_state_secret(case),
        ]
    )


def covers(given, on):
    first = None if given["first"] is None else given["first"] <= on
    last = True if given["until_revoked"] else None if given["last"] is None else on <= given["last"]
    return together([first, last])


def form_will_do(given):
    """书面或短信验证等方式: another form, where it is accepted."""
    usual = one_of(given["form"], "written", "sms")
    return either(usual, given["form_accepted"])


def authorised_query(case, on, readings):
    """信息主体授权他人查询的，应当提供授权证明."""
    given = case["authorisation"]
    if given is None:
        shown = [False]
    else:
        shown = [form_will_do(given), given["by_subject"], given["to_requester"], covers(given, on)]
    who = "subject_authenticated" if readings["who-authenticates"] == "subject" else "requester_authenticated"
    return together(
        [
            None if case["is_subject"] is None else not case["is_subject"],
            one_of(use_class(case), "authorised_query", "public"),
            named_content(case),
            purpose_fits(case),
            *shown,
            proof_if_online(case, case[who]),
            no_state_secret(case),
            not_found_wrong(case),
        ]
    )


def in_scope(case, readings):
    by_name, departments, institutions = scope_says(case)
    of_department = either(by_name, departments)
    of_institution = either(by_name, institutions)
    if readings["social-institutions"] == "as-departments":
        of_institution = either(of_institution, departments)
    if case["type"] == "social_institution":
        return of_institution
    if case["type"] is None:
        return of_department if of_department == of_institution else None
    return of_department


def government_sharing(case, on, readings):  # noqa: ARG001
    """按照信息目录明确的政府共享信息范围，与信息使用单位共享."""
    return together(
        [
            one_of(use_class(case), "government_shared", "public"),
            one_of(case["type"], "government_department", "social_institution"),
            in_scope(case, readings),
            named_content(case),
            purpose_fits(case),
            not_found_wrong(case),
        ]
    )


def in_time(case, on):
    """第三十条: 不再公开发布. Failures by their validity, all by the period of use and the stated last day."""
    facts, answers = case["time"], []
    if facts["failure_information"]:
        answers.append(facts["determined_on"] <= on <= last_day(facts))
    if facts["period_of_use_given"] and case["entry_classes"] is not None:
        answers.append(on <= use_end(facts))
    if facts["publication_end_stated"]:
        answers.append(on <= facts["published_until"])
    return all(answers)


def publication(case, on, readings):  # noqa: ARG001
    """按照信息目录明确的社会公开信息内容和范围…向社会公开; 不得侵犯国家秘密、商业秘密和个人隐私."""
    return together(
        [
            one_of(use_class(case), "public"),
            None if case["channel"] is None else case["channel"] in FIVE,
            named_content(case),
            case["status"] is RecordStatus.ACTIVE,
            not marks(case),
            in_time(case, on),
        ]
    )


RIGHTS = {
    "own_query": own_query,
    "authorised_query": authorised_query,
    "government_sharing": government_sharing,
    "publication": publication,
}
