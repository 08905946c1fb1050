"""What is written into the cells of a row: its own content, or what its record tells in another dialect's words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jscredit.interchange.dialect import Column, Dialect
from jscredit.interchange.model import RejectedRow, SheetRow
from jscredit.interchange.rows import text_of
from jscredit.records import CreditRecord, IdType, OrganisationForm, Subject, SubjectType

_ID_ROLES = {
    IdType.BUSINESS_REGISTRATION: "business_registration",
    IdType.TAX_REGISTRATION: "tax_registration",
    IdType.PUBLIC_INSTITUTION_CERTIFICATE: "institution_certificate",
    IdType.SOCIAL_ORGANISATION_REGISTRATION: "social_organisation",
}
_CLASSES = {
    SubjectType.LEGAL_PERSON: "legal_person",
    SubjectType.UNINCORPORATED_ORGANISATION: "unincorporated_organisation",
    SubjectType.NATURAL_PERSON: "natural_person",
}
_CODED = frozenset({"status", "severity", "sharing_class", "subject_class", "id_type"})
_MOST_TYPES = 2
_TYPE_ROLES = ("types", "first_type", "second_type")


def cell_texts(row: SheetRow | CreditRecord, dialect: Dialect) -> tuple[str, ...]:
    """The texts of a row, in the order of the dialect's columns; empty where there is nothing to write."""
    if isinstance(row, CreditRecord):
        texts: Mapping[str, str] = dict(_of_record(row, dialect))
    elif row.dialect == dialect.id:
        texts = row.content
    else:
        texts = {**dict(_of_record(row.record, dialect)), "status": row.status.value, **row.content}
        texts = _in_other_columns(texts, row, dialect)
    return tuple(_written(texts.get(column.role), column, dialect) for column in dialect.columns)


def raw_texts(row: RejectedRow | None, dialect: Dialect) -> tuple[str, ...]:
    """The cells of a row that has a fault, as they were."""
    return tuple("" if row is None else row.content.get(column.role, "") for column in dialect.columns)


def _written(text: str | None, column: Column, dialect: Dialect) -> str:
    if text is None:
        return ""
    if column.type in _CODED:
        return next((code for code, value in dialect.code_lists[column.type].items() if value == text), "")
    if column.type == "amount" and column.unit:
        return f"{(Decimal(text) / column.unit).normalize():f}"
    return text


def _in_other_columns(texts: dict[str, str], row: SheetRow, dialect: Dialect) -> dict[str, str]:
    """Where two dialects put one thing into different columns."""
    found = dict(texts)
    if row.record.subject.resident_id is None and not _personal(row.record.subject) and "personal_number" in found:
        # In the sheets of 2016 one column holds the number of the person, or of the legal representative.
        found.setdefault("representative_number", found.pop("personal_number"))
        found.pop("personal_id_type", None)
    if "representative_number" not in dialect.by_role and "representative_number" in found:
        found.setdefault("personal_number", found["representative_number"])
    written = {name: found.pop(name) for name in _TYPE_ROLES if name in found}
    own = {name: row.content[name] for name in _TYPE_ROLES if name in row.content}
    return found | (_types(own or written) if own or written else {})


def _types(texts: Mapping[str, str]) -> dict[str, str]:
    own = [texts[name] for name in ("first_type", "second_type") if name in texts]
    types = own or texts.get("types", "").split(";")
    if len(types) > _MOST_TYPES:  # two columns do not hold three: none is left out in silence
        return {"types": ";".join(types)}
    return {"types": ";".join(types)} | dict(zip(("first_type", "second_type"), types, strict=False))


def _personal(subject: Subject) -> bool:
    return any(other.personal for other in subject.other_ids)


def _of_record(record: CreditRecord, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """What a record and its subject tell, by role."""
    subject, producer, provider = record.subject, record.producer, record.provider
    values: dict[str, object] = {
        "document_number": record.document_number,
        "subject_name": subject.name,
        "credit_code": subject.credit_code,
        "organisation_code": subject.organisation_code,
        "subject_class": _class_of(subject),
        "determined_on": record.determined_on,
        "organ": record.determined_by or (producer and producer.name),
        "organ_code": producer and producer.code,
        "region": producer and producer.region,
        "provider": provider and provider.name,
        "provider_code": provider and provider.code,
        "severity": record.severity,
        "sharing_class": record.sharing_class,
        "published_until": record.published_until,
        "fine_amount": record.fine_yuan,
    }
    yield from ((role, text_of(value)) for role, value in values.items() if value is not None)
    yield from _numbers(subject)
    lists = dialect.code_lists
    listed: Mapping[str, list[str]] = lists.get("penalty_types") or lists.get("penalty_type") or {}
    single = {tuple(types): name for name, types in reversed(list(listed.items()))}
    names = [single.get((kind.value,), "") for kind in record.penalty_types or ()]
    if names and all(names):
        yield from _types({"types": ";".join(names)}).items()


def _numbers(subject: Subject) -> Iterator[tuple[str, str]]:
    if subject.resident_id is not None:
        yield "personal_number", subject.resident_id.reveal()
        yield "personal_id_type", "resident_id"
    for other in subject.other_ids:
        if other.type in _ID_ROLES:
            yield _ID_ROLES[other.type], other.reveal()
        elif subject.resident_id is None:
            yield "personal_number", other.reveal()
            yield "personal_id_type", other.type.value


def _class_of(subject: Subject) -> str | None:
    if subject.form is OrganisationForm.SOLE_TRADER:
        return "sole_trader"
    if subject.type is not None:
        return _CLASSES[subject.type]
    return "organisation" if subject.is_natural_person is False else None
