"""Telling the owners of agreements, and those who travel, that somebody is going to where a partner is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.journeys import JourneyNear, occasions_of
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.facts import AgreementJourneyNear
from korpu_partners.agreements.tables import Agreement
from korpu_partners.organisations.interface import Place, organisations_near

agreements.also_emits(AgreementJourneyNear)


@dataclass(frozen=True)
class Journey:
    """A trip by an order, or a delegation that we send: who goes, where to, and when."""

    kind: Literal["trip", "visit"]
    id: UUID
    people: tuple[UUID, ...]
    organisations: frozenset[UUID]
    places: frozenset[Place]
    starts: date
    ends: date


async def tell_of_journey(journey: Journey, uow: UnitOfWork) -> None:
    """Let each agreement with a partner there say so, once for each journey, if there is something to speak of."""
    if journey.ends < uow.today:
        return
    near = await organisations_near(journey.organisations, journey.places, uow)
    wanted = col(Agreement.partner_ids).op("&&")(sorted(near)), col(Agreement.status).in_(BINDING)
    ids = select(col(Agreement.id)).where(*wanted).order_by(col(Agreement.id))
    for id in (await uow.session.scalars(ids)).all() if near else ():
        await _tell(await uow.lock(Agreement, id), journey, near, uow)


async def _tell(agreement: Agreement, journey: Journey, near: frozenset[UUID], uow: UnitOfWork) -> None:
    status = agreements.status(agreement, uow.today) if agreements.status else agreement.status
    occasions = occasions_of(agreement, max(uow.today, journey.starts)) if status in BINDING else ()
    if not occasions or any(each.id == journey.id for each in agreement.journeys):
        return
    there = next(each for each in agreement.partner_ids if each in near)
    told = JourneyNear(
        kind=journey.kind,
        id=journey.id,
        organisation_id=there,
        starts=journey.starts,
        ends=journey.ends,
        occasions=occasions,
    )
    agreement.journeys = (*(each for each in agreement.journeys if each.ends >= uow.today), told)
    fact = AgreementJourneyNear(journey=told, person_ids=journey.people, tell=("owner", "backup", "person"))
    await uow.emit(agreement, fact)
