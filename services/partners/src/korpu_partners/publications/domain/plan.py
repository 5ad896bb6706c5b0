"""What of a publication's plan is corrected, and how."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import Country, Eqf, Text
from korpu_partners.publications.parts import Audience

Authors = Annotated[
    tuple[UUID, ...], Field(min_length=1, max_length=50, description="Persons, as mobility knows them.")
]
Countries = Annotated[tuple[Country, ...], Field(max_length=50, description="For which countries it is meant.")]
Audiences = Annotated[tuple[Audience, ...], Field(max_length=4)]
Levels = Annotated[tuple[Eqf, ...], Field(max_length=8)]
Short = Annotated[Text, Field(max_length=300, description="No names of persons.")]
Unit = Annotated[Text, Field(max_length=100)]
Title = Annotated[Texts, Field(description="No names of persons.")]


Forgettable = Literal["annotation", "unit", "programme", "agreement_id", "project_id", "funding"]
