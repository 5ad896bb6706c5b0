"""Making the paper of a letter that goes out; what it says is printed, and kept nowhere but on the paper."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Personal, Text
from korpu_partners.papers.addressees import addressees_of
from korpu_partners.papers.asking import REFUSES, Making
from korpu_partners.papers.editions import Template
from korpu_partners.papers.lifecycle import NotOutgoing, PaperStatus
from korpu_partners.papers.making import Content, Manuscript, chosen, make, said, same
from korpu_partners.papers.messages import PaperMade
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import letter_named
from korpu_partners.papers.tables import Paper
from korpu_partners.people import DEPARTMENT


class MakeLetterPaper(Making):
    """What an outgoing letter says; it is printed, and kept nowhere but on the paper."""

    letter_id: UUID
    body: Annotated[Texts, Personal]
    signatory: Annotated[Text | None, Personal, Field(max_length=200)] = None
    signatory_function: Texts | None = None
    to_post: Annotated[
        bool, Field(description="Print where the addressees get their post, of those of whom we know it.")
    ] = True


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NotOutgoing])
async def make_letter_paper(command: MakeLetterPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of a letter that goes out, with the words of its author."""
    return await make(await letter_paper(command, uow), uow)


async def letter_paper(command: MakeLetterPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of a letter will say; of a confidential one, readers of the register do not hear it."""
    letter, languages = await letter_named(command.letter_id, uow), command.languages
    if letter.direction != "outgoing" or letter.status == "annulled":
        raise NotOutgoing("letter_id")
    edition = chosen(Template.LETTER, command.template_version, languages)
    subject = LocalizedText.model_validate(letter.about)
    addressees, names = await addressees_of(letter, languages, uow, to_post=command.to_post)
    content = Content(
        edition=edition,
        languages=languages,
        number=letter.code,
        on=letter.travelled_on,
        title=said(subject, languages, "subject"),
        clauses=[{"text": said(LocalizedText.of(command.body), languages, "body")}],
        parties=[],
        more={"addressees": addressees, "signatory": _signatory(command)},
    )
    recorded = {
        "about": subject,
        "letter_id": letter.id,
        "confidential": letter.confidential,
        "unit": None if letter.confidential else letter.unit,
    }
    return Manuscript(letter, content, names, recorded)


def _signatory(command: MakeLetterPaper) -> dict[str, object] | None:
    if command.signatory is None:
        return None
    function = command.signatory_function
    told = said(LocalizedText.of(function), command.languages, "signatory_function") if function else None
    return {"name": command.signatory, "function": told or same("", command.languages)}
