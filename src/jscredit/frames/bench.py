"""Columns in between: what several answers are made of is worked out once and named.

An engine of SQL gets every expression as text, so what stands in ten places would be written, and read, ten times.
"""

from jscredit.frames.library import nw

OWN = "__jscredit_"
"""What the names of columns in between begin with; they never go out."""


class Bench:
    """Takes expressions and gives the columns that will hold them, in layers: each is made of those before it."""

    def __init__(self) -> None:
        self.layers: list[dict[str, nw.Expr]] = [{}]
        self._known: dict[object, nw.Expr] = {}

    def let(self, key: object, told: nw.Expr) -> nw.Expr:
        """The column that holds an expression; ``key`` tells it from every other."""
        if key not in self._known:
            name = f"{OWN}{len(self._known)}"
            self.layers[-1][name] = told
            self._known[key] = nw.col(name)
        return self._known[key]

    def next_layer(self) -> None:
        """What comes now may be made of all that is there."""
        if self.layers[-1]:
            self.layers.append({})
