"""jscredit: Jiangsu's public-credit law of 2018 (苏政发〔2018〕23号) as typed values and decisions that say why.

Every name is loaded when it is first asked for, so that the import itself costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jscredit.deferred import deferred
from jscredit.version import __version__

if TYPE_CHECKING:
    from jscredit import interchange as interchange
    from jscredit.classification import Classification, classify
    from jscredit.deadlines import (
        Days,
        Deadline,
        Months,
        WorkCalendar,
        WorkingDays,
        Years,
        add_working_days,
        deadline,
        is_working_day,
        working_days_between,
    )
    from jscredit.errors import (
        CalendarNotAnnounced,
        InvalidInput,
        JscreditError,
        Label,
        MissingExtra,
        NotInForce,
        Refused,
    )
    from jscredit.government import (
        Commitment,
        IntegrityFailure,
        IntegrityFile,
        commitment_standing,
        debt_warning,
        failure_inclusion,
        intercept_bidders,
        tasks_of,
    )
    from jscredit.interchange import FileSet, Sheet, files_from, read_sheet, write_sheet
    from jscredit.law import Citation, Rank, ledger
    from jscredit.listing import BlackListCase, RedListCase, red_list_removals, screen_red_list
    from jscredit.names import load_settings
    from jscredit.objection import ObjectionCase
    from jscredit.records import (
        Body,
        Category,
        Conduct,
        CreditCode,
        CreditFile,
        CreditRecord,
        Judgement,
        Kind,
        ListEntry,
        OrganisationCode,
        OtherId,
        Procedure,
        RepairEvidence,
        ResidentId,
        Severity,
        Subject,
        SubjectType,
    )
    from jscredit.repair import RepairCase, repair_eligibility
    from jscredit.review import (
        Matter,
        Outcome,
        RecordCheck,
        Review,
        ReviewingBody,
        Viewer,
        check_record,
        credit_review,
        restored_review,
        review_page,
    )
    from jscredit.rules import JIANGSU_2018, Decision, Regime, Setting, Source, Verdict
    from jscredit.sharing import (
        Access,
        AccessRequest,
        QueryLog,
        Requester,
        audit_history,
        decide_access,
        given_to,
        publication_view,
        query_file,
    )
    from jscredit.statistics import GovernanceReport, ReportPeriod, ReviewMade, governance_report
    from jscredit.supply import (
        DOUBLE_PUBLICITY,
        Delivery,
        deduplicate,
        supply_report,
    )
    from jscredit.validity import Validity, validity_of

_HOMES = {
    "classification": ("Classification", "classify"),
    "deadlines": (
        "Days",
        "Deadline",
        "Months",
        "WorkCalendar",
        "WorkingDays",
        "Years",
        "add_working_days",
        "deadline",
        "is_working_day",
        "working_days_between",
    ),
    "errors": (
        "CalendarNotAnnounced",
        "InvalidInput",
        "JscreditError",
        "Label",
        "MissingExtra",
        "NotInForce",
        "Refused",
    ),
    "government": (
        "Commitment",
        "IntegrityFailure",
        "IntegrityFile",
        "commitment_standing",
        "debt_warning",
        "failure_inclusion",
        "intercept_bidders",
        "tasks_of",
    ),
    "interchange": (
        "FileSet",
        "Sheet",
        "files_from",
        "read_sheet",
        "write_sheet",
    ),
    "law": ("Citation", "Rank", "ledger"),
    "listing": (
        "BlackListCase",
        "RedListCase",
        "red_list_removals",
        "screen_red_list",
    ),
    "names": ("load_settings",),
    "objection": ("ObjectionCase",),
    "records": (
        "Body",
        "Category",
        "Conduct",
        "CreditCode",
        "CreditFile",
        "CreditRecord",
        "Judgement",
        "Kind",
        "ListEntry",
        "OrganisationCode",
        "OtherId",
        "Procedure",
        "RepairEvidence",
        "ResidentId",
        "Severity",
        "Subject",
        "SubjectType",
    ),
    "repair": ("RepairCase", "repair_eligibility"),
    "review": (
        "Matter",
        "Outcome",
        "RecordCheck",
        "Review",
        "ReviewingBody",
        "Viewer",
        "check_record",
        "credit_review",
        "restored_review",
        "review_page",
    ),
    "rules": (
        "JIANGSU_2018",
        "Decision",
        "Regime",
        "Setting",
        "Source",
        "Verdict",
    ),
    "sharing": (
        "Access",
        "AccessRequest",
        "QueryLog",
        "Requester",
        "audit_history",
        "decide_access",
        "given_to",
        "publication_view",
        "query_file",
    ),
    "statistics": (
        "GovernanceReport",
        "ReportPeriod",
        "ReviewMade",
        "governance_report",
    ),
    "supply": (
        "DOUBLE_PUBLICITY",
        "Delivery",
        "deduplicate",
        "supply_report",
    ),
    "validity": ("Validity", "validity_of"),
}

__all__ = [
    "DOUBLE_PUBLICITY",
    "JIANGSU_2018",
    "Access",
    "AccessRequest",
    "BlackListCase",
    "Body",
    "CalendarNotAnnounced",
    "Category",
    "Citation",
    "Classification",
    "Commitment",
    "Conduct",
    "CreditCode",
    "CreditFile",
    "CreditRecord",
    "Days",
    "Deadline",
    "Decision",
    "Delivery",
    "FileSet",
    "GovernanceReport",
    "IntegrityFailure",
    "IntegrityFile",
    "InvalidInput",
    "JscreditError",
    "Judgement",
    "Kind",
    "Label",
    "ListEntry",
    "Matter",
    "MissingExtra",
    "Months",
    "NotInForce",
    "ObjectionCase",
    "OrganisationCode",
    "OtherId",
    "Outcome",
    "Procedure",
    "QueryLog",
    "Rank",
    "RecordCheck",
    "RedListCase",
    "Refused",
    "Regime",
    "RepairCase",
    "RepairEvidence",
    "ReportPeriod",
    "Requester",
    "ResidentId",
    "Review",
    "ReviewMade",
    "ReviewingBody",
    "Setting",
    "Severity",
    "Sheet",
    "Source",
    "Subject",
    "SubjectType",
    "Validity",
    "Verdict",
    "Viewer",
    "WorkCalendar",
    "WorkingDays",
    "Years",
    "__version__",
    "add_working_days",
    "audit_history",
    "check_record",
    "classify",
    "commitment_standing",
    "credit_review",
    "deadline",
    "debt_warning",
    "decide_access",
    "deduplicate",
    "failure_inclusion",
    "files_from",
    "given_to",
    "governance_report",
    "intercept_bidders",
    "is_working_day",
    "ledger",
    "load_settings",
    "publication_view",
    "query_file",
    "read_sheet",
    "red_list_removals",
    "repair_eligibility",
    "restored_review",
    "review_page",
    "screen_red_list",
    "supply_report",
    "tasks_of",
    "validity_of",
    "working_days_between",
    "write_sheet",
]


_PACKAGES = ("interchange",)
"""Packages that are asked for by themselves too: ``jc.interchange.dialect_ids()``."""

_name = deferred(__name__, **_HOMES)


def __getattr__(name: str) -> Any:
    return import_module(f"{__name__}.{name}") if name in _PACKAGES else _name(name)


def __dir__() -> list[str]:
    return sorted(__all__)
