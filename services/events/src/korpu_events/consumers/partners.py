"""What is heard of partners: which organisations are alive, and how far an agreement is."""

from datetime import date
from uuid import UUID

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.runtime.assembly import ConsumedState, Message, consumes
from korpu_chassis.runtime.newest import remember
from korpu_documents.papers.organisation_names import HeardName
from korpu_events.consumers.tables import HeardAgreement, HeardOrganisation
from korpu_events.visits.aggregate import visits
from korpu_events.visits.domain.lifecycle import NEVER_HELD, UNFINISHED
from korpu_events.visits.domain.programme import replaced
from korpu_events.visits.domain.signing import signing_warning
from korpu_events.visits.facts import VisitAgreementProgressed, VisitAgreementSigned
from korpu_events.visits.parts import ProgrammeItem
from korpu_events.visits.surroundings import Signing
from korpu_events.visits.tables import Visit

visits.also_emits(VisitAgreementProgressed, VisitAgreementSigned)


class OrganisationHeard(ConsumedState):
    """What we need to know of an organisation."""

    status: str
    merged_into: UUID | None = None
    names: tuple[HeardName, ...] = ()


class OriginHeard(ConsumedState):
    """What an agreement came of."""

    kind: str
    id: UUID


class AgreementHeard(ConsumedState):
    """What we need to know of an agreement."""

    code: str
    status: str
    signed_on: date | None = None
    visit_id: UUID | None = None
    origin: OriginHeard | None = None

    @property
    def visit_of_origin(self) -> UUID | None:
        """The visit that it came of."""
        return self.origin.id if self.origin and self.origin.kind == "visit" else None


@consumes("partners.organisations.v1", OrganisationHeard, keeps=HeardOrganisation)
async def organisation_changed(message: Message[OrganisationHeard], uow: UnitOfWork) -> None:
    """Remember how an organisation stands."""
    await remember(HeardOrganisation, message, uow)


@consumes("partners.agreements.v1", AgreementHeard, keeps=HeardAgreement)
async def agreement_changed(message: Message[AgreementHeard], uow: UnitOfWork) -> None:
    """Remember how an agreement stands, and tell the visits at which it is to be signed."""
    if not await remember(HeardAgreement, message, uow):
        return
    for visit_id in await _concerned(message, uow):
        visit = await uow.lock(Visit, visit_id)
        if on := _signed_here(visit, message):
            await _signed(visit, message.id, on, uow)
        else:
            await _progressed(visit, message, uow)


async def _concerned(message: Message[AgreementHeard], uow: UnitOfWork) -> list[UUID]:
    """The visits that name the agreement, of which it came, or at which it was signed, in the order of their ids."""
    named = cast(Visit.programme, JSONB).contains([{"agreement_id": str(message.id)}])
    own = col(Visit.id).in_({message.state.visit_id, message.state.visit_of_origin} - {None})
    return list(await uow.session.scalars(select(col(Visit.id)).where(named | own).order_by(col(Visit.id))))


def _item_for(visit: Visit, agreement_id: UUID) -> ProgrammeItem | None:
    return next((item for item in visit.programme if item.agreement_id == agreement_id), None)


def _signed_here(visit: Visit, message: Message[AgreementHeard]) -> date | None:
    """The day of a signing at this visit that it has not recorded yet.

    The agreement says at which visit it was signed; where it does not, it is the visit that it came of, or the one
    that had planned the signing and on whose days it was signed.
    """
    heard = message.state
    if (
        heard.signed_on is None
        or visit.status in NEVER_HELD
        or any(each.agreement_id == message.id for each in visit.signed)
    ):
        return None
    planned = visit.starts <= heard.signed_on <= visit.ends and _item_for(visit, message.id) is not None
    here = heard.visit_id == visit.id if heard.visit_id else heard.visit_of_origin == visit.id or planned
    return heard.signed_on if here else None


async def _signed(visit: Visit, agreement_id: UUID, on: date, uow: UnitOfWork) -> None:
    """Record a signing at the visit, on the item of its programme if there is one."""
    item = _item_for(visit, agreement_id)
    if item is not None:
        visit.programme = replaced(visit.programme, item.model_copy(update={"signed_on": on, "warning": None}))
    visit.signed = (*visit.signed, Signing(agreement_id=agreement_id, on=on))
    fact = VisitAgreementSigned(
        item_id=item.id if item else None, agreement_id=agreement_id, on=on, correlation_id=uow.correlation_id
    )
    await uow.emit(visit, fact)


async def _progressed(visit: Visit, message: Message[AgreementHeard], uow: UnitOfWork) -> None:
    """Put the warning on the item right, while there is still something to prepare."""
    item = _item_for(visit, message.id)
    if item is None or item.signed_on is not None or visit.status not in UNFINISHED:
        return
    warning = signing_warning(message.state.status, signed=message.state.signed_on is not None)
    if warning != item.warning:
        visit.programme = replaced(visit.programme, item.model_copy(update={"warning": warning}))
        await uow.emit(visit, VisitAgreementProgressed(item_id=item.id, agreement_id=message.id, warning=warning))
