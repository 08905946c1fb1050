"""A text in the two languages that every reader of the library may choose from."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Label:
    """One meaning, said in Chinese and in English.

    >>> Label("严重失信", "serious failure").text("en")
    'serious failure'
    """

    zh: str
    en: str

    def text(self, lang: Lang = "zh") -> str:
        """The text in one language; Chinese unless told."""
        return self.en if lang == "en" else self.zh

    def filled(self, **data: object) -> "Label":
        """Fill the ``{names}`` of both texts.

        >>> Label("第{n}行", "row {n}").filled(n=3)
        Label(zh='第3行', en='row 3')
        """
        return Label(self.zh.format_map(data), self.en.format_map(data))

    def __str__(self) -> str:
        return f"{self.zh} | {self.en}"
