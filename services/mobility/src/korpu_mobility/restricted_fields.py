"""Reading what is never published of stays and trips: each field has its readers, and each look is logged."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any

from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork


async def told(
    rows: Sequence[Any],
    fields: Collection[StrEnum],
    readers: Mapping[Any, Sequence[Role]],
    purpose: str | None,
    uow: UnitOfWork,
    reckoned: Collection[StrEnum] = (),
) -> list[dict[str, Any]]:
    """Of these rows, the fields that the caller may read; rows of which that is nothing are absent without a hint.

    What is reckoned is no column: the caller adds it.
    """
    answered = []
    for row in rows:
        seen = [each for each in sorted(set(fields)) if any(role.admits(uow.principal, row) for role in readers[each])]
        if seen:
            await uow.log_read([row.person_id or row.id], seen, purpose)
            answered.append(
                {"id": row.id} | {each.value: getattr(row, each.value) for each in seen if each not in reckoned}
            )
    return answered
