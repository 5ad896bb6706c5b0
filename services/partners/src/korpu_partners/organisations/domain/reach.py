"""Through whom a partner is reached for a task: the agreement's contact, else the unit's, else the organisation's."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, get_args
from uuid import UUID

from pydantic import BaseModel

from korpu_partners.organisations.domain.retention import usable
from korpu_partners.organisations.parts import Contact, ContactRole
from korpu_partners.organisations.tables import Organisation

Level = Literal["agreement", "unit", "organisation"]


class Reach(BaseModel):
    """Whom to turn to for one task, and which level answered."""

    role: ContactRole
    level: Level
    organisation_id: UUID
    unit: str | None = None
    holder_id: UUID
    contact_id: UUID
    mailbox: str | None
    name: str | None
    email: str | None
    phone: str | None


class Reachable(BaseModel):
    """The contacts of one level, and whose they are."""

    level: Level
    holder_id: UUID
    contacts: tuple[Contact, ...]


def first_reached(levels: Iterable[Reachable], role: str, day: date) -> tuple[Reachable, Contact] | None:
    """The first level that has a contact for the task on this day, and of its contacts the one that began last."""
    for level in levels:
        fitting = [each for each in level.contacts if each.role == role and each.has_address and each.holds(day)]
        if fitting:
            return level, max(fitting, key=lambda each: (each.valid_from or date.min, each.id))
    return None


def resolved(organisation_id: UUID, unit: str | None, levels: Sequence[Reachable], day: date) -> list[Reach]:
    """For each task, whom to turn to; nothing for a task that nobody has."""
    found = []
    for role in get_args(ContactRole):
        if answer := first_reached(levels, role, day):
            level, contact = answer
            reach = Reach(
                role=role,
                level=level.level,
                organisation_id=organisation_id,
                unit=unit,
                holder_id=level.holder_id,
                contact_id=contact.id,
                mailbox=contact.mailbox,
                name=contact.name,
                email=contact.email,
                phone=contact.phone,
            )
            found.append(reach)
    return found


def levels_of(line: Sequence[Organisation], agreement_id: UUID | None, day: date) -> list[Reachable]:
    """The agreement's own contacts, then those of the unit, then those above; of persons what may be used."""
    own: list[Reachable] = []
    general: list[Reachable] = []
    for each in line:
        shown = [usable(contact, each.consents, day) for contact in each.contacts]
        level: Level = "organisation" if each is line[-1] else "unit"
        mine = tuple(contact for contact in shown if contact.agreement_id and contact.agreement_id == agreement_id)
        others = tuple(contact for contact in shown if contact.agreement_id is None)
        own.append(Reachable(level="agreement", holder_id=each.id, contacts=mine))
        general.append(Reachable(level=level, holder_id=each.id, contacts=others))
    return [*own, *general]
