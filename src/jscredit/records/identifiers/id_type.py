"""The kinds of identifiers beside credit code, organisation code and resident's number."""

import re
from dataclasses import dataclass

from jscredit.errors import Label
from jscredit.records.vocabulary import Vocabulary


class IdType(Vocabulary):
    """What kind of document or register a number is from; numbers are compared within one kind only.

    >>> IdType.PASSPORT.personal, IdType.BUSINESS_REGISTRATION.personal
    (True, False)
    """

    HK_MACAO_TAIWAN_RESIDENCE_PERMIT = (
        "hk_macao_taiwan_residence_permit",
        "港澳台居民居住证",
        "residence permit for residents of Hong Kong, Macao and Taiwan",
    )
    HK_MACAO_TRAVEL_PERMIT = (
        "hk_macao_travel_permit",
        "港澳居民来往内地通行证",
        "mainland travel permit for residents of Hong Kong and Macao",
    )
    TAIWAN_TRAVEL_PERMIT = (
        "taiwan_travel_permit",
        "台湾居民来往大陆通行证",
        "mainland travel permit for residents of Taiwan",
    )
    FOREIGN_PERMANENT_RESIDENCE = (
        "foreign_permanent_residence",
        "外国人永久居留身份证",
        "foreign permanent resident ID card",
    )
    PASSPORT = "passport", "护照", "passport"
    OTHER_PERSONAL = "other_personal", "其他个人证件", "other personal document"
    BUSINESS_REGISTRATION = "business_registration", "工商注册号", "business registration number"
    TAX_REGISTRATION = "tax_registration", "税务登记号", "tax registration number"
    PUBLIC_INSTITUTION_CERTIFICATE = (
        "public_institution_certificate",
        "事业单位证书号",
        "public institution certificate number",
    )
    SOCIAL_ORGANISATION_REGISTRATION = (
        "social_organisation_registration",
        "社会组织登记证号",
        "social organisation registration number",
    )

    @property
    def personal(self) -> bool:
        """Whether only a natural person holds such a number, so that it is always masked."""
        return self in _PERSONAL

    @property
    def form(self) -> "Form":
        """How such a number is written."""
        return _FORMS[self]


@dataclass(frozen=True, slots=True)
class Form:
    """How the numbers of one kind are written, after normalising: a pattern and the same in words."""

    pattern: re.Pattern[str]
    words: Label


def _form(pattern: str, zh: str, en: str) -> Form:
    return Form(re.compile(pattern), Label(zh, en))


_PERSONAL = frozenset(
    {
        IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT,
        IdType.HK_MACAO_TRAVEL_PERMIT,
        IdType.TAIWAN_TRAVEL_PERMIT,
        IdType.FOREIGN_PERMANENT_RESIDENCE,
        IdType.PASSPORT,
        IdType.OTHER_PERSONAL,
    }
)

_FORMS: dict[IdType, Form] = {
    IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT: _form(
        "8[123].{16}", "须为以81、82或83开头的18位", "it has 18 characters and begins with 81, 82 or 83"
    ),
    IdType.HK_MACAO_TRAVEL_PERMIT: _form(
        "[HM][0-9]{8}(?:[0-9]{2})?", "须为H或M加8位或10位数字", "it is H or M and 8 or 10 digits"
    ),
    IdType.TAIWAN_TRAVEL_PERMIT: _form(
        r"[0-9]{8}|[0-9]{10}(?:\([0-9A-Z]\))?",
        "须为8位数字，旧证为10位数字加括号内一位",
        "it has 8 digits, an old one 10 and one character in brackets",
    ),
    IdType.FOREIGN_PERMANENT_RESIDENCE: _form(
        "[A-Z]{3}[0-9]{12}|9.{17}",
        "须为3位字母加12位数字，或以9开头的18位",
        "it is 3 letters and 12 digits, or 18 characters that begin with 9",
    ),
    IdType.PASSPORT: _form("(?=.*[0-9])[0-9A-Z]{5,14}", "须为5至14位字母和数字", "it has 5 to 14 letters and digits"),
    IdType.OTHER_PERSONAL: _form(".{3,64}", "须为3至64个字符", "it has 3 to 64 characters"),
    IdType.BUSINESS_REGISTRATION: _form("[0-9]{13}|[0-9]{15}", "须为13位或15位数字", "it has 13 or 15 digits"),
    IdType.TAX_REGISTRATION: _form(
        "[0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{18}|[0-9A-Z]{20}",
        "须为15、17、18或20位字母和数字",
        "it has 15, 17, 18 or 20 letters and digits",
    ),
    IdType.PUBLIC_INSTITUTION_CERTIFICATE: _form("[0-9]{12}", "须为12位数字", "it has 12 digits"),
    IdType.SOCIAL_ORGANISATION_REGISTRATION: _form(".{3,64}", "须为3至64个字符", "it has 3 to 64 characters"),
}
