"""Making the paper of an agreement, and the notice that ends it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Day
from korpu_partners.papers.agreements import bound_by, content_of, parties_of, terms_of
from korpu_partners.papers.asking import REFUSES, Making
from korpu_partners.papers.editions import Template
from korpu_partners.papers.lifecycle import NotBinding, NothingApproved, PaperStatus
from korpu_partners.papers.making import Content, Manuscript, chosen, day, make, said, same
from korpu_partners.papers.messages import PaperMade
from korpu_partners.papers.room import papers
from korpu_partners.papers.subjects import agreement_named
from korpu_partners.papers.tables import Paper
from korpu_partners.people import DEPARTMENT

BINDING = ("awaiting_start", "in_force", "expiring", "suspended")


class MakeAgreementPaper(Making):
    """The paper of an agreement: its approved or signed terms, or a draft that is marked so."""

    agreement_id: UUID
    draft: Annotated[bool, Field(description="Print the present terms, with a watermark.")] = False


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NothingApproved])
async def make_agreement_paper(command: MakeAgreementPaper, uow: UnitOfWork) -> Paper:
    """Make the paper of an agreement in one language or in two side by side."""
    return await make(await agreement_paper(command, uow), uow)


async def agreement_paper(command: MakeAgreementPaper, uow: UnitOfWork) -> Manuscript:
    """What the paper of an agreement will say."""
    agreement = await agreement_named(command.agreement_id, uow)
    template = Template.MEMORANDUM if agreement.kind == "memorandum" else Template.AGREEMENT
    edition = chosen(template, command.template_version, command.languages)
    terms, version, digest = terms_of(agreement, draft=command.draft)
    names = await parties_of([terms], command.languages, uow)
    content = content_of(agreement, terms, names, edition, command.languages, uow.today)
    recorded = {
        "about": LocalizedText.model_validate(agreement.title),
        "agreement_id": agreement.id,
        "unit": agreement.unit,
        "terms_version": version,
        "terms_hash": digest,
    }
    return Manuscript(agreement, content.marked(draft=command.draft), bound_by(terms, names), recorded)


class MakeTerminationPaper(Making):
    """The notice that ends an agreement; the reason is printed, and holds no names of persons."""

    agreement_id: UUID
    effective: Annotated[Day, Field(description="The first day on which it does not bind any more.")]
    reason: Texts


@papers.creates(who=DEPARTMENT, to=[PaperStatus.ISSUED], emits=[PaperMade], refuses=[*REFUSES, NotBinding])
async def make_termination_paper(command: MakeTerminationPaper, uow: UnitOfWork) -> Paper:
    """Make the notice of termination that `TerminateAgreement` then names as its document."""
    return await make(await termination_paper(command, uow), uow)


async def termination_paper(command: MakeTerminationPaper, uow: UnitOfWork) -> Manuscript:
    """What the notice will say."""
    languages = command.languages
    agreement = await agreement_named(command.agreement_id, uow)
    if agreement.status not in BINDING:
        raise NotBinding("agreement_id")
    edition = chosen(Template.TERMINATION, command.template_version, languages)
    names = await parties_of([{**agreement.terms, "conditions": []}], languages, uow)
    title = LocalizedText.model_validate(agreement.title)
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
    )
    recorded = {"about": title, "agreement_id": agreement.id, "unit": agreement.unit, "effective": command.effective}
    return Manuscript(agreement, content, names, recorded)
