"""`DeclareConflict`: a member of the committee does not score an application."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Personal
from korpu_mobility.applications.aggregate import SCORER, applications
from korpu_mobility.applications.domain.lifecycle import ConflictKind, GivenConflict, Status
from korpu_mobility.applications.facts import ApplicationConflictFound
from korpu_mobility.applications.parts import Conflict
from korpu_mobility.applications.policies.committee import forget_scores
from korpu_mobility.applications.tables import Application


class DeclareConflict(Changes):
    """An interest of the member's own stands in the way."""

    kind: Annotated[GivenConflict, Personal, Field(description="Which; only the office reads it.")]


@applications.changes(who=(SCORER,), when=[Status.IN_REVIEW], emits=[ApplicationConflictFound])
async def declare_conflict(application: Application, command: DeclareConflict, uow: UnitOfWork) -> None:
    """Leave an application to the other members: it is not read any more, and what was given does not count."""
    member = uow.principal.person_id
    application.conflicts = (
        *application.conflicts,
        *([Conflict(member_id=member, kind=ConflictKind(command.kind))] if member else []),
    )
    application.scorer_ids = tuple(each for each in application.scorer_ids if each != member)
    application.scored_ids = tuple(each for each in application.scored_ids if each != member)
    await forget_scores(application.id, uow, member)
    await uow.emit(application, ApplicationConflictFound())
