"""What departments are asked for when somebody comes: which one gives what, and the rules of asking."""

from korpu_mobility.admissions.parts import Help, HelpDepartment
from korpu_mobility.admissions.refusals.requests import (
    ArrangementAsked,
    ArrangementDuePast,
    ArrangementNoWithoutReason,
    ArrangementSettled,
    ArrangementUnknown,
)
from korpu_mobility.department_requests import HelpRules

GIVES = {
    Help.BED: HelpDepartment.DORMITORY,
    Help.INSURANCE: HelpDepartment.FINANCE,
    Help.PAYMENT_PLAN: HelpDepartment.FINANCE,
    Help.REGISTRATION: HelpDepartment.MIGRATION_LIAISON,
}
arrangements = HelpRules(
    unknown=ArrangementUnknown,
    asked=ArrangementAsked,
    past=ArrangementDuePast,
    settled=ArrangementSettled,
    unsaid=ArrangementNoWithoutReason,
)
