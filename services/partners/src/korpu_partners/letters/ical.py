"""The days of letters that somebody sees to."""

from collections.abc import Sequence

from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.domain.lifecycle import OPEN
from korpu_partners.letters.tables import Letter

DUE = {
    "az": "Məktubun icra müddəti",
    "en": "Letter due",
    "ru": "Срок ответа на письмо",
    "de": "Brief fällig",
    "fr": "Lettre à traiter",
}


async def letter_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """When the open letters are due that somebody is assigned to, or stands in for."""
    theirs = (col(Letter.assignee) == whose.subject) | (col(Letter.backup) == whose.subject)
    found = await uow.find(Letter, theirs, col(Letter.status).in_(OPEN), col(Letter.due).is_not(None))
    return [_due(letter) for letter in found if letters.shows(letter, whose)]


def _due(letter: Letter) -> Entry:
    assert letter.due  # noqa: S101 -- only letters that are due are looked for
    key = f"letter-{letter.id}-due"
    return Entry(key, letter.due, DUE, letter.code, letter.subject, letter.version, letter.changed_at)
