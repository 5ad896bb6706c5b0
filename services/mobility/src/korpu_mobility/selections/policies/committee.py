"""Who sits on a committee: members of the staff whom we know."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.people.interface import take_employees
from korpu_mobility.selections.refusals.committee import MemberUnknown


async def require_staff(member_ids: Sequence[UUID], uow: UnitOfWork) -> None:
    """Each of them is a member of the staff; their rows are taken, so that nobody is forgotten meanwhile."""
    known = await take_employees(member_ids, uow)
    for place, each in enumerate(member_ids):
        if each not in known:
            raise MemberUnknown(f"member_ids.{place}")
