"""The columns that questions ask for: their names, types and codes. The name of a fact is the name of its column."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jscredit.errors import Label
from jscredit.frames.library import nw
from jscredit.frames.operators import code
from jscredit.measures.persons import ATTRIBUTION
from jscredit.records.facts import RECORD_FACTS
from jscredit.records.subject_types import OrganisationForm, SubjectType
from jscredit.records.vocabulary import SharingClass
from jscredit.repair.rules import REPAIR
from jscredit.review.rules import (
    ENTRY_NOT_COUNTED,
    ENTRY_PUBLIC,
    KEY_MONITORING,
    ON_OR_MONITORED,
    THREE_YEARS_KNOWN,
    TYPICAL_HONEST_SUBJECT,
    USABLE_FAILURE,
)
from jscredit.rules import DAY, FLAG, NUMBER, Fact, ValueType
from jscredit.rules.types import choice

TEXT = ValueType("text")


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column of the contract.

    Attributes:
        name: its name: the record's field, the rule's fact, the JSON key.
        type: flag, day, number, text, or a choice out of listed codes.
        label: what it says, with its unit.
        required: whether a row has to hold a value. Elsewhere null means not known.
    """

    name: str
    type: ValueType
    label: Label
    required: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The values that a choice may have; empty for other types."""
        return () if self.type.options is None else tuple(str(code(option)) for option in self.type.options)

    @property
    def dtype(self) -> Any:
        """The type of the column in a dataframe."""
        return _DTYPES.get(self.type, nw.String)


_DTYPES = {FLAG: nw.Boolean, DAY: nw.Date, NUMBER: nw.Float64}


def _of_fact(fact: Fact) -> Column:
    return Column(fact.name, fact.type, fact.label, required=fact.name == "kind")


_TEXTS = {
    "id": Label("记录编号", "the record's number"),
    "determined_by": Label("认定单位", "the body that determined it"),
    "document_number": Label("文书号", "number of the decision"),
    "penalty_types": Label("处罚种类代码，以逗号分隔", "codes of the penalty's types, joined by commas"),
    "subject_name": Label("主体名称", "the subject's name"),
    "subject_credit_code": Label("统一社会信用代码", "unified social credit code"),
    "subject_organisation_code": Label("组织机构代码", "organisation code"),
    "subject_resident_id": Label("身份证号码", "resident's number"),
    "subject_other_ids": Label("其他号码：类型:号码，以逗号分隔", "other numbers, type:number, joined by commas"),
}

_OF_FILES = (
    *(fact for rule in (TYPICAL_HONEST_SUBJECT, USABLE_FAILURE, THREE_YEARS_KNOWN) for fact in rule.facts),
    *ATTRIBUTION.facts,
    *(fact for rule in (ON_OR_MONITORED, KEY_MONITORING, ENTRY_NOT_COUNTED, ENTRY_PUBLIC) for fact in rule.facts),
    Fact.day("complete_since", Label("自该日起有人担保档案完整", "day from which somebody vouches for the file")),
    Fact.day("established_on", Label("成立日期", "day of establishment")),
    Fact.choice("sharing_class", SharingClass, Label("共享类别", "class of use")),
)

COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        **{fact.name: _of_fact(fact) for fact in (*REPAIR.facts, *RECORD_FACTS, *_OF_FILES)},
        "subject_type": Column("subject_type", choice(SubjectType), Label("主体类型", "the subject's type")),
        "subject_form": Column("subject_form", choice(OrganisationForm), Label("组织形式", "the organisation's form")),
        **{name: Column(name, TEXT, label) for name, label in _TEXTS.items()},
    }
)

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
