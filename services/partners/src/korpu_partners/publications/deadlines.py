"""What the clock says of publications: reviews that are late."""

from korpu_chassis.commands.unit_of_work import Work
from korpu_chassis.deadlines import Deadline
from korpu_partners.publications.messages import PublicationReviewsOverdue
from korpu_partners.publications.room import publications
from korpu_partners.publications.rounds import is_late
from korpu_partners.publications.tables import Publication


@publications.due("reviews-overdue", says=[PublicationReviewsOverdue])
async def reviews_overdue(publication: Publication, deadline: Deadline, work: Work) -> None:
    """The due day of reviews is over, and some are not here."""
    publication.reviewed_by(publication.reviews, work.today)
    late = sum(is_late(each, work.today) for each in publication.reviews)
    await work.say(publication, PublicationReviewsOverdue(late=late))
