"""One edition of a catalogue on its way: what it is, and what has happened to it (M8)."""

import dataclasses
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.catalog.checks import ALREADY_PUBLISHED
from jscredit.catalog.events import CatalogueEvent, Published, Revised, Superseded
from jscredit.catalog.forbidden import ForbiddenAddition
from jscredit.catalog.model import Catalogue
from jscredit.catalog.table import CATALOGUE_PROCEDURE
from jscredit.procedure import Case, Procedure
from jscredit.records.value import STRICT, refuse


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class CatalogueCase(Case):
    """One edition of a catalogue, from its draft to the edition that takes its place (M8).

    It changes no credit file. Replaying its events gives the same case.

    Attributes:
        catalogue: the first draft; without a day in force, which the publication sets.
        additions: what a law or a regulation forbids beside M14; nothing of it is submitted.
        events: what has happened, in order.

    Raises:
        pydantic.ValidationError: a field of another type, ``catalogue.already-published``, an event that the
            procedure refuses.
    """

    schema_name: ClassVar[str] = "jscredit.catalogue-case"
    procedure: ClassVar[Procedure] = CATALOGUE_PROCEDURE

    catalogue: Catalogue
    additions: tuple[ForbiddenAddition, ...] = ()
    events: tuple[CatalogueEvent, ...] = ()

    @model_validator(mode="after")
    def _begins_with_a_draft(self) -> Self:
        refuse("CatalogueCase", [ALREADY_PUBLISHED] if self.catalogue.in_force_from is not None else [])
        return self

    @property
    def current(self) -> Catalogue:
        """The draft as last revised."""
        revised = self.last(Revised)
        return revised.catalogue if revised is not None else self.catalogue

    @property
    def in_force_from(self) -> date:
        """The first day in force: as stated in the publication, else its day; of a published catalogue."""
        published = self.at(Published)
        return published.in_force_from or published.on

    @property
    def published(self) -> Catalogue | None:
        """The catalogue with the days on which it is in force; None before it is published."""
        if self.last(Published) is None:
            return None
        ended = self.last(Superseded)
        return dataclasses.replace(
            self.current,
            in_force_from=self.in_force_from,
            in_force_through=ended.last_day if ended is not None else None,
        )
