"""Making the paper of a letter that goes out; what it says is printed, and kept nowhere but on the paper."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.generated_documents.domain.editions import Template
from korpu_partners.generated_documents.inputs import MakeLetterPaper
from korpu_partners.generated_documents.policies.addressees import addressed
from korpu_partners.generated_documents.policies.typesetting import Content, Manuscript, chosen, said, same
from korpu_partners.generated_documents.refusals import NotOutgoing
from korpu_partners.letters.interface import letter_on_paper


async def letter_paper(command: MakeLetterPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of a letter will say; of a confidential one, readers of the register do not hear it."""
    letter, languages = await letter_on_paper(command.letter_id, uow), command.languages
    if letter.direction != "outgoing" or letter.status == "annulled":
        raise NotOutgoing("letter_id")
    edition = chosen(Template.LETTER, command.template_version, languages)
    subject = letter.about
    addressees, names = await addressed(letter, languages, uow, to_post=command.to_post)
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
