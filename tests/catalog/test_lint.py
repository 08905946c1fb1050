"""The lint against the articles: 10,000 drawn catalogues by hand, then what single findings say."""

import dataclasses

import pytest

from catalog_cases import catalogue, entry_of, plain_entry, sound_entry
from jscredit.catalog import (
    DataElement,
    ForbiddenAddition,
    LintReport,
    Norm,
    ScopeOfUse,
    Secrecy,
    StatedValidity,
    lint_catalogue,
)
from jscredit.deadlines import Months, Years
from jscredit.law import Rank, ledger
from jscredit.records import Kind, SharingClass
from jscredit.rules import JIANGSU_2018
from jscredit.validity import REPLACING_RANKS
from oracles.catalog_lint import findings
from oracles.dice import dice


def found_by_the_lint(report):
    return {
        (one.entry_place, one.element_place, one.code.removeprefix("catalogue."), one.about) for one in report.findings
    }


@pytest.mark.parametrize("count", [400, pytest.param(10_000, marks=pytest.mark.slow)])
def test_drawn_catalogues_are_judged_as_by_hand(count):
    rng, seen, differences = dice(8), set(), []
    for _ in range(count):
        plain = [plain_entry(rng, place) for place in range(rng.randint(1, 3))]
        found, wanted = found_by_the_lint(lint_catalogue(catalogue(*map(entry_of, plain)))), findings(plain)
        seen |= {one[2] for one in wanted}
        if found != wanted:
            differences.append((plain, found ^ wanted))
    assert differences == []
    assert len(seen) == 15


def test_sound_entry_is_clean():
    report = lint_catalogue(catalogue(sound_entry()))
    assert report.clean
    assert report.explain("zh") == "未发现问题"
    assert report.explain("en") == "nothing was found"


def test_all_findings_come_at_once_each_with_a_clause_of_the_ledger():
    bad = sound_entry(
        data_source=None,
        kinds=(Kind.AWARD,),
        sharing_classes=(SharingClass.PUBLIC, SharingClass.AUTHORISED_QUERY),
        secrecy=(Secrecy.TRADE_SECRET,),
        elements=(DataElement(code="XUEXING", type="血型"), DataElement(code="XUEXING", type="code")),
    )
    report = lint_catalogue(catalogue(bad, bad))
    assert {one.clause for one in report.findings} == {"M8", "M9", "M19", "M4", "M14"}
    assert {one.clause for one in report.findings} <= set(ledger())
    assert len(report.explain("en").splitlines()) == len(report.findings) == 17
    assert "[catalogue.secret-public] it is marked as trade secret and is public (M4)" in report.explain("en")
    assert "C1 / XUEXING [catalogue.forbidden]" in report.explain("zh")
    fault = next(one for one in report.findings if one.code == "catalogue.duplicate-element").fault
    assert (fault.field, fault.clause) == ("entries.0.elements.1", "M8")


def test_report_is_a_document():
    report = lint_catalogue(catalogue(sound_entry(format=None)))
    assert LintReport.from_storage_json(report.to_storage_json()) == report
    assert '"schema": "jscredit.catalogue-lint"' in report.to_public_json()


def test_twelve_months_are_a_year_and_a_cited_norm_may_depart():
    def problems(regime=JIANGSU_2018, **stated):
        entry = sound_entry(validity=StatedValidity(**stated))
        return [(one.code, one.about) for one in lint_catalogue(catalogue(entry), regime=regime).findings]

    assert problems(general=Months(12), serious=Months(36), rather_serious=Years(2)) == []
    departs = [("catalogue.validity", "general")]
    assert problems(general=Years(2)) == departs
    law, document = Norm(citation="某法", rank=Rank.LAW), Norm(citation="某文", rank=Rank.NATIONAL_DEPARTMENT_DOCUMENT)
    assert problems(general=Years(2), norm=law) == []
    assert problems(general=Years(2), norm=document) == []
    alone = JIANGSU_2018.reading(REPLACING_RANKS, "article-30-alone")
    assert problems(alone, general=Years(2), norm=document) == departs


def test_code_that_differs_only_in_width_and_case_is_double():
    report = lint_catalogue(catalogue(sound_entry("a1"), sound_entry("Ａ1")))
    assert [one.code for one in report.findings] == ["catalogue.duplicate-entry"]


def test_scope_that_says_nothing_is_missing():
    report = lint_catalogue(catalogue(sound_entry(scope_of_use=ScopeOfUse())))
    assert [one.about for one in report.findings] == ["scope_of_use"]


def test_addition_with_its_norm_is_found_too():
    added = ForbiddenAddition(names=("指纹",), norm=Norm(citation="某条例第五条", rank=Rank.LOCAL_REGULATION))
    entry = sound_entry(elements=(DataElement(code="F1", name="本人指纹特征"),))
    assert lint_catalogue(catalogue(entry)).clean
    (found,) = lint_catalogue(catalogue(entry), additions=[added]).findings
    assert (found.code, found.about) == ("catalogue.forbidden", "other_forbidden_by_law_or_regulation")


def test_narrower_element_of_a_public_entry_may_be_private():
    private = DataElement(code="A", name="证件号码", secrecy=(Secrecy.PRIVACY,))
    assert not lint_catalogue(catalogue(sound_entry(elements=(private,)))).clean
    narrower = dataclasses.replace(private, sharing_class=SharingClass.AUTHORISED_QUERY)
    assert lint_catalogue(catalogue(sound_entry(elements=(narrower,)))).clean


def test_number_in_a_code_is_masked_where_it_is_shown():
    report = lint_catalogue(catalogue(sound_entry("329901199003070012", format=None)))
    assert "329901199003070012" not in report.explain("zh") + report.to_public_json() + repr(report)
