"""From when on an edition can be produced."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import whole_number

Pages = Annotated[int, Field(strict=True, ge=1, le=20_000), whole_number]
Copies = Annotated[int, Field(strict=True, ge=0, le=1_000_000, description="None of what is online."), whole_number]
