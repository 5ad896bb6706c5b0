"""What is written of a published answer."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import Texts
from korpu_chassis.validation.codes import Text

Asked = Annotated[Texts, Field(description="In one language or more; published in Azerbaijani and English.")]
About = Annotated[UUID, Field(description="The published opportunity that it is about.")]
Reason = Annotated[Text, Field(max_length=1000)]
