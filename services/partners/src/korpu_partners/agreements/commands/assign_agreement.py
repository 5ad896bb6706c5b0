"""`AssignAgreement`: hand the agreement to those who look after it from now on."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.subjects import Subject
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, UNSIGNED
from korpu_partners.agreements.facts import AgreementAssigned
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class AssignAgreement(Changes):
    """Who looks after the agreement and is reminded."""

    owner: Subject
    backup: Subject | None = None


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], emits=[AgreementAssigned])
async def assign_agreement(agreement: Agreement, command: AssignAgreement, uow: UnitOfWork) -> None:
    """Hand the agreement to those who look after it from now on."""
    agreement.owner, agreement.backup = command.owner, command.backup
    await uow.emit(agreement, AgreementAssigned(owner=command.owner, backup=command.backup))
