"""The review as text, HTML and JSON: complete, masked, and replayed from its storage form."""

import json
from datetime import date

import pytest

from factories import organisation, person, random_file
from jscredit.deadlines import Months
from jscredit.errors import InvalidInput
from jscredit.law import Rank
from jscredit.records import CreditFile, Purged, SharingClass, Supplied
from jscredit.review import (
    YOUNG_SUBJECT,
    Matter,
    ReviewingBody,
    Viewer,
    credit_review,
    restored_review,
)
from jscredit.rules import JIANGSU_2018, Setting, Source
from jscredit.validity import MONITORING_PERIOD
from oracles.dice import dice
from oracles.identifiers import invented_resident_id
from review_cases import (
    ON,
    SHOP,
    attributed,
    delisted,
    entry,
    failure,
    file_of,
    head,
    honour,
    listed,
    review,
    rich,
    supplied,
)

NUMBER = invented_resident_id(77)


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        (
            "zh",
            (
                "信用审查结果\n主体：虚构7号商贸有限公司",
                "统一社会信用代码：91",
                "事项：行政许可 [《江苏省公共信用信息管理办法（试行）》第二十五条]",
                "结论：受限：在列黑名单",
                "失信信息：虚罚字1号、围标串标、2020-03-02认定、一般失信、可用至2021-03-02、异议处理中，仍计入、[第十二条第（四）项]",
                "待定的信息：R2",
                "失信程度 (severity)",
                "名单：虚构黑名单、黑名单、2020-01-10至2021-01-09",
                "重点监测：另一黑名单、黑名单、2020-01-10至2020-03-01、2020-05-01退出",
                "绿色通道：是、自2019-05-06起、至2021-05-06、绿色通道、容缺受理、先信用承诺后补材料",
                "因对法人失信负有责任而记入：R4",
                "来源记录S4",
                "不是失信信息 [第十二条]",
                "清除项：document_number",
                "结论变化：自2021-01-10起",
                "提示：",
                "依据版本：jiangsu-2018-23",
            ),
        ),
        (
            "en",
            (
                "Credit review\nsubject: 虚构7号商贸有限公司",
                "outcome: restricted: on a black list in force",
                "under objection, still counted",
                "open list entry: E3, red list, unknown to 2021-01-09; missing first day of the entry's validity",
                "green channel: yes, since 2019-05-06, until 2021-05-06, green channel",
                "from 2021-01-10: ",
            ),
        ),
    ],
)
def test_the_text_says_all(lang, texts):
    told = rich().explain(lang)
    for text in texts:
        assert text in told


def test_an_undetermined_outcome_is_told_with_both_ends():
    told = review(since=None).explain("en")
    assert "possible outcomes: at worst 'ordinary: none of these', at best 'favoured" in told
    assert "missing: day since which somebody vouches for the file (complete_since)" in told
    assert "failure: none" in told


def test_a_later_green_channel_is_told():
    assert "绿色通道：否、最早2023-03-03" in review(supplied(failure())).explain()


def test_a_look_up_is_not_called_a_review():
    viewer = Viewer(body=ReviewingBody.OTHER_BODY, sees=(SharingClass.PUBLIC,))
    assert review(viewer=viewer).explain().startswith("信用信息查询结果")
    assert review(viewer=viewer).explain("en").startswith("Credit information looked up")


def test_a_subject_without_name_or_code():
    told = review(subject=organisation(9, name=None)).explain("en")
    assert "subject: unknown" in told
    assert "unified social credit code" not in review(subject=person(9)).explain("en")


def test_an_open_term_is_named():
    source = Source("invented", Rank.AGENCY_SETTING)
    black = MONITORING_PERIOD
    from jscredit.records.facts import SEVERITY
    from jscredit.records.vocabulary import Severity

    law = JIANGSU_2018.with_settings(Setting(black, Months(1), source, when=SEVERITY == Severity.GENERAL))
    found = review(listed(entry(severity=Severity.SERIOUS)), delisted(), on=date(2021, 8, 1), regime=law)
    assert found.missing == ("monitoring-period",)
    assert "period of key monitoring after a black list (monitoring-period)" in found.explain("en")
    both = review(listed(entry(severity=Severity.GENERAL)), delisted(), on=date(2020, 6, 1), regime=law)
    assert both.outcome == "monitored"


def test_html_is_escaped_and_in_both_languages():
    found = review(supplied(failure(document_number="<b>&1")))._repr_html_()
    assert "&lt;b&gt;&amp;1" in found
    assert "<b>" not in found
    assert "Credit review" in found
    assert "信用审查结果" in found


def test_planted_personal_numbers_are_never_shown():
    one = person(77, name=f"李四{NUMBER}")
    planted = {"document_number": f"罚{NUMBER}", "determined_by": f"局{NUMBER}", "subject": one}
    found = review(
        supplied(failure(f"R{NUMBER}", **planted)),
        supplied(failure(f"Q{NUMBER}", severity=None, determined_on=date(2018, 3, 1), subject=one)),
        supplied(honour(f"H{NUMBER}", granter=None, subject=one)),
        attributed(failure(f"T{NUMBER}", **planted), source=f"S{NUMBER}"),
        listed(entry(f"E{NUMBER}", list_name=f"名单{NUMBER}", subject=one, valid_until=None)),
        listed(entry(f"F{NUMBER}", subject=one, valid_until=date(2020, 5, 1))),
        Purged(**head(), record_id=f"R{NUMBER}", element="fine_yuan"),
        subject=one,
        since=None,
    )
    shown = [found.explain("zh"), found.explain("en"), found._repr_html_(), found.to_public_json(), repr(found)]
    shown += [repr(found.file), repr(found.failures), repr(found.entries), repr(found.left_out)]
    shown += [repr(found.green_channel), repr(found.by_kind), repr(found.persons)]
    shown += [repr(found.lacking), repr(found.green_channel.lacking), repr(found.notices), repr(found.decisions)]
    for text in shown:
        assert NUMBER not in text
        assert "李四" not in text
    assert NUMBER in found.to_storage_json()


