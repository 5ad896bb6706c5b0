"""What an agreement needs to know of the organisations that it binds."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Uuid, column, select, table
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import col

from korpu_chassis.work import Work
from korpu_partners.agreements.lifecycle import BINDING
from korpu_partners.agreements.records import Waivable
from korpu_partners.agreements.standing import AlreadyInForce, PartnerClosed, PartnerUnknown
from korpu_partners.agreements.tables import Agreement

organisation = table("organisation", column("id", Uuid), column("status"), column("aliases", JSONB))
CLOSED = ("suspended", "archived", "merged")


async def check_partners(ids: Sequence[UUID], work: Work) -> set[UUID]:
    """Every partner is known and open; gives all identities that they have or had.

    They stay locked until the transaction ends, so that two signatures with one partner see each other.
    """
    wanted = select(organisation).where(organisation.c.id.in_(ids)).order_by(organisation.c.id)
    rows = (await work.session.execute(wanted.with_for_update(key_share=True))).all()
    if len(rows) < len(ids):
        raise PartnerUnknown("parties")
    for row in rows:
        if row.status in CLOSED:
            raise PartnerClosed("parties", status=row.status)
    return {row.id for row in rows} | {UUID(alias) for row in rows for alias in row.aliases}


async def refuse_a_second(agreement: Agreement, work: Work) -> None:
    """One agreement of a kind binds a partner at a time, unless that is waived."""
    identities = await check_partners(agreement.terms.partner_ids, work)
    if any(waiver.rule is Waivable.SAME_KIND for waiver in agreement.waivers):
        return
    others = await work.find(
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
