"""`AddDocument`: put a paper to the agreement; it changes no terms."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.attachments import Sha256
from korpu_documents.refusals import UnknownFile
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.facts import AgreementDocumentAdded
from korpu_partners.agreements.records import Document, KeptDocument
from korpu_partners.agreements.tables import Agreement
from korpu_partners.files import files
from korpu_partners.permissions import DEPARTMENT


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
