"""What a step of a catalogue must meet beside coming in the right stage (M8)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jscredit.catalog.events import (
    Compiled,
    ConsultationClosed,
    Published,
    PutToConsultation,
    Revised,
    Submitted,
    Superseded,
    ToPublisher,
)
from jscredit.catalog.linting import lint_catalogue
from jscredit.catalog.model import Catalogue
from jscredit.catalog.vocabulary import PublisherCapacity
from jscredit.errors import Fault, Label
from jscredit.records import Body, ProviderType, Role, same_body

if TYPE_CHECKING:
    from jscredit.catalog.case import CatalogueCase


def by_the_authority(case: "CatalogueCase", event: Compiled) -> Iterator[Fault]:
    """The credit authority of the level compiles, with the providers."""
    if not event.by.roles:
        yield _missing("by.roles", Label("编制单位的角色", "the roles of whoever compiled it"))
    elif Role.CREDIT_AUTHORITY not in event.by.roles:
        yield _COMPILER
    yield from _of_the_level(case.catalogue, event.by, "by")
    if not event.providers:
        yield _NO_PROVIDER


def of_the_same_catalogue(case: "CatalogueCase", event: Revised) -> Fault | None:
    """A revision is a draft of the same catalogue."""
    old, new = case.current, event.catalogue
    if new.in_force_from is not None:
        return ALREADY_PUBLISHED
    return None if (new.id, new.level, new.region) == (old.id, old.level, old.region) else _ANOTHER_CATALOGUE


def ends_after_its_beginning(_case: "CatalogueCase", event: PutToConsultation) -> Fault | None:
    """The last day for opinions is not before the consultation."""
    return _CONSULTATION_ENDS_BEFORE if event.through is not None and event.through < event.on else None


def after_the_last_day(case: "CatalogueCase", event: ConsultationClosed) -> Fault | None:
    """A consultation is not closed before the last day that it set."""
    through = case.at(PutToConsultation).through
    return _CLOSED_EARLY if through is not None and event.on < through else None


def without_findings(case: "CatalogueCase", _event: Submitted) -> Iterator[Fault]:
    """Nothing that the lint finds is submitted: every finding is a clause that is not kept."""
    report = lint_catalogue(case.current, additions=case.additions, regime=case.regime)
    yield from (finding.fault for finding in report.findings)


def to_who_may_publish(case: "CatalogueCase", event: ToPublisher) -> Iterator[Fault]:
    """The government of the level publishes, or a body that it authorised."""
    publisher, capacity = event.publisher, event.capacity
    if publisher.type is None and capacity is PublisherCapacity.GOVERNMENT:
        yield _missing("publisher.type", Label("发布单位的类型", "what kind of body the publisher is"))
    elif capacity is PublisherCapacity.GOVERNMENT and not _is_government(publisher):
        yield _PUBLISHER
    if capacity is PublisherCapacity.AUTHORISED_BODY and event.authorisation is None:
        yield _AUTHORISATION
    yield from _of_the_level(case.catalogue, publisher, "publisher")


def _is_government(body: Body) -> bool:
    # A department is an administrative organ too; only the government itself bears this name.
    return body.type is ProviderType.ADMINISTRATIVE_ORGAN and body.name.strip().endswith("人民政府")


def by_the_one_it_went_to(case: "CatalogueCase", event: Published) -> Fault | None:
    """Whoever it was submitted to publishes it."""
    submitted = case.at(Submitted)
    same = same_body(submitted.publisher, event.publisher) and submitted.capacity is event.capacity
    return None if same else _ANOTHER_PUBLISHER


def not_in_force_before(_case: "CatalogueCase", event: Published) -> Fault | None:
    """It is not in force before it is published."""
    return _IN_FORCE_BEFORE if event.in_force_from is not None and event.in_force_from < event.on else None


def by_a_later_edition(case: "CatalogueCase", event: Superseded) -> Iterator[Fault]:
    """Another edition takes its place, and it was in force for a day at least."""
    if event.edition == case.current.edition:
        yield _SAME_EDITION
    if event.last_day < case.in_force_from:
        yield _NEVER_IN_FORCE


def _of_the_level(catalogue: Catalogue, body: Body, field: str) -> Iterator[Fault]:
    if body.level is None:
        yield _missing(f"{field}.level", Label("单位的层级", "the level of the body"))
    elif body.level is not catalogue.level:
        yield _fault("level", Label("不是同级单位", "the body is of another level"), f"{field}.level")
    if body.region is not None and catalogue.region is not None and body.region != catalogue.region:
        yield _fault("region", Label("不是本地区的单位", "the body is of another region"), f"{field}.region")


_LEVEL_CURE = Label("由目录所在层级、地区的单位办理", "it is for a body of the catalogue's own level and region")


def _fault(code: str, message: Label, field: str, cure: Label = _LEVEL_CURE) -> Fault:
    return Fault(code=f"catalogue.{code}", message=message, cure=cure, field=field, clause="M8")


def _missing(field: str, called: Label) -> Fault:
    message = Label(f"缺少：{called.zh}", f"missing: {called.en}")
    return _fault("missing-fact", message, field, Label("请补充", "add it"))


_COMPILER = _fault(
    "compiler",
    Label("目录须由信用管理部门编制", "a catalogue is compiled by the credit authority"),
    "by",
    Label("请由同级信用管理部门编制", "let the credit authority of the level compile it"),
)
_NO_PROVIDER = _fault(
    "providers",
    Label("目录须会同信息提供单位编制", "a catalogue is compiled together with the providers"),
    "providers",
    Label("请写明参加编制的信息提供单位", "name the providers that took part"),
)
ALREADY_PUBLISHED = _fault(
    "already-published",
    Label("草案不得已有施行日期", "a draft is not in force"),
    "catalogue",
    Label("请删去施行日期；它由发布确定", "leave out the day: the publication sets it"),
)
_ANOTHER_CATALOGUE = _fault(
    "another-catalogue",
    Label("不是同一目录的草案", "it is a draft of another catalogue"),
    "catalogue",
    Label("编号、层级和地区须相同", "its number, level and region have to be the same"),
)
_CONSULTATION_ENDS_BEFORE = _fault(
    "consultation-period",
    Label("征求意见的截止日早于开始日", "the last day for opinions is before the consultation"),
    "through",
    Label("请核对日期", "check the day"),
)
_CLOSED_EARLY = _fault(
    "consultation-closed-early",
    Label("早于所定的征求意见截止日", "it is before the last day that was set for opinions"),
    "on",
    Label("请待截止日届至", "wait until that day"),
)
_PUBLISHER = _fault(
    "publisher",
    Label(
        "发布单位须为同级人民政府或其授权单位", "the government of the level publishes, or a body that it authorised"
    ),
    "publisher",
    Label("请报同级人民政府，或写明授权", "submit it to the government, or state the authorisation"),
)
_AUTHORISATION = _fault(
    "authorisation",
    Label("未写明人民政府的授权", "the government's authorisation is not stated"),
    "authorisation",
    Label("请写明授权文件", "name the document"),
)
_ANOTHER_PUBLISHER = _fault(
    "another-publisher",
    Label("不是所报送的单位", "it was submitted to another body"),
    "publisher",
    Label("由所报送的单位发布", "let that body publish it"),
)
_IN_FORCE_BEFORE = _fault(
    "in-force-before",
    Label("施行日早于发布日", "it would be in force before it was published"),
    "in_force_from",
    Label("请核对日期", "check the day"),
)
_SAME_EDITION = _fault(
    "same-edition",
    Label("不是新的版次", "it is the same edition"),
    "edition",
    Label("请写明新版的版次", "name the later edition"),
)
_NEVER_IN_FORCE = _fault(
    "never-in-force",
    Label("末日早于施行日", "the last day is before its first day in force"),
    "last_day",
    Label("请核对日期", "check the day"),
)
