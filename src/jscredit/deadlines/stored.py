"""What a stored document of a deadline looks like, strictly. Imports pydantic, so it is loaded when one is read."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# Articles, paragraphs and items are printed in Chinese numerals, which go this far.
_Number = Annotated[int, Field(ge=1, le=1999)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class StoredLabel(_Strict):
    """A text in both languages."""

    zh: str
    en: str


class StoredDay(_Strict):
    """A listed day and its reason."""

    day: date
    reason: StoredLabel


class StoredPeriod(_Strict):
    """A period."""

    unit: Literal["days", "months", "years", "working-days"]
    n: Annotated[int, Field(ge=1)]


class StoredInstrument(_Strict):
    """A legal text."""

    key: str
    title: StoredLabel
    form: Literal["article", "point", "section"]


class StoredCitation(_Strict):
    """A place in a legal text."""

    instrument: StoredInstrument
    article: _Number
    paragraph: _Number | None
    item: _Number | None


class StoredDeadline(_Strict):
    """The whole document."""

    schema_name: Annotated[Literal["jscredit.deadline"], Field(alias="schema")]
    version: Literal[1]
    form: Literal["storage"]
    start: date
    period: StoredPeriod
    due: date
    cite: StoredCitation | None
    edition: str | None
    provisional: bool
    settled: bool
    skipped: list[StoredDay]
    made_up: list[StoredDay]
