"""The catalogue of public credit information (M4, M6, M8, M14, M19): entries, their lint, and what they let in."""

from typing import TYPE_CHECKING

from jscredit.catalog.vocabulary import (
    CatalogueAttribute,
    ElementType,
    ForbiddenElement,
    PublisherCapacity,
    RowSubject,
    Secrecy,
    UserType,
)
from jscredit.deferred import deferred
from jscredit.rules import Quantity, Rule, Term

if TYPE_CHECKING:
    from jscredit.catalog.case import (
        CatalogueCase,
    )
    from jscredit.catalog.comparison import (
        CatalogueChange,
        CatalogueComparison,
        ChangeKind,
        compare_catalogues,
    )
    from jscredit.catalog.conforming import (
        ConformanceReport,
        RowFault,
        conformance,
    )
    from jscredit.catalog.conforming_record import (
        record_conformance,
    )
    from jscredit.catalog.element import (
        DataElement,
        ListedCode,
    )
    from jscredit.catalog.events import (
        CatalogueEvent,
        Compiled,
        ConsultationClosed,
        Published,
        PutToConsultation,
        Revised,
        SentBack,
        Submitted,
        Superseded,
    )
    from jscredit.catalog.forbidden import (
        ForbiddenAddition,
        ForbiddenHit,
        forbidden_in,
        forbidden_in_name,
    )
    from jscredit.catalog.guard import (
        admit_data,
        forbidden_purges,
        purge_of,
    )
    from jscredit.catalog.leading import (
        DutyEntry,
        Lead,
        LeadDepartment,
        OrganisationDuty,
        lead_department_of,
        provincial_duties,
    )
    from jscredit.catalog.linting import (
        LintFinding,
        LintReport,
        lint_catalogue,
    )
    from jscredit.catalog.matching import (
        EntryMatch,
        entry_for,
        periods_of_use,
    )
    from jscredit.catalog.model import (
        Catalogue,
        CatalogueEntry,
        Norm,
        ScopeOfUse,
        StatedValidity,
    )
    from jscredit.catalog.periods import (
        UNLIMITED,
        can_outlast,
        period_label,
        same_period,
    )
    from jscredit.catalog.stages import (
        CatalogueStage,
    )
    from jscredit.catalog.starter import (
        starter_catalogue,
    )
    from jscredit.catalog.table import (
        CATALOGUE_PROCEDURE,
    )

__getattr__ = deferred(
    __name__,
    case=("CatalogueCase",),
    comparison=("CatalogueChange", "CatalogueComparison", "ChangeKind", "compare_catalogues"),
    conforming=("ConformanceReport", "RowFault", "conformance"),
    element=("DataElement", "ListedCode"),
    events=(
        "CatalogueEvent",
        "Compiled",
        "ConsultationClosed",
        "Published",
        "PutToConsultation",
        "Revised",
        "SentBack",
        "Submitted",
        "Superseded",
    ),
    forbidden=("ForbiddenAddition", "ForbiddenHit", "forbidden_in", "forbidden_in_name"),
    guard=("admit_data", "forbidden_purges", "purge_of"),
    leading=("DutyEntry", "Lead", "LeadDepartment", "OrganisationDuty", "lead_department_of", "provincial_duties"),
    linting=("LintFinding", "LintReport", "lint_catalogue"),
    matching=("EntryMatch", "entry_for", "periods_of_use"),
    model=("Catalogue", "CatalogueEntry", "Norm", "ScopeOfUse", "StatedValidity"),
    periods=("UNLIMITED", "can_outlast", "period_label", "same_period"),
    conforming_record=("record_conformance",),
    stages=("CatalogueStage",),
    starter=("starter_catalogue",),
    table=("CATALOGUE_PROCEDURE",),
)

RULES: tuple[Rule | Quantity, ...] = ()
TERMS: tuple[Term, ...] = ()
CLAUSES: tuple[str, ...] = ("M4", "M6", "M6¶1", "M6¶2", "M8", "M14", "M19")

__all__ = [
    "CATALOGUE_PROCEDURE",
    "CLAUSES",
    "RULES",
    "TERMS",
    "UNLIMITED",
    "Catalogue",
    "CatalogueAttribute",
    "CatalogueCase",
    "CatalogueChange",
    "CatalogueComparison",
    "CatalogueEntry",
    "CatalogueEvent",
    "CatalogueStage",
    "ChangeKind",
    "Compiled",
    "ConformanceReport",
    "ConsultationClosed",
    "DataElement",
    "DutyEntry",
    "ElementType",
    "EntryMatch",
    "ForbiddenAddition",
    "ForbiddenElement",
    "ForbiddenHit",
    "Lead",
    "LeadDepartment",
    "LintFinding",
    "LintReport",
    "ListedCode",
    "Norm",
    "OrganisationDuty",
    "Published",
    "PublisherCapacity",
    "PutToConsultation",
    "Revised",
    "RowFault",
    "RowSubject",
    "ScopeOfUse",
    "Secrecy",
    "SentBack",
    "StatedValidity",
    "Submitted",
    "Superseded",
    "UserType",
    "admit_data",
    "can_outlast",
    "compare_catalogues",
    "conformance",
    "entry_for",
    "forbidden_in",
    "forbidden_in_name",
    "forbidden_purges",
    "lead_department_of",
    "lint_catalogue",
    "period_label",
    "periods_of_use",
    "provincial_duties",
    "purge_of",
    "record_conformance",
    "same_period",
    "starter_catalogue",
]
