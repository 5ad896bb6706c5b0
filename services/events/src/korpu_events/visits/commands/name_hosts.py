"""`NameHosts`: say who receives the delegation, who goes with it, and who interprets between which languages."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_events.diary.interface import AlreadyBooked
from korpu_events.permissions import HEAD, OFFICER
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.delegation import below_protocol, require_two_languages
from korpu_events.visits.domain.hosts import ours
from korpu_events.visits.domain.lifecycle import ARRANGING, VisitStatus
from korpu_events.visits.domain.programme import require_unneeded
from korpu_events.visits.domain.vocabulary import Direction, Rank
from korpu_events.visits.facts import VisitHostsNamed
from korpu_events.visits.parts import Host, Interpreter
from korpu_events.visits.policies.bookings import book
from korpu_events.visits.refusals.people import HostBelowProtocol, SameLanguage
from korpu_events.visits.refusals.programme import InterpreterStillNeeded
from korpu_events.visits.tables import Visit


class NameHosts(Changes):
    """Who receives the delegation, who goes with it and who interprets, in full; whoever is left out is released."""

    hosts: Annotated[tuple[Host, ...], Field(max_length=50)] = ()
    escort: Annotated[tuple[UUID, ...], Field(max_length=50)] = ()
    interpreters: Annotated[tuple[Interpreter, ...], Field(max_length=50)] = ()


@visits.changes(
    who=[OFFICER, HEAD],
    when=[VisitStatus.APPROVED, *ARRANGING],
    emits=[VisitHostsNamed],
    refuses=[SameLanguage, InterpreterStillNeeded, AlreadyBooked],
)
async def name_hosts(visit: Visit, command: NameHosts, uow: UnitOfWork) -> None:
    """Say who receives the delegation, who goes with it and interprets; who travels with ours is busy meanwhile."""
    require_two_languages(command.interpreters)
    require_unneeded(command.interpreters, visit.programme, uow.principal.language or "az")
    if below_protocol(command.hosts, Rank(visit.head_level), list(Rank)):
        uow.warn(HostBelowProtocol("hosts", level=visit.head_level))
    before = ours(visit)
    visit.hosts, visit.escort, visit.interpreters = command.hosts, command.escort, command.interpreters
    after = ours(visit)
    if visit.direction == Direction.OUTGOING:
        await book(visit, visit.programme, uow)
    await uow.emit(visit, VisitHostsNamed(added=tuple(sorted(after - before)), removed=tuple(sorted(before - after))))
