"""The input of `EnterOldPublication`, which others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.i18n.text import Language
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Country, Day, Isbn13, IscedF, Personal, Text, whole_number
from korpu_partners.publications.domain.plan import Title
from korpu_partners.publications.domain.production import Copies, Pages
from korpu_partners.publications.parts import Kind, Precision

UNKNOWN_FIELD = "9999"


class OldEdition(Part):
    """An edition as an old register has it; before 1990 few books had an ISBN."""

    language: Language
    isbn: Isbn13 | None = None


class OldGift(Part):
    """An organisation that got copies of the original."""

    organisation_id: UUID
    copies: Annotated[int, Field(strict=True, ge=0, le=1_000_000, description="0: nobody knows."), whole_number] = 0


class EnterOldPublication(Creates):
    """A book as an older register has it: it is out, and nothing is left to be done."""

    kind: Kind
    title: Title
    editions: Annotated[
        tuple[OldEdition, ...], Field(min_length=1, max_length=5, description="The first is the original.")
    ]
    published_on: Annotated[Day, Field(description="The first day, if only the year is known.")]
    published_precision: Annotated[Precision, Field(description="How much of that day is known.")] = "day"
    distributed_on: Annotated[Day | None, Field(description="When all who should have it had got it.")] = None
    discipline: Annotated[IscedF, Field(description="9999: unknown.")] = UNKNOWN_FIELD
    authors: Annotated[
        Text | None,
        Personal,
        Field(max_length=1000, description="The names on its title page, until persons are known."),
    ] = None
    pages: Pages | None = None
    copies: Copies | None = None
    printer: Annotated[Text | None, Field(max_length=300)] = None
    countries: Annotated[tuple[Country, ...], Field(max_length=50)] = ()
    council: Annotated[Text | None, Field(max_length=200, description="The council's decision, as it is written.")] = (
        None
    )
    council_on: Annotated[Day | None, Field(description="The day of that decision.")] = None
    number: Annotated[Text | None, Field(max_length=200, description="Its number in the old register.")] = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    programme: Annotated[Text | None, Field(max_length=300, description="The programme that it serves.")] = None
    agreement_id: Annotated[UUID | None, Field(description="The agreement that it serves.")] = None
    given_to: Annotated[tuple[OldGift, ...], Field(max_length=100, description="Who got copies.")] = ()
