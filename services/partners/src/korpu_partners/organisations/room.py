"""The room of organisations: its table, its topic, who reads it, and what falls due."""

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands import Room
from korpu_chassis.deadlines import Deadline
from korpu_partners.organisations.lifecycle import LIVING
from korpu_partners.organisations.refusals import IdentifierTaken
from korpu_partners.organisations.state import OrganisationState
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, READERS


def deadlines_of(organisation: Organisation) -> list[Deadline]:
    """A risk rating speaks once, when it expires."""
    if organisation.risk is None or organisation.status not in LIVING:
        return []
    return [Deadline(end_of_day(organisation.risk.until), "risk-expired")]


organisations = Room(
    Organisation,
    state=OrganisationState,
    topic="partners.organisations.v1",
    readers=(*READERS, COORDINATOR),
    deadlines=deadlines_of,
    unique={f"organisation_{name}_once": IdentifierTaken for name in ("ror", "pic", "erasmus_code", "voen")},
)
