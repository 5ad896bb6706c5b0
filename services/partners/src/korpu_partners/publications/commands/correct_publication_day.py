"""`CorrectPublicationDay`: put right when a work came out: after the council's decision."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.lifecycle import OUT
from korpu_partners.publications.domain.publication import require_valid_day
from korpu_partners.publications.facts import PublicationDayCorrected
from korpu_partners.publications.fields import Reason
from korpu_partners.publications.refusals.readiness import GivenOnWrongDay, PublishedBeforeCouncil, PublishedInTheFuture
from korpu_partners.publications.tables import Publication


class CorrectPublicationDay(Changes):
    """The day on which it came out after all, and how that was found."""

    on: Day
    reason: Reason


@publications.changes(
    who=DEPARTMENT,
    when=OUT,
    emits=[PublicationDayCorrected],
    refuses=[PublishedInTheFuture, PublishedBeforeCouncil, GivenOnWrongDay],
)
async def correct_publication_day(publication: Publication, command: CorrectPublicationDay, uow: UnitOfWork) -> None:
    """Put right when a work came out: after the council's decision, and before anybody was given a copy."""
    require_valid_day(publication, command.on, uow.today)
    given = [each.on for each in publication.distributions]
    if command.on > min(given, default=publication.distributed_on or uow.today):
        raise GivenOnWrongDay("on")
    before, publication.published_on = publication.published_on, command.on
    if publication.history:
        publication.history = publication.history.model_copy(update={"published_precision": "day"})
    await uow.emit(publication, PublicationDayCorrected(before=before, on=command.on, reason=command.reason))
