"""The review as a page: everything that the text says, in both languages, masked, and nothing from elsewhere."""

from datetime import date
from html.parser import HTMLParser

import pytest

from factories import organisation, person
from jscredit.errors import Label
from jscredit.records import CreditFile
from jscredit.review import Matter, Outcome, Viewer, credit_review, review_page
from jscredit.review.html import Table, both, page
from jscredit.review.review_text import lines
from oracles.identifiers import invented_resident_id
from review_cases import failure, flagged, repaired, review, rich, supplied

NUMBER = invented_resident_id(77)


class Page(HTMLParser):
    """The tags of a page with their attributes, and its texts, all and by language."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts, self._langs = [], {None: [], "zh": [], "en": []}, []
        self.feed(text)
        assert self._langs == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input", "br"}:
            self._langs.append(dict(attrs).get("lang") if tag == "span" else None)

    def handle_endtag(self, _tag):
        self._langs.pop()

    def handle_data(self, data):
        self.texts[self._langs[-1] if self._langs else None].append(data)

    def said(self, lang):
        return "\n".join((*self.texts[None], *self.texts[lang]))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_says_in_each_language_what_the_text_says(lang):
    found = rich()
    said = Page(review_page(found)).said(lang)
    for heading, text in lines(found, lang):
        assert heading in said
        for part in text.replace("、", "\n").replace("；", "\n").replace("; ", "\n").replace(", ", "\n").split("\n"):
            assert _plain(part) in said, (heading, part)


def _plain(part):
    """Days stand in columns of their own, without the words around them."""
    for word in ("认定", "可用至", "determined on ", "usable until "):
        part = part.replace(word, "")
    return part.strip("[]")


def test_each_language_stands_alone():
    found = Page(review_page(rich()))
    assert not any("一般失信" in text for text in found.texts["en"])
    assert not any("general failure" in text for text in found.texts["zh"])


@pytest.mark.parametrize(
    ("changes", "outcome", "told"),
    [
        ((supplied(failure()), flagged()), Outcome.CAUTION, "异议处理中，仍计入"),
        ((supplied(failure()), repaired()), Outcome.FAVOURED, "已修复，转为档案 [第三十五条第二款]"),
    ],
)
def test_flags_count_and_repairs_do_not(changes, outcome, told):
    found = review(*changes)
    assert found.outcome is outcome
    assert f'<p class="outcome {outcome.value}">' in review_page(found)
    assert told in Page(review_page(found)).said("zh")
    assert told in found.explain("zh")


def test_persons_behind_a_legal_person_are_named_with_the_source():
    said = Page(review_page(rich())).said("en")
    assert "recorded for responsibility for a legal person's failure" in said
    assert "from record S4" in said


def test_several_reviews_on_one_page_with_more_below():
    one, other = review(supplied(failure())), review(subject=organisation(9))
    text = review_page(one, other, lang="en", more=["<p>虚构</p>"])
    assert [text.count(f'class="outcome {each.outcome.value}"') for each in (one, other)] == [1, 1]
    assert text.index("虚构7号") < text.index("虚构9号") < text.index("<p>虚构</p>")
    assert '<input class="lang" type="radio" name="lang" id="lang-en" checked>' in text
    assert '<input class="lang" type="radio" name="lang" id="lang-zh">' in text


def test_nothing_is_loaded_and_nothing_runs():
    text = review_page(rich())
    tags = Page(text).tags
    assert not {"script", "link", "img", "iframe", "object", "form", "a"} & {tag for tag, _ in tags}
    assert not {name for _, attrs in tags for name in attrs if name in {"src", "href", "action"} or name[:2] == "on"}
    assert "url(" not in text
    assert "@import" not in text


def test_markup_in_names_is_text():
    shop = organisation(8, name="<script>虚构</script>\"'&")
    text = review_page(credit_review(CreditFile(shop), matter=Matter.PROMOTION, on=date(2020, 6, 1)))
    assert "<script" not in text
    assert "&lt;script&gt;虚构&lt;/script&gt;" in text


def test_personal_numbers_and_names_are_masked():
    someone = person(7, name="张三丰", resident_id=NUMBER)
    records = (supplied(failure(document_number=f"罚{NUMBER}", subject=someone)),)
    text = review_page(review(*records, subject=someone))
    assert NUMBER[2:] not in text
    assert "三丰" not in text
    assert f"{NUMBER[:2]}****************" in text


def test_a_limited_view_says_so():
    said = Page(review_page(review(viewer=Viewer(sees=())))).said("en")
    assert "this view is limited" in said


def test_a_text_that_is_the_same_in_both_stands_once():
    assert both(Label("1<2", "1<2")) == "1&lt;2"
    assert both(Label("一", "one")) == '<span lang="zh">一</span> <span lang="en">one</span>'


def test_columns_keep_their_headings_on_a_narrow_screen():
    head, other = (Label("一", "one"), Label("二", "two")), (Label("三", "three"),)
    tables = [Table(head, [(Label("甲", "a"), Label("乙", "b"))]), Table(other, []), Table(head, [], wide=True)]
    text = "\n".join(page(Label("题", "title"), tables, "zh"))
    assert '#lang-en:checked ~ main .t0 td:nth-child(2)::before { content: "two"' in text
    assert '#lang-both:checked ~ main .t1 td:nth-child(1)::before { content: "三 three"' in text
    assert [text.count(f'class="{name}"') for name in ("rows t0", "rows t1", "rows t0 wide")] == [1, 1, 1]
