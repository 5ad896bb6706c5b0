"""What is said of a proposal."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Personal, Text
from korpu_events.fields import Unit

ProposalText = Annotated[Texts, Field(description="What is to be better, and how; no names of people.")]
Effect = Annotated[Texts, Field(description="What would come of it.")]
ConcernedUnit = Annotated[Unit, Field(description="The unit that it concerns.")]
Responsible = Annotated[Subject, Field(description="Left out: whoever says so.")]
RemarkText = Annotated[Text, Personal, Field(max_length=2000, description="It stays with the office and its readers.")]
