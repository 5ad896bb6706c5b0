"""`NameDeputy`: the head names who acts in the head's place on days of absence."""

from typing import Annotated

from pydantic import Field
from sqlmodel import col

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.deputyships.aggregate import deputyships, status_of
from korpu_partners.deputyships.domain import UNENDED, require_days, require_somebody_else
from korpu_partners.deputyships.facts import DeputyshipNamed
from korpu_partners.deputyships.refusals import (
    DeputyIsHead,
    DeputyNamesNoDeputy,
    DeputyshipInThePast,
    DeputyshipOverlaps,
    DeputyshipReversed,
    DeputyshipTooFarAhead,
    DeputyshipTooLong,
)
from korpu_partners.deputyships.rules import LONGEST
from korpu_partners.deputyships.tables import Deputyship
from korpu_partners.permissions import HEAD


class NameDeputy(Creates):
    """An officer of the office, and the first and the last day, both included."""

    deputy: Annotated[Subject, Field(description="Without the role of an officer, naming them has no effect.")]
    first_day: Day
    last_day: Day
    reason: Annotated[Text | None, Field(max_length=500, description="For the audit; it is not published.")] = None


@deputyships.creates(
    who=[HEAD],
    to=UNENDED,
    emits=[DeputyshipNamed],
    refuses=[
        DeputyNamesNoDeputy,
        DeputyIsHead,
        DeputyshipInThePast,
        DeputyshipReversed,
        DeputyshipTooLong,
        DeputyshipTooFarAhead,
        DeputyshipOverlaps,
    ],
)
async def name_deputy(command: NameDeputy, uow: UnitOfWork) -> Deputyship:
    """Name an officer who may do what the head may, on days of absence; one for each day."""
    if uow.principal.in_place_of:
        raise DeputyNamesNoDeputy
    head = uow.principal.subject
    require_somebody_else(head, command.deputy)
    require_days(command.first_day, command.last_day, uow.today, LONGEST.holding(uow.today).days)
    # The series is held until the transaction ends, so nobody names another one between the look and the row.
    code = f"DEP-{await uow.number('deputyship'):04}"
    await _require_free_days(head, command, uow)
    given = command.model_dump(include={"deputy", "first_day", "last_day"})
    deputyship = Deputyship(code=code, head=head, **given)
    deputyship.status = status_of(deputyship, uow.today)
    uow.why = command.reason
    await uow.emit(deputyship, DeputyshipNamed())
    return deputyship


async def _require_free_days(head: str, command: NameDeputy, uow: UnitOfWork) -> None:
    clashing = await uow.find(
        Deputyship,
        col(Deputyship.head) == head,
        col(Deputyship.ended_on).is_(None),
        col(Deputyship.first_day) <= command.last_day,
        col(Deputyship.last_day) >= command.first_day,
    )
    if clashing:
        raise DeputyshipOverlaps("first_day", code=min(each.code for each in clashing))
