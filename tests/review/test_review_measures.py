"""A review shows what the list entries of a file trigger (M28), and stays as cheap where nobody asks."""

import dataclasses
import json
import subprocess
import sys
from datetime import date

from jscredit.measures import MeasureStatus, default_measures, triggered_measures
from jscredit.records import CreditFile, Delisted, DelistingGround, Listed, ListEntry, ListSide, Severity
from jscredit.review import Matter, Viewer, credit_review, restored_review
from measure_cases import AUTHORITY, FROM, SHOP, UNTIL, black, case_of, codes, red

ON = date(2021, 6, 1)
ISSUED = dataclasses.replace(default_measures(), issuer=AUTHORITY, published_on=FROM, edition="2020")


def file_of(*entries):
    file = CreditFile(SHOP)
    for entry in entries:
        file = file.apply(Listed(day=FROM, known_on=FROM, citation="M17", entry=entry))
    return file


def review_of(file, matter=Matter.FISCAL_FUNDS_AND_PROJECTS, on=ON, **options):
    return credit_review(file, matter=matter, on=on, **options)


def test_the_measures_of_a_black_entry():
    (found,) = review_of(file_of(black(severity=Severity.SERIOUS))).measures
    applying = {one.measure.id: one for one in found.applying}
    assert applying["J11:restricted_fiscal_projects"].is_owed
    assert applying["J11:restricted_fiscal_projects"].last_day == UNTIL
    assert not applying["J13:higher_loan_rate"].is_owed
    assert "J11:strict_licensing_review" not in {one.measure.id for one in found.asked}
    assert "J13:restricted_air_travel" in {one.measure.id for one in found.open}
    case = case_of(black(severity=Severity.SERIOUS))
    alone = triggered_measures(case, on=ON, matter=Matter.FISCAL_FUNDS_AND_PROJECTS)
    assert [one.status for one in alone.asked] == [one.status for one in found.asked]


def test_the_incentives_of_a_red_entry():
    (found,) = review_of(file_of(red())).measures
    applying = {one.measure.id for one in found.applying}
    assert "J9:priority_in_fiscal_projects" in applying  # the review is the query
    assert "J10:credit_easy_loan" in applying
    assert "J9:education_priority" not in applying


def test_only_entries_that_may_be_in_force():
    ended = file_of(black()).apply(
        Delisted(
            day=date(2021, 1, 4),
            known_on=date(2021, 1, 4),
            citation="J17",
            entry_id="B1",
            ground=DelistingGround.DECISION_AFTER_REPAIR,
        )
    )
    assert review_of(ended).measures == ()
    assert review_of(file_of(black()), on=date(2023, 3, 1)).measures == ()
    assert review_of(CreditFile(SHOP)).measures == ()
    (open_one,) = review_of(file_of(black(valid_until=None))).measures
    assert open_one.applying == ()
    assert "valid_until" in open_one.missing
    both = review_of(file_of(black(), ListEntry(id="B2", side=ListSide.BLACK, subject=SHOP))).measures
    assert [one.case.listed.id for one in both] == ["B1", "B2"]


def test_what_a_viewer_may_not_see_triggers_nothing_for_it():
    assert review_of(file_of(black()), viewer=Viewer(sees=())).measures == ()


def test_by_an_issued_list():
    review = review_of(file_of(black()))
    (found,) = review.measures_by(ISSUED)
    assert found.measures.edition == "2020"
    assert codes(review.measures_by, dataclasses.replace(ISSUED, published_on=date(2022, 1, 1))) == [
        "measures.list-published"
    ]


def test_told_in_both_languages_and_in_the_public_document():
    review = review_of(file_of(black(valid_until=None), red(id="R2", valid_until=None)))
    assert "joint measure: " in review.explain("en")
    assert "联合奖惩措施：待定" in review.explain("zh")
    settled = review_of(file_of(black()))
    assert "联合奖惩措施：限制财政性资金项目 [（十一）]；应当；适用；至2023-02-28" in settled.explain("zh")
    assert settled.explain("en").count("no list that the provincial authority issued") == 1
    document = json.loads(settled.to_public_json())
    (of_entry,) = document["measures"]
    assert (of_entry["entry"], of_entry["issued"]) == ("B1", False)
    assert {one["status"] for one in of_entry["measures"]} <= {status.value for status in MeasureStatus}
    assert json.loads(review_of(CreditFile(SHOP)).to_public_json())["measures"] == []


def test_a_stored_review_replays_with_its_measures():
    review = review_of(file_of(black()))
    again = restored_review(review.to_storage_json())
    assert again == review
    assert [one.status for one in again.measures[0].asked] == [one.status for one in review.measures[0].asked]


def test_the_outcome_needs_no_measures():
    code = (
        "import sys, datetime\n"
        "from jscredit import CreditFile, Matter, Subject, credit_review\n"
        "found = credit_review(CreditFile(Subject(name='x')), matter=Matter.DAILY_SUPERVISION, "
        "on=datetime.date(2021, 6, 1))\n"
        "found.outcome, found.explain('en'), found.to_storage_json()\n"
        "print('jscredit.measures' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
