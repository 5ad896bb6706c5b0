"""The definition of applications: their topic, who may read them at their owner, and the clock of an offer."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.deadlines import Deadline
from korpu_mobility.applications.domain.lifecycle import Status
from korpu_mobility.applications.facts import (
    ApplicationForgotten,
    ApplicationOffered,
    ApplicationPutToCommittee,
    ApplicationRejected,
    ApplicationScored,
    ApplicationSelected,
    ApplicationWaitlisted,
)
from korpu_mobility.applications.refusals.content import AlreadyApplied
from korpu_mobility.applications.state import ApplicationState
from korpu_mobility.applications.tables import ONE_EACH, Application
from korpu_mobility.applications.tasks import tasks_of
from korpu_mobility.people.interface import holding_person
from korpu_mobility.permissions import AUDITOR, DESK, RECTORATE, THE_PERSON
from korpu_mobility.selections.interface import holding_selection

SCORER = ANYONE.own("scorer_ids")


def deadlines_of(application: Application) -> Sequence[Deadline]:
    """An offer ends with its last day."""
    if application.status == Status.OFFERED and application.offer_until:
        return [Deadline(end_of_day(application.offer_until), "offer-ends")]
    return []


def selection_of(application_id: UUID) -> Executable:
    """Take the person and the selection first: whoever leaves a place moves others of the same call."""
    mine = select(Application).where(col(Application.id) == application_id).subquery()
    person = holding_person(select(mine.c.person_id).scalar_subquery())
    return holding_selection(select(mine.c.opportunity_id).scalar_subquery(), person)


applications = AggregateDefinition(
    Application,
    state=ApplicationState,
    topic="mobility.applications.v1",
    readers=(*DESK, AUDITOR, RECTORATE, THE_PERSON, SCORER),
    unique={str(ONE_EACH.name): AlreadyApplied},
    deadlines=deadlines_of,
    after=selection_of,
    unasked={
        Status.IN_REVIEW: [Status.SCORED],
        Status.SCORED: [Status.SELECTED, Status.WAITLISTED, Status.REJECTED, Status.IN_REVIEW],
        Status.SELECTED: [Status.OFFERED, Status.IN_REVIEW],
        Status.WAITLISTED: [Status.OFFERED, Status.REJECTED, Status.IN_REVIEW],
        Status.REJECTED: [Status.IN_REVIEW],
        Status.OFFERED: [Status.LAPSED, Status.WITHDRAWN],
    },
    tasks=tasks_of,
)
applications.also_emits(
    ApplicationForgotten,
    ApplicationPutToCommittee,
    ApplicationScored,
    ApplicationSelected,
    ApplicationWaitlisted,
    ApplicationOffered,
    ApplicationRejected,
)
