"""Taking a wrong paper away from an agreement; what something stands on stays."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.messages.drafting import AgreementDocumentRemoved
from korpu_partners.agreements.records import KeptDocument
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.tables import Agreement
from korpu_partners.files import files
from korpu_partners.people import DEPARTMENT


class NoSuchDocument(Refusal):
    """A paper is known by its reference, and by its file where several share one."""

    code = "agreement-document-unknown"
    status = 422
    text = {
        "az": "Sənədə belə istinadla kağız qoşulmayıb.",
        "en": "No paper with this reference belongs to the agreement.",
        "ru": "Бумаги с такой ссылкой при документе нет.",
        "de": "Zu diesem Vertrag gehört kein Dokument mit diesem Zeichen.",
        "fr": "Aucun document portant cette référence n'appartient à l'accord.",
    }


class DocumentIsEvidence(Refusal):
    """What a signature, an approval, a suspension or an end stands on stays with the agreement."""

    code = "agreement-document-is-evidence"
    text = {
        "az": "Bu fayla imza, razılıq və ya xitam əsaslanır; o, sənəddə qalır.",
        "en": "A signature, an approval or an end of this agreement stands on this file; it stays.",
        "ru": "На этом файле основана подпись, согласование или прекращение; он остаётся.",
        "de": "Auf dieser Datei beruht eine Unterschrift, eine Zustimmung oder das Ende des Vertrags; sie bleibt.",
        "fr": "Une signature, une approbation ou la fin de l'accord repose sur ce fichier ; il reste.",
    }


class RemoveDocument(Changes):
    """Which paper does not belong to the agreement, and why."""

    reference: Annotated[Text, Field(max_length=300)]
    attachment_id: Annotated[UUID | None, Field(description="Its file, where several papers share a reference.")] = None
    reason: Text


@agreements.changes(who=DEPARTMENT, emits=[AgreementDocumentRemoved], refuses=[NoSuchDocument, DocumentIsEvidence])
async def remove_document(agreement: Agreement, command: RemoveDocument, uow: UnitOfWork) -> None:
    """Take a wrong paper away; a file that hangs nowhere else is deleted."""
    gone = next((each for each in agreement.documents if _is_meant(each, command)), None)
    if gone is None:
        raise NoSuchDocument("reference")
    file = gone.attachment
    if file and is_evidence(agreement, file.id):
        raise DocumentIsEvidence("reference")
    agreement.documents = tuple(each for each in agreement.documents if each is not gone)
    if file:
        await files.detach(uow, agreement, file)
    await uow.emit(agreement, AgreementDocumentRemoved(reference=gone.reference, reason=command.reason))


def is_evidence(agreement: Agreement, file: UUID) -> bool:
    """Whether something that was recorded of the agreement stands on this file."""
    recorded = (
        *agreement.signatures,
        *agreement.amendments,
        *(agreement.review, agreement.suspension, agreement.termination, agreement.non_renewal),
    )
    return any(str(file) in each.model_dump_json() for each in recorded if each)


def _is_meant(document: KeptDocument, command: RemoveDocument) -> bool:
    file = document.attachment.id if document.attachment else None
    return document.reference == command.reference and command.attachment_id in {None, file}
