"""`UnlinkLetter`: take a wrong link away."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.aggregate import WORKERS, letters
from korpu_partners.letters.domain.lifecycle import STANDING
from korpu_partners.letters.facts import LetterLinksChanged
from korpu_partners.letters.parts import Link
from korpu_partners.letters.refusals import NotLinked
from korpu_partners.letters.tables import Letter


class UnlinkLetter(Changes):
    """The thing that the letter is not about."""

    link: Link


@letters.changes(who=WORKERS, when=STANDING, emits=[LetterLinksChanged], refuses=[NotLinked])
async def unlink_letter(letter: Letter, command: UnlinkLetter, uow: UnitOfWork) -> None:
    """Take a wrong link away."""
    if command.link not in letter.links:
        raise NotLinked("link")
    letter.links = tuple(each for each in letter.links if each != command.link)
    await uow.emit(letter, LetterLinksChanged(link=command.link, how="removed"))
