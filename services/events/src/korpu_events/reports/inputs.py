"""What is said of a report."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import Day
from korpu_events.fields import Unit

AskedUnits = Annotated[tuple[Unit, ...], Field(max_length=60, description="Whose part the report needs.")]
Summary = Annotated[Texts, Field(description="What the figures say, in the office's words; no names of people.")]
AsOf = Annotated[Day | None, Field(description="As things were known on this day; today's, if left out.")]
