"""Which offices review an agreement of a kind, in which order, and how long each has."""

from enum import StrEnum

from korpu_partners.agreements.domain.kinds import Kind


class Step(StrEnum):
    """An office whose approval an agreement needs."""

    FACULTY = "faculty"
    DEPARTMENT = "department"
    LEGAL = "legal"
    FINANCE = "finance"
    RECTORATE = "rectorate"
    PARTNER = "partner"


FULL_ROUTE = ((Step.FACULTY,), (Step.DEPARTMENT,), (Step.LEGAL, Step.FINANCE), (Step.RECTORATE,))
HOUSE_ROUTE = ((Step.DEPARTMENT,), (Step.LEGAL, Step.FINANCE), (Step.RECTORATE,))
ROUTES = {
    Kind.MEMORANDUM: FULL_ROUTE,
    Kind.COOPERATION: FULL_ROUTE,
    Kind.STUDENT_EXCHANGE: FULL_ROUTE,
    Kind.STAFF_EXCHANGE: FULL_ROUTE,
    Kind.JOINT_PROGRAMME: FULL_ROUTE,
    Kind.RESEARCH: FULL_ROUTE,
    Kind.INTERNSHIP: FULL_ROUTE,
    Kind.STATE_AGREEMENT: HOUSE_ROUTE,
    Kind.MEMBERSHIP: HOUSE_ROUTE,
}
REVIEW_DAYS = {
    Step.FACULTY: 7,
    Step.DEPARTMENT: 5,
    Step.LEGAL: 14,
    Step.FINANCE: 7,
    Step.RECTORATE: 7,
    Step.PARTNER: 30,
}
