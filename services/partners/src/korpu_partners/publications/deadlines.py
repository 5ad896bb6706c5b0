"""What the clock says of publications: reviews that are late."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.domain.rounds import is_late
from korpu_partners.publications.facts import PublicationReviewsOverdue
from korpu_partners.publications.tables import Publication


@publications.due("reviews-overdue", emits=[PublicationReviewsOverdue])
async def reviews_overdue(publication: Publication, deadline: Deadline, uow: UnitOfWork) -> None:
    """The due day of reviews is over, and some are not here."""
    publication.reviewed_by(publication.reviews, uow.today)
    late = sum(is_late(each, uow.today) for each in publication.reviews)
    await uow.emit(publication, PublicationReviewsOverdue(late=late))
