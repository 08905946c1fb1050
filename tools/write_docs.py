"""Write the pages of docs/ that are made from the library itself: `python tools/write_docs.py`."""

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from jscredit import (
    government,
    listing,
    measures,
    objection,
    repair,
    review,
    sharing,
    statistics,
    supply,
    validity,
)
from jscredit.catalog import CATALOGUE_PROCEDURE
from jscredit.classification.guards import GUARDS
from jscredit.errors import Label, Lang
from jscredit.law import Rank, ledger_markdown
from jscredit.listing import BLACK_LIST, RED_LIST
from jscredit.measures import MEASURE_LOOP
from jscredit.names import all_terms, stored_documents
from jscredit.objection import OBJECTION_PROCEDURE
from jscredit.procedure import procedure_page
from jscredit.records import conduct_rows, kind_rows
from jscredit.records.kind_table import KindItem
from jscredit.records.schema import schema_text
from jscredit.repair import REPAIR_PROCEDURE
from jscredit.rules import JIANGSU_2018, Expression, Quantity, Rule, Term, in_words, rule_markdown
from jscredit.rules.resolve import resolve

DOCS = Path(__file__).resolve().parent.parent / "docs"
RULED = (
    (supply, Label("报送（第十六条、第四十一条）", "Supply (M16, M41)")),
    (sharing, Label("共享、查询与公开（第十九条至第二十二条）", "Sharing, queries, publication (M19 to M22)")),
    (validity, Label("有效期（第三十条）", "Validity (M30)")),
    (listing, Label("红黑名单（奖惩意见）", "Red and black lists (J)")),
    (objection, Label("异议（第三十一条）", "Objection (M31)")),
    (measures, Label("联合奖惩措施（奖惩意见）", "Joint measures (J)")),
    (repair, Label("信用修复（第三十四条）", "Repair (M34)")),
    (review, Label("信用审查（第二十五条、奖惩意见）", "The credit review (M25, J)")),
    (statistics, Label("统计（第四十条）", "Statistics (M40)")),
    (government, Label("政务诚信（政务意见）", "Government integrity (G)")),
)
PROCEDURES = (CATALOGUE_PROCEDURE, RED_LIST, BLACK_LIST, OBJECTION_PROCEDURE, REPAIR_PROCEDURE, MEASURE_LOOP)
LANGUAGES: tuple[tuple[Lang, str], ...] = (("en", ""), ("zh", ".zh-CN"))
DESIGN = DOCS / "design"
YES_NO = (Label("否", "no"), Label("是", "yes"))


def pages() -> dict[Path, str]:
    """Each generated page with its text."""
    made = {"clauses": ledger_markdown, "readings": readings_page, "rules": rules_page}
    in_both = {DOCS / f"{name}{suffix}.md": page(lang) for name, page in made.items() for lang, suffix in LANGUAGES}
    return in_both | procedure_pages() | schema_pages() | {DESIGN / "README.md": design_index()}


def schema_pages() -> dict[Path, str]:
    """The JSON Schema of each document that is stored and loaded again."""
    return {
        DOCS / "schema" / f"{document.schema_name.removeprefix('jscredit.')}.json": schema_text(document)
        for document in stored_documents()
    }


def procedure_pages() -> dict[Path, str]:
    """The diagram and the table of each procedure."""
    return {
        DOCS / "procedures" / f"{procedure.id}{suffix}.md": procedure_page(procedure, lang)
        for procedure in PROCEDURES
        for lang, suffix in LANGUAGES
    }


