"""What a viewer may not see is neither listed nor counted."""

import dataclasses
from datetime import date

import pytest
from pydantic import ValidationError

from factories import BODIES
from jscredit.records import Kind, Level, Repaired, SharingClass
from jscredit.review import LIMITED_VIEW, Outcome, ReviewingBody, Viewer
from review_cases import entry, failure, head, listed, review, supplied

PUBLIC = Viewer(sees=(SharingClass.PUBLIC,))
WITHIN = Viewer(body=ReviewingBody.ADMINISTRATIVE_ORGAN, sees=(SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED))
QUERY = Viewer(sees=(SharingClass.AUTHORISED_QUERY,))


def shared(how, **facts):
    return supplied(failure(sharing_class=how, **facts))


def ids(found):
    return [each.record.id for each in found.records]


@pytest.mark.parametrize(
    ("viewer", "how", "seen"),
    [
        (PUBLIC, SharingClass.PUBLIC, True),
        (PUBLIC, SharingClass.GOVERNMENT_SHARED, False),
        (WITHIN, SharingClass.GOVERNMENT_SHARED, True),
        (WITHIN, SharingClass.AUTHORISED_QUERY, False),
        (QUERY, SharingClass.AUTHORISED_QUERY, True),
        (QUERY, SharingClass.PUBLIC, False),
        (WITHIN, None, False),
        (PUBLIC, None, False),
        (Viewer(), None, True),
    ],
)
def test_classes(viewer, how, seen):
    found = review(shared(how), viewer=viewer)
    assert bool(ids(found)) is seen
    assert (found.worst is Outcome.CAUTION) is seen
    assert bool(found.by_kind) is seen


def test_the_public_sees_what_is_published_and_departments_the_rest_too():
    expired = shared(SharingClass.PUBLIC, determined_on=date(2019, 1, 1))
    archived = Repaired(**head(), record_id="R1")
    unknown = shared(SharingClass.PUBLIC, determined_on=None)
    for changes in ([expired], [shared(SharingClass.PUBLIC), archived], [unknown]):
        assert ids(review(*changes, viewer=PUBLIC)) == []
        assert review(*changes, viewer=PUBLIC).left_out == ()
        assert ids(review(*changes, viewer=WITHIN)) == ["R1"]


def by_level(level, **facts):
    return listed(entry(determined_by=dataclasses.replace(BODIES[0], level=level), **facts))


def test_lists_are_seen_by_departments_and_where_published_by_all():
    city, county = by_level(Level.CITY), by_level(Level.COUNTY)
    assert review(city, viewer=PUBLIC).outcome is Outcome.RESTRICTED
    assert review(county, viewer=PUBLIC).listed == ()
    assert review(listed(entry()), viewer=PUBLIC).listed == ()
    assert review(city, viewer=QUERY).listed == ()
    assert review(county, viewer=WITHIN).outcome is Outcome.RESTRICTED
    over = by_level(Level.CITY, valid_until=date(2020, 5, 31))
    assert review(over, viewer=PUBLIC).listed == ()
    assert review(over, viewer=WITHIN).outcome is Outcome.MONITORED


def test_nothing_follows_from_a_part():
    found = review(viewer=WITHIN)
    assert (found.best, found.worst) == (Outcome.FAVOURED, Outcome.ORDINARY)
    assert found.missing == ("whole_file",)
    assert "review.not-vouched" not in {notice.code for notice in found.notices}


def test_one_constant_sentence():
    hidden = review(shared(None), viewer=PUBLIC)
    nothing = review(viewer=PUBLIC)
    for lang in ("zh", "en"):
        assert hidden.explain(lang) == nothing.explain(lang)
        assert hidden.explain(lang).count(LIMITED_VIEW.text(lang)) == 1
        assert LIMITED_VIEW.text(lang) not in review().explain(lang)
    assert hidden.to_public_json() == nothing.to_public_json()
    assert hidden._repr_html_() == nothing._repr_html_()


def test_another_body_names_its_classes():
    with pytest.raises(ValidationError) as caught:
        Viewer(body=ReviewingBody.OTHER_BODY)
    assert "viewer.classes" in str(caught.value)
    assert Viewer(body=ReviewingBody.OTHER_BODY, sees=()).is_limited


def test_a_viewer_that_sees_no_class_sees_nothing():
    found = review(shared(SharingClass.PUBLIC), listed(entry()), viewer=Viewer(sees=()))
    assert (found.records, found.listed) == ((), ())


def test_publication_as_the_catalogue_bounds_it():
    from jscredit.deadlines import Months

    found = review(shared(SharingClass.PUBLIC), viewer=PUBLIC, periods_of_use={Kind.BID_RIGGING: Months(1)})
    assert ids(found) == []
