"""M18: who keeps which file, under which number; and the files of what was delivered."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.deadlines import as_day
from jscredit.errors import Fault, Label, Refused
from jscredit.records import (
    Body,
    CreditFile,
    Document,
    Identifier,
    Role,
    Subject,
    Supplied,
    same_body,
)
from jscredit.records.value import STRICT, refuse
from jscredit.rules import JIANGSU_2018, Regime
from jscredit.supply.grouping import grouped
from jscredit.supply.model import Deduplication, KeptRecord
from jscredit.supply.rules import ANALOGY


def file_identity(subject: Subject) -> Identifier | None:
    """The number that a file is kept under (M18); masked wherever it is shown, if it is a person's.

    The unified social credit code; of a natural person without one the resident's number, which stands for it
    (M10(1)); of older organisations their code; else the first other number. None for a name alone.

    >>> file_identity(Subject(name="张三", resident_id="329901199003070012"))
    ResidentId('32****************')
    >>> type(file_identity(Subject(credit_code="91329901MA1ABCD119"))).__name__
    'CreditCode'
    """
    numbers = (subject.credit_code, subject.resident_id, subject.organisation_code, *subject.other_ids)
    return next((number for number in numbers if number is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class KeptFile(Document):
    """A credit file and the information organisation that keeps it (M18).

    Attributes:
        keeper: the information organisation of the region.
        file: the file.

    Raises:
        pydantic.ValidationError: ``kept-file.keeper``: it is no information organisation; ``kept-file.identity``: the
            subject has no number that the file could be kept under.
    """

    schema_name: ClassVar[str] = "jscredit.kept-file"

    keeper: Body
    file: CreditFile

    @model_validator(mode="after")
    def _has_keeper_and_identity(self) -> Self:
        refuse("KeptFile", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if Role.INFORMATION_ORGANISATION not in self.keeper.roles:
            yield _KEEPER
        if file_identity(self.file.subject) is None:
            yield _IDENTITY

    @property
    def identity(self) -> Identifier | None:
        """The number that it is kept under."""
        return file_identity(self.file.subject)

    def merged_with(self, other: "KeptFile") -> "KeptFile":
        """One file of two that one organisation keeps about one subject.

        Raises:
            Refused: ``kept-file.another-keeper``; and what ``CreditFile.merged_with`` refuses.
        """
        if not same_body(self.keeper, other.keeper):
            raise Refused(_ANOTHER_KEEPER)
        return dataclasses.replace(self, file=self.file.merged_with(other.file))


def kept_files(
    found: Deduplication,
    *,
    keeper: Body,
    known_on: date,
    complete_since: date | None = None,
    regime: Regime = JIANGSU_2018,
) -> tuple[KeptFile, ...]:
    """The files of the records that were delivered, one for each subject, with the organisation that keeps them.

    Each record is supplied by M16; one that only social organisations delivered by M41, and so it is marked.

    Args:
        found: the deliveries, copies kept once.
        keeper: the information organisation.
        known_on: the day on which they became known to it.
        complete_since: the day from which somebody vouches that nothing was left out.
        regime: the law with its settings; records by analogy are taken where ``ANALOGY`` is ``opted-in``.

    Raises:
        Refused: ``supply.analogy-not-opted-in``, with their number.
        pydantic.ValidationError: as ``KeptFile``.

    >>> from jscredit.records import CreditRecord, Kind
    >>> from jscredit.supply import Delivery, deduplicate
    >>> shop = Subject(name="某店", credit_code="91329901MA1ABCD119")
    >>> keeper = Body(name="虚构市信息中心", roles=(Role.INFORMATION_ORGANISATION,))
    >>> found = deduplicate([Delivery(record=CreditRecord(id="1", subject=shop, kind=Kind.AWARD))])
    >>> [len(kept.file.records) for kept in kept_files(found, keeper=keeper, known_on=date(2020, 1, 2))]
    [1]
    """
    day = as_day(known_on, field="known_on")
    by_analogy = sum(each.by_analogy is True for each in found.kept)
    if by_analogy and regime.chosen(ANALOGY) != "opted-in":
        raise Refused(_not_opted_in(by_analogy))
    of_subject: defaultdict[int, list[KeptRecord]] = defaultdict(list)
    for each in found.kept:
        of_subject[each.subject].append(each)
    return tuple(KeptFile(keeper=keeper, file=_file(kept, day, complete_since)) for kept in of_subject.values())


def _file(kept: list[KeptRecord], day: date, complete_since: date | None) -> CreditFile:
    changes = tuple(
        Supplied(
            day=day,
            known_on=day,
            citation="M41" if each.by_analogy else "M16",
            case=each.record.document_number,
            record=each.record,
        )
        for each in kept
    )
    return CreditFile(_fullest([each.record.subject for each in kept]), changes, complete_since)


def _fullest(subjects: list[Subject]) -> Subject:
    return grouped(subjects).members[0].subject


def _not_opted_in(count: int) -> Fault:
    return Fault(
        code="supply.analogy-not-opted-in",
        message=Label(
            f"有{count}条信息由社会组织提供，本系统未选择参照办法接收",
            f"records of social organisations, which this system has not opted in to take: {count}",
        ),
        cure=Label("请剔除这些信息，或就 analogy 选择 opted-in", "leave them out, or choose opted-in for analogy"),
        clause="M41",
        data=MappingProxyType({"count": count}),
    )


_KEEPER = Fault(
    code="kept-file.keeper",
    message=Label("建档单位不是公共信用信息工作机构", "the keeper is no information organisation"),
    cure=Label("请在单位的 roles 中写明该角色，或更正单位", "name that role in its roles, or another body"),
    field="keeper",
    clause="M18",
)
_IDENTITY = Fault(
    code="kept-file.identity",
    message=Label("信息主体没有可作标识的号码", "the subject has no number to keep the file under"),
    cure=Label("请补充统一社会信用代码或身份证号码", "add its unified social credit code, or the resident's number"),
    field="file",
    clause="M18",
)
_ANOTHER_KEEPER = Fault(
    code="kept-file.another-keeper",
    message=Label("两份档案由不同机构建立", "the two files are kept by different organisations"),
    cure=Label("请以报送方式传递记录，不直接合并", "let the records be reported from one to the other"),
    field="keeper",
    clause="M18",
)
