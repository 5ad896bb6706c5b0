"""The definition of organisations: its table, its topic, who reads it, and what falls due."""

from korpu_chassis.clock import BAKU, end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_partners.house_rules import last_day
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.domain.retention import ends_of
from korpu_partners.organisations.refusals.general import IdentifierTaken
from korpu_partners.organisations.state import OrganisationState
from korpu_partners.organisations.tables import Organisation
from korpu_partners.organisations.tasks import tasks_of
from korpu_partners.permissions import COORDINATOR, READERS


def deadlines_of(organisation: Organisation) -> list[Deadline]:
    """A rating speaks when it expires, a person's data when its time is over, an organisation after a long silence."""
    days = {day for each in organisation.contacts for day in ends_of(each, organisation.consents)}
    kept = [Deadline(end_of_day(day), "contact-kept") for day in sorted(days)]
    if organisation.status not in LIVING:
        return kept
    since = organisation.active_on or organisation.created_at.astimezone(BAKU).date()
    rated = [Deadline(end_of_day(organisation.risk.until), "risk-expired")] if organisation.risk else []
    sleeping = [] if organisation.dormant else [Deadline(end_of_day(last_day("dormant_after", since)), "dormant")]
    return [*rated, *sleeping, *kept]


organisations = AggregateDefinition(
    Organisation,
    state=OrganisationState,
    topic="partners.organisations.v1",
    readers=(*READERS, COORDINATOR),
    deadlines=deadlines_of,
    unique={f"organisation_{name}_once": IdentifierTaken for name in ("ror", "pic", "erasmus_code", "voen")},
    tasks=tasks_of,
)
