"""Files on things: each aggregate says once that it takes files, and gets the commands by which they come and go."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from pydantic import create_model

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.state import Fact
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import LanguageTag, Text
from korpu_documents.attachments import Attachment, Sha256, Title
from korpu_documents.files import FileService
from korpu_documents.refusals import FileAttachedAlready, TooManyFiles, UnknownAttachment, UnknownFile

MOST_FILES = 50
How = Literal["added", "removed"]
NOT_ADDED = (UnknownFile, FileAttachedAlready, TooManyFiles)
"""Why a file is not added to those that a thing has."""


def require_new(held: Sequence[Attachment], sha256: str) -> None:
    """A thing has each file once, and so many files and no more."""
    if any(each.sha256 == sha256 for each in held):
        raise FileAttachedAlready("file")
    if len(held) >= MOST_FILES:
        raise TooManyFiles("file", limit=MOST_FILES)


def require_attached(held: Sequence[Attachment], attachment_id: UUID) -> Attachment:
    """The file that hangs there under this id."""
    for each in held:
        if each.id == attachment_id:
            return each
    raise UnknownAttachment("attachment_id")


def takes_files(
    definition: AggregateDefinition[Any],
    files: FileService,
    *,
    attach: Sequence[Role],
    remove: Sequence[Role],
    when: Sequence[str] | None = None,
) -> None:
    """Give an aggregate its commands `Attach…File` and `Remove…File`, and its readers the files.

    The table and the state hold them as `files: tuple[Attachment, ...]`. `when` are the statuses in which they change.
    """
    of = definition.name.replace("_", " ")
    changed = _fact(definition, of)

    async def attach_file(aggregate: Any, given: Any, uow: UnitOfWork) -> None:
        if len(aggregate.files) >= MOST_FILES:
            raise TooManyFiles("file", limit=MOST_FILES)
        new = await files.attach(uow, aggregate, given.file, given.title, language=given.language)
        aggregate.files = (*aggregate.files, new)
        await uow.emit(aggregate, _said(changed, new, "added"))

    async def remove_file(aggregate: Any, given: Any, uow: UnitOfWork) -> None:
        gone = require_attached(aggregate.files, given.attachment_id)
        aggregate.files = tuple(each for each in aggregate.files if each.id != gone.id)
        await files.detach(uow, aggregate, gone)
        await uow.emit(aggregate, _said(changed, gone, "removed"))

    attach_file.__doc__ = f"Put a file to the {of}."
    remove_file.__doc__ = "Take a wrong file away; one that hangs nowhere else is deleted."
    files.hang(definition, lambda aggregate: aggregate.files)
    for handler, command, who, refuses in (
        (attach_file, _attaching(definition), attach, [UnknownFile, TooManyFiles]),
        (remove_file, _removing(definition), remove, [UnknownAttachment]),
    ):
        handler.__annotations__ = {"aggregate": definition.table, "given": command, "uow": UnitOfWork, "return": None}
        definition.changes(who=who, when=when, emits=[changed], refuses=refuses)(handler)


def _attaching(definition: AggregateDefinition[Any]) -> type[Changes]:
    return create_model(
        f"Attach{definition.table.__name__}File",
        __base__=Changes,
        __doc__="A file that was uploaded before, by its hash, and what it is.",
        __module__=definition.table.__module__,
        file=(Sha256, ...),
        title=(Title, ...),
        language=(LanguageTag | None, None),
    )


def _removing(definition: AggregateDefinition[Any]) -> type[Changes]:
    return create_model(
        f"Remove{definition.table.__name__}File",
        __base__=Changes,
        __doc__="Which file does not belong there, and why.",
        __module__=definition.table.__module__,
        attachment_id=(UUID, ...),
        reason=(Text, ...),
    )


def _fact(definition: AggregateDefinition[Any], of: str) -> type[Fact]:
    return create_model(
        f"{definition.table.__name__}FilesChanged",
        __base__=Fact,
        __doc__=f"The {of} has one file more, or one less.",
        __module__=definition.table.__module__,
        attachment_id=(UUID, ...),
        how=(How, ...),
    )


def _said(changed: type[Fact], attachment: Attachment, how: How) -> Fact:
    fields: dict[str, Any] = {"attachment_id": attachment.id, "how": how}
    return changed(**fields)
