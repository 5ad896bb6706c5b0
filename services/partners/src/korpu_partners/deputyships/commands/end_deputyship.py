"""`EndDeputyship`: from now on nobody acts in the head's place, or it does not come to it."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.deputyships.aggregate import deputyships
from korpu_partners.deputyships.domain import UNENDED, DeputyshipStatus
from korpu_partners.deputyships.facts import DeputyshipEnded
from korpu_partners.deputyships.tables import Deputyship
from korpu_partners.permissions import HEAD, OFFICER


class EndDeputyship(Changes):
    """The head is back, or the deputy cannot; also before it began."""

    reason: Annotated[Text | None, Field(max_length=500, description="For the audit; it is not published.")] = None


@deputyships.changes(
    who=[HEAD, OFFICER.named("deputy")], when=UNENDED, to=[DeputyshipStatus.ENDED], emits=[DeputyshipEnded]
)
async def end_deputyship(deputyship: Deputyship, command: EndDeputyship, uow: UnitOfWork) -> None:
    """End it now; the deputy may do no more than an officer, within seconds everywhere."""
    deputyship.ended_on = uow.today
    await uow.emit(deputyship, DeputyshipEnded())
