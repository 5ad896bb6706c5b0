"""What departments are asked for, so that somebody can travel: which one gives what, and the rules of asking."""

from collections.abc import Iterable
from datetime import date

from korpu_mobility.department_requests import AskedHelp, HelpRules
from korpu_mobility.trips.parts import TripHelp, TripHelpDepartment
from korpu_mobility.trips.refusals.help import (
    TripHelpAskedAlready,
    TripHelpDueLate,
    TripHelpDuePast,
    TripHelpNoWithoutReason,
    TripHelpSettled,
    TripHelpUnknown,
)

GIVES = {
    TripHelp.SUPPORT_LETTER: TripHelpDepartment.MIGRATION_LIAISON,
    TripHelp.TICKETS: TripHelpDepartment.FINANCE,
    TripHelp.LODGING: TripHelpDepartment.FINANCE,
    TripHelp.INTERPRETER: TripHelpDepartment.INTERPRETERS,
}
trip_help = HelpRules(
    unknown=TripHelpUnknown,
    asked=TripHelpAskedAlready,
    past=TripHelpDuePast,
    settled=TripHelpSettled,
    unsaid=TripHelpNoWithoutReason,
)


def require_of_use(requests: Iterable[AskedHelp], wanted: TripHelp, due: date, ends: date, today: date) -> None:
    """Asked once, for a day from today on, and before the trip is over."""
    trip_help.require_askable(requests, wanted, due, today)
    if due > ends:
        raise TripHelpDueLate("due", ends=ends)
