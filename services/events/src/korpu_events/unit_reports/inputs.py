"""What is said in a unit's part of a report."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.validation.codes import Text
from korpu_events.report_templates.interface import Name


class ReportAnswer(BaseModel):
    """What the unit says to one question; it is published with the report, so no names of people."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    question: Name
    text: Text


Answers = Annotated[
    tuple[ReportAnswer, ...], Field(max_length=30, description="What was said to other questions stays.")
]
