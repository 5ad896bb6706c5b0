"""What happened, as messages tell it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from korpu_chassis.commands.state import Fact
from korpu_events.visits.domain.vocabulary import OutcomeKind, RequestStatus
from korpu_events.visits.parts import ProgrammeItem


class VisitTransportArranged(Fact):
    """How the delegation comes and goes was arranged."""


class VisitLodgingArranged(Fact):
    """Where the delegation sleeps was arranged."""


class VisitBudgetSet(Fact):
    """What the visit costs, and who pays, was set."""


class VisitGiftRecorded(Fact):
    """A gift was given or received."""

    received: bool


class VisitBriefed(Fact):
    """The briefing for our side was written."""


class VisitPressPlanned(Fact):
    """What the press may do was planned; `consent` says whether the guests agreed to it."""

    consent: bool


class VisitRequested(Fact):
    """A delegation asks to come, or one of ours to go."""


class VisitEntered(Fact):
    """It was taken over from an older register, as what it was; this is its number there."""

    number: str | None


class VisitCorrected(Fact):
    """What was written about the visit was put right."""


class VisitScreeningBegan(Fact):
    """The visit is being looked at before somebody decides on it."""


class VisitChecked(Fact):
    """One of the checks before the decision has its result."""

    kind: str
    clear: bool


class VisitApproved(Fact):
    """The visit may take place."""

    by: str


class VisitDeclined(Fact):
    """The visit will not take place."""

    reason: str


class VisitPlanned(Fact):
    """Somebody is responsible for the visit, and its planning has begun."""

    responsible_id: UUID


class VisitConfirmed(Fact):
    """All is ready; the delegation is expected."""


class VisitStarted(Fact):
    """The delegation is here, or ours has gone."""


class VisitPostponed(Fact):
    """The visit will take place on other days; all that was booked is free again."""

    reason: str


class VisitProgrammeChanged(Fact):
    """The programme has changed; this is the difference."""

    added: tuple[ProgrammeItem, ...] = ()
    changed: tuple[ProgrammeItem, ...] = ()
    removed: tuple[ProgrammeItem, ...] = ()


class VisitRescheduled(Fact):
    """The visit has new days; what departments were asked for is asked again."""

    starts: date
    ends: date
    programme: VisitProgrammeChanged


class VisitCancelled(Fact):
    """The visit will not take place; all that was booked is free again."""

    reason: str


class VisitCompletionDue(Fact):
    """The last day has passed and nobody has said that the visit took place."""


class VisitCompletionOverdue(Fact):
    """The visit should have ended days ago, and nobody says whether it took place; these are told."""

    tell: tuple[str, ...]


class VisitCompleted(Fact):
    """The visit has taken place; its report is due."""

    on: date
    report_due: date


class VisitSequelAsked(Fact):
    """A year has passed: whoever is responsible and the head say what came of it."""

    tell: tuple[str, ...]


class VisitSequelRecorded(Fact):
    """It is known what came of it: of which kinds, or nothing."""

    kinds: tuple[OutcomeKind, ...]


class VisitOutcomesRecorded(Fact):
    """What the visit has brought was written down."""


class VisitReported(Fact):
    """The report of the visit was handed in."""


class VisitReportReturned(Fact):
    """The report needs repair."""

    reason: str


class VisitReportOverdue(Fact):
    """The visit ended more than seven days ago and has no report; these roles are told."""

    tell: tuple[str, ...]


class VisitNoFollowUp(Fact):
    """Nothing follows from the visit, and somebody has said so."""

    reason: str


class VisitActionPointAgreed(Fact):
    """An action point was agreed as a consequence of the visit."""

    action_point_id: UUID


class VisitClosed(Fact):
    """The file of the visit is closed."""


class VisitMembersChanged(Fact):
    """People have joined or left the delegation; they are ids here."""

    added: tuple[UUID, ...]
    removed: tuple[UUID, ...]
    member_count: int


class VisitMemberCorrected(Fact):
    """What is known of a member was put right."""

    member_id: UUID


class VisitPassportRecorded(Fact):
    """The passport of a member is known to the office."""

    member_id: UUID


class VisitPersonalDataPurged(Fact):
    """Personal data of the delegation was deleted because its time of keeping has ended."""

    what: str


class VisitHostsNamed(Fact):
    """Who receives the delegation was said, or changed."""

    added: tuple[UUID, ...]
    removed: tuple[UUID, ...]


class VisitInvitationIssued(Fact):
    """An invitation letter was issued to members of the delegation."""

    number: str
    on: date
    member_ids: tuple[UUID, ...]


class VisitAgreementProgressed(Fact):
    """An agreement that is to be signed at the visit has changed; `warning` is what is still wrong with it."""

    item_id: UUID
    agreement_id: UUID
    warning: str | None


class VisitAgreementSigned(Fact):
    """An agreement was signed at the visit; `correlation_id` is the story in which it was signed."""

    item_id: UUID | None
    agreement_id: UUID
    on: date
    correlation_id: UUID | None


class VisitRequestMade(Fact):
    """A department was asked for help."""

    request_id: UUID
    department: str
    due: date
    people: int | None = None


class VisitRequestChanged(Fact):
    """What a department was asked for is for other days, or for another number of people; this is what holds now.

    There are no days while the visit is put off. Who is asked again answers again, whatever they have answered.
    """

    request_id: UUID
    department: str
    due: date
    starts: date | None
    ends: date | None
    people: int | None
    revision: int
    asked_again: bool


class VisitRequestAnswered(Fact):
    """A department has said yes, no, or done; `before` is `accepted` if it takes a yes back."""

    request_id: UUID
    department: str
    answer: RequestStatus
    reason: str | None = None
    before: RequestStatus | None = None


class VisitRequestWithdrawn(Fact):
    """A department need not help any more."""

    request_id: UUID
    department: str
    reason: str


class LateRequest(BaseModel):
    """A request that nobody has answered in time."""

    request_id: UUID
    department: str


class VisitRequestsLate(Fact):
    """Departments have not answered by the due date."""

    late: tuple[LateRequest, ...]
