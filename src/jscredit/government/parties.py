"""G2.2: whom the files of government integrity are about, by what they are told apart, and from where data comes."""

from jscredit.errors import Label
from jscredit.records import Subject, Vocabulary
from jscredit.rules import Fact


class GovernmentParty(Vocabulary):
    """Whose integrity it is: a people's government, one of its departments, or a civil servant."""

    GOVERNMENT = "government", "人民政府", "people's government"
    DEPARTMENT = "department", "政府部门", "government department"
    CIVIL_SERVANT = "civil_servant", "公务员", "civil servant"

    @property
    def is_body(self) -> bool:
        """Whether it is a government or a department.

        >>> GovernmentParty.DEPARTMENT.is_body, GovernmentParty.CIVIL_SERVANT.is_body
        (True, False)
        """
        return self is not GovernmentParty.CIVIL_SERVANT


class LinkedSource(Vocabulary):
    """The three systems with which the files share (G2.2)."""

    CIVIL_SERVICE_RECRUITMENT_INTEGRITY_FILE = (
        "civil_service_recruitment_integrity_file",
        "公务员考试录用诚信档案库",
        "integrity files of civil service recruitment",
    )
    BRIBERY_CRIME_QUERY_SYSTEM = "bribery_crime_query_system", "行贿犯罪档案查询系统", "query system of bribery crimes"
    PUBLIC_RESOURCE_TRADING_CREDIT_BASE = (
        "public_resource_trading_credit_base",
        "省公共资源交易信用信息库",
        "provincial credit base of public resource trading",
    )


PARTY = Fact.choice("government_party", GovernmentParty, Label("政务主体类型", "kind of government party"))
BODIES = (GovernmentParty.GOVERNMENT, GovernmentParty.DEPARTMENT)


def has_key(subject: Subject) -> bool:
    """Whether a subject has what its file is kept under: the unified credit code, a person's being the resident ID.

    >>> has_key(Subject(name="虚构市城管局")), has_key(Subject(credit_code="91329901MA1ABCD119"))
    (False, True)
    """
    return subject.credit_code is not None or subject.resident_id is not None


def fits_party(party: GovernmentParty, subject: Subject) -> bool:
    """Whether a subject can be this party; yes where the subject's type is not known."""
    is_person = subject.is_natural_person
    return is_person is None or is_person is not party.is_body
