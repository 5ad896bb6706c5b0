"""Looking after an agreement: its title, its papers, its people, and the exceptions that the head allows."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Texts
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Text
from korpu_documents.attachments import Sha256
from korpu_documents.refusals import UnknownFile
from korpu_partners.agreements.lifecycle import BINDING, UNSIGNED
from korpu_partners.agreements.messages.drafting import (
    AgreementAssigned,
    AgreementCorrected,
    AgreementDocumentAdded,
    AgreementRuleWaived,
)
from korpu_partners.agreements.records import Document, KeptDocument, Waivable, Waiver
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.tables import Agreement
from korpu_partners.files import files
from korpu_partners.people import DEPARTMENT, HEAD


class RetitleAgreement(Changes):
    """The title in the languages that are given; the others stay."""

    title: Texts


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], emits=[AgreementCorrected])
async def retitle_agreement(agreement: Agreement, command: RetitleAgreement, uow: UnitOfWork) -> None:
    """Correct or translate the title; approvals stand, since the terms do."""
    agreement.title = agreement.title.edited(command.title)
    await uow.emit(agreement, AgreementCorrected())


class AssignAgreement(Changes):
    """Who looks after the agreement and is reminded."""

    owner: Subject
    backup: Subject | None = None


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], emits=[AgreementAssigned])
async def assign_agreement(agreement: Agreement, command: AssignAgreement, uow: UnitOfWork) -> None:
    """Hand the agreement to those who look after it from now on."""
    agreement.owner, agreement.backup = command.owner, command.backup
    await uow.emit(agreement, AgreementAssigned(owner=command.owner, backup=command.backup))


class AddDocument(Changes):
    """A paper that belongs to the agreement, and its file if it was uploaded before."""

    document: Document
    file: Sha256 | None = None


@agreements.changes(who=DEPARTMENT, emits=[AgreementDocumentAdded], refuses=[UnknownFile])
async def add_document(agreement: Agreement, command: AddDocument, uow: UnitOfWork) -> None:
    """Put a paper to the agreement; it changes no terms."""
    paper, attachment = command.document, None
    if command.file:
        attachment = await files.attach(uow, agreement, command.file, paper.title, language=paper.language)
    kept = KeptDocument(**paper.model_dump(), attachment=attachment)
    agreement.documents = (*agreement.documents, kept)
    await uow.emit(agreement, AgreementDocumentAdded(reference=command.document.reference))


class WaiveRule(Changes):
    """The exception, and why it is allowed."""

    rule: Waivable
    reason: Text


@agreements.changes(who=[HEAD], when=[*UNSIGNED, *BINDING], emits=[AgreementRuleWaived])
async def waive_rule(agreement: Agreement, command: WaiveRule, uow: UnitOfWork) -> None:
    """Allow a second agreement of the same kind with a partner, or one longer than five years."""
    waiver = Waiver(rule=command.rule, reason=command.reason, by=uow.principal.subject, on=uow.today)
    agreement.waivers = (*agreement.waivers, waiver)
    await uow.emit(agreement, AgreementRuleWaived(rule=command.rule, reason=command.reason))
