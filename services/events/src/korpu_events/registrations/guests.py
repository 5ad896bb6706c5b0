"""What a guest does by a link: confirm the address, see how the registration stands, and call it off."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.links import Guests
from korpu_events.events.interface import course_of
from korpu_events.feedback.interface import Comer, asked_of
from korpu_events.generated_documents.interface import certificates_of
from korpu_events.guest_links import guest_links
from korpu_events.places.interface import hold_places
from korpu_events.registrations.aggregate import DESK, registrations
from korpu_events.registrations.domain.capacity import require_not_begun, require_open
from korpu_events.registrations.domain.vocabulary import HELD, Canceller, RegistrationStatus
from korpu_events.registrations.facts import RegistrationLinkOpened, RegistrationLinkRevoked
from korpu_events.registrations.policies.allocation import cancel, take_place
from korpu_events.registrations.policies.tickets import shown_ticket, ticket_as_qr
from korpu_events.registrations.refusals import AddressConfirmed, NoLinkNeeded
from korpu_events.registrations.rules import kept_until
from korpu_events.registrations.tables import Registration

SIDE = "guest"
TO_CONFIRM, MADE = "to_confirm", "made"
ANSWERS: Mapping[str, list[str]] = {RegistrationStatus.PENDING: ["accept", "reject"], RegistrationStatus.ATTENDED: []}


def content(registration: Registration) -> str | None:
    """A link that confirms an address shows nothing afterwards; a further one shows what was made."""
    if registration.status == RegistrationStatus.PENDING:
        return TO_CONFIRM
    return MADE if registration.status in (*HELD, RegistrationStatus.ATTENDED) and not registration.forgotten else None


def about(registration: Registration) -> Sequence[UUID]:
    """Each look is written down under the registration: it is all that we know of a guest."""
    return [registration.id]


async def shows(registration: Registration, uow: UnitOfWork) -> Mapping[str, Any]:
    """What the event is, and how the registration stands; how to take part online, whoever has a place."""
    event = await course_of(registration.event_id, uow, None)
    has_place = registration.status == RegistrationStatus.REGISTERED
    told: dict[str, Any] = {
        "code": registration.code,
        "event": event.title.text(uow.principal.language or registration.language or "az"),
        "status": registration.status,
        "starts": event.starts.isoformat(),
        "ends": event.ends.isoformat(),
        "time_zone": event.time_zone,
        "place": event.place,
        "name": registration.name,
        "answers": ANSWERS.get(registration.status, ["reject"]),
    }
    if registration.status == RegistrationStatus.ATTENDED:
        return told | await _afterwards(registration, uow)
    if has_place:
        told |= {"ticket": shown_ticket(registration), "qr": ticket_as_qr(registration)}
    return told | ({"online_link": event.online_link} if has_place and event.online_link else {})


async def _afterwards(registration: Registration, uow: UnitOfWork) -> dict[str, Any]:
    """What waits for whoever was there: questions, as long as they are open, and certificates."""
    asked = await asked_of(Comer(registration.id, registration.event_id), uow)
    language = uow.principal.language or registration.language or "az"
    return {
        "feedback": [{"id": str(each.id), "kind": each.kind, "text": each.text.text(language)} for each in asked],
        "certificates": [
            {"id": str(each.id), "number": each.number, "languages": each.languages}
            for each in await certificates_of(registration.id, uow)
        ],
    }


def invites(registration: Registration, side: str) -> None:
    """A link is for a guest, while the registration stands."""
    if side != SIDE or not registration.guest or content(registration) is None:
        raise NoLinkNeeded("side")


async def accepts(registration: Registration, _: str, uow: UnitOfWork) -> None:
    """The address is confirmed: there is a place, or a last one in line."""
    if registration.status != RegistrationStatus.PENDING:
        raise AddressConfirmed
    places = await hold_places(registration.event_id, uow, None)
    event = await course_of(registration.event_id, uow, None)
    require_open(event, uow.now)
    await take_place(registration, event, places, uow)


async def rejects(registration: Registration, _: str, comment: str, uow: UnitOfWork) -> None:
    """The guest does not come; what is said with it is for the office."""
    places = await hold_places(registration.event_id, uow, None)
    event = await course_of(registration.event_id, uow, None)
    require_not_begun(event, uow.now)
    registration.note = comment
    await cancel(registration, Canceller.REGISTRANT, event, places, uow)


async def goes_on(registration: Registration, uow: UnitOfWork) -> datetime | None:
    """By the further link the guest sees the registration, then questions and certificates, while we know them."""
    event = await course_of(registration.event_id, uow, None)
    return end_of_day(kept_until(event.ends.astimezone(ZoneInfo(event.time_zone)).date()))


guest_links.let_in(
    Guests(
        registrations,
        who=DESK,
        content=content,
        about=about,
        shows=shows,
        invites=invites,
        opened=lambda _: RegistrationLinkOpened(),
        revoked=lambda _: RegistrationLinkRevoked(),
        accepts=accepts,
        rejects=rejects,
        goes_on=goes_on,
    )
)
registrations.also_emits(RegistrationLinkOpened, RegistrationLinkRevoked)
