"""What becomes of a manuscript: the council approves, the office returns, declines, or it is withdrawn."""

from typing import Annotated

from pydantic import Field
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.publications.inputs.record_council_decision import RecordCouncilDecision
from korpu_partners.publications.refusals.readiness import CouncilNumberElsewhere
from korpu_partners.publications.tables import Publication

Reason = Annotated[Text, Field(description="The authors read it; no names of persons.")]


async def _check_number(command: RecordCouncilDecision, uow: UnitOfWork) -> None:
    for other in await uow.find(Publication, col(Publication.council_number) == command.number):
        decided = other.council
        if decided and decided.on.year == command.on.year and decided.on != command.on:
            raise CouncilNumberElsewhere("number", on=decided.on.isoformat())
