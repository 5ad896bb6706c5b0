"""A visit that does not take place as planned: put off, moved to other days, called off."""

from datetime import date, timedelta
from uuid import UUID

from korpu_events.visits.tables import Visit


def _new_due_dates(visit: Visit, later: timedelta, today: date) -> dict[UUID, date]:
    return {each.id: max(each.due + later, today) for each in visit.requests}
