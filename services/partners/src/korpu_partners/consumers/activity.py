"""Partners hears what happens with organisations: in its own aggregates, at visits, in stays and trips abroad."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_partners.organisations.policies.dormancy import happened


class Named(ConsumedState):
    """Somebody who may be an organisation."""

    organisation_id: UUID | None = None


class Dated(ConsumedState):
    """What was begun on a day."""

    created_at: datetime

    @property
    def begun(self) -> date:
        """The office's day on which it was begun."""
        return self.created_at.astimezone(BAKU).date()


class Signed(ConsumedState):
    """What was signed on a day, or is not yet."""

    signed_on: date | None = None


class AgreementActs(Dated):
    """Whom an agreement binds, and when it was worked on."""

    parties: tuple[Named, ...] = ()
    amendments: tuple[Signed, ...] = ()
    approved_on: date | None = None
    signed_on: date | None = None
    in_force_on: date | None = None


class LetterActs(ConsumedState):
    """With whom letters were exchanged, and when."""

    correspondents: tuple[Named, ...] = ()
    registered_on: date
    answered_on: date | None = None


class ProjectActs(Dated):
    """With whom a project is done, and when it went on."""

    partners: tuple[Named, ...] = ()
    funder: Named | None = None
    proposed_on: date | None = None
    funded_on: date | None = None
    started_on: date | None = None
    closed_on: date | None = None


class Gift(ConsumedState):
    """Copies that an organisation was given on a day."""

    organisation_id: UUID
    on: date


class PublicationActs(ConsumedState):
    """Who was given copies of a work, and when."""

    distributions: tuple[Gift, ...] = ()


class VisitActs(Dated):
    """Who came or was visited, and when, if it took place."""

    status: str
    organisations: tuple[UUID, ...] = ()
    starts: date
    ends: date


class MobilityActs(Dated):
    """From where to where somebody went, and when they were there."""

    sender_id: UUID | None = None
    receiver_id: UUID | None = None
    actual_from: date | None = None
    actual_to: date | None = None


class TripActs(Dated):
    """Who invited somebody of ours, and when the trip was made, if it was."""

    status: str
    organisation_id: UUID | None = None
    starts: date
    ends: date


HELD = frozenset({"in_progress", "completed", "reported", "closed"})

MADE = frozenset({"travelling", "report_due", "reported", "accepted", "settled"})


def _ids(named: tuple[Named, ...]) -> set[UUID]:
    return {each.organisation_id for each in named if each.organisation_id}


@consumes("partners.agreements.v1", AgreementActs)
async def agreement_acts(message: Message[AgreementActs], uow: UnitOfWork) -> None:
    """Somebody drafted, approved, signed or amended an agreement with them, or it came into force."""
    told = message.state
    days = [
        told.begun,
        told.approved_on,
        told.signed_on,
        told.in_force_on,
        *(each.signed_on for each in told.amendments),
    ]
    await happened("agreement", message.id, message.order, days, _ids(told.parties), uow)


@consumes("partners.letters.v1", LetterActs)
async def letter_acts(message: Message[LetterActs], uow: UnitOfWork) -> None:
    """A letter came from them or went to them."""
    told = message.state
    days = [told.registered_on, told.answered_on]
    await happened("letter", message.id, message.order, days, _ids(told.correspondents), uow)


@consumes("partners.projects.v1", ProjectActs)
async def project_acts(message: Message[ProjectActs], uow: UnitOfWork) -> None:
    """A project was planned, proposed, funded, begun or closed with them."""
    told = message.state
    days = [told.begun, told.proposed_on, told.funded_on, told.started_on, told.closed_on]
    concerned = (*told.partners, *((told.funder,) if told.funder else ()))
    await happened("joint_project", message.id, message.order, days, _ids(concerned), uow)


@consumes("partners.publications.v1", PublicationActs)
async def publication_acts(message: Message[PublicationActs], uow: UnitOfWork) -> None:
    """Somebody was given copies of a work."""
    given = message.state.distributions
    there = {each.organisation_id for each in given}
    await happened("publication", message.id, message.order, [each.on for each in given], there, uow)


@consumes("events.visits.v1", VisitActs)
async def visit_acts(message: Message[VisitActs], uow: UnitOfWork) -> None:
    """A delegation asked to come, and was there if the visit took place."""
    told = message.state
    days = [told.begun, *((told.starts, told.ends) if told.status in HELD else ())]
    await happened("visit", message.id, message.order, days, set(told.organisations), uow)


@consumes("mobility.mobilities.v1", MobilityActs)
async def mobility_acts(message: Message[MobilityActs], uow: UnitOfWork) -> None:
    """Somebody was nominated, arrived or left."""
    told = message.state
    there = {each for each in (told.sender_id, told.receiver_id) if each}
    await happened("mobility", message.id, message.order, [told.begun, told.actual_from, told.actual_to], there, uow)


@consumes("mobility.trips.v1", TripActs)
async def trip_acts(message: Message[TripActs], uow: UnitOfWork) -> None:
    """Somebody of ours was to go there, and was there if the trip was made."""
    told = message.state
    days = [told.begun, *((told.starts, told.ends) if told.status in MADE else ())]
    there = {told.organisation_id} if told.organisation_id else set()
    await happened("trip", message.id, message.order, days, there, uow)
