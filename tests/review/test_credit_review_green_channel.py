"""The green channel (J8): by honour, by three clean years, and what stands in the way."""

from datetime import date

import pytest

from factories import organisation, person
from jscredit.deadlines import Years
from jscredit.records import CreditFile, DelistingGround, Granter, Kind, OrganisationForm, Repaired, Subject, Withdrawn
from jscredit.review import BAD_RECORD, YOUNG_SUBJECT, Convenience, Matter, Outcome, credit_review
from jscredit.rules import JIANGSU_2018
from review_cases import ON, SHOP, delisted, entry, failure, head, honour, listed, review, supplied

VALID_IN_THEM = JIANGSU_2018.reading(BAD_RECORD, "valid-in-them")
LIFE_SO_FAR = JIANGSU_2018.reading(YOUNG_SUBJECT, "life-so-far")


def green(*changes, **options):
    return review(*changes, **options).green_channel


def test_three_clean_years_of_a_vouched_file():
    found = green()
    assert (found.verdict, found.by_honour, found.by_clean_years) == ("yes", "no", "yes")
    assert (found.since, found.until, found.earliest) == (date(2018, 1, 29), None, ON)
    assert (found.honours, found.in_the_way, found.missing) == ((), (), ())


def test_an_expired_record_counts_until_its_third_anniversary_is_over():
    change = supplied(failure(determined_on=date(2018, 2, 28)))
    assert green(change, on=date(2021, 2, 28)).verdict == "no"
    found = green(change, on=date(2021, 3, 1))
    assert (found.verdict, found.since) == ("yes", date(2021, 3, 1))


def test_from_29_february():
    change = supplied(failure(determined_on=date(2020, 2, 29)))
    assert green(change, on=date(2023, 2, 28)).verdict == "no"
    assert green(change, on=date(2023, 3, 1)).verdict == "yes"


def test_what_is_in_the_way_and_until_when():
    found = green(supplied(failure()), supplied(failure("R2", determined_on=date(2016, 1, 1))), listed(entry()))
    days = {decision.row.get("determined_on") or "B1": decision.earliest for _, decision in found.in_the_way}
    assert days == {date(2020, 3, 2): date(2023, 3, 3), "B1": date(2023, 1, 11)}
    assert (found.verdict, found.since, found.until, found.earliest) == ("no", None, None, date(2023, 3, 3))
    assert found.missing == ()


@pytest.mark.parametrize("change", [Repaired, Withdrawn])
def test_repaired_and_withdrawn_records_do_not_count(change):
    parts = {"reason": "有误"} if change is Withdrawn else {}
    assert green(supplied(failure()), change(**head(), record_id="R1", **parts)).verdict == "yes"


def test_a_black_entry_counts_but_not_a_wrong_one():
    long_ago = entry(determined_on=date(2018, 3, 1), valid_from=date(2018, 3, 1), valid_until=date(2018, 9, 1))
    assert green(listed(long_ago), on=date(2021, 3, 1)).verdict == "no"
    assert green(listed(long_ago), on=date(2021, 3, 2)).verdict == "yes"
    wrong = delisted(ground=DelistingGround.WITHDRAWN_AS_WRONG)
    assert green(listed(long_ago), wrong).verdict == "yes"


def test_by_the_other_reading_those_valid_in_the_three_years_count():
    change = supplied(failure(determined_on=date(2018, 2, 28)))
    assert green(change, on=date(2022, 2, 28), regime=VALID_IN_THEM).verdict == "no"
    assert green(change, on=date(2022, 3, 1), regime=VALID_IN_THEM).verdict == "yes"
    long_ago = entry(determined_on=date(2014, 3, 1), valid_from=date(2014, 3, 1), valid_until=date(2018, 9, 1))
    assert green(listed(long_ago), on=date(2021, 9, 1), regime=VALID_IN_THEM).verdict == "no"
    assert green(listed(long_ago), on=date(2021, 9, 2), regime=VALID_IN_THEM).verdict == "yes"
    assert green(listed(long_ago), on=date(2021, 9, 1)).verdict == "yes"


def test_a_young_subject_does_not_qualify_or_is_judged_by_its_life():
    young = organisation(8, established_on=date(2018, 6, 1))
    assert green(subject=young, on=date(2021, 6, 1)).verdict == "no"
    assert green(subject=young, on=date(2021, 6, 2)).since == date(2021, 6, 2)
    assert green(subject=young, regime=LIFE_SO_FAR).verdict == "yes"
    assert green(subject=young, regime=LIFE_SO_FAR, since=date(2018, 6, 2)).verdict == "undetermined"
    assert green(subject=young, regime=LIFE_SO_FAR, since=date(2018, 6, 1)).verdict == "yes"


