"""The head will be away, and has named an officer."""

from korpu_local.portal import Portal
from tests.journeys.office import Office, Thing


def a_head(office: Office) -> Portal:
    """A head who belongs to one test alone."""
    return office.as_role("head", subject=f"head-{office.mark}")


def absence(office: Office, head: Portal | None = None) -> Thing:
    """The head of the department, or another one, has named an officer for three days of next year."""
    days: Thing = {"first_day": office.days.day(300), "last_day": office.days.day(302)}
    return (head or office.head).does("NameDeputy", deputy="officer-2", **days)
