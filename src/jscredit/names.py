"""What an agency may set, all in one place: the terms and readings of every package, and the file that sets them."""

from pathlib import Path

from jscredit.rules import Setting, Term, settings_from_file


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
