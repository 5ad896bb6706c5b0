"""`RetitleAgreement`: correct or translate the title; approvals stand, since the terms do."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import Texts
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING, UNSIGNED
from korpu_partners.agreements.facts import AgreementCorrected
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RetitleAgreement(Changes):
    """The title in the languages that are given; the others stay."""

    title: Texts


@agreements.changes(who=DEPARTMENT, when=[*UNSIGNED, *BINDING], emits=[AgreementCorrected])
async def retitle_agreement(agreement: Agreement, command: RetitleAgreement, uow: UnitOfWork) -> None:
    """Correct or translate the title; approvals stand, since the terms do."""
    agreement.title = agreement.title.edited(command.title)
    await uow.emit(agreement, AgreementCorrected())
