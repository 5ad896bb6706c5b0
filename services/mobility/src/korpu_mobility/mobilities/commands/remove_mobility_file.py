"""`RemoveMobilityFile`: take a wrong paper away from a stay."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal, Text
from korpu_documents.attaching import require_attached
from korpu_documents.refusals import UnknownAttachment
from korpu_mobility.files import files
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.papers import TAKES_FILES
from korpu_mobility.mobilities.facts import MobilityFilesChanged
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import DESK


class RemoveMobilityFile(Changes):
    """Which paper does not belong there, and why."""

    attachment_id: UUID
    reason: Annotated[Text, Personal, Field(max_length=1000)]


@mobilities.changes(who=DESK, when=TAKES_FILES, emits=[MobilityFilesChanged], refuses=[UnknownAttachment])
async def remove_mobility_file(mobility: Mobility, command: RemoveMobilityFile, uow: UnitOfWork) -> None:
    """Take a wrong paper away; one that hangs nowhere else is deleted."""
    gone = require_attached(mobility.attachments, command.attachment_id)
    [kind] = [each.kind for each in mobility.files if each.file.id == gone.id]
    uow.why = mobility.corrected_for(command.reason)
    mobility.files = tuple(each for each in mobility.files if each.file.id != gone.id)
    await files.detach(uow, mobility, gone)
    await uow.emit(mobility, MobilityFilesChanged(attachment_id=gone.id, kind=kind, how="removed"))
