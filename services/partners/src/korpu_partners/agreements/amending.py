"""Amending what was signed: an amendment is proposed and goes round, or is given up."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Text, whole_number
from korpu_partners.agreements.amendments import (
    Amendment,
    AmendmentOpen,
    AmendmentStatus,
    AmendsNothing,
    NoAmendment,
    check_amendment,
    replaced,
    the_open,
)
from korpu_partners.agreements.approving import OURS
from korpu_partners.agreements.changing import NewTerms, rewritten
from korpu_partners.agreements.lifecycle import BINDING
from korpu_partners.agreements.messages.amending import AgreementAmendmentDropped, AgreementAmendmentProposed
from korpu_partners.agreements.objections import TERMS_REFUSALS
from korpu_partners.agreements.reviews import review_of
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.rules import check_terms
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import terms_hash
from korpu_partners.people import DEPARTMENT

Number = Annotated[int, Field(ge=1, le=10_000, description="The number of the amendment."), whole_number]


class ProposeAmendment(NewTerms):
    """What shall be other than signed; what is left out stays."""

    title: Texts


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementAmendmentProposed],
    refuses=[AmendmentOpen, AmendsNothing, *TERMS_REFUSALS],
)
async def propose_amendment(agreement: Agreement, command: ProposeAmendment, uow: UnitOfWork) -> None:
    """Propose the next numbered amendment, and send it round for review; the signed terms stay as they are."""
    terms = rewritten(agreement.terms, command)
    check_terms(terms)
    check_amendment(agreement.amendments, agreement.terms, terms)
    digest, version = terms_hash(terms), agreement.terms_version + 1
    amendment = Amendment(
        number=len(agreement.amendments) + 1,
        title=LocalizedText.of(command.title),
        status=AmendmentStatus.IN_REVIEW,
        terms=terms,
        terms_hash=digest,
        review=review_of(terms, version, digest, agreement.unit, uow.today),
        author=uow.principal.subject,
        proposed_on=uow.today,
    )
    agreement.amendments = (*agreement.amendments, amendment)
    await uow.emit(agreement, AgreementAmendmentProposed(number=amendment.number))


class DropAmendment(Changes):
    """Why the amendment will not be agreed; the reason is shown to those concerned."""

    number: Number
    reason: Text


@agreements.changes(who=[*DEPARTMENT, *OURS], when=BINDING, emits=[AgreementAmendmentDropped], refuses=[NoAmendment])
async def drop_amendment(agreement: Agreement, command: DropAmendment, uow: UnitOfWork) -> None:
    """Give an amendment up, by the department or by a reviewer who does not agree; another may be proposed."""
    amendment = the_open(agreement.amendments, command.number)
    put(agreement, amendment, status=AmendmentStatus.DROPPED, reason=command.reason)
    await uow.emit(agreement, AgreementAmendmentDropped(number=amendment.number, reason=command.reason))


def put(agreement: Agreement, amendment: Amendment, **changed: object) -> None:
    """Replace an amendment by itself as it now is."""
    agreement.amendments = replaced(agreement.amendments, amendment.model_copy(update=changed))
