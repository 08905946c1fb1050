"""The task table, typed by hand from the text: number, clause, who leads, who supports."""

import pytest

from jscredit.errors import InvalidInput
from jscredit.government import TASKS, tasks_of

LETTERS = {
    "依": "省全面推进依法行政工作领导小组办公室",
    "办": "省政府办公厅",
    "人": "省人力资源社会保障厅",
    "信": "省经济和信息化委（省信用办）",
    "财": "省财政厅",
    "交": "省公共资源交易中心",
    "发": "省发展改革委",
    "商": "省商务厅",
    "统": "省统计局",
    "市": "各设区市政府",
    "级": "各级政府",
    "部": "省有关部门",
    "组": "省委组织部",
    "文": "省文明办",
    "纪": "省纪委",
    "监": "省监察机关",
    "法": "省法院",
    "检": "省检察院",
    "机": "省机关事务管理局",
    "制": "省法制办",
}
TABLE = {
    1: ("G1.2", "依部", ""),
    2: ("G1.2", "办", "部"),
    3: ("G2.1", "人", "组文部"),
    4: ("G2.2", "信", "人纪监法部市"),
    5: ("G2.3", "信", "人法检组纪监机部市"),
    6: ("G2.4", "信", "法检人纪"),
    7: ("G2.5", "信", "部市"),
    8: ("G2.6", "信", "部"),
    9: ("G3.1", "财交", "部市"),
    10: ("G3.2", "财发", "部市"),
    11: ("G3.3", "发", "交部市"),
    12: ("G3.4", "商市", "部"),
    13: ("G3.5", "财", "发市"),
    14: ("G3.6", "统", "部市"),
    15: ("G3.7", "市", "部"),
    16: ("G4.1", "级", "部"),
    17: ("G5.2", "信", "制"),
}


def named(letters):
    return [LETTERS[letter] for letter in letters]


def test_seventeen_tasks():
    assert [task.number for task in TASKS] == list(range(1, 18))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task.number))
def test_task(task):
    clause, lead, support = TABLE[task.number]
    assert task.clause == clause
    assert [body.label.zh for body in task.lead] == named(lead)
    assert [body.label.zh for body in task.support] == named(support)


def test_asked_by_clause():
    for clause in {row[0] for row in TABLE.values()}:
        assert [task.number for task in tasks_of(clause)] == [n for n, row in TABLE.items() if row[0] == clause]


@pytest.mark.parametrize("clause", ["G1.3", "G4.2", "G4.3", "G5.1", "G5.3", "G5.4", "M30", "J6.1"])
def test_no_task(clause):
    assert tasks_of(clause) == ()


def test_a_section_has_the_tasks_of_its_points():
    assert [task.number for task in tasks_of("G3")] == [9, 10, 11, 12, 13, 14, 15]
    assert [task.number for task in tasks_of("G5")] == [17]
    assert tasks_of("GT1-17") == TASKS


def test_a_clause_that_is_none_is_refused():
    with pytest.raises(InvalidInput, match=r"clause\.unknown"):
        tasks_of("G9.9")


def test_a_row_in_words():
    assert tasks_of("G3.4")[0].text() == "12. 招商引资\n牵头：省商务厅、各设区市政府\n配合：省有关部门"
    first = TASKS[0].text("en").splitlines()
    assert first[1].startswith("lead: provincial office of the leading group on lawful administration, ")
    assert first[2] == "support: —"
