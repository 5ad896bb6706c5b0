"""The definition of enquiries: their topic, who reads them, and what falls due."""

from collections.abc import Sequence

from korpu_chassis.clock import end_of_day
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.deadlines import Deadline
from korpu_mobility.enquiries.domain.lifecycle import OPEN, Status
from korpu_mobility.enquiries.facts import EnquiryForgotten, EnquiryReceived
from korpu_mobility.enquiries.state import EnquiryState
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.enquiries.tasks import tasks_of
from korpu_mobility.permissions import AUDITOR, DESK, THE_PERSON


def deadlines_of(enquiry: Enquiry) -> Sequence[Deadline]:
    """The answer is late, the answer stands, and the words are forgotten; each once."""
    wanted = []
    if enquiry.status in OPEN and not enquiry.overdue:
        wanted.append(Deadline(end_of_day(enquiry.due), "overdue"))
    if enquiry.status == Status.ANSWERED and enquiry.reopen_until:
        wanted.append(Deadline(end_of_day(enquiry.reopen_until), "silence"))
    if not enquiry.forgotten_on:
        wanted.append(Deadline(end_of_day(enquiry.kept_until), "forgetting"))
    return wanted


enquiries = AggregateDefinition(
    Enquiry,
    state=EnquiryState,
    topic="mobility.enquiries.v1",
    readers=(*DESK, AUDITOR, THE_PERSON),
    deadlines=deadlines_of,
    tasks=tasks_of,
    unasked={
        **dict.fromkeys(OPEN, (Status.CLOSED,)),
        Status.ANSWERED: (Status.ASSIGNED, Status.CLOSED),
        Status.CLOSED: OPEN,
    },
)
enquiries.also_emits(EnquiryReceived, EnquiryForgotten)
