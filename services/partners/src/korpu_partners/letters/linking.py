"""What a letter is about: links to any thing of the office, wherever it is kept."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.known import is_kept
from korpu_partners.letters import messages as says
from korpu_partners.letters.lifecycle import STANDING
from korpu_partners.letters.parts import Link
from korpu_partners.letters.refusals import LinkedAlready, LinkUnknown, NotLinked
from korpu_partners.letters.room import WORKERS, letters
from korpu_partners.letters.tables import Letter

KEPT_HERE = ("organisation", "agreement", "letter", "joint_project", "publication")


class LinkLetter(Changes):
    """The thing that the letter is about."""

    link: Link


@letters.changes(who=WORKERS, when=STANDING, emits=[says.LetterLinksChanged], refuses=[LinkedAlready, LinkUnknown])
async def link_letter(letter: Letter, command: LinkLetter, uow: UnitOfWork) -> None:
    """Link a letter to what it is about; what this service keeps must be there."""
    if command.link in letter.links:
        raise LinkedAlready("link")
    if command.link.id == letter.id or not await is_known(command.link, uow):
        raise LinkUnknown("link")
    letter.links = (*letter.links, command.link)
    await uow.emit(letter, says.LetterLinksChanged(link=command.link, how="added"))


class UnlinkLetter(Changes):
    """The thing that the letter is not about."""

    link: Link


@letters.changes(who=WORKERS, when=STANDING, emits=[says.LetterLinksChanged], refuses=[NotLinked])
async def unlink_letter(letter: Letter, command: UnlinkLetter, uow: UnitOfWork) -> None:
    """Take a wrong link away."""
    if command.link not in letter.links:
        raise NotLinked("link")
    letter.links = tuple(each for each in letter.links if each != command.link)
    await uow.emit(letter, says.LetterLinksChanged(link=command.link, how="removed"))


async def is_known(link: Link, uow: UnitOfWork) -> bool:
    """Whether the thing is there, as far as this service can know; the things of others are taken on trust."""
    return link.kind not in KEPT_HERE or await is_kept(link.kind, link.id, uow)
