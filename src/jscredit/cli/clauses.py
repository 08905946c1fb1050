"""`jscredit clauses`: what each clause says, and what the library does with it."""

from typing import Annotated

from jscredit.cli.console import JsonOption, LangOption, Language, told, typer, write_json, write_table, write_text
from jscredit.errors import Label
from jscredit.law import Clause, Status, clause, ledger

_HEAD = (
    Label("编号", "id"),
    Label("条款", "clause"),
    Label("状态", "status"),
    Label("内容", "what it says"),
    Label("本库的处理", "what the library does"),
)
_COLON = Label("：", ": ")
_WIDTHS = (7, 12, 12, None, None)


def clauses(
    clause_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="如 M34(2) | such as M34(2)")] = None,
    status: Annotated[Status | None, typer.Option(help="只列此状态 | only this status")] = None,
    *,
    lang: LangOption = Language.ZH,
    as_json: JsonOption = False,
) -> None:
    """条款对照 | the clause ledger: every clause, or one."""
    with told(lang.value):
        chosen = (clause(clause_id.strip().upper()),) if clause_id else tuple(ledger().values())
        chosen = tuple(one for one in chosen if status is None or one.status is status)
    if as_json:
        write_json([_document(one) for one in chosen])
    elif clause_id and chosen:
        write_text(
            "\n".join(
                f"{name}{_COLON.text(lang.value)}{text}"
                for name, text in zip(_head(lang), _row(chosen[0], lang), strict=True)
            )
        )
    else:
        head = tuple(zip(_head(lang), _WIDTHS, strict=True))
        write_table(head, [_row(one, lang) for one in chosen])


def _head(lang: Language) -> tuple[str, ...]:
    return tuple(label.text(lang.value) for label in _HEAD)


def _row(one: Clause, lang: Language) -> tuple[str, ...]:
    return (
        one.id,
        one.locator.text(lang.value),
        one.status.label.text(lang.value),
        one.says.text(lang.value),
        one.duty.text(lang.value),
    )


def _document(one: Clause) -> dict[str, object]:
    return {
        "id": one.id,
        "locator": {"zh": one.locator.zh, "en": one.locator.en},
        "kind": one.kind,
        "status": one.status.value,
        "says": {"zh": one.says.zh, "en": one.says.en},
        "duty": {"zh": one.duty.zh, "en": one.duty.en},
    }
