"""Partners hears of its own letters: who reads a letter reads the papers that were made of it."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.generated_documents.policies.filing import refile


class LetterHeard(ConsumedState):
    """Who reads a letter."""

    confidential: bool
    read_by_unit: str | None = None


@consumes("partners.letters.v1", LetterHeard)
async def letter_changed(message: Message[LetterHeard], uow: UnitOfWork) -> None:
    """Let its papers be read by the same people."""
    told = message.state
    await refile(message.id, message.order, confidential=told.confidential, unit=told.read_by_unit, uow=uow)
