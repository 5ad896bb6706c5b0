"""What is written in an application."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.applications.parts import Score
from korpu_mobility.opportunities.interface import GivenCandidate

MOST_DOCUMENTS = 30
MOST_CRITERIA = 20

Choices = Annotated[tuple[UUID, ...], Field(max_length=20, description="Destinations, the most wanted first.")]
Motivation = Annotated[Text, Personal, Field(description="Why this, in the applicant's own words.")]
Stated = Annotated[
    GivenCandidate, Personal, Field(description="What the rules ask and the office does not know: level, grades …")
]
Unit = Annotated[Text, Field(max_length=100, description="The applicant's unit; coordinators name it.")]
Reason = Annotated[Text, Personal, Field(max_length=1000, description="The applicant reads it.")]
Documents = Annotated[tuple[UUID, ...], Field(max_length=MOST_DOCUMENTS)]
RepairDay = Annotated[Day, Field(description="The last day to submit again.")]
Scores = Annotated[tuple[Score, ...], Personal, Field(min_length=1, max_length=MOST_CRITERIA)]
CorrectionReason = Annotated[
    Text, Personal, Field(max_length=1000, description="Why; the office and the auditor read it.")
]
FirstDay = Annotated[Day, Field(description="The first day of the stay, where the opportunity does not say it.")]
LastDay = Annotated[Day, Field(description="The last day of the stay, where the opportunity does not say it.")]
