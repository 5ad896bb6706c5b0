"""`ResumeAgreement`: take a suspended agreement up again."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import RUNNING, Status
from korpu_partners.agreements.facts import AgreementResumed
from korpu_partners.agreements.policies.resumption import resume
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import HEAD


class ResumeAgreement(Changes):
    """The agreement rests no more."""


@agreements.changes(who=[HEAD], when=[Status.SUSPENDED], to=RUNNING, emits=[AgreementResumed])
async def resume_agreement(agreement: Agreement, command: ResumeAgreement, uow: UnitOfWork) -> None:
    """Take a suspended agreement up again."""
    await resume(agreement, uow)