def test_the_public_document():
    document = json.loads(rich().to_public_json())
    head_parts = {name: document[name] for name in ("schema", "version", "form", "matter", "on")}
    assert head_parts == {
        "schema": "jscredit.review",
        "version": 1,
        "form": "public",
        "matter": "administrative_licensing",
        "on": "2020-06-01",
    }
    answer = document["answer"]
    assert (answer["outcome"], answer["mandatory"]) == ("restricted", True)
    assert [each["id"] for each in answer["failures"]] == ["R1", "R4"]
    assert answer["failures"][0]["valid_until"] == ["2021-03-02", "2021-03-02"]
    assert answer["open_failures"][0]["missing"] == ["rather-serious-period", "severity"]
    assert answer["green_channel"]["in_the_way"] == ["R1", "R2", "R4", "B1", "B2"]
    assert answer["by_kind"] == {"bid_rigging": 4, "daily_inspection": 1, "award": 1}
    assert {each["id"]: each["reasons"] for each in answer["left_out"]} == {"R3": ["purged"], "R5": ["repaired"]}
    assert document["viewer"] == {"body": "administrative_organ", "sees": None}


def test_the_public_document_never_loads():
    with pytest.raises(InvalidInput) as caught:
        restored_review(rich().to_public_json())
    assert caught.value.code == "document.unreadable"


def test_a_stored_review_replays():
    found = rich()
    again = restored_review(found.to_storage_json())
    assert again == found
    assert again.to_storage_json() == found.to_storage_json()


def test_any_file_replays():
    rng = dice(29)
    for _ in range(40):
        file = random_file(rng)
        sees = (SharingClass.PUBLIC, SharingClass.GOVERNMENT_SHARED)
        viewer = rng.choice([None, Viewer(sees=sees, body=ReviewingBody.PUBLIC_AFFAIRS_ORGANISATION)])
        found = credit_review(file, matter=Matter.PROMOTION, on=date(2021, 3, 4), viewer=viewer)
        assert restored_review(found.to_storage_json()) == found


def test_under_another_law_it_has_changed():
    text = review(subject=organisation(8, established_on=date(2019, 1, 1))).to_storage_json()
    with pytest.raises(InvalidInput) as caught:
        restored_review(text, regime=JIANGSU_2018.reading(YOUNG_SUBJECT, "life-so-far"))
    assert caught.value.code == "review.changed"


def test_a_forged_answer_is_found():
    text = review(supplied(failure())).to_storage_json()
    with pytest.raises(InvalidInput) as caught:
        restored_review(text.replace('"outcome": "caution"', '"outcome": "favoured"'))
    assert caught.value.code == "review.changed"


def test_a_law_that_is_no_longer_in_force():
    import dataclasses

    ended = dataclasses.replace(JIANGSU_2018, in_force_to=date(2019, 1, 1))
    with pytest.raises(InvalidInput) as caught:
        restored_review(review().to_storage_json(), regime=ended)
    assert caught.value.code == "review.changed"


@pytest.mark.parametrize("text", ["", "[]", "{}", None, 3, "[" * 100_000, '{"schema": "jscredit.review"}'])
def test_what_is_no_document(text):
    with pytest.raises(InvalidInput) as caught:
        restored_review(text)
    assert caught.value.code == "document.unreadable"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("matter", None),
        ("matter", "x"),
        ("on", 3),
        ("viewer", None),
        ("viewer", {}),
        ("viewer", {"body": "x", "sees": None}),
        ("viewer", {"body": None, "sees": 3}),
        ("viewer", {"body": "other_body", "sees": None}),
        ("periods_of_use", []),
        ("periods_of_use", {"penalty": "x"}),
        ("file", None),
        ("file", {"schema": "x"}),
        ("basis", None),
        ("basis", {}),
    ],
)
def test_a_document_with_a_broken_part(name, value):
    document = json.loads(review(supplied(failure())).to_storage_json())
    document[name] = value
    with pytest.raises(InvalidInput):
        restored_review(json.dumps(document))
    del document[name]
    with pytest.raises(InvalidInput):
        restored_review(json.dumps(document))


def test_the_settings_are_part_of_what_is_stored():
    law = JIANGSU_2018.with_settings(Setting(MONITORING_PERIOD, Months(6), Source("invented", Rank.AGENCY_SETTING)))
    found = review(regime=law)
    assert restored_review(found.to_storage_json(), regime=law) == found
    with pytest.raises(InvalidInput) as caught:
        restored_review(found.to_storage_json())
    assert caught.value.code == "review.changed"


def test_a_file_with_a_later_part_replays_whole():
    later = Supplied(day=date(2024, 1, 1), known_on=date(2024, 1, 1), citation="M16", record=failure())
    found = credit_review(CreditFile(SHOP, (later,)), matter=Matter.DAILY_SUPERVISION, on=ON)
    assert restored_review(found.to_storage_json()).file == found.file
    assert file_of(later).changes == found.file.changes
