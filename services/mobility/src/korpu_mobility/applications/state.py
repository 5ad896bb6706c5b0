"""An application as messages carry it; who applies is an id, and what they wrote stays here."""

from datetime import date, datetime
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_mobility.applications.domain.lifecycle import Cause, Status
from korpu_mobility.applications.parts import Choice, DocumentStanding


class ApplicationState(State):
    """The public state of an application; it names people by id only."""

    status: Status
    person_id: UUID
    opportunity_id: UUID
    requirements: int
    choices: tuple[Choice, ...]
    documents: tuple[DocumentStanding, ...]
    submitted_at: datetime | None
    repair_until: date | None
    scorer_ids: tuple[UUID, ...]
    scores_given: int
    score_by: date | None
    place: Choice | None
    offer_until: date | None
    confirmed_on: date | None
    mobility_id: UUID | None
    nomination_problem: str | None
    cause: Cause | None
