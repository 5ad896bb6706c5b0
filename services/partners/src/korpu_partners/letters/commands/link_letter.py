"""`LinkLetter`: link a letter to what it is about; what this service keeps must be there."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import WORKERS, letters
from korpu_partners.letters.domain.lifecycle import STANDING
from korpu_partners.letters.facts import LetterLinksChanged
from korpu_partners.letters.parts import Link
from korpu_partners.letters.policies.links import is_known
from korpu_partners.letters.refusals import LinkedAlready, LinkUnknown
from korpu_partners.letters.tables import Letter


class LinkLetter(Changes):
    """The thing that the letter is about."""

    link: Link


@letters.changes(who=WORKERS, when=STANDING, emits=[LetterLinksChanged], refuses=[LinkedAlready, LinkUnknown])
async def link_letter(letter: Letter, command: LinkLetter, uow: UnitOfWork) -> None:
    """Link a letter to what it is about; what this service keeps must be there."""
    if command.link in letter.links:
        raise LinkedAlready("link")
    if command.link.id == letter.id or not await is_known(command.link, uow):
        raise LinkUnknown("link")
    letter.links = (*letter.links, command.link)
    await uow.emit(letter, LetterLinksChanged(link=command.link, how="added"))
