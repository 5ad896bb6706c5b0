"""Who is insured with whom, and whom the office calls: the same for stays and trips."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Personal, Phone, Text

CONTACTS_KEPT = timedelta(days=30)


class Insurance(Part):
    """With whom the traveller is insured, and until when."""

    company: Annotated[Text, Personal, Field(max_length=200)]
    number: Annotated[Text, Personal, Field(max_length=60)]
    valid_to: Day


class EmergencyContact(Part):
    """Whom the office calls when something happens to the traveller."""

    name: Annotated[Text, Personal, Field(max_length=200)]
    phone: Annotated[Phone, Personal]
    relation: Annotated[Text | None, Personal, Field(max_length=100)] = None
