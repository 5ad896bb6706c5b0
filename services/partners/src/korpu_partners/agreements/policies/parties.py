"""What an agreement needs to know of the organisations that it binds."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.refusals.obligations import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Terms
from korpu_partners.organisations.interface import Known, standing_of

CLOSED = ("suspended", "archived")


async def require_open_partners(ids: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Known]:
    """Every partner is known and open, or its successor is; gives what each id stands for now.

    They are locked until the transaction ends, so that two signatures with one partner see each other.
    """
    wanted = tuple(ids)
    known = await standing_of(wanted, uow, alone=True)
    if not known.keys() >= set(wanted):
        raise PartnerUnknown("parties")
    for each in wanted:
        if known[each].status in CLOSED:
            raise PartnerClosed("parties", status=known[each].status)
    return known


async def with_successors(terms: Terms, uow: UnitOfWork) -> Terms:
    """The terms as they are written now: an organisation that was merged is named by its successor."""
    known = await standing_of(terms.organisation_ids, uow)
    return terms.renamed({named: each.id for named, each in known.items() if named != each.id})


async def as_written(terms: Terms, named: UUID | None, uow: UnitOfWork) -> UUID | None:
    """The id under which the terms name this organisation, which may be that of a record merged with it since."""
    if named is None or named in terms.organisation_ids:
        return named
    known = await standing_of([named, *terms.organisation_ids], uow)
    same = (each for each in terms.partner_ids if named in known and known[each].id == known[named].id)
    return next(same, named)


async def require_only_one(agreement: Agreement, uow: UnitOfWork) -> None:
    """One agreement of a kind binds a partner at a time, unless that is waived."""
    partners = await require_open_partners(agreement.terms.partner_ids, uow)
    identities = {each for partner in partners.values() for each in partner.identities}
    if any(waiver.rule is Waivable.SAME_KIND for waiver in agreement.waivers):
        return
    others = await uow.find(
        Agreement,
        col(Agreement.kind) == agreement.kind,
        col(Agreement.status).in_(BINDING),
        col(Agreement.partner_ids).op("&&")(list(identities)),
        col(Agreement.id).not_in([agreement.id, agreement.predecessor_id or agreement.id]),
    )
    for other in others:
        if _overlap(agreement, other):
            raise AlreadyInForce("parties", code=other.code)


def _overlap(one: Agreement, other: Agreement) -> bool:
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Agreement, other: Agreement) -> bool:
    last = one.ends
    if one.terminates_on and (last is None or one.terminates_on <= last):
        return other.takes_effect is not None and one.terminates_on <= other.takes_effect
    return last is not None and other.takes_effect is not None and last < other.takes_effect
