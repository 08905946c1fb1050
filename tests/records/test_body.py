import json

import pytest
from pydantic import TypeAdapter, ValidationError

from jscredit.errors import InvalidInput, safe
from jscredit.records import (
    Body,
    Level,
    ProviderType,
    RegionCode,
    Role,
    acts_in_jiangsu,
    is_in_jiangsu,
    storage_context,
)

NAME = "虚构市城管局"


def faults_of(**fields: object):
    with pytest.raises(ValidationError) as caught:
        Body(**{"name": NAME} | fields)
    return [(fault.code, fault.field, fault.clause) for fault in safe(caught.value).faults]


def test_the_four_types_of_providers_two_of_them_by_analogy():
    by_analogy = {kind.value: Body(name=NAME, type=kind).by_analogy for kind in ProviderType}
    assert by_analogy == {
        "administrative_organ": False,
        "authorised_public_affairs_organisation": False,
        "industry_association": True,
        "other_social_organisation": True,
    }
    assert Body(name=NAME).by_analogy is None


def test_authority_and_information_organisation_exist_at_three_levels():
    three = {Level.PROVINCE, Level.CITY, Level.COUNTY}
    for level in Level:
        for role in Role:
            limited = role.value in {"credit_authority", "information_organisation"}
            if limited and level not in three:
                assert faults_of(level=level, roles=(role,)) == [("body.role-level", "roles", "M6")]
            else:
                assert Body(name=NAME, level=level, roles=(role,)).roles == (role,)
    assert Body(name=NAME, roles=tuple(Role)).level is None
    assert len(faults_of(level=Level.TOWNSHIP, roles=tuple(Role))) == 2


def test_a_role_outside_the_four_is_an_error():
    ((code, field, _),) = faults_of(roles=("judge",))
    assert (code, field) == ("field.type", "roles.0")
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Body).validate_json(json.dumps({"name": NAME, "roles": ["judge"]}))
    assert [(fault.code, fault.field) for fault in safe(caught.value).faults] == [("field.enum", "roles.0")]


@pytest.mark.parametrize("region", ["32", "3299011", "32990A", "", "３２９９０１", "٣٢٩٩٠١", "329901\n"])
def test_a_region_is_six_digits(region):
    assert faults_of(region=region) == [("region.form", "region", "M3")]
    with pytest.raises(InvalidInput) as caught:
        is_in_jiangsu(region)
    assert caught.value.code == "region.form"


def test_a_region_given_as_a_number_is_refused():
    ((code, field, _),) = faults_of(region=329901)
    assert (code, field) == ("field.string-type", "region")
    with pytest.raises(InvalidInput):
        is_in_jiangsu(329901)
    assert TypeAdapter(RegionCode).json_schema() == {"type": "string", "pattern": "^[0-9]{6}$"}


IN, OUT = "329901", "310000"


@pytest.mark.parametrize(
    ("level", "region", "stated", "expected"),
    [
        (Level.COUNTY, IN, None, True),
        (Level.COUNTY, IN, False, True),
        (Level.COUNTY, OUT, None, False),
        (Level.COUNTY, OUT, True, False),
        (None, IN, None, True),
        (None, OUT, None, False),
        (Level.COUNTY, None, None, None),
        (Level.COUNTY, None, True, True),
        (Level.CENTRAL, None, None, None),
        (Level.CENTRAL, "110000", None, None),
        (Level.CENTRAL, "110000", True, True),
        (Level.CENTRAL, "110000", False, False),
        (Level.CENTRAL, IN, None, True),
    ],
)
def test_whether_a_body_acts_in_the_province(level, region, stated, expected):
    assert acts_in_jiangsu(Body(name=NAME, level=level, region=region), stated=stated) is expected


def test_the_person_responsible_is_masked_but_stored():
    body = Body(name=NAME, lead_department="办公室", responsible="张三丰")
    assert "张三丰" not in repr(body) + str(body)
    assert "responsible='张**'" in repr(body)
    assert "None" not in repr(Body(name=NAME))
    adapter = TypeAdapter(Body)
    assert adapter.dump_python(body)["responsible"] == "张**"
    assert adapter.dump_python(Body(name=NAME))["responsible"] is None
    assert adapter.validate_json(adapter.dump_json(body, context=storage_context())) == body
