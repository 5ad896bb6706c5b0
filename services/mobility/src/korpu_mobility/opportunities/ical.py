"""The days of opportunities that somebody looks after."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.board import LAST_DAY
from korpu_mobility.opportunities.domain.lifecycle import GOING_ON
from korpu_mobility.opportunities.rules import flagged_after
from korpu_mobility.opportunities.tables import Opportunity
from korpu_mobility.permissions import COORDINATOR, OFFICE

Day = tuple[str, date, Mapping[str, str]]

TO_THE_PROVIDER = {
    "az": "Təqdim edən tərəfin son günü",
    "en": "Last day at the provider",
    "ru": "Последний день у организатора",
    "de": "Letzter Tag beim Anbieter",
    "fr": "Dernier jour chez l'organisme",
}
LOOK = {
    "az": "Mənbə yenidən yoxlanmalıdır",
    "en": "Source to be looked at again",
    "ru": "Пора проверить источник",
    "de": "Quelle ist wieder zu prüfen",
    "fr": "Source à revérifier",
}


async def opportunity_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """The last days, and the next look at the source, of what somebody of the office has written and that goes on."""
    theirs = (col(Opportunity.author) == whose.subject, col(Opportunity.status).in_(GOING_ON))
    if not any(role.borne_by(whose) for role in (*OFFICE, COORDINATOR)):
        return []
    found = await uow.find(Opportunity, *theirs)
    return [_entry(each, *day) for each in found if opportunities.shows(each, whose) for day in _days(each)]


def _days(opportunity: Opportunity) -> Iterator[Day]:
    if last := opportunity.last_day:
        yield "closes", last, LAST_DAY
    if opportunity.internal_deadline and opportunity.deadline:
        yield "provider", opportunity.deadline, TO_THE_PROVIDER
    if opportunity.verified_on:
        yield "source", flagged_after(opportunity.verified_on), LOOK


def _entry(opportunity: Opportunity, what: str, day: date, words: Mapping[str, str]) -> Entry:
    key = f"opportunity-{opportunity.id}-{what}"
    changed = (opportunity.version, opportunity.changed_at)
    return Entry(key, day, words, opportunity.code, opportunity.title, *changed)
