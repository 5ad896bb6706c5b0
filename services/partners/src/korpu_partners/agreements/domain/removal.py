"""Which papers of an agreement nothing stands on."""

from uuid import UUID

from korpu_partners.agreements.inputs import RemoveDocument
from korpu_partners.agreements.records import KeptDocument
from korpu_partners.agreements.tables import Agreement


def is_evidence(agreement: Agreement, file: UUID) -> bool:
    """Whether something that was recorded of the agreement stands on this file."""
    recorded = (
        *agreement.signatures,
        *agreement.amendments,
        *(agreement.review, agreement.suspension, agreement.termination, agreement.non_renewal),
    )
    return any(str(file) in each.model_dump_json() for each in recorded if each)


def is_meant(document: KeptDocument, command: RemoveDocument) -> bool:
    """Whether a command names this document."""
    file = document.attachment.id if document.attachment else None
    return document.reference == command.reference and command.attachment_id in {None, file}
