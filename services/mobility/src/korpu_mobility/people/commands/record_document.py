"""`RecordDocument`: put a document into the restricted file; it goes by itself when its retention ends."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, Day, Personal, Text
from korpu_mobility.people.aggregate import ITSELF, people
from korpu_mobility.people.domain.lifecycle import Status
from korpu_mobility.people.domain.retention import DocumentKind, keep_until
from korpu_mobility.people.facts import PersonFileChanged
from korpu_mobility.people.tables import FiledDocument, Person, RestrictedDocument
from korpu_mobility.permissions import OFFICE


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
