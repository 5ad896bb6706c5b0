"""The number of a council's decision belongs to one decision."""

from typing import Annotated

from pydantic import Field
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.publications.inputs.record_council_decision import RecordCouncilDecision
from korpu_partners.publications.refusals.readiness import CouncilNumberElsewhere
from korpu_partners.publications.tables import Publication

Reason = Annotated[Text, Field(description="The authors read it; no names of persons.")]


async def require_new_number(command: RecordCouncilDecision, uow: UnitOfWork) -> None:
    """A council's number belongs to one day of a year; raises `CouncilNumberElsewhere`."""
    for other in await uow.find(Publication, col(Publication.council_number) == command.number):
        decided = other.council
        if decided and decided.on.year == command.on.year and decided.on != command.on:
            raise CouncilNumberElsewhere("number", on=decided.on.isoformat())
