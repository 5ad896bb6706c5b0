"""Who may score whom: nobody the own application, nor where an interest conflicts."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from korpu_mobility.applications.domain.lifecycle import ConflictKind
from korpu_mobility.applications.parts import Conflict


def found_conflicts(
    person_id: UUID, unit: str | None, members: Mapping[UUID, str | None], *, same_unit: bool
) -> tuple[Conflict, ...]:
    """The members who may not score this applicant, as far as it follows from what is known; by their units."""
    found = []
    for member, their_unit in members.items():
        if member == person_id:
            found.append(Conflict(member_id=member, kind=ConflictKind.ITSELF))
        elif same_unit and unit is not None and unit == their_unit:
            found.append(Conflict(member_id=member, kind=ConflictKind.SAME_UNIT))
    return tuple(found)


def scorers_of(members: Sequence[UUID], conflicts: Sequence[Conflict]) -> tuple[UUID, ...]:
    """The members who score, in the order of the committee."""
    barred = {each.member_id for each in conflicts}
    return tuple(each for each in members if each not in barred)
