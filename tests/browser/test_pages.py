"""The pages in a real browser: read, switched, narrowed, looked at, printed; nothing is fetched."""

import re
from pathlib import Path

import pytest

from browser.chromium import asked, pixels, printed
from command_line import run
from jscredit.review import review_page
from review_cases import rich

pytestmark = pytest.mark.browser
SHEET = Path(__file__).resolve().parents[2] / "samples" / "penalties.csv"
ASKED = ("--on", "2020-06-01")
OF_A_REVIEW = (*ASKED, "--matter", "administrative-licensing")
COMMANDS = {
    "one": ("review", SHEET, "--subject", "91329902MA0000373F", *OF_A_REVIEW),
    "all": ("review", SHEET, "--all", *OF_A_REVIEW),
    "absent": ("review", SHEET, "--subject", "91329901MA1ABCD119", *OF_A_REVIEW),
    "check": ("check", SHEET, *ASKED),
}
PAGES = (*COMMANDS, "rich")
TEXT = "page => page.document.querySelector('main').innerText"
SWITCHED = f"""page => ['zh', 'en', 'both'].map(lang => {{
  page.document.getElementById('lang-' + lang).click();
  return ({TEXT})(page) }})"""
# By how many pixels the page is wider than its window, in each language, and how wide the window is.
OVERFLOW = """page => ['zh', 'en', 'both'].map(lang => {
  page.document.getElementById('lang-' + lang).click();
  const root = page.document.documentElement;
  return [root.scrollWidth - root.clientWidth, root.clientWidth] })"""
WIDE, PHONE = 1024, 360
A4, A4_ACROSS = (595, 842), (842, 595)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Each page as a file."""
    folder = tmp_path_factory.mktemp("pages")
    for name, command in COMMANDS.items():
        run(*command, "--out", folder / f"{name}.html")
    (folder / "rich.html").write_text(review_page(rich()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def test_a_reader_sees_the_outcome_and_the_clauses_in_the_language_chosen(pages):
    shown = dict(zip(("zh", "en", "both"), asked(pages["one"], WIDE, SWITCHED), strict=True))
    chinese = ("审慎：有可使用的失信信息", "异议处理中，仍计入", "《江苏省公共信用信息管理办法（试行）》第二十五条")
    english = ("caution: failure information that may be used", "under objection, still counted", "(Trial), art. 25")
    assert [text in shown["zh"] for text in (*chinese, *english)] == [True] * 3 + [False] * 3
    assert [text in shown["en"] for text in (*chinese, *english)] == [False] * 3 + [True] * 3
    assert [text in shown["both"] for text in (*chinese, *english)] == [True] * 6


def test_the_language_asked_for_is_shown_first(pages):
    assert "信用审查结果" in asked(pages["one"], WIDE, TEXT)
    assert "Credit review" not in asked(pages["one"], WIDE, TEXT)


def test_everything_of_a_rich_file_is_shown(pages):
    text = asked(pages["rich"], WIDE, TEXT)
    for part in (
        "受限：在列黑名单",
        "虚构黑名单",
        "另一黑名单",
        "来源记录S4",
        "已修复，转为档案",
        "清除项",
        "重点监测",
    ):
        assert part in text


def test_who_is_not_in_the_sheet_is_not_shown_as_clean(pages):
    assert "这不等于没有不良信用记录" in asked(pages["absent"], WIDE, TEXT)


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(pages, name, width):
    assert asked(pages[name], width, OVERFLOW) == [[0, width]] * 3


def test_on_a_phone_each_cell_has_its_heading(pages):
    question = """page => [...page.document.querySelectorAll('.rows td')].slice(0, 3).map(
      cell => page.getComputedStyle(cell, '::before').content)"""
    assert asked(pages["one"], PHONE, question) == ['"文书号"', '"信息"', '"认定日"']
    assert asked(pages["one"], WIDE, question) == ["none", "none", "none"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_no_script_runs(pages, name):
    question = "page => [page.performance.getEntriesByType('resource').length, page.document.scripts.length]"
    assert asked(pages[name], WIDE, question) == [0, 0]


def test_it_can_be_looked_at(pages, tmp_path):
    rows = pixels(pages["one"], tmp_path, WIDE, 1300)
    assert (len(rows), len(rows[0])) == (1300, WIDE)
    colours = {colour for row in rows for colour in row}
    assert {(255, 255, 255), (0xFF, 0xF6, 0xE6), (0xB4, 0x53, 0x09), (0x1F, 0x3A, 0x5F)} <= colours
    written = [row for row in rows if any(max(colour) < 90 for colour in row)]
    assert 250 < len(written) < 1000
    # Text reaches neither edge.
    assert all(row[at] == (255, 255, 255) for row in rows for at in (0, 5, WIDE - 6, WIDE - 1))


@pytest.mark.parametrize(("name", "size"), [("one", A4), ("rich", A4), ("all", A4_ACROSS), ("check", A4_ACROSS)])
def test_it_can_be_printed_on_a4(pages, tmp_path, name, size):
    pdf = printed(pages[name], tmp_path)
    assert pdf.startswith(b"%PDF-")
    boxes = [
        tuple(round(float(number)) for number in box.split()[2:])
        for box in re.findall(rb"/MediaBox\s*\[([^]]*)\]", pdf)
    ]
    near = [tuple(abs(one - other) <= 2 for one, other in zip(box, size, strict=True)) for box in boxes]
    assert (True, True) in near
    assert len(boxes) < 60
