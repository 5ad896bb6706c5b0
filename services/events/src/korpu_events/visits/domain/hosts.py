"""Who receives the delegation, and who of it is invited by letter."""

from uuid import UUID

from korpu_events.visits.tables import Visit


def _ours(visit: Visit) -> set[UUID]:
    receiving = {each.person_id for each in visit.hosts} | {each.person_id for each in visit.interpreters}
    return receiving | set(visit.escort)
