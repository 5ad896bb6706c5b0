"""What a unit said the last time by the same template."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.unit_reports.domain.lifecycle import UnitReportStatus
from korpu_events.unit_reports.tables import UnitReport


async def latest_parts(template_id: UUID, before: date, uow: UnitOfWork) -> dict[str, UUID]:
    """The newest accepted part of each unit on a period that was over before this day."""
    accepted = (
        select(col(UnitReport.unit), col(UnitReport.id))
        .where(
            col(UnitReport.template_id) == template_id,
            col(UnitReport.ends) < before,
            col(UnitReport.status) == UnitReportStatus.ACCEPTED,
        )
        .order_by(col(UnitReport.ends), col(UnitReport.id))
    )
    return {str(row.unit): row.id for row in await uow.session.execute(accepted)}
