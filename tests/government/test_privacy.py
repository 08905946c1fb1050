"""Personal numbers planted in every field of every value of government integrity: no text that is shown has them."""

from dataclasses import fields

import pytest

from factories import judgement
from government_cases import DAY, FINED, ON
from jscredit.government import (
    BodyContent,
    ChangeGround,
    Commitment,
    Consequence,
    CoverageCount,
    CoverageTarget,
    DebtRisk,
    FailureEffect,
    GovernmentParty,
    IntegrityFailure,
    IntegrityFile,
    IntegrityItem,
    IssuedInstrument,
    MitigationDecision,
    MitigationEffort,
    PartnershipProject,
    PartnershipStage,
    PlannedInstrument,
    ProcurementPromise,
    PromiseChange,
    StageResponsibility,
    Tolerance,
    commitment_standing,
    debt_warning,
    failure_inclusion,
    non_performance,
    stages_covered,
)
from jscredit.records import Body, Subject
from privacy.test_planted_numbers import PLANTED_AS, WHO, built, leaks

BODY, BUREAU = Body(name="虚构局"), Subject(name="虚构市城管局")
ITEM = {"id": "1", "content": BodyContent.OPENNESS, "text": "年度评估"}
STAGE = {"stage": PartnershipStage.EXECUTION, "person": "张三丰", "since": DAY}
FULL = {
    IntegrityItem: ITEM,
    IntegrityFile: {"party": GovernmentParty.DEPARTMENT, "subject": BUREAU, "items": (IntegrityItem(**ITEM),)},
    Tolerance: {"judgement": judgement(), "procedure": "容错办法"},
    IntegrityFailure: {field.name: getattr(FINED, field.name) for field in fields(FINED)},
    MitigationEffort: {"brought_about": judgement(), "brought_about_on": DAY},
    MitigationDecision: {"by": "虚构市政府", "on": DAY, "waived": tuple(Consequence), "reasons": ("已挽回",)},
    FailureEffect: {"caused_by_principal": judgement()},
    PromiseChange: {"reasons": (ChangeGround.PUBLIC_INTEREST,), "norm": "虚构条例", "changed_on": DAY},
    Commitment: {"id": "1", "promiser": BUREAU, "text": "承诺", "promised_on": DAY},
    ProcurementPromise: {"purchaser": BUREAU, "project": "项目", "given_on": DAY},
    StageResponsibility: STAGE,
    PartnershipProject: {"name": "项目", "responsibilities": (StageResponsibility(**STAGE),)},
    DebtRisk: {"area": BODY, "indicator_name": "债务率"},
    CoverageCount: {"target": CoverageTarget.SHARING, "covered": 1, "to_cover": 2},
    IssuedInstrument: {
        "instrument": PlannedInstrument.EVALUATION_RULES,
        "issuer": BODY,
        "issued_on": DAY,
        "citation": "虚信办〔2019〕1号",
    },
}


@pytest.mark.parametrize(("cls", "field"), [(cls, field.name) for cls in FULL for field in fields(cls)])
def test_in_any_field(cls, field, caplog):
    for planted in PLANTED_AS:
        texts = built(lambda planted=planted: cls(**FULL[cls] | {field: planted}), caplog)
        assert [leaks(text) for text in texts if leaks(text)] == []


def test_the_name_of_a_person_is_in_no_answer():
    official = IntegrityFile(party=GovernmentParty.CIVIL_SERVANT, subject=WHO)
    promise = Commitment(id="1", promiser=WHO, promised_on=DAY)
    project = PartnershipProject(**FULL[PartnershipProject])
    values = (official, promise, project)
    answers = (
        commitment_standing(promise, on=ON),
        stages_covered(project, on=ON),
        failure_inclusion(FINED, on=ON),
        non_performance(PromiseChange(**FULL[PromiseChange]), on=ON),
        debt_warning(DebtRisk(area=BODY), on=ON),
    )
    texts = [text for value in values for text in (str(value), repr(value), value.to_public_json())]
    texts += [text for one in answers for text in (one.explain(), one.explain("en"), one.to_public_json(), repr(one))]
    for text in texts:
        assert "张三丰" not in text
        assert leaks(text) == []
