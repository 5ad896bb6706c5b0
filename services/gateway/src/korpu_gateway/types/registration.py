"""Registrations for events as the portal sees them: who guests are, the owner tells the office alone."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import REGISTRATIONS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, word, yes_no
from korpu_gateway.reads.declared import aggregate
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import one
from korpu_gateway.types.lists.registration import RegistrationFilter, RegistrationOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.registration import RegistrationCanceller, RegistrationStatus

if TYPE_CHECKING:
    from korpu_gateway.types.event import Event
    from korpu_gateway.types.person import Person


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="events.registrations.v1",
    plural="registrations",
    listed="Registrations for events, by code.",
    readers={OFFICE | {"rectorate", "auditor"}: everything, COORDINATOR: of_unit(), SIGNED_IN: own()},
    columns=(
        reference("event_id"),
        reference("person_id"),
        word("country"),
        yes_no("guest"),
        ordered("line", empty="~"),
        ordered("registered_at"),
    ),
    prepared=_prepared,
    filter=RegistrationFilter,
    order=RegistrationOrder,
    came_of=("event_id",),
)
class Registration(Node):
    """Somebody who wants to come to an event: with an account, or as a guest."""

    status: RegistrationStatus = at()
    event: "Event | None" = one("event", "event_id")
    person: "Person | None" = one("person", "person_id")
    guest: bool = at()
    country: str | None = at()
    line: int | None = at()
    confirm_until: datetime | None = at()
    registered_at: datetime | None = at()
    attended_at: datetime | None = at()
    cancelled_by: RegistrationCanceller | None = at()
    forgotten: bool = at()
    name: str | None = told(REGISTRATIONS, "name", description="Of a guest, as the owner tells it.")
    email: str | None = told(REGISTRATIONS, "email", description="Of a guest, as the owner tells it.")
    affiliation: str | None = told(REGISTRATIONS, "affiliation", description="Of a guest, as the owner tells it.")
    note: str | None = told(REGISTRATIONS, "note", description="What a guest said when calling it off.")
    written_to_in: str | None = told(REGISTRATIONS, "language", description="The language in which a guest reads.")
    online_link: str | None = told(REGISTRATIONS, "online_link", description="For whoever has a place.")
    ticket: str | None = told(REGISTRATIONS, "ticket", description="For whoever has a place, to show at the door.")
    ticket_drawing: str | None = told(REGISTRATIONS, "qr", description="The ticket as a QR code, in SVG.")
