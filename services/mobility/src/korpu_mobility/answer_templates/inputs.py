"""What is written of a kept text."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import Text

Title = Annotated[Text, Field(max_length=200, description="What the office calls it.")]
TemplateText = Annotated[
    Texts, Field(description="May hold {name}, {code}, {opportunity}, {last_day} and {apply_link}.")
]
