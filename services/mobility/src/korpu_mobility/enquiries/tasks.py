"""What waits for whom about an enquiry: that somebody sees to it, and answers."""

from collections.abc import Iterator

from korpu_chassis.commands.task import Task
from korpu_mobility.enquiries.domain.lifecycle import Status
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.permissions import HEAD


def tasks_of(enquiry: Enquiry) -> Iterator[Task]:
    """Everything that waits for somebody, as the enquiry stands; the head is asked besides once it is late."""
    since, due = enquiry.asked_on, enquiry.due
    match enquiry.status:
        case Status.RECEIVED:
            yield Task(("AssignEnquiry", "CloseEnquiry"), since=since, due=due)
        case Status.ASSIGNED if enquiry.assignee:
            yield Task(("AnswerEnquiry", "CloseEnquiry"), since=since, due=due, subjects=(enquiry.assignee,))
            if enquiry.overdue:
                yield Task(("AssignEnquiry",), since=due, due=due, whose=(HEAD,))
