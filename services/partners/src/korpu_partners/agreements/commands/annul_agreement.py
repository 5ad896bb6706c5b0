"""`AnnulAgreement`: annul a record of the past that was a mistake, while nothing depends on it."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, OVER, Status
from korpu_partners.agreements.facts import AgreementAnnulled
from korpu_partners.agreements.policies.history import annul
from korpu_partners.agreements.refusals.history import NotOfThePast, StillDependedOn
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class AnnulAgreement(Changes):
    """Why it should not have been entered; no names of persons."""

    reason: Text


@agreements.changes(
    who=DEPARTMENT,
    when=[*BINDING, *OVER],
    to=[Status.ANNULLED],
    emits=[AgreementAnnulled],
    refuses=[NotOfThePast, StillDependedOn],
)
async def annul_agreement(agreement: Agreement, command: AnnulAgreement, uow: UnitOfWork) -> None:
    """Annul a record of the past that was a mistake, while nothing depends on it; its number stays used."""
    await annul(agreement, command.reason, uow)
