"""What is said of an enquiry, by whoever asks and by the office."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Language
from korpu_chassis.validation.codes import Email, Personal, Text

Question = Annotated[Text, Personal, Field(max_length=4000, description="It stays with the office; nobody else reads.")]
AnswerText = Annotated[Text, Personal, Field(max_length=4000, description="For whoever asked.")]
Spoken = Annotated[Language, Field(description="The language in which the answer is wanted.")]
AskerName = Annotated[Text, Personal, Field(max_length=200)]
AskerEmail = Annotated[Email, Personal]
Unit = Annotated[Text, Field(max_length=100, description="The faculty that it concerns.")]
OpportunityId = Annotated[UUID, Field(description="The opportunity that is asked about.")]
OrganisationId = Annotated[UUID, Field(description="The partner that is asked about.")]
Reason = Annotated[Text, Personal, Field(max_length=1000, description="Whoever asked reads it.")]
