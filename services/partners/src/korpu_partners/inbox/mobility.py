"""Partners hears of mobilities, each of which rests on an agreement, and of people who are to be forgotten."""

from uuid import UUID

from korpu_chassis.house import Heard, Message, hears
from korpu_chassis.work import Work
from korpu_partners.agreements.dependents import keep
from korpu_partners.files import files

ERASED = "erased"


class MobilityHeard(Heard):
    """What an agreement's impact preview shows of a mobility."""

    status: str
    agreement_id: UUID | None = None


@hears("mobility.mobilities.v1", MobilityHeard)
async def mobility_changed(message: Message[MobilityHeard], work: Work) -> None:
    """Keep which agreement the mobility rests on."""
    rests_on = [message.state.agreement_id] if message.state.agreement_id else []
    await keep("mobility", message.id, message.version, message.state.status, rests_on, work)


class PersonHeard(Heard):
    """Whether a person's data is still kept by its owner."""

    status: str


@hears("mobility.people.v1", PersonHeard)
async def person_changed(message: Message[PersonHeard], work: Work) -> None:
    """Forget which files a person brought, once they are erased; the files stay where they hang."""
    if message.state.status == ERASED:
        await files.forget(work.session, message.id)
