"""What happened, as messages tell it."""

from datetime import date

from korpu_chassis.commands.state import Fact
from korpu_chassis.validation.codes import Money
from korpu_mobility.trips.domain.lifecycle import Approver, Cause


class TripDrafted(Fact):
    """Somebody plans a trip."""


class TripChanged(Fact):
    """The plan of a trip was changed; the state says how it is now."""


class TripSafetyRecorded(Fact):
    """Insurance or emergency contact was written down; what it says stays here."""


class TripMoneyPlanned(Fact):
    """What the trip costs and who pays was written down; the amounts stay here."""


class TripAdvancePaid(Fact):
    """The traveller was paid something before leaving."""

    on: date


class TripSubmitted(Fact):
    """The trip waits for a yes."""

    approvers: tuple[Approver, ...]


class TripReturned(Fact):
    """The trip goes back for repair; a yes that it had holds no more."""

    approved_before: bool


class TripApproved(Fact):
    """The trip may take place, by this order."""

    order_number: str
    order_date: date


class TripRejected(Fact):
    """The trip may not take place; an advance that was paid goes back to finance."""

    to_return: Money | None


class TripCancelled(Fact):
    """The trip does not take place; an advance that was paid goes back to finance."""

    cause: Cause
    to_return: Money | None


class TripForgotten(Fact):
    """What was personal about a trip that is over was deleted here."""
