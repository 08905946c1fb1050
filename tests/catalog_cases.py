"""Catalogues for the tests: drawn as plain descriptions, which the oracles read, and made from them."""

from datetime import date

from jscredit.catalog import (
    Catalogue,
    CatalogueEntry,
    DataElement,
    ListedCode,
    Norm,
    RowSubject,
    ScopeOfUse,
    Secrecy,
    StatedValidity,
    UserType,
)
from jscredit.deadlines import Days, Months, Years
from jscredit.law import Rank
from jscredit.records import Body, Category, Kind, Level, SharingClass, SubjectType
from oracles.catalog_lint import FORBIDDEN, HARMLESS, TYPES

UNITS = {"days": Days, "months": Months, "years": Years}
PERIODS = tuple(
    (count, unit)
    for unit, counts in {
        "days": (1, 364, 365, 366, 730, 1095, 1096),
        "months": (6, 12, 13, 35, 36),
        "years": (1, 2, 3, 5),
    }.items()
    for count in counts
)
PROVIDER = Body(name="虚构市城管局")


def period(plain):
    return plain if plain in {None, "unlimited"} else UNITS[plain[1]](plain[0])


def mostly(rng, value, other=None):
    return value if rng.random() < 0.85 else other


def some(rng, values, most=2):
    return tuple(rng.choice(values) for _ in range(rng.randint(0, most)))


def plain_element(rng, place):
    name = rng.choice((*HARMLESS, *HARMLESS, *FORBIDDEN, None))
    codes = rng.choice(((), ("1", "2"), ("01", "其他")))
    return {
        "code": rng.choice((f"E{place}", f"E{place}", "E1", rng.choice(tuple(FORBIDDEN)))),
        "name": name,
        "type": rng.choice((*sorted(TYPES), "day", "day", "code", "whatever")),
        "codes": codes,
        "not_before": rng.choice((None, None, "E0", "E1", "E9")),
        "blank_code": rng.choice((None, None, "1", "3")),
        "other_code": rng.choice((None, None, "其他", "1")),
        "sharing_class": rng.choice((None, None, *(each.value for each in SharingClass))),
        "secrecy": some(rng, [each.value for each in Secrecy], 1),
    }


def plain_entry(rng, place):
    validity = None
    if rng.random() < 0.6:
        validity = {name: rng.choice((None, *PERIODS)) for name in ("general", "rather_serious", "serious")}
        validity |= {"rank": rng.choice((None, *(rank.name.lower() for rank in Rank)))}
    kinds = some(rng, [kind.value for kind in Kind])
    return {
        "code": rng.choice((f"C{place}", f"C{place}", "C1")),
        "subject_types": some(rng, [each.value for each in SubjectType]),
        "kinds": kinds,
        "category": rng.choice((None, "negative", "negative", *(each.value for each in Category))),
        "provider": rng.random() < 0.7,
        "any_provider": rng.random() < 0.2,
        "elements": [plain_element(rng, at) for at in range(rng.randint(0, 4))],
        "sharing_classes": rng.choice(
            ((), ("public",), ("public",), ("public", "public"), ("government_shared",), ("public", "authorised_query"))
        ),
        "scope_of_use": mostly(rng, True),
        "update_cycle": mostly(rng, rng.choice(PERIODS)),
        "data_source": mostly(rng, "某系统"),
        "format": mostly(rng, "某格式"),
        "period_of_use": mostly(rng, rng.choice((*PERIODS, "unlimited"))),
        "retention_period": mostly(rng, rng.choice((*PERIODS, "unlimited"))),
        "validity": validity,
        "secrecy": some(rng, [each.value for each in Secrecy], 1),
    }


def element_of(plain):
    return DataElement(
        code=plain["code"],
        name=plain["name"],
        type=plain["type"],
        codes=tuple(ListedCode(code=code) for code in plain["codes"]),
        not_before=plain["not_before"],
        blank_code=plain["blank_code"],
        other_code=plain["other_code"],
        sharing_class=plain["sharing_class"] and SharingClass(plain["sharing_class"]),
        secrecy=tuple(map(Secrecy, plain["secrecy"])),
    )


def validity_of_entry(plain):
    if plain is None:
        return None
    rank = plain["rank"]
    return StatedValidity(
        **{name: period(plain[name]) for name in ("general", "rather_serious", "serious")},
        norm=Norm(citation="某规定", rank=Rank[rank.upper()]) if rank else None,
    )


def entry_of(plain):
    return CatalogueEntry(
        code=plain["code"],
        name="某目录项",
        subject_types=tuple(map(SubjectType, plain["subject_types"])),
        kinds=tuple(map(Kind, plain["kinds"])),
        category=plain["category"] and Category(plain["category"]),
        provider=PROVIDER if plain["provider"] else None,
        any_provider=plain["any_provider"],
        elements=tuple(map(element_of, plain["elements"])),
        sharing_classes=tuple(map(SharingClass, plain["sharing_classes"])),
        scope_of_use=ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT,)) if plain["scope_of_use"] else None,
        update_cycle=period(plain["update_cycle"]),
        data_source=plain["data_source"],
        format=plain["format"],
        period_of_use=period(plain["period_of_use"]),
        retention_period=period(plain["retention_period"]),
        validity=validity_of_entry(plain["validity"]),
        secrecy=tuple(map(Secrecy, plain["secrecy"])),
    )


def catalogue(*entries, **fixed):
    parts = {"id": "c", "edition": "1", "title": "虚构市目录", "level": Level.CITY, "region": "329901"}
    return Catalogue(**(parts | {"entries": entries} | fixed))


def sound_entry(code="C1", **fixed):
    """An entry that nothing is wrong with."""
    parts = {
        "name": "某处罚",
        "subject_types": tuple(SubjectType),
        "kinds": (Kind.PENALTY,),
        "category": Category.NEGATIVE,
        "provider": PROVIDER,
        "elements": (DataElement(code="CF_WSH", name="文书号", field="document_number"),),
        "sharing_classes": (SharingClass.PUBLIC,),
        "scope_of_use": ScopeOfUse(users=(UserType.GOVERNMENT_DEPARTMENT,)),
        "update_cycle": Months(1),
        "data_source": "某系统",
        "format": "某格式",
        "period_of_use": Years(3),
        "retention_period": Years(10),
    }
    return CatalogueEntry(code=code, **(parts | fixed))


def subject_of(code):
    return {"O": RowSubject.ORGANISATION, "P": RowSubject.NATURAL_PERSON, "T": RowSubject.SOLE_TRADER}.get(code)


IN_FORCE = {"in_force_from": date(2018, 1, 29)}
