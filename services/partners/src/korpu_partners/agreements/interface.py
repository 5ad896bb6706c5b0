"""What partners' other aggregates may ask of agreements: ids come in, values go out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select, type_coerce
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import NotFound
from korpu_partners.agreements.domain.lifecycle import BINDING, UNSIGNED
from korpu_partners.agreements.heard import Depending, Undertaking, going_on, keep
from korpu_partners.agreements.policies.journeys import Journey, tell_of_journey
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Party

__all__ = [
    "Journey",
    "Undertaking",
    "agreements_with",
    "heard_with",
    "keep",
    "tell_of_journey",
]

Json = Mapping[str, Any]


@dataclass(frozen=True)
class AgreementOnPaper:
    """An agreement as its papers show it; what is agreed is given as it is kept, in JSON."""

    id: UUID
    version: int
    code: str
    kind: str
    status: str
    unit: str | None
    title: LocalizedText
    signed_on: date | None
    terms: Json
    terms_version: int
    terms_hash: str
    approved_terms: Json | None
    signed_terms: Json | None
    former_terms: Sequence[Json]
    amendments: Sequence[Json]


@dataclass(frozen=True)
class Bound:
    """Whom an agreement binds, and whose it is."""

    id: UUID
    unit: str | None
    parties: Sequence[Party]


PLAIN = ("id", "version", "code", "kind", "status", "unit", "title", "signed_on")
AGREED = ("approved_terms", "signed_terms", "former_terms", "amendments")


async def agreement_exists(id: UUID, uow: UnitOfWork) -> bool:
    """Whether there is an agreement with this id."""
    return await uow.exists(Agreement, id)


async def require_agreement(id: UUID | None, uow: UnitOfWork, path: str = "agreement_id") -> None:
    """The agreement that is named, if one is, is there."""
    if id and not await agreement_exists(id, uow):
        raise NotFound(path)


async def partners_of(id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """The organisations that an agreement binds, as it names them; none if it is not there."""
    return await uow.session.scalar(select(col(Agreement.partner_ids)).where(col(Agreement.id) == id)) or ()


async def bound_by(ids: Sequence[UUID], uow: UnitOfWork) -> Sequence[Bound]:
    """Whom these agreements bind now; those that are not there are absent."""
    columns = select(col(Agreement.id), col(Agreement.unit), col(Agreement.terms)).where(col(Agreement.id).in_(ids))
    return [Bound(id, unit, terms.parties) for id, unit, terms in await uow.session.execute(columns)]


async def agreement_on_paper(id: UUID, uow: UnitOfWork) -> AgreementOnPaper:
    """The agreement with this id, as it stands now."""
    columns = [
        *(getattr(Agreement, name) for name in PLAIN),
        type_coerce(col(Agreement.terms), JSONB),
        col(Agreement.terms_version),
        col(Agreement.terms_hash),
        *(type_coerce(getattr(Agreement, name), JSONB) for name in AGREED),
    ]
    row = (await uow.session.execute(select(*columns).where(col(Agreement.id) == id))).one_or_none()
    if row is None:
        raise NotFound("agreement_id")
    return AgreementOnPaper(*row)


async def hold_agreement(id: UUID, uow: UnitOfWork) -> int:
    """The version of an agreement that nobody changes until the transaction ends."""
    return await uow.hold(Agreement, id)


async def notice_of(id: UUID, uow: UnitOfWork) -> UUID | None:
    """The paper that a termination of this agreement names as its document."""
    termination = await uow.session.scalar(select(col(Agreement.termination)).where(col(Agreement.id) == id))
    return termination.document.paper_id if termination else None


async def agreements_with(organisation_ids: Sequence[UUID], uow: UnitOfWork) -> Sequence[tuple[UUID, str]]:
    """The agreements with one of these organisations that bind or are being made, each with its status."""
    with_them = col(Agreement.partner_ids).op("&&")(organisation_ids)
    wanted = select(col(Agreement.id), col(Agreement.status)).where(
        with_them, col(Agreement.status).in_((*UNSIGNED, *BINDING))
    )
    return [(id, status) for id, status in await uow.session.execute(wanted.order_by(col(Agreement.code)))]


async def heard_with(organisation_ids: Sequence[UUID], uow: UnitOfWork) -> Sequence[Undertaking]:
    """The stays, visits and trips with one of these organisations that go on or are to come, as last heard."""
    return await going_on(col(Depending.organisation_ids).op("&&")(organisation_ids), uow)
