"""Content that is never collected about a natural person (M14), found from what its data elements are called.

A name is not its content: what stands under a harmless name is not found here, and a person may still object (M31).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.catalog.element import DataElement
from jscredit.catalog.forbidden_chinese import BEFORE, BREAK, HEADS, SAFE, WORDS
from jscredit.catalog.forbidden_latin import (
    ENGLISH,
    ENGLISH_BEFORE,
    ENGLISH_HEADS,
    INITIAL_ENDINGS,
    INITIALS,
    PINYIN_HEADS,
    WHOLE_PINYIN,
)
from jscredit.catalog.model import Norm
from jscredit.catalog.vocabulary import ForbiddenElement
from jscredit.errors import Fault, Label
from jscredit.law import Rank
from jscredit.records import Value
from jscredit.records.identifiers.text import half_width, normalise
from jscredit.records.value import STRICT, TEXT_LIMIT, Text, refuse

Part = Literal["name", "code", "type", "code_list", "codes"]
"""By what part of a data element forbidden content was found."""

ENOUGH = (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION)
"""M14 yields to laws and regulations; a rule (规章) adds nothing."""


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ForbiddenAddition(Value):
    """Further personal data whose collection a law or a regulation forbids (M14).

    Attributes:
        names: what it is called; a data element whose name holds one of them is found.
        codes: its column codes; an element with one of them is found.
        norm: the law or regulation.

    Raises:
        pydantic.ValidationError: a field of another type; ``catalogue.forbidden-rank``, for a norm that is neither;
            ``catalogue.forbidden-words``, where neither a name nor a code is given.

    >>> rule = Norm(citation="某条例第五条", rank=Rank.LOCAL_REGULATION)
    >>> ForbiddenAddition(names=("指纹",), norm=rule).norm.citation
    '某条例第五条'
    """

    names: tuple[Text, ...] = ()
    codes: tuple[Text, ...] = ()
    norm: Norm

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> "ForbiddenAddition":
        wrong = [] if self.norm.rank in ENOUGH else [_RANK]
        # An empty word would stand in every name.
        refuse("ForbiddenAddition", wrong if any(map(_compact, (*self.names, *self.codes))) else [*wrong, _WORDLESS])
        return self


class ForbiddenHit(NamedTuple):
    """What was found: which kind of content, by which part of the element, and by which added norm."""

    element: ForbiddenElement
    part: Part
    norm: Norm | None = None


def forbidden_in(element: DataElement, *, additions: Iterable[ForbiddenAddition] = ()) -> ForbiddenHit | None:
    """What M14 forbids of a data element, by its name, code, type, code list; None where nothing is found.

    >>> forbidden_in(DataElement(code="F12", name="申请人宗教信仰")).element.value
    'religion'
    >>> forbidden_in(DataElement(code="F13", name="宗教事务局意见")) is None
    True
    """
    return _found(element) or next(_added(element, tuple(additions)), None)


def forbidden_in_name(name: str, *, additions: Iterable[ForbiddenAddition] = ()) -> ForbiddenHit | None:
    """The same for a bare header of a column, which may be a name or a code.

    >>> forbidden_in_name("blood_type").element.value, forbidden_in_name("疾病预防控制中心")
    ('blood_type', None)
    """
    header = str(name).strip()[:TEXT_LIMIT].strip()
    return forbidden_in(DataElement(code=header or "-", name=header or None), additions=additions)


@lru_cache(4096)
def _found(element: DataElement) -> ForbiddenHit | None:
    # The same few headers stand over every row of a sheet.
    return next(_named(element), None)


def _named(element: DataElement) -> Iterator[ForbiddenHit]:
    # A code may be a Chinese name too.
    code_name = element.code if _HAN.search(element.code) else None
    names = [name for name in (element.name, *element.aliases, code_name) if name]
    readings = [_read(name) for name in names]
    yield from (ForbiddenHit(reading.found, "name") for reading in readings if reading.found)
    code = _in_code(element.code, ambiguous=not any(reading.clear for reading in readings))
    # The code of what only looks so looks so too.
    if code and not any(code in reading.harmless for reading in readings):
        yield ForbiddenHit(code, "code")
    others: tuple[tuple[Part, str | None], ...] = (("type", element.type), ("code_list", element.code_list))
    for part, text in others:
        found = text and (_read(text).found or _in_code(text, ambiguous=False))
        if found:
            yield ForbiddenHit(found, part)
    listed = _in_codes({_compact(one.meaning or one.code) for one in element.codes})
    if listed:
        yield ForbiddenHit(listed, "codes")


def _added(element: DataElement, additions: tuple[ForbiddenAddition, ...]) -> Iterator[ForbiddenHit]:
    names = [_compact(name) for name in (element.name, *element.aliases, element.code) if name]
    for one in additions:
        words = [word for word in map(_compact, one.names) if word]
        if any(word in name for word in words for name in names):
            yield ForbiddenHit(ForbiddenElement.OTHER_FORBIDDEN, "name", one.norm)
        if _compact(element.code) in set(map(_compact, one.codes)):
            yield ForbiddenHit(ForbiddenElement.OTHER_FORBIDDEN, "code", one.norm)


_HAN = re.compile("[\u4e00-\u9fff]")
_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_WORD = re.compile("[A-Za-z]+")
_BREAKS = re.compile(r"[\s_\-./()\[\]]+")


class _Reading(NamedTuple):
    """What a name tells: what is forbidden, what only looks so, and whether it is Chinese and so tells what it is."""

    found: ForbiddenElement | None
    harmless: frozenset[ForbiddenElement] = frozenset()
    clear: bool = False


def _read(name: str) -> _Reading:
    if _HAN.search(name) is None:
        return _Reading(_in_english(name))
    compact = _compact(name)
    text = SAFE.sub("|", compact)
    for element, words in WORDS:
        for word in words.finditer(text):
            about = BREAK.split(text[word.end() :])[0]
            if HEADS.search(about) is None and BEFORE.search(text[: word.start()]) is None:
                return _Reading(element)
    return _Reading(None, frozenset(element for element, words in WORDS if words.search(compact)), clear=True)


def _in_english(text: str) -> ForbiddenElement | None:
    words = " ".join(_WORD.findall(_CAPITAL.sub(" ", half_width(text)))).lower()
    for element, pattern in ENGLISH:
        for word in pattern.finditer(words):
            if not ENGLISH_HEADS.search(words, word.end()) and not ENGLISH_BEFORE.search(words[: word.start()]):
                return element
    return None


def _in_code(code: str, *, ambiguous: bool) -> ForbiddenElement | None:
    english = _in_english(code)
    if english or _HAN.search(code):
        return english
    parts = [part for part in _BREAKS.split(half_width(code).upper()) if part]
    joined = "".join(parts)
    for element, pattern in WHOLE_PINYIN:
        word = pattern.search(joined)
        if word and not PINYIN_HEADS.search(joined, word.end()):
            return element
    return next((found for part in parts if (found := _initials(part))), None) if ambiguous else None


def _initials(part: str) -> ForbiddenElement | None:
    endings = (part.removesuffix(ending) for ending in INITIAL_ENDINGS)
    return next((INITIALS[each] for each in (part, *endings) if each in INITIALS), None)


_BLOOD = frozenset({"A型", "B型", "AB型", "O型"})
_FAITHS = frozenset({"佛教", "道教", "伊斯兰教", "天主教", "基督教", "东正教", "喇嘛教", "藏传佛教", "无宗教信仰"})
_TELLING = 3


def _in_codes(meanings: set[str]) -> ForbiddenElement | None:
    if len(_BLOOD & meanings) >= _TELLING:
        return ForbiddenElement.BLOOD_TYPE
    return ForbiddenElement.RELIGION if len(_FAITHS & meanings) >= _TELLING else None


def _compact(text: str) -> str:
    return normalise(text).replace("_", "")


_RANK = Fault(
    code="catalogue.forbidden-rank",
    message=Label("增列禁止归集的内容须有法律、法规依据", "what is added to the forbidden needs a law or regulation"),
    cure=Label("规章及以下不足以增列，请引用法律或法规", "a rule or below is not enough: cite a law or a regulation"),
    field="norm",
    clause="M14",
)
_WORDLESS = Fault(
    code="catalogue.forbidden-words",
    message=Label("未写明禁止归集的内容", "it does not say what is forbidden"),
    cure=Label("请给出名称或列代码", "give a name or a column code"),
    field="names",
    clause="M14",
)
