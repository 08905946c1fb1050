"""What a subject of each type can hold: the elements of M10(1) belong to persons, those of M10(2) to organisations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.errors import Fault, Label
from jscredit.records.identifiers import IdType
from jscredit.records.subject_types import OrganisationForm, SubjectType

if TYPE_CHECKING:
    from jscredit.records.subject import Subject

_CHECK_TYPE = Label(
    "请核对主体类型，或将该项填入正确的主体", "check the subject's type, or give this to the right subject"
)

EMPTY = Fault(
    code="subject.empty",
    message=Label("主体没有名称，也没有任何号码", "the subject has neither a name nor any number"),
    cure=Label("请至少给出一项", "give at least one"),
    clause="M15",
)
PERSONAL_NUMBER_ON_ORGANISATION = Fault(
    code="subject.personal-number-on-organisation",
    message=Label("组织不能有个人证件号码", "an organisation has no personal number"),
    cure=Label(
        "法定代表人等人员的号码应另行记录", "a number of its representative or staff belongs elsewhere; check the type"
    ),
    clause="M10(1)",
)
ORGANISATION_NUMBER_ON_PERSON = Fault(
    code="subject.organisation-number-on-person",
    message=Label("自然人以身份证号码为代码，不能有组织的代码", "a natural person's code is the resident ID number"),
    cure=Label(
        "个体工商户请将 form 设为 sole_trader；否则请核对主体类型",
        "for a sole trader give the form sole_trader; else check the subject's type",
    ),
    clause="M10(1)",
)
FORM = Fault(
    code="subject.form",
    message=Label("组织形式与主体类型不符", "the form does not fit the type"),
    cure=Label("自然人只能为个体工商户，个体工商户只能为自然人", "of natural persons only sole traders have a form"),
    field="form",
    clause="M2",
)
PERSON_FACT_ON_ORGANISATION = Fault(
    code="subject.person-fact-on-organisation",
    message=Label("民事行为能力只就自然人而言", "capacity is a fact about natural persons"),
    cure=_CHECK_TYPE,
    clause="M2",
)
ESTABLISHED_ON_PERSON = Fault(
    code="subject.established-on-person",
    message=Label("自然人没有成立日期", "a natural person has no day of establishment"),
    cure=_CHECK_TYPE,
    field="established_on",
    clause="M10(2)",
)


def subject_faults(subject: "Subject") -> Iterator[Fault]:
    """All that does not fit together in a subject, in a fixed order."""
    if not any((subject.name, subject.credit_code, subject.organisation_code, subject.resident_id, subject.other_ids)):
        yield EMPTY
    if subject.type is SubjectType.NATURAL_PERSON:
        yield from _of_person(subject)
    elif subject.type is not None:
        yield from _of_organisation(subject)


def _of_person(subject: "Subject") -> Iterator[Fault]:
    if subject.form is OrganisationForm.SOLE_TRADER:
        return
    if subject.form is not None:
        yield FORM
    # A person may have a tax number; all other numbers of organisations belong to organisations.
    organisational = any(
        not other.personal and other.type is not IdType.TAX_REGISTRATION for other in subject.other_ids
    )
    if subject.credit_code or subject.organisation_code or organisational:
        yield ORGANISATION_NUMBER_ON_PERSON
    if subject.established_on is not None:
        yield ESTABLISHED_ON_PERSON


def _of_organisation(subject: "Subject") -> Iterator[Fault]:
    if subject.form is OrganisationForm.SOLE_TRADER:
        yield FORM
    if subject.resident_id or any(other.personal for other in subject.other_ids):
        yield PERSONAL_NUMBER_ON_ORGANISATION
    if subject.full_capacity is not None or subject.lives_on_own_earnings is not None:
        yield PERSON_FACT_ON_ORGANISATION
