"""The task table of the integrity opinions: who leads and who supports each of the seventeen tasks."""

from types import MappingProxyType
from typing import NamedTuple

from jscredit.errors import Label, Lang
from jscredit.law import clause
from jscredit.records import Vocabulary


class TaskBody(Vocabulary):
    """The bodies that the table names."""

    RULE_OF_LAW_OFFICE = (
        "rule_of_law_office",
        "省全面推进依法行政工作领导小组办公室",
        "provincial office of the leading group on lawful administration",
    )
    GENERAL_OFFICE = "general_office", "省政府办公厅", "general office of the provincial government"
    HUMAN_RESOURCES = "human_resources", "省人力资源社会保障厅", "provincial department of human resources"
    CREDIT_OFFICE = (
        "credit_office",
        "省经济和信息化委（省信用办）",
        "provincial commission of economy and information technology (credit office)",
    )
    FINANCE = "finance", "省财政厅", "provincial department of finance"
    TRADING_CENTRE = "trading_centre", "省公共资源交易中心", "provincial centre of public resource trading"
    DEVELOPMENT_AND_REFORM = "development_and_reform", "省发展改革委", "provincial development and reform commission"
    COMMERCE = "commerce", "省商务厅", "provincial department of commerce"
    STATISTICS = "statistics", "省统计局", "provincial bureau of statistics"
    CITIES = "cities", "各设区市政府", "governments of the cities"
    GOVERNMENTS = "governments", "各级政府", "governments of every level"
    DEPARTMENTS_CONCERNED = "departments_concerned", "省有关部门", "provincial departments concerned"
    ORGANISATION_DEPARTMENT = "organisation_department", "省委组织部", "organisation department of the party committee"
    CIVILISATION_OFFICE = "civilisation_office", "省文明办", "provincial civilisation office"
    DISCIPLINE_COMMISSION = "discipline_commission", "省纪委", "provincial discipline commission"
    SUPERVISORY_ORGAN = "supervisory_organ", "省监察机关", "provincial supervisory organ"
    COURT = "court", "省法院", "provincial court"
    PROCURATORATE = "procuratorate", "省检察院", "provincial procuratorate"
    OFFICES_ADMINISTRATION = (
        "offices_administration",
        "省机关事务管理局",
        "provincial administration of government offices",
    )
    LEGAL_AFFAIRS_OFFICE = "legal_affairs_office", "省法制办", "provincial legal affairs office"


class Task(NamedTuple):
    """One row of the table.

    Attributes:
        number: its number, from 1 to 17.
        clause: the clause of the ledger that it carries out.
        title: what it is, in our words.
        lead: who leads; two bodies lead some tasks.
        support: who supports; nobody supports the first.
    """

    number: int
    clause: str
    title: Label
    lead: tuple[TaskBody, ...]
    support: tuple[TaskBody, ...]

    def text(self, lang: Lang = "zh") -> str:
        """The row in one language, in Chinese unless told.

        >>> tasks_of("G2.1")[0].text("en").splitlines()[1]
        'lead: provincial department of human resources'
        """
        head, comma, colon = f"{self.number}. {self.title.text(lang)}", *(_ZH if lang == "zh" else _EN)
        rows = ((_LEAD, self.lead), (_SUPPORT, self.support))
        told = (
            f"{word.text(lang)}{colon}{comma.join(one.label.text(lang) for one in who) or '—'}" for word, who in rows
        )
        return "\n".join((head, *told))


_ZH, _EN = ("、", "："), (", ", ": ")
_LEAD, _SUPPORT = Label("牵头", "lead"), Label("配合", "support")
_B = TaskBody
_OTHERS, _CITIES = _B.DEPARTMENTS_CONCERNED, _B.CITIES

