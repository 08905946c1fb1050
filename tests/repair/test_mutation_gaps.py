"""What `tools/mutate.py` showed untested: wrong arguments, names of the row, records after one passed over."""

from datetime import date, datetime

import pytest

from factories import record
from jscredit.errors import InvalidInput
from jscredit.records import Body
from jscredit.repair import REPAIR, admit_application, repair_eligibility, repair_row
from repair_cases import evidence, failure, file_of
from whole_faults import whole_faults

ON = date(2019, 9, 11)


def test_wrong_arguments_are_told_by_name_and_clause():
    wrong = [("argument.type", name, "M34") for name in ("record", "written", "addressee")]
    assert whole_faults(InvalidInput, admit_application, "one", written="yes", addressee="office") == wrong
    with pytest.raises(InvalidInput) as caught:
        admit_application(record(), written=True, addressee="office")
    for lang in ("zh", "en"):
        assert caught.value.text(lang).count(Body.__name__) == 2


@pytest.mark.parametrize(
    ("on", "code"),
    [("2019-09-11", "day.not-a-date"), (datetime(2019, 9, 11), "day.is-datetime")],  # noqa: DTZ001
)
def test_the_day_asked_about_is_a_date(on, code):
    ((found, field, _),) = whole_faults(InvalidInput, repair_eligibility, failure(), evidence(), on=on)
    assert (found, field) == (code, "on")


def test_the_row_holds_what_the_rule_asks_for_and_no_more():
    assert set(repair_row(failure(), evidence(), on=ON)) == {fact.name for fact in REPAIR.bind().facts}


def test_a_failure_of_another_time_does_not_hide_one_that_comes_after_it_in_the_file():
    early = failure(id="R2", determined_on=None, conduct_on=date(2017, 3, 1))
    late = failure(id="R3", determined_on=None, conduct_on=date(2019, 3, 1))
    for records in ((early, late), (late, early), (failure(), early, late)):
        row = repair_row(failure(), evidence(recurred=None), on=ON, file=file_of(*records))
        assert (row["recurred"], row["recurred_on"]) == (True, date(2019, 3, 1))
