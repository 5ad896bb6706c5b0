"""The restricted file: passports, visas and health notes, and the clock that empties it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import delete
from sqlmodel import col

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_chassis.validation.codes import Country, Day, Personal, Text
from korpu_mobility.people.lifecycle import Status
from korpu_mobility.people.messages import PersonFileChanged
from korpu_mobility.people.retention import DocumentKind, keep_until
from korpu_mobility.people.room import ITSELF, people
from korpu_mobility.people.tables import FiledDocument, Person, RestrictedDocument
from korpu_mobility.roles import AUDITOR, OFFICE

MAY_READ = {
    DocumentKind.PASSPORT: (*OFFICE, AUDITOR, ITSELF),
    DocumentKind.VISA: (*OFFICE, AUDITOR, ITSELF),
    # Health is nobody's business who does not arrange the stay: an auditor sees that the note exists and who read it.
    DocumentKind.HEALTH: (*OFFICE, ITSELF),
}


class RecordDocument(Changes):
    """A passport, a visa or a health note goes into the restricted file."""

    kind: DocumentKind
    number: Annotated[Text | None, Personal, Field(max_length=60)] = None
    country: Annotated[Country | None, Personal] = None
    expires: Annotated[Day | None, Personal] = None
    details: Annotated[Text | None, Personal, Field(description="What those who arrange the stay must know.")] = None


@people.changes(who=(*OFFICE, ITSELF), when=[Status.REGISTERED], emits=[PersonFileChanged])
async def record_document(person: Person, command: RecordDocument, uow: UnitOfWork) -> None:
    """Put a document into the restricted file; it goes by itself when its retention ends."""
    until = keep_until(command.kind, uow.today, command.expires)
    document = RestrictedDocument(
        **command.model_dump(include={"kind", "number", "country", "expires", "details"}),
        person_id=person.id,
        keep_until=until,
        recorded_by=uow.principal.subject,
        recorded_at=uow.now,
    )
    uow.session.add(document)
    person.documents = (*person.documents, FiledDocument(id=document.id, keep_until=until))
    await uow.emit(person, PersonFileChanged())


@people.due("retention", emits=[PersonFileChanged])
async def documents_expire(person: Person, deadline: Deadline, uow: UnitOfWork) -> None:
    """Documents whose last day is over leave the restricted file."""
    day = deadline.at.astimezone(BAKU).date()
    await uow.session.execute(
        delete(RestrictedDocument).where(
            col(RestrictedDocument.person_id) == person.id, col(RestrictedDocument.keep_until) <= day
        )
    )
    person.documents = tuple(document for document in person.documents if _stays(document, day))
    await uow.emit(person, PersonFileChanged())


async def documents_of(person: Person, uow: UnitOfWork) -> Sequence[RestrictedDocument]:
    """Those documents of a person that the caller may see; each kind has its own permission."""
    kinds = [kind for kind, roles in MAY_READ.items() if any(role.admits(uow.principal, person) for role in roles)]
    return await uow.find(
        RestrictedDocument, col(RestrictedDocument.person_id) == person.id, col(RestrictedDocument.kind).in_(kinds)
    )


async def empty_file(person_id: UUID, uow: UnitOfWork) -> None:
    """Destroy all restricted documents of a person."""
    await uow.session.execute(delete(RestrictedDocument).where(col(RestrictedDocument.person_id) == person_id))


def _stays(document: FiledDocument, day: date) -> bool:
    return document.keep_until > day
