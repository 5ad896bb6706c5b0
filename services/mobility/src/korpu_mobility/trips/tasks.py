"""What waits for whom about a trip: to ask, to approve, to pay, to report, to accept and to settle."""

from collections.abc import Iterator
from uuid import UUID

from korpu_chassis.commands.task import Task
from korpu_mobility.department_requests import HelpStatus
from korpu_mobility.permissions import HEAD, OFFICE, OFFICER, RECTORATE, THE_PERSON
from korpu_mobility.trips.domain.lifecycle import HELPED, OPEN, Approver, Risk, Status, approvers_of
from korpu_mobility.trips.parts import CheckIn
from korpu_mobility.trips.tables import Trip

GIVES = {Approver.HEAD: (HEAD,), Approver.RECTORATE: (RECTORATE,)}


def tasks_of(trip: Trip) -> Iterator[Task]:
    """Everything that waits for somebody, as the trip stands."""
    yield from _on_the_way(trip)
    match trip.status:
        case status if status in OPEN:
            yield Task(("SubmitTrip",), due=trip.starts, whose=(THE_PERSON,))
        case Status.SUBMITTED:
            yield from _approvals(trip)
        case Status.APPROVED if trip.allowance_wanted:
            yield Task(("RecordTripAdvance",), since=trip.order_date, due=trip.starts)
        case Status.REPORT_DUE:
            yield Task(("ReportTrip",), due=trip.report_due, whose=(THE_PERSON,))
        case Status.REPORTED:
            reader = GIVES[approvers_of(trip.level, Risk.NORMAL)[0]]
            commands = ("AcceptTripReport", "ReturnTripReport")
            yield Task(commands, since=trip.reported_on, whose=reader, never=trip.travellers)
        case Status.ACCEPTED:
            yield Task(("SettleTrip",), since=trip.accepted_on)


def _on_the_way(trip: Trip) -> Iterator[Task]:
    """What departments owe the traveller, and the word of who was asked whether they are safe."""
    if trip.status in HELPED:
        yield from _without_help(trip)
    if trip.check_in_open and trip.check_in_asked_at:
        whose = (THE_PERSON,) if trip.check_in == CheckIn.ASKED else (THE_PERSON, HEAD, OFFICER)
        yield Task(("AnswerCheckIn",), since=trip.check_in_asked_at, whose=whose)


def _without_help(trip: Trip) -> Iterator[Task]:
    """What a department has refused, or not answered in time: the office sees to it otherwise."""
    for each in trip.requests:
        if each.status == HelpStatus.REJECTED:
            yield Task(("WithdrawTripHelp",), since=each.answered_on, due=each.due, whose=OFFICE, part=str(each.id))
        elif each.status == HelpStatus.PENDING:
            yield Task(("RecordTripHelpAnswer",), since=each.due, due=each.due, part=str(each.id))


def _approvals(trip: Trip) -> Iterator[Task]:
    given = {each.by for each in trip.approvals}
    for approver in approvers_of(trip.level, trip.risk):
        if approver not in given:
            commands = ("ApproveTrip", "ReturnTrip", "RejectTrip")
            never: tuple[str | UUID, ...] = (*trip.travellers, *trip.approved_by)
            yield Task(commands, due=trip.starts, whose=GIVES[approver], never=never, part=approver.value)
