"""Who leads, and what the provincial organisation does (M6)."""

from dataclasses import dataclass
from types import MappingProxyType

from jscredit.errors import Label, Lang
from jscredit.law import Citation, M
from jscredit.records import Level, OrganisationForm, Role, Subject, Vocabulary
from jscredit.records.telling import told_html

_LEADS = M.article(6, paragraph=1)


class LeadDepartment(Vocabulary):
    """The departments that M6 makes responsible for the catalogues, standards and supervision of some subjects."""

    INDUSTRY_AND_COMMERCE = "industry_and_commerce", "工商部门", "industry and commerce"
    CREDIT = "credit", "信用部门", "credit department"
    CIVIL_AFFAIRS = "civil_affairs", "民政部门", "civil affairs"
    STAFFING_OFFICE = "staffing_office", "机构编制部门", "staffing office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The department that leads for a subject, or why none can be told.

    Attributes:
        department: the department; None where it is undetermined.
        gap: what M6 leaves open; None where it names a department, or where a fact is missing.
        missing: what is not known of the subject.
    """

    department: LeadDepartment | None
    gap: Label | None = None
    missing: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The clause."""
        return _LEADS

    def explain(self, lang: Lang = "zh") -> str:
        """The answer as one line."""
        if self.department is not None:
            said = self.department.label.text(lang)
        elif self.gap is not None:
            said = self.gap.text(lang)
        else:
            said = Label("未知主体是何种组织", "the form of the organisation is not known").text(lang)
        return f"{said} [{self.citation.short.text(lang)}]"

    def _repr_html_(self) -> str:
        return told_html(self.explain)


_BY_FORM = MappingProxyType(
    {
        OrganisationForm.ENTERPRISE: LeadDepartment.INDUSTRY_AND_COMMERCE,
        OrganisationForm.SOCIAL_ORGANISATION: LeadDepartment.CIVIL_AFFAIRS,
        OrganisationForm.PUBLIC_INSTITUTION: LeadDepartment.STAFFING_OFFICE,
    }
)


def lead_department_of(subject: Subject) -> Lead:
    """Which department leads for a subject: for each of the four that M6 names one, and for the others the gap.

    A sole trader is a person who trades, and M6 says of neither which would count; so it is a gap.

    >>> from jscredit.records import SubjectType
    >>> lead_department_of(Subject(name="张三", type=SubjectType.NATURAL_PERSON)).department.value
    'credit'
    >>> lead_department_of(Subject(name="某局", form=OrganisationForm.STATE_ORGAN)).gap.en
    "M6 names no department for a subject of the form 'state organ'"
    """
    form = subject.form
    if form is not None:
        department = _BY_FORM.get(form)
        return Lead(department=department, gap=None if department else _gap(form.label))
    if subject.is_natural_person is None:
        return Lead(department=None, missing=("subject_type",))
    if subject.is_natural_person:
        # A person with a credit code trades; so does one of whom only the code is known.
        trades = subject.credit_code is not None
        form_label = OrganisationForm.SOLE_TRADER.label
        return Lead(department=None, gap=_gap(form_label)) if trades else Lead(department=LeadDepartment.CREDIT)
    return Lead(department=None, missing=("subject_form",))


def _gap(form: Label) -> Label:
    return Label(f"第六条未就“{form.zh}”指明牵头部门", f"M6 names no department for a subject of the form '{form.en}'")


class OrganisationDuty(Vocabulary):
    """What the provincial information organisation does (M6, second paragraph)."""

    RUN_PROVINCIAL_SYSTEM = "run_provincial_system", "建设、运行和维护省级系统", "run the provincial system"
    RUN_PROVINCIAL_SITE = "run_provincial_site", "建设、运行和维护“信用江苏”网站", "run the Credit Jiangsu site"
    COLLECT = "collect", "归集全省公共信用信息", "collect for the whole province"
    SHARE = "share", "提供共享服务", "serve sharing"
    ANSWER_QUERIES = "answer_queries", "提供查询服务", "serve queries"
    SERVE_REPAIR = "serve_repair", "提供信用修复服务", "serve repair"
    HANDLE_OBJECTIONS = "handle_objections", "提供异议处理服务", "handle objections"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEntry:
    """One duty of an information organisation: whose it is, what it is, where it stands.

    ``takes_applications`` says whether a subject applies to it there: an objection is taken (M31); an application for
    repair goes to the provider (M34), whatever the organisation does to serve it.
    """

    duty: OrganisationDuty
    role: Role
    level: Level
    takes_applications: bool
    citations: tuple[Citation, ...]


def provincial_duties() -> tuple[DutyEntry, ...]:
    """The duties of the provincial information organisation, in the order of the text.

    >>> [entry.duty.value for entry in provincial_duties() if entry.takes_applications]
    ['answer_queries', 'handle_objections']
    """
    own = M.article(6, paragraph=2)
    beside = {
        OrganisationDuty.ANSWER_QUERIES: (M.article(22, paragraph=1),),
        OrganisationDuty.SERVE_REPAIR: (M.article(34),),
        OrganisationDuty.HANDLE_OBJECTIONS: (M.article(31),),
    }
    taken = {OrganisationDuty.ANSWER_QUERIES, OrganisationDuty.HANDLE_OBJECTIONS}
    return tuple(
        DutyEntry(
            duty=duty,
            role=Role.INFORMATION_ORGANISATION,
            level=Level.PROVINCE,
            takes_applications=duty in taken,
            citations=(own, *beside.get(duty, ())),
        )
        for duty in OrganisationDuty
    )
