"""`RecordReview`: record the review of an evergreen agreement; the next one is due a period later."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.domain.lifecycle import BINDING
from korpu_partners.agreements.domain.requirements import require_evergreen
from korpu_partners.agreements.facts import AgreementReviewed
from korpu_partners.agreements.refusals.documents import DatedInTheFuture
from korpu_partners.agreements.refusals.renewals import NothingToReview
from korpu_partners.agreements.tables import Agreement
from korpu_partners.permissions import DEPARTMENT


class RecordReview(Changes):
    """Somebody has looked whether the agreement still serves."""

    on: Day


@agreements.changes(
    who=DEPARTMENT,
    when=BINDING,
    emits=[AgreementReviewed],
    refuses=[NothingToReview, DatedInTheFuture],
    requires=[require_evergreen],
)
async def record_review(agreement: Agreement, command: RecordReview, uow: UnitOfWork) -> None:
    """Record the review of an evergreen agreement; the next one is due a period later."""
    if command.on > uow.today:
        raise DatedInTheFuture("on", on=command.on.isoformat())
    agreement.reviewed_on = command.on
    await uow.emit(agreement, AgreementReviewed(on=command.on))
