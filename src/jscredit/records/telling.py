"""What a result says, as HTML for a notebook."""

from collections.abc import Callable
from html import escape

from jscredit.errors import Lang


def told_html(explain: Callable[[Lang], str]) -> str:
    """A result in both languages side by side, made of what its ``explain`` says.

    >>> told_html(lambda lang: "<1>" if lang == "en" else "一")
    '<table><tr><td>一</td><td>&lt;1&gt;</td></tr></table>'
    """
    cells = "".join(f"<td>{escape(explain(lang)).replace(chr(10), '<br>')}</td>" for lang in ("zh", "en"))
    return f"<table><tr>{cells}</tr></table>"
