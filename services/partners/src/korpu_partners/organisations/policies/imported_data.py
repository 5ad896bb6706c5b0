"""What old registers brought of contact persons is forgotten with them."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.imports.interface import forget_in_rows
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.tables import Organisation

SHORTEST = 5
"""A name of fewer letters would be found inside other words."""


async def forget_brought(organisation: Organisation, contact: Contact, uow: UnitOfWork) -> None:
    """Blank the rows that this organisation came from, and every cell of others that names this person."""
    words = [text for text in (contact.name, contact.email, contact.phone) if text and len(text) >= SHORTEST]
    await forget_in_rows([organisation.id, *organisation.aliases], words, uow)
