"""Making the paper of an agreement, and the notice that ends it."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.papers.typesetting import Content, Manuscript, day, said, same, signing
from korpu_partners.agreements.interface import agreement_on_paper, hold_agreement
from korpu_partners.generated_documents.domain.templates import Template, templates
from korpu_partners.generated_documents.inputs import MakeAgreementPaper, MakeTerminationPaper
from korpu_partners.generated_documents.policies.addressees import posted
from korpu_partners.generated_documents.policies.agreement_content import (
    bound_by,
    content_of,
    copies_of,
    parties_of,
    terms_of,
)
from korpu_partners.generated_documents.policies.sides import require_room, sides_of
from korpu_partners.generated_documents.refusals import NotBinding

BINDING = ("awaiting_start", "in_force", "expiring", "suspended")


async def agreement_paper(command: MakeAgreementPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of an agreement will say."""
    agreement = await agreement_on_paper(command.agreement_id, uow)
    template = Template.MEMORANDUM if agreement.kind == "memorandum" else Template.AGREEMENT
    edition = templates.chosen(template, command.template_version, command.languages)
    if command.parties or command.copies_each > 1:
        require_room(edition)
    terms, version, digest = terms_of(agreement, draft=command.draft)
    names = await parties_of([terms], command.languages, uow)
    closing, copies = copies_of(terms, command.copies_each, edition, command.languages)
    content = content_of(agreement, terms, names, edition, command.languages, uow.today).with_more(
        sides=await sides_of(terms, command, names, edition, uow), closing=closing
    )
    recorded = {
        "about": agreement.title,
        "agreement_id": agreement.id,
        "unit": agreement.unit,
        "terms_version": version,
        "terms_hash": digest,
        "copies": copies if closing else None,
    }
    return Manuscript(agreement, hold_agreement, content.marked(draft=command.draft), bound_by(terms, names), recorded)


async def termination_paper(command: MakeTerminationPaper, uow: UnitOfWork) -> Manuscript:
    """What the notice will say."""
    languages = command.languages
    agreement = await agreement_on_paper(command.agreement_id, uow)
    if agreement.status not in BINDING:
        raise NotBinding("agreement_id")
    edition = templates.chosen(Template.TERMINATION, command.template_version, languages)
    if command.signatory:
        require_room(edition)
    names = await parties_of([{**agreement.terms, "conditions": []}], languages, uow)
    title = agreement.title
    values = {
        "title": said(title, languages, "title"),
        "number": same(agreement.code, languages),
        "effective": day(command.effective, languages),
        "reason": said(LocalizedText.of(command.reason), languages, "reason"),
    }
    content = Content(
        edition=edition,
        languages=languages,
        number=agreement.code,
        on=uow.today,
        title={language: edition.title[language] for language in languages},
        clauses=[edition.clause(each, languages, values) for each in ("ends-on", "why")],
        parties=list(names.values()),
        more={
            "addressees": await posted(list(filter(None, names)), languages, uow),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    recorded = {"about": title, "agreement_id": agreement.id, "unit": agreement.unit, "effective": command.effective}
    return Manuscript(agreement, hold_agreement, content.with_last_words(), names, recorded)
