"""`BringApplicationDocument`: hand in a document that was asked for."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.attachments import Sha256
from korpu_documents.refusals import UnknownFile
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.domain.content import require_asked
from korpu_mobility.applications.domain.lifecycle import WRITABLE
from korpu_mobility.applications.facts import ApplicationDocumentBrought
from korpu_mobility.applications.refusals.content import DocumentNotAsked
from korpu_mobility.applications.tables import Application
from korpu_mobility.files import files
from korpu_mobility.permissions import DESK, THE_PERSON


class BringApplicationDocument(Changes):
    """A file that was uploaded before; it takes the place of one that was brought earlier."""

    document_id: Annotated[UUID, Field(description="Which of the documents that the opportunity asks for.")]
    file: Sha256


@applications.changes(
    who=(*DESK, THE_PERSON),
    when=WRITABLE,
    emits=[ApplicationDocumentBrought],
    refuses=[DocumentNotAsked, UnknownFile],
)
async def bring_application_document(
    application: Application, command: BringApplicationDocument, uow: UnitOfWork
) -> None:
    """Hand in a document that was asked for."""
    before = require_asked(application.handed, command.document_id)
    file = await files.attach(uow, application, command.file, f"Document {application.code}")
    application.brings(command.document_id, file)
    if before.file:
        await files.detach(uow, application, before.file)
    await uow.emit(application, ApplicationDocumentBrought(document_id=command.document_id))
