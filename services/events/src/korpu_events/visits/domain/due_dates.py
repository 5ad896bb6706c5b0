"""When what was asked of departments falls due, once a visit has other days."""

from datetime import date, timedelta
from uuid import UUID

from korpu_events.visits.tables import Visit


def new_due_dates(visit: Visit, later: timedelta, today: date) -> dict[UUID, date]:
    """When each request is due once the visit is so much later; never before today."""
    return {each.id: max(each.due + later, today) for each in visit.requests}
