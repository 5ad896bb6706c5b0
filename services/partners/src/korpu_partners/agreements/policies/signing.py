"""Whose signatures count, and what begins with them."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.domain.signatures import Signature
from korpu_partners.agreements.facts import AgreementInForce
from korpu_partners.agreements.policies.evidence import require_evidence
from korpu_partners.agreements.policies.parties import as_written
from korpu_partners.agreements.policies.succession import hand_over
from korpu_partners.agreements.tables import Agreement

Signatures = Annotated[tuple[Signature, ...], Field(min_length=1, max_length=20)]


async def require_signature_evidence(agreement: Agreement, signatures: Sequence[Signature], uow: UnitOfWork) -> None:
    """What is named as evidence of a signature is there."""
    for place, each in enumerate(signatures):
        await require_evidence(agreement, each.evidence, f"signatures.{place}.evidence", uow)


async def of_the_parties(agreement: Agreement, given: Sequence[Signature], uow: UnitOfWork) -> tuple[Signature, ...]:
    """The signatures under the ids by which the terms name the parties, whatever was merged since."""
    return tuple(
        [
            each.model_copy(update={"organisation_id": await as_written(agreement.terms, each.organisation_id, uow)})
            for each in given
        ]
    )


async def begin(agreement: Agreement, uow: UnitOfWork) -> None:
    """Let a signed agreement come into force if its day has come, and take over from its predecessor."""
    first = agreement.takes_effect
    assert first is not None  # noqa: S101 -- what is signed takes effect on a day
    if first <= uow.today:
        await come_into_force(agreement, uow)
    await hand_over(agreement, first, uow)


async def come_into_force(agreement: Agreement, uow: UnitOfWork) -> None:
    """The first day has come."""
    first = agreement.takes_effect
    assert first is not None  # noqa: S101 -- what is signed takes effect on a day
    agreement.in_force_on = first
    await uow.emit(agreement, AgreementInForce(on=first))
