"""`PlanPress`: say what the press may do, and whether the guests agree."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import ARRANGING
from korpu_events.visits.facts import VisitPressPlanned
from korpu_events.visits.tables import Visit


class PlanPress(Changes):
    """What the press may do."""

    plan: Text
    consent: Annotated[bool, Field(description="Whether the guests agree to photographs and publication.")]


@visits.changes(who=[OFFICER, HEAD], when=ARRANGING, emits=[VisitPressPlanned])
async def plan_press(visit: Visit, command: PlanPress, uow: UnitOfWork) -> None:
    """Say what the press may do, and whether the guests agree."""
    visit.press_plan, visit.press_consent = command.plan, command.consent
    await uow.emit(visit, VisitPressPlanned(consent=command.consent))
