"""Rows that are people through whom a partner is reached: whose they are, who is known, and how they are taken back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, JSONPATH
from sqlmodel import col
from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.imports.policies.partner_matching import meant, named
from korpu_partners.organisations.commands.add_contact import AddContact
from korpu_partners.organisations.domain.contacts import require_ordered_days
from korpu_partners.organisations.facts import OrganisationContactsChanged
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.refusals.general import ContactReversed
from korpu_partners.organisations.tables import Organisation
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.day_order import WrittenDays
from korpu_registers.reading.phones import numbers
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import Reading, remarks_of
from korpu_registers.reading.words import country, meaning
from korpu_registers.refusals.notices import DoubleInFile
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.register import Entered, registered

PATHS = {"valid_from": "since", "valid_to": "until"}
NEEDED = ("partner",)
COORDINATES = "coordinator"


@dataclass(frozen=True)
class NewContact:
    """A contact that a row describes, and whose it is."""

    organisation_id: UUID
    contact: Contact


Judged = tuple[Verdict, NewContact | None]


async def judge(rows: Sequence[Given], days: WrittenDays, file: str, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row; a contact with a known address or name of the same partner is offered."""
    partners = await named((each.values.get("partner") for each in rows), uow)
    seen: list[NewContact] = []
    return [_judged(each, days, f"{file}, {each.row}", partners, seen) for each in rows]


async def enter(judged: Sequence[Judged], uow: UnitOfWork) -> list[Entered]:
    """Give each partner its new contacts; the row keeps which contact it made."""
    entered: list[Entered] = []
    for verdict, made in judged:
        if made is None:
            entered.append((verdict, None))
            continue
        organisation = await uow.lock(Organisation, made.organisation_id)
        organisation.contacts = (*organisation.contacts, made.contact)
        await uow.emit(organisation, OrganisationContactsChanged(contact_id=made.contact.id, how="added"))
        entered.append((registered(verdict).model_copy(update={"thing_id": organisation.id}), made.contact.id))
    return entered


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps contacts from being taken back: what the persons have agreed to since."""
    found = [each for each in await _holding(ids, uow) if any(one.contact_id in ids for one in each.consents)]
    return [each.code for each in found[:10]]


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Forget the contacts that an import entered."""
    for each in await _holding(ids, uow):
        organisation = await uow.lock(Organisation, each.id)
        gone = [one.id for one in organisation.contacts if one.id in ids]
        organisation.contacts = tuple(one for one in organisation.contacts if one.id not in gone)
        for contact_id in gone:
            await uow.emit(organisation, OrganisationContactsChanged(contact_id=contact_id, how="purged"))


async def _holding(ids: Sequence[UUID], uow: UnitOfWork) -> list[Organisation]:
    """The organisations that have one of these contacts, in one order."""
    held = func.jsonb_path_query_array(cast(col(Organisation.contacts), JSONB), cast("$[*].id", JSONPATH))
    wanted = (
        select(Organisation)
        .where(held.op("?|")(cast([str(each) for each in ids], ARRAY(Text))))
        .order_by(col(Organisation.id))
    )
    return list(await uow.session.scalars(wanted)) if ids else []


def _judged(
    given: Given, days: WrittenDays, evidence: str, partners: Mapping[str, list[Organisation]], seen: list[NewContact]
) -> Judged:
    reading = Reading(given.values, days.but(given.mended))
    reading.wrong += [Remark(field=name, code="missing-field") for name in NEEDED if not given.values.get(name)]
    partner = meant(reading, "partner", partners)
    contact = _contact(reading, evidence, partner)
    if contact is None or partner is None or reading.wrong:
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(reading.wrong)), None
    alike = [each for each in partner.contacts if _alike(contact, each)]
    if any(_says_nothing_new(contact, each) for each in alike):
        return Verdict(outcome=Outcome.UNCHANGED, thing_id=partner.id), None
    made = NewContact(partner.id, contact)
    double = any(each.organisation_id == partner.id and _alike(contact, each.contact) for each in seen)
    seen.append(made)
    if given.another or not (alike or double):
        return Verdict(outcome=Outcome.WOULD_REGISTER, remarks=tuple(reading.notes)), made
    remarks = [Remark(field="name", code=DoubleInFile.code)] if double and not alike else []
    return Verdict(outcome=Outcome.OFFERED, remarks=(*remarks, *reading.notes), offered=(partner.id,)), None


def _contact(reading: Reading, evidence: str, partner: Organisation | None) -> Contact | None:
    values = reading.values
    role = meaning("contact", values["role"]) if values.get("role") else COORDINATES
    if role is None:
        reading.wrong.append(Remark(field="role", code=KindNotKnown.code))
    since, until = reading.day("since"), reading.day("until", last=True)
    place = partner.country if partner else country(values.get("country", ""))
    words: dict[str, Any] = {
        "role": role,
        "name": values.get("name"),
        "position": values.get("position"),
        "mailbox": values.get("mailbox"),
        "email": reading.only("email", lambda text: re.split(r"[;,\s]+", text)),
        "phone": reading.only("phone", lambda text: numbers(text, place)),
        "valid_from": since.day if since else None,
        "valid_to": until.day if until else None,
    }
    if not any(words[each] for each in ("name", "mailbox", "email", "phone")):
        reading.wrong.append(Remark(field="name", code="missing-field"))
    if reading.wrong:
        return None
    try:
        told = AddContact.model_validate({"id": uuid7(), **{name: each for name, each in words.items() if each}})
        require_ordered_days(told.valid_from, told.valid_to, "valid_to")
    except ValidationError as wrong:
        reading.wrong += remarks_of(wrong, lambda path: PATHS.get(path, path))
        return None
    except ContactReversed as why:
        reading.wrong.append(Remark(field="until", code=why.code, details=why.details))
        return None
    contact = Contact(id=uuid7(), **told.model_dump(include=set(words)))
    if contact.personal:
        contact = contact.model_copy(update={"ground": "office", "evidence": evidence})
    return contact


def _addresses(one: Contact) -> set[str]:
    return {each.casefold() for each in (one.email, one.mailbox) if each}


def _alike(one: Contact, other: Contact) -> bool:
    """One address is one contact, and so is one name at one partner."""
    return bool(_addresses(one) & _addresses(other)) or bool(one.name and other.name and _name(one) == _name(other))


def _name(one: Contact) -> str:
    return fold(one.name or "")


def _says_nothing_new(one: Contact, other: Contact) -> bool:
    """Whether all that a row says is known of this contact."""
    told = ("role", "name", "position", "email", "phone", "mailbox", "valid_from", "valid_to")
    said = {name: each for name in told if (each := getattr(one, name)) is not None}
    return all(getattr(other, name) == each for name, each in said.items())
