"""Who can be reached at the organisation of a row: its contacts, however its telephones and addresses are written."""

import re
from collections.abc import Mapping
from itertools import islice, zip_longest

from pydantic import ValidationError
from uuid_utils.compat import uuid7

from korpu_partners.organisations.commands.add_contact import AddContact
from korpu_partners.organisations.parts import Contact
from korpu_registers.parts import Remark
from korpu_registers.reading.phones import numbers
from korpu_registers.reading.values import remarks_of
from korpu_registers.reading.words import country

MOST_CONTACTS = 10


def reached(values: Mapping[str, str], evidence: str) -> tuple[tuple[Contact, ...], list[Remark]]:
    """Who can be reached there; further addresses and numbers of one cell are further contacts of the same name."""
    emails = [each for each in re.split(r"[;,\s]+", values.get("email", "")) if each]
    phone = values.get("phone")
    phones = numbers(phone, country(values.get("country", ""))) if phone else []
    contacts = []
    for email, number in islice(zip_longest(emails, phones), MOST_CONTACTS) if emails or phones else [(None, None)]:
        given = {"name": values.get("contact"), "email": email, "phone": number}
        words = {name: text for name, text in given.items() if text}
        if not words:
            return (), []
        try:
            known = AddContact.model_validate({"id": uuid7(), "role": "coordinator", **words})
        except ValidationError as wrong:
            return (), remarks_of(wrong, lambda path: "contact" if path == "name" else path)
        person = Contact(id=uuid7(), role="coordinator", name=known.name, email=known.email, phone=known.phone)
        contacts.append(person.model_copy(update={"ground": "office", "evidence": evidence}))
    return tuple(contacts), []
