"""The starter catalogue: the double-publicity sheets, and every item of M10 to M13, to begin with.

No government has published it. It is in force in a program that uses it, until the catalogue of the level takes its
place; its periods are examples, to be replaced by those that are published.
"""

from dataclasses import replace
from functools import cache
from importlib.resources import files

from jscredit.catalog.model import Catalogue


def starter_catalogue(*, draft: bool = False) -> Catalogue:
    """A catalogue that can be used as it is, and that the lint finds nothing in.

    Args:
        draft: without a day in force, to begin a ``CatalogueCase`` with; else in force from the Measures' first day.

    >>> catalogue = starter_catalogue()
    >>> catalogue.in_force_from.isoformat(), catalogue.entry("national-2018-penalty").kinds[0].value
    ('2018-01-29', 'penalty')
    """
    return replace(_loaded(), in_force_from=None) if draft else _loaded()


@cache
def _loaded() -> Catalogue:
    return Catalogue.from_storage_json(files("jscredit.catalog").joinpath("starter.json").read_text(encoding="utf-8"))