def test_an_unknown_day_of_establishment_is_what_is_missing():
    found = green(subject=organisation(8))
    assert (found.verdict, found.missing, found.lacking) == (
        "undetermined",
        ("established_on",),
        ((None, "established_on"),),
    )


def test_a_person_is_old_enough_also_one_who_trades():
    trader = person(4, form=OrganisationForm.SOLE_TRADER, established_on=date(2019, 1, 1))
    assert green(subject=trader).verdict == green(subject=person(5)).verdict == "yes"
    assert green(subject=trader, since=date(2019, 1, 1)).missing == ("complete_since",)


def test_a_subject_of_unknown_type():
    found = green(subject=Subject(name="某店"))
    assert set(found.missing) == {"natural_person", "established_on"}


def test_vouched_for_inside_the_three_years():
    assert green(since=date(2017, 6, 1)).verdict == "yes"
    found = green(since=date(2017, 6, 2))
    assert (found.verdict, found.missing, found.earliest) == ("undetermined", ("complete_since",), date(2020, 6, 2))
    assert green(since=date(2020, 2, 29), on=date(2023, 2, 28)).verdict == "undetermined"
    assert green(since=date(2020, 2, 29), on=date(2023, 3, 1)).verdict == "yes"


def test_vouched_for_since_it_was_established():
    assert green(subject=organisation(8, established_on=date(2016, 1, 1)), since=date(2016, 1, 1)).verdict == "yes"


def test_a_bad_record_says_no_whoever_vouches():
    assert green(supplied(failure()), since=None).verdict == "no"


def test_an_honour_makes_a_typical_honest_subject():
    found = green(supplied(failure()), supplied(honour()), since=None)
    assert (found.verdict, found.by_honour, found.by_clean_years) == ("yes", "yes", "no")
    assert (found.since, found.until) == (date(2019, 5, 6), None)
    assert [one.record.id for one in found.honours] == ["H1"]
    assert [citation.ledger_id for citation in found.citations] == ["J8", "J7"]
    assert review(supplied(honour())).left_out == ()


@pytest.mark.parametrize(
    "facts",
    [
        {"granter": Granter.OTHER_BODY},
        {"granter": Granter.AUTHORISED_ORGANISATION},
        {"determined_on": date(2020, 6, 2)},
        {"kind": Kind.CREDIT_COMMITMENT},
    ],
)
def test_what_makes_none(facts):
    found = review(supplied(failure()), supplied(honour(**facts)))
    assert found.green_channel.verdict == "no"
    assert "H1" in {left.id for left in found.left_out}


def test_an_honour_ends_with_its_period_of_use():
    found = green(supplied(honour()), since=None, periods_of_use={Kind.AWARD: Years(2)})
    assert (found.since, found.until) == (date(2019, 5, 6), date(2021, 5, 6))


def test_an_unknown_granter_leaves_it_open():
    found = review(supplied(failure(determined_on=date(2018, 2, 1))), supplied(honour(granter=None)))
    assert (found.outcome, found.best) == (Outcome.UNDETERMINED, Outcome.FAVOURED)
    assert found.green_channel.missing == ("granter",)
    assert [(each.of, each.name) for each in found.lacking] == [("H1", "granter")]


def test_an_unknown_severity_does_not_matter_but_an_unknown_day_does():
    assert green(supplied(failure(determined_on=date(2016, 1, 1), severity=None))).verdict == "yes"
    found = green(supplied(failure(determined_on=None)), listed(entry(determined_on=None)))
    assert found.lacking == (("R1", "determined_on"), ("B1", "entry_determined_on"))


def test_conveniences_may_be_given_and_are_never_owed():
    found = green()
    approvals = found.conveniences(Matter.ADMINISTRATIVE_LICENSING)
    inspections = found.conveniences(Matter.DAILY_SUPERVISION)
    assert (*approvals, *inspections) == tuple(Convenience)
    assert found.conveniences(Matter.PROMOTION) == ()
    assert green(supplied(failure())).conveniences(Matter.ADMINISTRATIVE_LICENSING) == ()
    assert "review.green-channel-may" in {notice.code for notice in review().notices}


def test_another_matter_is_told():
    said = {notice.code for notice in review(matter=Matter.PUBLIC_RESOURCE_TRADING).notices}
    assert "review.green-channel-other-matter" in said
    assert "review.green-channel-other-matter" not in {notice.code for notice in review().notices}


def test_for_no_reason_after_the_day_asked_about():
    file = CreditFile(SHOP, (), date(2010, 1, 1))
    found = credit_review(file, matter=Matter.DAILY_SUPERVISION, on=date(2018, 1, 29))
    assert found.green_channel.since == date(2018, 1, 29)
