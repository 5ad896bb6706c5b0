"""Who of us receives a delegation."""

from uuid import UUID

from korpu_events.visits.tables import Visit


def ours(visit: Visit) -> set[UUID]:
    """The people of ours who are bound by a visit: hosts, interpreters, escort."""
    receiving = {each.person_id for each in visit.hosts} | {each.person_id for each in visit.interpreters}
    return receiving | set(visit.escort)
