"""What events' other aggregates may ask of visits: ids come in, values go out."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_events.visits.domain.lifecycle import NEVER_HELD, TAKES_PLACE, require_room
from korpu_events.visits.facts import VisitActionPointAgreed
from korpu_events.visits.guests import VisitMember
from korpu_events.visits.parts import Member, ProgrammeItem
from korpu_events.visits.refusals.course import ListFull, VisitTakesNoActionPoint
from korpu_events.visits.surroundings import Invitation
from korpu_events.visits.tables import Visit


@dataclass(frozen=True)
class MemberOnPaper:
    """A member of a delegation as a paper names them."""

    id: UUID
    name: str
    position: str | None
    head: bool


@dataclass(frozen=True)
class VisitOnPaper:
    """A visit as papers tell of it."""

    id: UUID
    version: int
    code: str
    status: str
    unit: str | None
    direction: str
    title: LocalizedText
    purpose: str
    organisations: tuple[UUID, ...]
    head_level: str
    starts: date
    ends: date
    programme: tuple[ProgrammeItem, ...]
    invitations: tuple[Invitation, ...]
    members: tuple[Member, ...]
    briefing: str | None

    @property
    def takes_place(self) -> bool:
        """Whether it was neither declined nor cancelled."""
        return self.status not in NEVER_HELD


async def visit_on_paper(visit_id: UUID, uow: UnitOfWork) -> VisitOnPaper:
    """The visit as it stands now; nobody is kept from changing it."""
    visit = await uow.session.get(Visit, visit_id)
    if visit is None:
        raise NotFound("visit_id")
    return VisitOnPaper(**{each.name: getattr(visit, each.name) for each in fields(VisitOnPaper)})


async def hold_visit_version(visit_id: UUID, uow: UnitOfWork) -> int:
    """The version of a visit that nobody changes until the transaction ends."""
    return await uow.hold(Visit, visit_id)


async def members_on_paper(members: Collection[Member], uow: UnitOfWork) -> list[MemberOnPaper]:
    """These members by name, the head first; whose name was deleted is absent. The caller logs the look."""
    heads = {each.id: each.head for each in members}
    known = await uow.find(VisitMember, col(VisitMember.id).in_(heads))
    told = [MemberOnPaper(each.id, each.name, each.position, heads[each.id]) for each in known]
    return sorted(told, key=lambda each: (not each.head, each.name))


ACTION_POINT_REFUSALS = (VisitTakesNoActionPoint, ListFull)


async def take_visit(id: UUID, path: str, uow: UnitOfWork) -> UUID:
    """Take a visit that an action point comes of; gives its story."""
    visit = await uow.lock(Visit, id, path)
    if visit.status not in TAKES_PLACE:
        raise VisitTakesNoActionPoint(path, status=visit.status)
    require_room(visit.action_points)
    return visit.correlation_id


async def enter_action_point(visit_id: UUID, action_point_id: UUID, uow: UnitOfWork) -> None:
    """Enter a commitment in the visit that was taken for it."""
    visit = await uow.session.get_one(Visit, visit_id)
    visit.action_points = (*visit.action_points, action_point_id)
    visit.no_follow_up = None
    await uow.emit(visit, VisitActionPointAgreed(action_point_id=action_point_id))