TASKS: tuple[Task, ...] = (
    Task(
        1,
        "G1.2",
        Label("依法行政和重大决策", "lawful administration and major decisions"),
        (_B.RULE_OF_LAW_OFFICE, _OTHERS),
        (),
    ),
    Task(2, "G1.2", Label("政务公开", "openness"), (_B.GENERAL_OFFICE,), (_OTHERS,)),
    Task(
        3,
        "G2.1",
        Label("公务员诚信教育", "integrity education of civil servants"),
        (_B.HUMAN_RESOURCES,),
        (_B.ORGANISATION_DEPARTMENT, _B.CIVILISATION_OFFICE, _OTHERS),
    ),
    Task(
        4,
        "G2.2",
        Label("统一的信用信息数据库和归集机制", "one database, and its collection"),
        (_B.CREDIT_OFFICE,),
        (_B.HUMAN_RESOURCES, _B.DISCIPLINE_COMMISSION, _B.SUPERVISORY_ORGAN, _B.COURT, _OTHERS, _CITIES),
    ),
    Task(
        5,
        "G2.3",
        Label("政务领域信用档案", "integrity files"),
        (_B.CREDIT_OFFICE,),
        (
            _B.HUMAN_RESOURCES,
            _B.COURT,
            _B.PROCURATORATE,
            _B.ORGANISATION_DEPARTMENT,
            _B.DISCIPLINE_COMMISSION,
            _B.SUPERVISORY_ORGAN,
            _B.OFFICES_ADMINISTRATION,
            _OTHERS,
            _CITIES,
        ),
    ),
    Task(
        6,
        "G2.4",
        Label("信息共享、公开与应用", "sharing, publication and use"),
        (_B.CREDIT_OFFICE,),
        (_B.COURT, _B.PROCURATORATE, _B.HUMAN_RESOURCES, _B.DISCIPLINE_COMMISSION),
    ),
    Task(7, "G2.5", Label("激励与惩戒", "incentives and restraints"), (_B.CREDIT_OFFICE,), (_OTHERS, _CITIES)),
    Task(8, "G2.6", Label("权益保护和信用修复", "protection of rights, and repair"), (_B.CREDIT_OFFICE,), (_OTHERS,)),
    Task(9, "G3.1", Label("政府采购", "government procurement"), (_B.FINANCE, _B.TRADING_CENTRE), (_OTHERS, _CITIES)),
    Task(
        10,
        "G3.2",
        Label("政府和社会资本合作", "public-private partnership"),
        (_B.FINANCE, _B.DEVELOPMENT_AND_REFORM),
        (_OTHERS, _CITIES),
    ),
    Task(
        11,
        "G3.3",
        Label("招标投标", "tendering"),
        (_B.DEVELOPMENT_AND_REFORM,),
        (_B.TRADING_CENTRE, _OTHERS, _CITIES),
    ),
    Task(12, "G3.4", Label("招商引资", "investment promotion"), (_B.COMMERCE, _CITIES), (_OTHERS,)),
    Task(
        13,
        "G3.5",
        Label("地方政府债务", "local government debt"),
        (_B.FINANCE,),
        (_B.DEVELOPMENT_AND_REFORM, _CITIES),
    ),
    Task(14, "G3.6", Label("统计", "statistics"), (_B.STATISTICS,), (_OTHERS, _CITIES)),
    Task(15, "G3.7", Label("街道和乡镇", "sub-districts and townships"), (_CITIES,), (_OTHERS,)),
    Task(16, "G4.1", Label("专项督导机制", "special supervision"), (_B.GOVERNMENTS,), (_OTHERS,)),
    Task(17, "G5.2", Label("法规制度建设", "rules and institutions"), (_B.CREDIT_OFFICE,), (_B.LEGAL_AFFAIRS_OFFICE,)),
)

_BY_CLAUSE = MappingProxyType(
    {
        place: tuple(task for task in TASKS if task.clause == place)
        for place in dict.fromkeys(task.clause for task in TASKS)
    }
)
_WHOLE_TABLE = "GT1-17"


def tasks_of(clause_id: str) -> tuple[Task, ...]:
    """The tasks that carry out a clause of the opinions; none where the table has no task for it.

    A section (``G3``) has the tasks of its points, ``GT1-17`` is the whole table.

    Raises:
        InvalidInput: ``clause.unknown``: there is no such clause.

    >>> [body.label.zh for body in tasks_of("G3.4")[0].lead], tasks_of("G4.2")
    (['省商务厅', '各设区市政府'], ())
    """
    asked = clause(clause_id).id
    if asked == _WHOLE_TABLE:
        return TASKS
    return _BY_CLAUSE.get(asked) or tuple(task for task in TASKS if task.clause.startswith(f"{asked}."))
