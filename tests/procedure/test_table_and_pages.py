"""The table, and the diagram and pages that are made from it."""

import dataclasses

import pytest

from jscredit.errors import InvalidInput
from jscredit.procedure import Procedure, cells, markdown, mermaid, procedure_page
from procedure_sample import ROWS, SAMPLE, Asked, Granted, Remarked, SampleStage, Shown


def test_stages_and_events_stand_once_in_the_order_of_the_table():
    assert SAMPLE.stages == tuple(SampleStage)
    assert SAMPLE.events == (Asked, Shown, Remarked, Granted)
    assert [row.event for row in SAMPLE.rows_from(SampleStage.SHOWN)] == [Remarked, Granted]
    assert SAMPLE.rows_from(SampleStage.DONE) == ()


def test_cells_are_all_pairs():
    assert list(cells(SAMPLE)) == [
        (stage, event) for stage in SampleStage for event in (Asked, Shown, Remarked, Granted)
    ]


def test_two_rows_for_one_cell_are_refused():
    with pytest.raises(InvalidInput) as caught:
        dataclasses.replace(SAMPLE, rows=(*ROWS, ROWS[0], ROWS[0]))
    assert [fault.code for fault in caught.value.faults] == ["procedure.two-rows"]
    assert "'not begun' has two rows for 'ask'" in caught.value.text("en")


def test_diagram_has_each_stage_and_row():
    assert mermaid(SAMPLE, "en").splitlines() == [
        "stateDiagram-v2",
        "    new: not begun",
        "    asked: asked",
        "    shown: shown",
        "    done: done",
        "    [*] --> new",
        "    new --> asked: ask (art. 35 para. 1)",
        "    asked --> shown: show (art. 35 para. 1)",
        "    shown --> shown: remark (art. 35 para. 1)",
        "    shown --> done: grant (art. 35 para. 1)",
        "    done --> [*]",
    ]


def test_table_says_when_and_what_is_then_due():
    lines = markdown(SAMPLE, "en").splitlines()
    assert lines[0] == "| stage | event | next stage | clause | when | then due |"
    assert lines[2:] == [
        "| not begun | ask | asked | art. 35 para. 1 |  | the office: show it (3 working days, art. 35 para. 1) |",
        (
            "| asked | show | shown | art. 35 para. 1 |  | the office: answer ('time for remarks', art. 35 para. 1)"
            "<br>the office: finish (promptly, art. 35 para. 1) |"
        ),
        "| shown | remark | shown | art. 35 para. 1 | within 'time for remarks' after 'show' |  |",
        "| shown | grant | done | art. 35 para. 1 | after 'show' and 5 working days more |  |",
    ]
    zh = markdown(SAMPLE).splitlines()
    assert zh[0] == "| 阶段 | 事件 | 下一阶段 | 条款 | 时间要求 | 随之须做 |"
    assert "| “公示”后“意见期限”内 |" in zh[4]
    assert "| “公示”后满5个工作日 |" in zh[5]
    assert "办结 (及时, 第三十五条第一款)" in zh[3]


@pytest.mark.parametrize(("lang", "title"), [("zh", "# 样例程序"), ("en", "# a sample procedure")])
def test_page_holds_the_title_the_source_the_diagram_and_the_table(lang, title):
    page = procedure_page(SAMPLE, lang)
    assert page.startswith(f"{title}\n\n{SAMPLE.citation.text(lang)}")
    assert f"```mermaid\n{mermaid(SAMPLE, lang)}```" in page
    assert page.endswith(markdown(SAMPLE, lang))


def test_page_of_a_procedure_set_by_another_norm_names_it():
    other = Procedure("other", SAMPLE.label, SAMPLE.citation, SAMPLE.start, ROWS, source="国家某办法第五条")
    assert procedure_page(other, "zh").splitlines()[2].startswith("国家某办法第五条。")
