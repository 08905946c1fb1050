"""What the packages have, all in one place: the terms that an agency may set, and the documents that are stored."""

from pathlib import Path
from typing import TYPE_CHECKING

from jscredit.rules import Setting, Term, settings_from_file

if TYPE_CHECKING:
    from jscredit.records import Document


def all_terms() -> tuple[Term, ...]:
    """Every term and reading of the library, each once, inner packages first."""
    from jscredit import (
        classification,
        government,
        interchange,
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

    packages = (
        classification,
        validity,
        listing,
        objection,
        repair,
        government,
        sharing,
        supply,
        measures,
        review,
        statistics,
        interchange,
    )
    return tuple({term.name: term for package in packages for term in package.TERMS}.values())


def stored_documents() -> "tuple[type[Document], ...]":
    """The documents that are stored and loaded again: records and files, the cases of every procedure, lists, sheets.

    >>> [one.schema_name for one in stored_documents()][5:8]
    ['jscredit.red-list-case', 'jscredit.black-list-case', 'jscredit.objection-case']
    """
    from jscredit.catalog import Catalogue, CatalogueCase
    from jscredit.interchange import FileSet, Sheet
    from jscredit.listing import BlackListCase, RedListCase
    from jscredit.measures import MeasureList, MeasureLoopCase
    from jscredit.objection import ObjectionCase
    from jscredit.records.schema import DOCUMENTS
    from jscredit.repair import RepairCase

    cases = (RedListCase, BlackListCase, ObjectionCase, RepairCase, MeasureLoopCase, CatalogueCase)
    return (*DOCUMENTS, *cases, Catalogue, MeasureList, Sheet, FileSet)


def load_settings(path: str | Path) -> tuple[Setting, ...]:
    """An agency's settings from a JSON file, for ``JIANGSU_2018.with_settings(*load_settings(path))``.

    Guards (``when``) may ask for any fact of a record, and for what grades measures against bodies of government.

    Raises:
        InvalidInput: with every fault of the file at once.
        OSError: the file cannot be opened.
    """
    from jscredit.government import SETTING_FACTS
    from jscredit.records.facts import RECORD_FACTS

    return settings_from_file(path, terms=all_terms(), facts=(*RECORD_FACTS, *SETTING_FACTS))
