"""An agency's settings from a JSON file, every fault at once."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.law import Rank
from jscredit.rules.facts import Fact
from jscredit.rules.reader import expression_from_json
from jscredit.rules.serial import value_from_json
from jscredit.rules.terms import Setting, Source, Term

SCHEMA = "jscredit.settings"
_KEYS = {"term", "value", "source", "when"}


def settings_from_json(text: str, *, terms: Iterable[Term], facts: Iterable[Fact]) -> tuple[Setting, ...]:
    """The settings that a document holds.

    The document is ``{"schema": "jscredit.settings", "version": 1, "settings": [...]}``; each setting has ``term``,
    ``value``, ``source`` (``citation`` and ``rank``) and perhaps ``when``, a guard written as rules are.

    Raises:
        InvalidInput: with one fault for each setting that cannot be read, ``settings[3]`` naming the fourth.
    """
    by_name = {term.name: term for term in terms}
    facts_by_name = {fact.name: fact for fact in facts}
    read: list[Setting] = []
    faults: list[Fault] = []
    for index, raw in enumerate(_entries(text)):
        try:
            read.append(_setting(raw, by_name, facts_by_name))
        except InvalidInput as error:
            faults += [_placed(fault, index) for fault in error.faults]
    if faults:
        raise InvalidInput(*faults)
    return tuple(read)


def settings_from_file(path: str | Path, *, terms: Iterable[Term], facts: Iterable[Fact]) -> tuple[Setting, ...]:
    """The settings of a UTF-8 file; see ``settings_from_json``.

    Raises:
        InvalidInput: the file cannot be read as UTF-8 text, or as ``settings_from_json`` says.
        OSError: the file cannot be opened.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(_DOCUMENT) from None
    return settings_from_json(text, terms=terms, facts=facts)


_DOCUMENT = Fault(
    code="settings.document",
    message=Label("不是设定文件", "not a settings document"),
    cure=Label(
        '应为 {"schema": "jscredit.settings", "version": 1, "settings": […]}',
        'write {"schema": "jscredit.settings", "version": 1, "settings": [...]}',
    ),
)


def _entries(text: str) -> list[Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput(_DOCUMENT) from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA or document.get("version") != 1:
        raise InvalidInput(_DOCUMENT)
    entries = document.get("settings")
    if not isinstance(entries, list):
        raise InvalidInput(_DOCUMENT)
    return entries


def _setting(raw: Any, terms: Mapping[str, Term], facts: Mapping[str, Fact]) -> Setting:
    if not isinstance(raw, dict) or not {"term", "value", "source"} <= set(raw) <= _KEYS:
        raise InvalidInput(_shape())
    term = terms.get(raw["term"]) if isinstance(raw["term"], str) else None
    if term is None:
        raise InvalidInput(_unknown_term(tuple(terms)))
    value = value_from_json(raw["value"], term.type)
    when = None if raw.get("when") is None else expression_from_json(raw["when"], facts)
    return Setting(term, value, _source(raw["source"]), when)


def _source(raw: Any) -> Source:
    ranks = {each.name.lower(): each for each in Rank}
    match raw:
        case {"citation": str(citation), "rank": str(rank), **rest} if citation.strip() and rank in ranks and not rest:
            return Source(citation, ranks[rank])
        case _:
            raise InvalidInput(_no_source(tuple(ranks)))


def _placed(fault: Fault, index: int) -> Fault:
    field = f"settings[{index}]" + (f".{fault.field}" if fault.field else "")
    return Fault(
        code=fault.code, message=fault.message, cure=fault.cure, field=field, clause=fault.clause, data=fault.data
    )


def _shape() -> Fault:
    return Fault(
        code="settings.shape",
        message=Label(
            "一项设定须有 term、value、source，可有 when", "a setting has term, value, source and perhaps when"
        ),
        cure=Label("请补齐或删去多余的项", "add what lacks, leave out what is not one of these"),
        clause="M7",
    )


def _unknown_term(names: tuple[str, ...]) -> Fault:
    return Fault(
        code="settings.term",
        message=Label("没有这个可设定项", "there is no such term"),
        cure=Label("可设定项：" + "、".join(names), "the terms are: " + ", ".join(names)),
        data=MappingProxyType({"terms": names}),
    )


def _no_source(ranks: tuple[str, ...]) -> Fault:
    return Fault(
        code="settings.source",
        message=Label("设定须注明出处及其位阶", "a setting names its source and the source's rank"),
        cure=Label("rank 为下列之一：" + "、".join(ranks), "rank is one of: " + ", ".join(ranks)),
        clause="M7",
        data=MappingProxyType({"ranks": ranks}),
    )