def design_index() -> str:
    """The design notes by their titles."""
    notes = sorted(path for path in DESIGN.glob("*.md") if path.name != "README.md")
    titles = ((path, path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")) for path in notes)
    lines = "\n".join(f"- [{title}]({path.name})" for path, title in titles)
    return f"# Design notes\n\nWhy the library is as it is. What each name does stands in its docstring.\n\n{lines}\n"


def readings_page(lang: Lang) -> str:
    """What an agency may choose, fill or set, and who may."""
    parts = [_READINGS_HEAD.text(lang)]
    for kind, title, head, cells in (
        ("reading", _READINGS, _READING_HEAD, _reading_cells),
        ("open", _OPEN_TERMS, _OPEN_HEAD, _open_cells),
        ("parameter", _PARAMETERS, _PARAMETER_HEAD, _parameter_cells),
    ):
        rows = [cells(term, lang) for term in all_terms() if term.kind == kind]
        parts.append(f"{title.text(lang)}\n\n{_table([label.text(lang) for label in head], rows)}")
    return "\n\n".join(parts) + "\n"


def rules_page(lang: Lang) -> str:
    """The rules in words, by the default readings."""
    parts = [_RULES_HEAD.text(lang), *_classification(lang)]
    for package, title in RULED:
        parts.append(f"## {title.text(lang)}")
        rules = [each for each in package.RULES if isinstance(each, Rule)]
        days = [_quantity(each, lang) for each in package.RULES if isinstance(each, Quantity)]
        parts += [*days, *(rule_markdown(_by_default(rule), lang).rstrip() for rule in rules)]
    return "\n\n".join(parts) + "\n"


def _classification(lang: Lang) -> Iterator[str]:
    """What is asked of each kind and conduct: one row each, as the table of kinds that the rules are made from."""
    yield f"## {_CLASSIFICATION.text(lang)}"
    kinds = (
        (f"`{kind}`", kind.label.text(lang), row.category.label.text(lang), "<br>".join(map(_item, row.items)))
        for kind, row in kind_rows().items()
    )
    yield _table([label.text(lang) for label in _KIND_HEAD], kinds)
    guards = ((f"`{name}`", each.label.text(lang), _words(each.test, lang)) for name, each in GUARDS.items())
    yield f"### {_CONDITIONS.text(lang)}\n\n{_table([label.text(lang) for label in _GUARD_HEAD], guards)}"
    conducts = (
        (f"`{conduct}`", conduct.label.text(lang), "<br>".join(place.ledger_id for place in row.citations))
        for conduct, row in conduct_rows().items()
    )
    yield f"### {_CONDUCTS.text(lang)}\n\n{_table([label.text(lang) for label in _CONDUCT_HEAD], conducts)}"


def _item(item: KindItem) -> str:
    asked = ", ".join(f"`{name}`" for name in item.guards)
    return item.citation.ledger_id + (f" ({asked})" if asked else "")


def _words(test: Expression, lang: Lang) -> str:
    return in_words(resolve(test, JIANGSU_2018), lang)


def _by_default(rule: Rule) -> Rule:
    conditions = (dataclasses.replace(each, test=resolve(each.test, JIANGSU_2018)) for each in rule.conditions)
    return Rule(rule.id, rule.citation, rule.label, tuple(conditions))


def _quantity(quantity: Quantity, lang: Lang) -> str:
    before = {-1: Label("（该日的前一日）", " (the day before it)"), 0: Label("", "")}[quantity.shift]
    said = _words(quantity.day, lang) + before.text(lang)
    return f"### {quantity.label.text(lang)}\n\n{quantity.citation.text(lang)}\n\n`{quantity.id}`: {said}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (names, ["---"] * len(names), *rows))


def _named(term: Term, lang: Lang) -> tuple[str, str, str]:
    return f"`{term.name}`", term.citation.short.text(lang), term.label.text(lang)


def _reading_cells(term: Term, lang: Lang) -> tuple[str, ...]:
    options = "<br>".join(f"`{option.name}`: {option.label.text(lang)}" for option in term.options)
    return (*_named(term, lang), options)


def _open_cells(term: Term, lang: Lang) -> tuple[str, ...]:
    ends = " – ".join(_value(end, lang) for end in term.within or ())
    return (*_named(term, lang), ends)


def _parameter_cells(term: Term, lang: Lang) -> tuple[str, ...]:
    under = term.yields_under
    ranks = _ranks(term.yields_to, lang)
    if under is not None:
        ranks += f"<br>`{under.term.name}` = `{under.option}`: {_ranks(under.ranks, lang)}"
    return (*_named(term, lang), _value(term.default, lang), ranks)


def _ranks(ranks: Iterable[Rank], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(rank.label.text(lang) for rank in sorted(ranks, reverse=True))


def _value(value: object, lang: Lang) -> str:
    label = YES_NO[value] if isinstance(value, bool) else value.label
    return str(label.text(lang))


_READINGS_HEAD = Label(
    "# 读法与可设定项\n\n本页由程序写成（`python tools/write_docs.py`）。名称用于设定文件和 `with_settings`。\n"
    "默认读法的理由见 [design/](design/README.md)。",
    "# Readings and settable terms\n\n"
    "This page is written by a program (`python tools/write_docs.py`). The names stand\n"
    "in settings files and in `with_settings`.\n"
    "Why the default readings are what they are: [design/](design/README.md).",
)
_READINGS = Label(
    "## 读法\n\n条文可以有不同读法之处；第一项为默认。结论因读法而不同的，附提示。",
    "## Readings\n\n"
    "Where the text can be read in more ways than one; the first is the default. Where an answer depends\n"
    "on it, a notice says so.",
)
_OPEN_TERMS = Label(
    "## 开放项\n\n条文未定的值，由机关填定；不填则结论待定或为区间。",
    "## Open terms\n\n"
    "What the text leaves open, for an agency to fill. Unfilled, the answer is undetermined or a range.",
)
_PARAMETERS = Label(
    "## 可另行规定的值\n\n条文已定的值，只有所列位阶的规定可以改变。",
    "## Values that another norm may replace\n\nWhat the text sets; norms of the ranks listed may set it otherwise.",
)
_COMMON = (Label("名称", "name"), Label("条款", "clause"), Label("内容", "what it settles"))
_READING_HEAD = (*_COMMON, Label("选项（默认在先）", "options (default first)"))
_OPEN_HEAD = (*_COMMON, Label("范围", "range"))
_PARAMETER_HEAD = (*_COMMON, Label("默认", "default"), Label("可另行规定的位阶", "ranks that may replace it"))
_CLASSIFICATION = Label("分类（第九条至第十三条）", "Classification (M9 to M13)")
_CONDITIONS = Label("条件", "Conditions")
_CONDUCTS = Label("行为：列明它的条款", "Conducts, and the clauses that name them")
_KIND_HEAD = (
    Label("种类", "kind"),
    Label("名称", "name"),
    Label("类别", "class"),
    Label("可归入的条款（条件）", "items (conditions)"),
)
_GUARD_HEAD = (Label("条件", "condition"), Label("内容", "what it asks"), Label("判断", "test"))
_CONDUCT_HEAD = (Label("行为", "conduct"), Label("名称", "name"), Label("条款", "clauses"))
_RULES_HEAD = Label(
    "# 规则\n\n本页由程序写成（`python tools/write_docs.py`），写出的就是程序所用的规则，按默认读法。\n"
    "其他读法见 [读法与可设定项](readings.zh-CN.md)。",
    "# Rules\n\nThis page is written by a program (`python tools/write_docs.py`) from the very rules that the library\n"
    "runs, by the default readings. The other readings: [readings and settable terms](readings.md).",
)


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
