"""What is known of a member of a delegation."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.validation.codes import Email, Personal, Phone, Text


class Particulars(BaseModel):
    """Who a person is: personal data, kept by this service alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: Annotated[Text, Personal, Field(max_length=200)]
    native_name: Annotated[Text | None, Personal, Field(max_length=200, description="In the person's own script.")] = (
        None
    )
    position: Annotated[Text | None, Personal, Field(max_length=300)] = None
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None


class NewMember(Particulars):
    """A person who joins the delegation."""

    organisation_id: UUID | None = None
    head: Annotated[bool, Field(description="Whether this person leads the delegation.")] = False
