"""What waits for whom about an application: to hand it in, to look at it, to score it, to take the place."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.tables import Application
from korpu_mobility.permissions import COORDINATOR, OFFICE, THE_PERSON

SCORING = ("ScoreApplication", "DeclareConflict")


def tasks_of(application: Application) -> Iterator[Task]:
    """Everything that waits for somebody, as the application stands."""
    match application.status:
        case Status.DRAFT | Status.RETURNED:
            yield Task(("SubmitApplication",), due=application.repair_until, whose=(THE_PERSON,))
        case Status.SUBMITTED:
            commands = ("ReviewApplication", "ReturnApplication", "RejectApplication")
            yield Task(commands, since=application.submitted_at, whose=OFFICE)
        case Status.IN_REVIEW:
            for member in application.scorer_ids:
                if member not in application.scored_ids:
                    yield Task(SCORING, due=application.score_by, person=member, part=str(member))
        case Status.OFFERED:
            whose = (THE_PERSON, COORDINATOR)
            yield Task(("ConfirmOffer", "DeclineOffer"), due=application.offer_until, whose=whose)
        case Status.CONFIRMED if application.nomination_problem:
            yield Task(("NominateApplicant",), since=application.confirmed_on)
