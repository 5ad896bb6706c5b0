"""`DropAmendment`: give an amendment up, by the department or by a reviewer who does not agree."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.amendment_texts import Number, put
from korpu_partners.agreements.domain.amendments import AmendmentStatus, the_open
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_an_amendment
from korpu_partners.agreements.facts import AgreementAmendmentDropped
from korpu_partners.agreements.policies.approval import OURS
from korpu_partners.agreements.refusals.amendments import NoAmendment
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class DropAmendment(Changes):
    """Why the amendment will not be agreed; the reason is shown to those concerned."""

    number: Number
    reason: Text


@agreements.changes(
    who=[*DEPARTMENT, *OURS],
    when=BINDING,
    emits=[AgreementAmendmentDropped],
    refuses=[NoAmendment],
    requires=[require_an_amendment],
)
async def drop_amendment(agreement: Agreement, command: DropAmendment, uow: UnitOfWork) -> None:
    """Give an amendment up, by the department or by a reviewer who does not agree; another may be proposed."""
    amendment = the_open(agreement.amendments, command.number)
    put(agreement, amendment, status=AmendmentStatus.DROPPED, reason=command.reason)
    await uow.emit(agreement, AgreementAmendmentDropped(number=amendment.number, reason=command.reason))
