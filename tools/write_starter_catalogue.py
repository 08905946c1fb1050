"""Write the starter catalogue from the dialects of the sheets and the table of kinds.

`python tools/write_starter_catalogue.py` writes `src/jscredit/catalog/starter.json`; a test holds the two alike.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from starter_parts import GROUPS, Group, common_elements, organisation_elements, person_elements

from jscredit.catalog.element import DataElement, ListedCode
from jscredit.catalog.model import Catalogue, CatalogueEntry, ScopeOfUse
from jscredit.catalog.vocabulary import ElementType, RowSubject, Secrecy, UserType
from jscredit.deadlines import Months, WorkingDays, Years
from jscredit.interchange.dialect import Column, Dialect, dialect_ids, dialect_of
from jscredit.interchange.model import SheetStatus
from jscredit.records import Category, IdType, Kind, Level, PenaltyType, Severity, SharingClass, SubjectType, Vocabulary

TARGET = Path(__file__).resolve().parent.parent / "src" / "jscredit" / "catalog" / "starter.json"
LEVELS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
EVERYBODY = ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT, UserType.SOCIAL_INSTITUTION))
GOVERNMENT = ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT,))

_FIELDS = {
    "subject_name": "subject_name",
    "credit_code": "subject_credit_code",
    "organisation_code": "subject_organisation_code",
    "business_registration": "subject_other_ids:business_registration",
    "tax_registration": "subject_other_ids:tax_registration",
    "institution_certificate": "subject_other_ids:public_institution_certificate",
    "social_organisation": "subject_other_ids:social_organisation_registration",
    "document_number": "document_number",
    "types": "penalty_types",
    "first_type": "penalty_types",
    "determined_on": "determined_on",
    "organ": "determined_by",
    "severity": "severity",
    "sharing_class": "sharing_class",
    "published_until": "published_until",
}
_LABELS: dict[str, type[Vocabulary]] = {
    "severity": Severity,
    "sharing_class": SharingClass,
    "status": SheetStatus,
    "id_type": IdType,
    "penalty_type": PenaltyType,
    "penalty_types": PenaltyType,
}
_ROW_SUBJECTS = {
    "organisation": RowSubject.ORGANISATION,
    "legal_person": RowSubject.ORGANISATION,
    "unincorporated_organisation": RowSubject.ORGANISATION,
    "natural_person": RowSubject.NATURAL_PERSON,
    "sole_trader": RowSubject.SOLE_TRADER,
}


def starter() -> Catalogue:
    """The starter catalogue, made anew."""
    return Catalogue(
        id="jscredit-starter",
        edition="1",
        title="公共信用信息目录（起步版，供替换）",
        level=Level.PROVINCE,
        region="320000",
        entries=(*map(sheet_entry, dialect_ids()), *map(item_entry, GROUPS)),
        in_force_from=date(2018, 1, 29),
    )


def sheet_entry(name: str) -> CatalogueEntry:
    """The entry of one kind of double-publicity sheet."""
    dialect = dialect_of(name)
    penalty = dialect.kind == "penalty"
    return CatalogueEntry(
        code=dialect.id,
        name=dialect.label.zh,
        name_en=dialect.label.en,
        subject_types=tuple(SubjectType),
        kinds=(Kind.PENALTY if penalty else Kind.ADMINISTRATIVE_LICENCE,),
        category=Category.NEGATIVE if penalty else Category.BASIC,
        any_provider=True,
        levels=LEVELS,
        elements=tuple(element_of(column, dialect) for column in dialect.columns),
        sharing_classes=(SharingClass.PUBLIC,),
        scope_of_use=EVERYBODY,
        update_cycle=WorkingDays(7),
        data_source="作出决定的行政机关",
        format=dialect.id,
        period_of_use=Years(3) if penalty else "unlimited",
        retention_period=Years(10) if penalty else "unlimited",
    )


def element_of(column: Column, dialect: Dialect) -> DataElement:
    """A column as a data element, with the rules of its format."""
    codes = tuple(_codes(column, dialect))
    private = column.type == "personal_number"
    representative = column.role == "representative"
    listed = column.type in dialect.code_lists
    other = dialect.specified if dialect.specified in {one.code for one in codes} else None
    several = ElementType.CODES if column.type == "penalty_types" else ElementType.CODE
    return DataElement(
        code=column.code,
        name=column.name,
        aliases=tuple(header for header in column.headers if header != column.name),
        type=(several if listed else ElementType(column.type)).value,
        max_length=column.max_length,
        required=column.required,
        group=column.group,
        required_for=RowSubject.ORGANISATION if representative and dialect.representative_required else None,
        blank_for=RowSubject.NATURAL_PERSON if representative else None,
        may_be_absent=column.may_be_absent,
        code_list=column.type if listed else None,
        codes=codes,
        other_code=other,
        other_specified=other is not None and column.type in dialect.must_specify,
        blank_code=column.blank,
        none_word=dialect.none_word,
        none_allowed=column.none_allowed,
        not_before=column.not_before,
        not_after_report=column.not_after_report,
        field=_FIELDS.get(column.role),
        sharing_class=SharingClass.AUTHORISED_QUERY if private else None,
        secrecy=(Secrecy.PRIVACY,) if private else (),
    )


def _codes(column: Column, dialect: Dialect) -> Iterator[ListedCode]:
    labels = {one.value: one.label.zh for one in _LABELS.get(column.type, ())} | {"resident_id": "居民身份证"}
    for code, meant in dialect.code_lists.get(column.type, {}).items():
        value = meant[0] if isinstance(meant, list) else meant
        label = labels.get(value, value if column.type == "licence_category" else None)
        yield ListedCode(
            code=code,
            meaning=label if label != code else None,
            stands_for=value if column.type in _LABELS else None,
            subject=_ROW_SUBJECTS.get(value) if column.type == "subject_class" else None,
        )


def item_entry(group: Group) -> CatalogueEntry:
    """The entry of one item of M10 to M13."""
    negative = group.category is Category.NEGATIVE
    special = {"M10-1": person_elements, "M10-2": organisation_elements}.get(group.code)
    return CatalogueEntry(
        code=group.code,
        name=group.name,
        name_en=group.name_en,
        subject_types=group.subject_types,
        kinds=group.kinds,
        category=group.category,
        any_provider=True,
        levels=LEVELS,
        elements=special() if special else common_elements(group),
        sharing_classes=(group.sharing_class,),
        scope_of_use=GOVERNMENT if group.sharing_class is SharingClass.GOVERNMENT_SHARED else EVERYBODY,
        update_cycle=Months(1),
        data_source="在履行职责、提供服务中产生或者获取信息的单位",
        format="jscredit.record",
        period_of_use=Years(3) if negative else "unlimited",
        retention_period=Years(10) if negative else "unlimited",
    )


def text() -> str:
    """The file's text."""
    document = json.loads(starter().to_storage_json(), object_hook=_without_defaults)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _without_defaults(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value is not False and value != []}


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
