"""`PlanGrant`: write down who pays how much for a stay."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.grant import amounts, days_paid
from korpu_mobility.mobilities.domain.lifecycle import UNDER_WAY
from korpu_mobility.mobilities.facts import MobilityGrantPlanned
from korpu_mobility.mobilities.parts import GrantRow
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import FINANCE, OFFICE


class PlanGrant(Changes):
    """All rows at once; they replace what was planned before."""

    rows: Annotated[tuple[GrantRow, ...], Field(max_length=10, description="One for each source of money.")]


@mobilities.changes(who=(*OFFICE, FINANCE), when=UNDER_WAY, emits=[MobilityGrantPlanned])
async def plan_grant(mobility: Mobility, command: PlanGrant, uow: UnitOfWork) -> None:
    """Write down who pays how much for a stay, by its planned days; the actual ones change it later."""
    days = days_paid(mobility.status, (mobility.planned_from, mobility.planned_to), (None, None))
    mobility.grant, mobility.granted = command.rows, amounts(command.rows, days)
    await uow.emit(mobility, MobilityGrantPlanned(days=days, amounts=mobility.granted))
