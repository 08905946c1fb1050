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

if TYPE_CHECKING:
    from jscredit.catalog.forbidden import ForbiddenAddition, ForbiddenHit, forbidden_in, forbidden_in_name
    from jscredit.catalog.model import (
        Catalogue,
        CatalogueEntry,
        DataElement,
        ListedCode,
        Norm,
        ScopeOfUse,
        StatedValidity,
    )
    from jscredit.catalog.periods import UNLIMITED, can_outlast, period_label, same_period

__getattr__ = deferred(
    __name__,
    forbidden=("ForbiddenAddition", "ForbiddenHit", "forbidden_in", "forbidden_in_name"),
    model=("Catalogue", "CatalogueEntry", "DataElement", "ListedCode", "Norm", "ScopeOfUse", "StatedValidity"),
    periods=("UNLIMITED", "can_outlast", "period_label", "same_period"),
)

__all__ = [
    "UNLIMITED",
    "Catalogue",
    "CatalogueAttribute",
    "CatalogueEntry",
    "DataElement",
    "ElementType",
    "ForbiddenAddition",
    "ForbiddenElement",
    "ForbiddenHit",
    "ListedCode",
    "Norm",
    "PublisherCapacity",
    "RowSubject",
    "ScopeOfUse",
    "Secrecy",
    "StatedValidity",
    "UserType",
    "can_outlast",
    "forbidden_in",
    "forbidden_in_name",
    "period_label",
    "same_period",
]
