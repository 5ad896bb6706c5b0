"""What a guest says at the door."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Country, Email, Personal, Text


class RegisterGuest(BaseModel):
    """Who wants to come to which event; a link is sent to the address, and only by that a place is taken."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    event_id: UUID
    name: Annotated[Text, Field(max_length=200), Personal]
    email: Annotated[Email, Personal]
    country: Country
    affiliation: Annotated[Text | None, Field(max_length=300), Personal] = None
    language: Annotated[Language, Field(description="In which one is written to.")] = "en"
