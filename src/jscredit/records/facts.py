"""The facts that rules ask of a record. Each name is the record's field, the dataframe's column and the JSON key."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jscredit.errors import Label
from jscredit.law import Rank
from jscredit.records.conducts import Conduct
from jscredit.records.kinds import Kind
from jscredit.records.vocabulary import Category, Granter, PenaltyType, Procedure, Severity
from jscredit.rules import Fact

if TYPE_CHECKING:
    from jscredit.records.record import CreditRecord

KIND = Fact.choice("kind", Kind, Label("信息种类", "kind"))
CONDUCT = Fact.choice("conduct", Conduct, Label("行为", "conduct"))
CONDUCT_ON = Fact.day("conduct_on", Label("行为发生日", "day of the conduct"))
DETERMINED_ON = Fact.day("determined_on", Label("认定日", "day of determination"))
SEVERITY = Fact.choice("severity", Severity, Label("失信程度", "severity"))
PROCEDURE = Fact.choice("procedure", Procedure, Label("处罚程序", "penalty procedure"))
REFLECTS_CREDIT = Fact.flag("reflects_credit", Label("反映信用状况", "it reflects the credit status"))
MALICE = Fact.flag("malice", Label("出于恶意", "it was malicious"))
INTENT = Fact.flag("intent", Label("出于故意", "it was intended"))
ACCIDENT_LIABILITY = Fact.flag("accident_liability", Label("属责任事故", "the accident brought liability"))
DEALT_WITH_BY_REGULATOR = Fact.flag("dealt_with_by_regulator", Label("已被监管部门处理", "a regulator dealt with it"))
IMPOSED_BY_REGULATOR = Fact.flag("imposed_by_regulator", Label("由监管部门作出", "a regulator imposed it"))
GRANTER = Fact.choice("granter", Granter, Label("授予单位类型", "type of the granting body"))
ORGANISER = Fact.choice("organiser", Granter, Label("组织单位类型", "type of the organising body"))
ALSO_QUALIFICATION = Fact.flag("also_qualification", Label("许可同时是资质资格", "the licence is also a qualification"))
BREACHED_NORM_RANK = Fact.choice("breached_norm_rank", Rank, Label("所违反规定的位阶", "rank of the norm breached"))
CATALOGUE_CATEGORY = Fact.choice("catalogue_category", Category, Label("目录所定类别", "category by the catalogue"))
FINE_YUAN = Fact.number("fine_yuan", Label("罚款金额（元）", "fine in yuan"))
PUBLISHED_UNTIL = Fact.day("published_until", Label("公示截止日", "last day of publication"))
LAWFULLY_DETERMINED = Fact.flag(
    "lawfully_determined", Label("已有认定单位、文书和认定日", "body, document and day of its determination are known")
)
PENALTY_TYPE = {
    kind: Fact.flag(
        f"penalty_type_{kind.value}", Label(f"处罚含{kind.label.zh}", f"the penalty includes a {kind.label.en}")
    )
    for kind in PenaltyType
}

RECORD_FACTS: tuple[Fact, ...] = (
    KIND,
    CONDUCT,
    CONDUCT_ON,
    DETERMINED_ON,
    SEVERITY,
    PROCEDURE,
    REFLECTS_CREDIT,
    MALICE,
    INTENT,
    ACCIDENT_LIABILITY,
    DEALT_WITH_BY_REGULATOR,
    IMPOSED_BY_REGULATOR,
    GRANTER,
    ORGANISER,
    ALSO_QUALIFICATION,
    BREACHED_NORM_RANK,
    CATALOGUE_CATEGORY,
    FINE_YUAN,
    PUBLISHED_UNTIL,
    LAWFULLY_DETERMINED,
    *PENALTY_TYPE.values(),
)


def record_row(record: "CreditRecord", facts: Iterable[Fact] = RECORD_FACTS) -> dict[str, Any]:
    """These facts of a record, by name; None where it is not known. Facts that no record has are left out.

    >>> from jscredit.records import CreditRecord, Subject, SubjectType
    >>> shop = Subject(type=SubjectType.LEGAL_PERSON, name="试例商贸有限公司")
    >>> record_row(CreditRecord(id="1", subject=shop, kind=Kind.BID_RIGGING), (CONDUCT, MALICE))["malice"] is None
    True
    """
    return {fact.name: _READ[fact.name](record) for fact in facts if fact.name in _READ}


def _lawfully_determined(record: "CreditRecord") -> bool | None:
    known = (record.determined_by, record.document_number, record.determined_on)
    return True if all(part is not None for part in known) else None


def _includes(types: tuple[PenaltyType, ...] | None, kind: PenaltyType) -> bool | None:
    """Whether a penalty includes a type; a code that joins two leaves each of them open."""
    if types is None:
        return None
    joined = kind in _JOINED and PenaltyType.LICENCE_SUSPENSION_OR_REVOCATION in types
    return True if kind in types else None if joined else False


def _includes_fine(record: "CreditRecord") -> bool | None:
    return True if record.fine_yuan else _includes(record.penalty_types, PenaltyType.FINE)


def _fine(record: "CreditRecord") -> Decimal | None:
    """The fine: as stated; none where all types of the penalty are known and no fine is among them."""
    if record.fine_yuan is not None or record.penalty_types is None or PenaltyType.FINE in record.penalty_types:
        return record.fine_yuan
    return Decimal(0)


_JOINED = frozenset({PenaltyType.LICENCE_SUSPENSION, PenaltyType.LICENCE_REVOCATION})


def _reader(name: str) -> Any:
    for kind, fact in PENALTY_TYPE.items():
        if fact.name == name:
            return lambda record: _includes(record.penalty_types, kind)
    return lambda record: getattr(record, name)


_READ: dict[str, Any] = {fact.name: _reader(fact.name) for fact in RECORD_FACTS}
_READ["fine_yuan"] = _fine
_READ[PENALTY_TYPE[PenaltyType.FINE].name] = _includes_fine
_READ["lawfully_determined"] = _lawfully_determined
_READ["conduct"] = lambda record: record.about
