"""What several commands about publications are told."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import Text

Reason = Annotated[Text, Field(description="No names of persons.")]
