"""An amendment among the others of its agreement."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import whole_number
from korpu_partners.agreements.domain.amendments import Amendment, replaced
from korpu_partners.agreements.tables import Agreement

Number = Annotated[int, Field(ge=1, le=10_000, description="The number of the amendment."), whole_number]


def put(agreement: Agreement, amendment: Amendment, **changed: object) -> None:
    """Replace an amendment by itself as it now is."""
    agreement.amendments = replaced(agreement.amendments, amendment.model_copy(update=changed))
