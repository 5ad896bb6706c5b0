"""What the certificate of somebody says who was at an event."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import our_names
from korpu_documents.papers.refusals import PersonForgotten
from korpu_documents.papers.typesetting import Content, Manuscript, day, labelled, said, signing, titled
from korpu_events.events.interface import EventCourse, course_of
from korpu_events.generated_documents.domain.templates import EventTemplate, templates
from korpu_events.generated_documents.inputs import MakeAttendanceCertificate
from korpu_events.generated_documents.refusals import EventNotHeld, NameMissing, NotAttended
from korpu_events.registrations.interface import (
    RegistrationOnPaper,
    hold_registration_version,
    registration_on_paper,
)


async def attendance_certificate(command: MakeAttendanceCertificate, uow: UnitOfWork) -> Manuscript:
    """What the certificate will say: who was at which event, where, and on which days."""
    registration, languages = await registration_on_paper(command.registration_id, uow), command.languages
    event = await course_of(registration.event_id, uow, "registration_id")
    if not event.over:
        raise EventNotHeld("registration_id")
    if not registration.attended:
        raise NotAttended("registration_id")
    edition = templates.chosen(EventTemplate.ATTENDANCE_CERTIFICATE, command.template_version, languages)
    name = await _name_of(registration, command.name, edition.template, uow)
    first, last = _days(event)
    content = Content(
        edition=edition,
        languages=languages,
        number=registration.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[edition.clause("attended", languages, {})],
        parties=[],
        more={
            "particulars": labelled(
                edition,
                {
                    "name": name,
                    "event": said(event.title, languages, "title"),
                    "first-day": day(first, languages),
                    "last-day": day(last, languages) if last != first else None,
                    "place": event.place,
                },
            ),
            "closing": edition.clause("closing", languages, {}),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    uow.correlation_id = uow.correlation_id or event.correlation_id
    recorded: dict[str, Any] = {
        "about": templates.title_of(edition.template, edition.version),
        "event_id": event.id,
        "registration_id": registration.id,
        "person_id": registration.person_id,
        "person_ids": (registration.person_id or registration.id,),
        "unit": registration.unit,
    }
    return Manuscript(registration, hold_registration_version, content, {None: our_names(languages)}, recorded)


async def _name_of(registration: RegistrationOnPaper, given: str | None, template: str, uow: UnitOfWork) -> str:
    """As the guest registered, unless it is to be printed otherwise; of an account only what is said here."""
    if registration.forgotten:
        raise PersonForgotten("registration_id")
    name = given or registration.name
    if name is None:
        raise NameMissing("name")
    await uow.log_read([registration.person_id or registration.id], ["name"], f"paper:{template}")
    return name


def _days(event: EventCourse) -> tuple[date, date]:
    """Its first and its last day, by the clocks there."""
    zone = ZoneInfo(event.time_zone)
    return event.starts.astimezone(zone).date(), event.ends.astimezone(zone).date()
