"""`ChangeSeats`: change the seats of one condition; like any change of terms it voids all approvals."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import UNSIGNED
from korpu_partners.agreements.facts import AgreementTermsChanged
from korpu_partners.agreements.policies.new_terms import REVIEW_AGAIN, take_terms
from korpu_partners.agreements.refusals.obligations import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.refusals.terms import TERMS_REFUSALS, NoSuchCondition, TermsUnchanged
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import People
from korpu_partners.permissions import DEPARTMENT


class ChangeSeats(Changes):
    """How many people a year one condition is for."""

    condition_id: UUID
    people_per_year: People


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    emits=[AgreementTermsChanged],
    refuses=[NoSuchCondition, TermsUnchanged, *TERMS_REFUSALS, PartnerUnknown, PartnerClosed],
)
async def change_seats(agreement: Agreement, command: ChangeSeats, uow: UnitOfWork) -> None:
    """Change the seats of one condition; like any change of terms it voids all approvals."""
    if command.condition_id not in {each.id for each in agreement.conditions}:
        raise NoSuchCondition("condition_id")
    seats = {"people_per_year": command.people_per_year}
    conditions = tuple(
        each.model_copy(update=seats) if each.id == command.condition_id else each for each in agreement.conditions
    )
    await take_terms(agreement, agreement.terms.model_copy(update={"conditions": conditions}), uow)
