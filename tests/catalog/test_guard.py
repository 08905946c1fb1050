"""The record guard: forbidden data goes no further, and its value appears nowhere; what is stored is purged."""

import json
import logging
import traceback
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_cases import sound_entry
from factories import person, record
from jscredit.catalog import (
    DataElement,
    ForbiddenAddition,
    ForbiddenElement,
    Norm,
    admit_data,
    forbidden_purges,
    purge_of,
)
from jscredit.errors import Refused
from jscredit.law import Rank
from jscredit.records import Corrected, CreditFile, Kind, Supplied

HIDDEN = "乙类隐情四十二"
LAW = Norm(citation="某法第一条", rank=Rank.LAW)
ENTRY = sound_entry(
    elements=(
        DataElement(code="CF_WSH", name="文书号"),
        DataElement(code="F9", name="血型", aliases=("附加项",), field="document_number"),
    )
)


def refused(data, **more):
    with pytest.raises(Refused) as caught:
        admit_data(data, **more)
    return caught.value


def test_clean_data_goes_through_as_it_is():
    data = {
        "CF_WSH": "虚罚字1号",
        "备注": "患者投诉处理情况说明单位",
        "inner": [{"疾病预防控制中心": "某中心"}],
        7: "x",
    }
    assert admit_data(data) is data
    assert admit_data({"血型": None, "病史": " ", "疾病": [], "宗教信仰": {"名称": ""}}) is not None


@pytest.mark.parametrize(
    "data",
    [
        {"血型": HIDDEN},
        {"姓名": "张三", "medical_history": HIDDEN},
        {"ZJXY": HIDDEN},
        {"person": {"details": [{"genotype": HIDDEN}]}},
        {"疾病": {"名称": HIDDEN}},
        {"病史": [HIDDEN]},
        {f"宗教信仰:{HIDDEN}": HIDDEN},
        {"血型": 42},
    ],
)
def test_forbidden_data_is_refused_and_appears_nowhere(data, caplog):
    with caplog.at_level(logging.DEBUG):
        error = refused(data)
    shown = (
        str(error),
        repr(error),
        error.text("en"),
        repr(error.faults),
        "".join(traceback.format_exception(error)),
        caplog.text,
        json.dumps([dict(fault.data) for fault in error.faults]),
    )
    assert not any(HIDDEN in text for text in shown)
    assert {fault.clause for fault in error.faults} == {"M14"}
    assert error.code == "catalogue.forbidden-data"
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_every_forbidden_element_is_told_at_once():
    error = refused({"a": 1, "血型": "x", "b": 2, "病史": "y"})
    assert [(fault.data["column"], fault.data["element"]) for fault in error.faults] == [
        (2, "blood_type"),
        (4, "medical_history"),
    ]


def test_entry_says_what_a_header_means():
    assert admit_data({"附加项": HIDDEN}) is not None
    error = refused({"附加项": HIDDEN}, entry=ENTRY)
    assert (error.faults[0].field, error.element) == ("F9", "blood_type")


def test_addition_tells_its_norm():
    added = ForbiddenAddition(names=("指纹",), norm=LAW)
    error = refused({"指纹特征": HIDDEN}, additions=[added])
    assert "某法第一条" in error.text("zh")
    assert "某法第一条" in error.text("en")
    assert HIDDEN not in str(error)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=20).filter(str.strip), st.sampled_from(["血型", "religion", "JWBS", "病史"]))
def test_no_value_whatever_is_ever_shown(value, header):
    value = f"¤{value}¤"
    error = refused({header: value})
    assert value not in str(error) + repr(error) + repr(error.faults)


def stored():
    man = person(1)
    own = record(id="1", subject=man, kind=Kind.PENALTY, document_number="A型", determined_on=date(2020, 1, 1))
    other = record(id="2", subject=man, kind=Kind.VIOLATION, document_number="B型", determined_on=date(2020, 1, 1))
    file = CreditFile(man)
    for each in (own, other):
        file = file.apply(Supplied(day=date(2020, 1, 2), known_on=date(2020, 1, 2), citation="M16", record=each))
    right = record(id="1", subject=man, kind=Kind.PENALTY, document_number=None, determined_on=date(2020, 1, 1))
    return file.apply(
        Corrected(day=date(2020, 2, 1), known_on=date(2020, 2, 1), citation="M32¶4", record_id="1", record=right)
    )


def test_stored_content_is_purged_from_every_version_and_a_marker_stays():
    file = stored()
    (purge,) = forbidden_purges(file, ENTRY, on=date(2020, 3, 1), case="清1号")
    assert (purge.record_id, purge.element, purge.citation, purge.case) == (
        "1",
        "document_number",
        "M14 blood_type",
        "清1号",
    )
    after = file.apply(purge)
    assert "A型" in file.to_storage_json()
    assert "A型" not in after.to_storage_json()
    assert "B型" in after.to_storage_json()
    (first, _) = after.records
    assert first.purged == ("document_number",)
    assert forbidden_purges(after, ENTRY, on=date(2020, 4, 1)) == ()


def test_marker_cites_an_added_norm():
    entry = sound_entry(elements=(DataElement(code="F9", name="指纹", field="document_number"),))
    added = ForbiddenAddition(names=("指纹",), norm=LAW)
    assert forbidden_purges(stored(), entry, on=date(2020, 3, 1)) == ()
    (purge,) = forbidden_purges(stored(), entry, on=date(2020, 3, 1), additions=[added])
    assert purge.citation == "M14 other_forbidden_by_law_or_regulation 某法第一条"
    named = purge_of("1", "document_number", element=ForbiddenElement.DISEASE, on=date(2020, 3, 1))
    assert named.citation == "M14 disease"
