"""What is said with the commands of letters."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import LanguageTag, Text
from korpu_partners.letters.parts import Correspondent

Correspondents = Annotated[
    tuple[Correspondent, ...],
    Field(min_length=1, max_length=50, description="The sender of what comes in, the recipients of what goes out."),
]
Number = Annotated[Text, Field(max_length=100, description="The number that the other side has given it.")]
Languages = Annotated[tuple[LanguageTag, ...], Field(max_length=10)]
About = Annotated[Texts, Field(description="What it is about; published, so no names of persons.")]
Person = Annotated[Text, Field(max_length=300, description="Who signed on the other side; stays in this service.")]
Note = Annotated[Text, Field(description="What the office wants to remember; stays in this service.")]
Unit = Annotated[Text, Field(max_length=100, description="The faculty concerned; its coordinator reads the letter.")]
Known = Annotated[tuple[UUID, ...], Field(max_length=20, description="Registered letters that this one is not.")]
Reason = Annotated[Text, Field(description="Published, so no names of persons.")]
