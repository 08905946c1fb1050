"""Two editions compared in the terms of M8: as values, as text in both languages, as JSON."""

import dataclasses
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_cases import catalogue, entry_of, plain_entry, sound_entry
from jscredit.catalog import (
    UNLIMITED,
    CatalogueComparison,
    DataElement,
    ListedCode,
    Norm,
    ScopeOfUse,
    StatedValidity,
    UserType,
    compare_catalogues,
    starter_catalogue,
)
from jscredit.deadlines import WorkingDays, Years
from jscredit.law import Rank
from jscredit.records import Body, Level, SharingClass
from oracles.dice import dice


def test_same_catalogue_differs_in_nothing():
    found = compare_catalogues(starter_catalogue(), starter_catalogue())
    assert found.changes == ()
    assert found.explain("zh").endswith("无差别")
    assert found.explain("en").endswith("no difference")


def test_entries_that_came_and_went():
    old, new = catalogue(sound_entry("A"), sound_entry("B")), catalogue(sound_entry("B"), sound_entry("C"), edition="2")
    found = compare_catalogues(old, new)
    assert [(one.kind.value, one.entry) for one in found.changes] == [("removed", "A"), ("added", "C")]
    assert found.explain("zh").splitlines() == ["c 1 → c 2", "删除 A", "新增 C"]


def test_each_attribute_is_told_in_the_terms_of_the_article():
    law = Norm(citation="某法", rank=Rank.LAW)
    old = sound_entry()
    new = dataclasses.replace(
        old,
        provider=Body(name="虚构市税务局", code="91329901MA1ABCD119"),
        any_provider=True,
        levels=(Level.CITY,),
        sharing_classes=(SharingClass.GOVERNMENT_SHARED, SharingClass.PUBLIC),
        scope_of_use=ScopeOfUse(users=tuple(UserType), purposes=("审查",)),
        update_cycle=WorkingDays(7),
        data_source=None,
        retention_period=UNLIMITED,
        validity=StatedValidity(general=Years(2), norm=law),
    )
    told = compare_catalogues(catalogue(old), catalogue(new)).explain("zh").splitlines()[1:]
    assert told == [
        "变更 C1 / 信息提供单位: 虚构市城管局 → 虚构市税务局 91329901MA1ABCD119",
        "变更 C1 / 不限提供单位: 否 → 是",
        "变更 C1 / 提供层级: （无） → 设区市级",
        "变更 C1 / 使用范围（类别）: 社会公开 → 政府共享；社会公开",
        "变更 C1 / 使用范围: 政府部门 → 政府部门；社会机构；审查",
        "变更 C1 / 更新周期: 1个月 → 7个工作日",
        "变更 C1 / 数据来源: 某系统 → （无）",
        "变更 C1 / 保存期限: 10年 → 长期",
        "变更 C1 / 失信信息有效期: （无） → 一般失信2年；某法（法律）",
    ]
    in_english = compare_catalogues(catalogue(old), catalogue(new)).explain("en")
    assert "changed C1 / validity of failures: (none) → general failure 2 years; 某法 (law)" in in_english


def test_content_is_told_by_element_and_rule():
    first, second = DataElement(code="A", name="甲", max_length=10), DataElement(code="B")
    listed = dataclasses.replace(first, max_length=20, codes=(ListedCode(code="1", meaning="一"), ListedCode(code="2")))
    old, new = sound_entry(elements=(first, second)), sound_entry(elements=(listed, DataElement(code="C")))
    found = compare_catalogues(catalogue(old), catalogue(new))
    assert found.explain("zh").splitlines()[1:] == [
        "变更 C1 / 内容 / A / max_length: 10 → 20",
        "变更 C1 / 内容 / A / codes: （无） → 1=一；2",
        "删除 C1 / 内容 / B",
        "新增 C1 / 内容 / C",
    ]
    assert CatalogueComparison.from_storage_json(found.to_storage_json()) == found
    assert '"schema": "jscredit.catalogue-comparison"' in found.to_public_json()


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_what_came_is_what_goes_the_other_way(seed):
    rng = dice(seed)
    old, new = (catalogue(*(entry_of(plain_entry(rng, place)) for place in range(3))) for _ in range(2))
    there, back = compare_catalogues(old, new).changes, compare_catalogues(new, old).changes
    turned = {"added": "removed", "removed": "added", "changed": "changed"}

    def told(change, kind, first, second):
        return (kind, change.entry, change.attribute, change.element, change.rule, first, second)

    assert Counter(told(one, turned[one.kind], one.after, one.before) for one in there) == Counter(
        told(one, one.kind.value, one.before, one.after) for one in back
    )
    assert (there == ()) == (old == new)
