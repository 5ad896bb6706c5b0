"""`CorrectSignatureDate`: put right the day of a signature that was written down wrongly."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day, Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, Status
from korpu_partners.agreements.facts import (
    AgreementInForce,
    AgreementRenewed,
    AgreementSignatureCorrected,
    AgreementSucceeded,
)
from korpu_partners.agreements.policies.signature_correction import redate
from korpu_partners.agreements.refusals.history import StillDependedOn
from korpu_partners.agreements.refusals.signatures import SignatureOfStranger, SignedInTheFuture
from korpu_partners.agreements.refusals.terms import EndedAlready, NoEnd, TooLong
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class CorrectSignatureDate(Changes):
    """Whose signature it is, on which day it was given in truth, and why the record was wrong."""

    organisation_id: Annotated[UUID | None, Field(description="Left out: the signature is ours.")] = None
    unit: Annotated[Text | None, Field(max_length=100)] = None
    on: Day
    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    to={status: [*BINDING, Status.EXPIRED] for status in BINDING},
    emits=[AgreementSignatureCorrected, AgreementInForce, AgreementSucceeded, AgreementRenewed],
    refuses=[SignatureOfStranger, SignedInTheFuture, StillDependedOn, NoEnd, EndedAlready, TooLong],
)
async def correct_signature_date(agreement: Agreement, command: CorrectSignatureDate, uow: UnitOfWork) -> None:
    """Put right the day of a signature, while nothing rests on it; the first day in force follows it."""
    await redate(agreement, command.organisation_id, command.unit, command.on, uow)
