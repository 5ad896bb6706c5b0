"""Making the paper of a letter that goes out; what it says is printed, and kept nowhere but on the paper."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.papers.typesetting import Content, Manuscript, said, same, signing
from korpu_partners.generated_documents.domain.templates import Template, templates
from korpu_partners.generated_documents.inputs import MakeLetterPaper
from korpu_partners.generated_documents.policies.addressees import addressed
from korpu_partners.generated_documents.refusals import NotOutgoing
from korpu_partners.letters.interface import hold_letter, letter_on_paper


async def letter_paper(command: MakeLetterPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of a letter will say; of a confidential one, readers of the register do not hear it."""
    letter, languages = await letter_on_paper(command.letter_id, uow), command.languages
    if letter.direction != "outgoing" or letter.status == "annulled":
        raise NotOutgoing("letter_id")
    edition = templates.chosen(Template.LETTER, command.template_version, languages)
    subject = letter.about
    addressees, names = await addressed(letter, languages, uow, to_post=command.to_post)
    body = said(LocalizedText.of(command.body), languages, "body")
    content = Content(
        edition=edition,
        languages=languages,
        number=letter.code,
        on=letter.travelled_on,
        title=said(subject, languages, "subject"),
        clauses=[{"heading": same("", languages), "text": body}],
        parties=[],
        more={"addressees": addressees, "signatory": signing(command.signatory, command.signatory_function, languages)},
    )
    recorded = {
        "about": subject,
        "letter_id": letter.id,
        "confidential": letter.confidential,
        "unit": None if letter.confidential else letter.unit,
    }
    return Manuscript(letter, hold_letter, content.with_last_words(), names, recorded)
