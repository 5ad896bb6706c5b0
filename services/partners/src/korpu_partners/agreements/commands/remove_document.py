"""`RemoveDocument`: take a wrong paper away; a file that hangs nowhere else is deleted."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.removal import is_evidence, is_meant
from korpu_partners.agreements.facts import AgreementDocumentRemoved
from korpu_partners.agreements.inputs import RemoveDocument
from korpu_partners.agreements.refusals.documents import DocumentIsEvidence, NoSuchDocument
from korpu_partners.agreements.tables import Agreement
from korpu_partners.files import files
from korpu_partners.permissions import DEPARTMENT


@agreements.changes(who=DEPARTMENT, emits=[AgreementDocumentRemoved], refuses=[NoSuchDocument, DocumentIsEvidence])
async def remove_document(agreement: Agreement, command: RemoveDocument, uow: UnitOfWork) -> None:
    """Take a wrong paper away; a file that hangs nowhere else is deleted."""
    gone = next((each for each in agreement.documents if is_meant(each, command)), None)
    if gone is None:
        raise NoSuchDocument("reference")
    file = gone.attachment
    if file and is_evidence(agreement, file.id):
        raise DocumentIsEvidence("reference")
    agreement.documents = tuple(each for each in agreement.documents if each is not gone)
    if file:
        await files.detach(uow, agreement, file)
    await uow.emit(agreement, AgreementDocumentRemoved(reference=gone.reference, reason=command.reason))
