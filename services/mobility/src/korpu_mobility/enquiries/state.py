"""An enquiry as messages carry it: without who asked by e-mail, and without what was asked and answered."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import Language
from korpu_mobility.enquiries.domain.lifecycle import Cause, Channel, Status
from korpu_mobility.topics import Topic


class EnquiryState(State):
    """The public state of an enquiry."""

    status: Status
    topic: Topic
    channel: Channel
    language: Language
    person_id: UUID | None
    organisation_id: UUID | None
    opportunity_id: UUID | None
    assignee: str | None
    due: date
    overdue: bool
    asked_on: date
    answered_on: date | None
    in_time: bool | None
    reopened: int
    reopen_until: date | None
    closed_on: date | None
    cause: Cause | None
    kept_until: date
    forgotten_on: date | None
