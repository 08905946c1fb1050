"""Ways to spoil an input. Every one is decided by the generator that it is given, so an input can be made again."""

# ruff: noqa: INP001, PLR2004 - a script's module, its odds as plain figures

import io
import json
import zipfile
from random import Random
from typing import Any

_ODD_BYTES = (b"\x00", b"\xff", b'"', b"\r\n", b",", b"\xef\xbb\xbf", b"<", b"&", b"\xed\xa0\x80", b"=1+1", b"\x81\x30")
_ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1e308, float("inf"), float("nan"), "", " ", "x" * 3000, "\x00", "\ud800", "空",
    [], {}, [[]], {"a": {}}, "0000-00-00", "9999-12-31", "2019-02-29", "2019-03-05", "1e5", "NaN", "-0", "999999999",
    "329901199003070012", "public", "storage", {"years": 10**9}, {"years": True}, {"and": []}, {"fact": "kind"},
)  # fmt: skip
_DEPTH = 5000


def spoilt_bytes(content: bytes, dice: Random) -> bytes:
    """A few bytes changed, put in, taken out or repeated; sometimes the end cut off."""
    spoilt = bytearray(content)
    for _ in range(dice.choice((1, 1, 1, 1, 2, 4, 16))):
        at = dice.randrange(len(spoilt) + 1)
        match dice.randrange(5):
            case 0 if at < len(spoilt):
                spoilt[at] = dice.randrange(256)
            case 1:
                spoilt[at:at] = dice.choice(_ODD_BYTES)
            case 2:
                del spoilt[at : at + dice.choice((1, 2, 8, 100))]
            case 3:
                spoilt[at:at] = spoilt[at : at + dice.choice((4, 64, 512))]
            case _:
                spoilt[at : at + 4] = dice.randbytes(4)
    return bytes(spoilt[: dice.randrange(len(spoilt) + 1)] if dice.random() < 0.05 else spoilt)


def spoilt_archive(content: bytes, dice: Random) -> bytes:
    """One part of a workbook spoilt, left out or doubled, and the whole packed again in good order."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        names = source.namelist()
        victim = dice.choice([*names, *[name for name in names if "sheet" in name] * 3])
        for name in names:
            part = source.read(name)
            if name != victim:
                target.writestr(name, part)
            elif dice.random() < 0.9:
                target.writestr(name, spoilt_bytes(part, dice))
    return written.getvalue()


def spoilt_json(text: str, dice: Random) -> str:
    """A document with some of its values changed, moved or left out; sometimes bytes changed, or nested very deep."""
    roll = dice.random()
    if roll < 0.2:
        return spoilt_bytes(text.encode(), dice).decode("utf-8", errors="replace")
    if roll < 0.21:
        return "[" * _DEPTH + "]" * _DEPTH
    document = json.loads(text)
    for _ in range(dice.choice((1, 1, 2, 5))):
        holder, key = dice.choice(list(_places(document)))
        match dice.randrange(4):
            case 0:
                del holder[key]
            case 1:
                holder[key] = dice.choice([holder[other] for holder, other in _places(document)])
            case 2 if isinstance(holder, dict):
                holder[dice.choice(("x", "329901199003070012", "schema", "type", ""))] = holder[key]
            case _:
                holder[key] = dice.choice(_ODD_VALUES)
        if not document:
            break
    # What was moved may now hold itself.
    try:
        return json.dumps(document)
    except (ValueError, RecursionError):
        return text


def _places(document: Any) -> Any:
    """Every holder in a document with each of its keys."""
    waiting, seen = [document], set()
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen:
            continue
        seen.add(id(holder))
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            yield holder, key
            if isinstance(holder[key], dict | list) and holder[key]:
                waiting.append(holder[key])
