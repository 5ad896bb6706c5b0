"""What is written about an admission."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.validation.codes import Country, Day, LanguageTag, Personal, Text, whole_number

Happened = Annotated[Day, Field(description="The day on which it happened; not in the future.")]
Level = Annotated[
    int, Field(strict=True, ge=7, le=8, description="EQF: 7 for a master's degree, 8 for a doctorate."), whole_number
]
Unit = Annotated[Text, Field(max_length=100, description="The faculty that admits.")]
Programme = Annotated[Text, Field(max_length=200, description="The programme of study.")]
Language = Annotated[LanguageTag, Field(description="The language of instruction.")]
Organisation = Annotated[UUID | None, Field(description="With whom a contract or a programme was agreed.")]
Agreement = Annotated[UUID | None, Field(description="The agreement between institutions.")]
Residence = Annotated[Country | None, Personal, Field(description="Where the person lives and asks for a visa.")]
PortalNumber = Annotated[Text, Personal, Field(max_length=40, description="The number in the national portal.")]
Number = Annotated[Text, Field(max_length=40)]
Reason = Annotated[Text, Personal, Field(max_length=1000)]
