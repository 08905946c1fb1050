"""M34: the application is written and goes to the provider."""

import pytest

from factories import BODIES, record
from jscredit.errors import InvalidInput, Refused
from jscredit.records import Body, Role
from jscredit.repair import admit_application

PROVIDER, OTHER = BODIES[0], BODIES[1]
FAILURE = record(provider=PROVIDER)
OFFICE = Body(name="虚构市信用信息中心", roles=(Role.INFORMATION_ORGANISATION,))


def refused(of=FAILURE, *, written=True, addressee=PROVIDER):
    with pytest.raises(Refused) as found:
        admit_application(of, written=written, addressee=addressee)
    return found.value


def test_written_application_to_the_provider_passes():
    assert admit_application(FAILURE, written=True, addressee=PROVIDER) is None


def test_application_that_is_not_written_is_refused_with_clause_and_cure():
    error = refused(written=False)
    (fault,) = error.faults
    assert (fault.code, fault.field, fault.clause) == ("repair.not-written", "written", "M34")
    assert fault.cure.en == "hand in a written application"
    assert fault.cure.zh == "请提交书面申请"


def test_information_organisation_sends_it_on_to_the_provider():
    error = refused(addressee=OFFICE)
    (fault,) = error.faults
    assert (fault.code, fault.field, fault.clause) == ("repair.not-the-provider", "addressee", "M34")
    assert error.send_to is Role.PROVIDER
    assert fault.message.en == "the information organisation takes no applications for repair"
    assert fault.message.zh == "公共信用信息工作机构不受理信用修复申请"
    assert fault.cure.en == "send it on to the provider of the record, which takes it"
    assert fault.cure.zh == "请转送该记录的信息提供单位，由其受理"


def test_another_body_is_refused_too_and_both_faults_are_told_at_once():
    error = refused(written=False, addressee=OTHER)
    assert [fault.code for fault in error.faults] == ["repair.not-written", "repair.not-the-provider"]
    assert error.faults[1].message.en == "the addressee is not the provider of the record"
    assert error.faults[1].message.zh == "受理单位不是该记录的信息提供单位"
    assert error.faults[1].data["send_to"] is Role.PROVIDER


def test_provider_is_known_by_its_code_and_without_one_by_its_name():
    renamed = Body(name="虚构市新名局", code=PROVIDER.code)
    unnumbered = Body(name=PROVIDER.name)
    same_name = Body(name=PROVIDER.name, code=OTHER.code)
    for addressee in (renamed, unnumbered):
        assert admit_application(FAILURE, written=True, addressee=addressee) is None
    assert admit_application(record(provider=unnumbered), written=True, addressee=PROVIDER) is None
    assert refused(addressee=same_name).code == "repair.not-the-provider"
    assert refused(addressee=Body(name="虚构市新名局")).code == "repair.not-the-provider"


def test_information_organisation_that_provided_the_record_itself_takes_it():
    assert admit_application(record(provider=OFFICE), written=True, addressee=OFFICE) is None


def test_unknown_provider_must_be_added_first():
    with pytest.raises(InvalidInput) as found:
        admit_application(record(provider=None), written=True, addressee=PROVIDER)
    (fault,) = found.value.faults
    assert (fault.code, fault.field, fault.clause) == ("repair.provider-unknown", "record.provider", "M34")
    assert fault.cure.en == "add the provider"


def test_wrong_types_are_refused_all_at_once():
    with pytest.raises(InvalidInput) as found:
        admit_application(None, written=None, addressee="虚构市第1局")
    assert [(fault.code, fault.field, fault.message.en) for fault in found.value.faults] == [
        ("argument.type", "record", "a CreditRecord is needed"),
        ("argument.type", "written", "a bool is needed"),
        ("argument.type", "addressee", "a Body is needed"),
    ]
    assert "虚构市" not in str(found.value)
