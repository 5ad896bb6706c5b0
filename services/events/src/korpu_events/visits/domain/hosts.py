"""Who of us receives a delegation, or is away with one."""

from uuid import UUID

from korpu_events.visits.domain.vocabulary import Direction
from korpu_events.visits.tables import Visit


def ours(visit: Visit) -> set[UUID]:
    """The people of ours who are bound by a visit: hosts, interpreters, escort."""
    receiving = {each.person_id for each in visit.hosts} | {each.person_id for each in visit.interpreters}
    return receiving | set(visit.escort)


def away(visit: Visit) -> dict[str, str]:
    """Those of us who are away with a delegation that we send, as they are booked, and the input's field of each."""
    if visit.direction != Direction.OUTGOING:
        return {}
    people = {each.person_id: f"hosts.{place}.person_id" for place, each in enumerate(visit.hosts)}
    people |= {each: f"escort.{place}" for place, each in enumerate(visit.escort)}
    people |= {each.person_id: f"interpreters.{place}.person_id" for place, each in enumerate(visit.interpreters)}
    return {f"person:{person}": path for person, path in people.items()}
