"""Joint projects with a past, so that a test begins where its own story does."""

from typing import Any
from uuid import uuid4

from tests.office import Office
from tests.partners.agreements.history import partner

__all__ = ["partner"]

Project = dict[str, Any]
ARTICLE = {"kind": "article", "title": {"az": "Məqalə"}, "on": "2026-09-05", "doi": "10.1000/182"}
FUND = {"name": "Erasmus+ KA171"}
REPORTS = [{"kind": "interim", "due": "2027-03-01"}, {"kind": "final", "due": "2028-10-31"}]


async def shape(office: Office, **other: Any) -> dict[str, Any]:
    """A consortium of two, a call, a funder, a budget and two years."""
    organisation = other.pop("organisation", None) or await partner(office)
    shares = other.pop("shares", (None, None))
    given: dict[str, Any] = {
        "partners": [
            {"us": True, "role": "beneficiary", "share": shares[0]},
            {"organisation_id": organisation, "role": "coordinator", "share": shares[1]},
        ],
        "call": "KA171-HED 2026",
        "funder": FUND,
        "budget": {"amount": "60000", "currency": "EUR"},
        "starts": "2026-09-01",
        "ends": "2028-08-31",
    }
    return {**given, **other}


async def idea(office: Office, role: str = "officer", /, *, by: dict[str, Any] | None = None, **other: Any) -> Project:
    """An idea with all that a proposal needs."""
    given: dict[str, Any] = {
        "title": {"az": "Tarixi arxivlər", "en": "Historical archives"},
        "summary": {"az": "Arxivlər birlikdə oxunur.", "en": "Archives are read together."},
        "principal_investigator_id": str(uuid4()),
        **await shape(office),
        **other,
    }
    state: Project = (await office.does(role, "PlanProject", by=by, **given))["state"]
    return state


async def proposed(office: Office, **other: Any) -> Project:
    """A proposal that went to the funder."""
    known = await idea(office, **other)
    return await step(office, "head", "ProposeProject", known)


async def funded(office: Office, number: str = "101177", **other: Any) -> Project:
    """A project with a grant and two reports to write."""
    known = await proposed(office, **other)
    return await step(office, "officer", "FundProject", known, grant_number=number, on="2026-09-01", reports=REPORTS)


async def active(office: Office, **other: Any) -> Project:
    """A project that works."""
    return await step(office, "officer", "StartProject", await funded(office, **other), on="2026-09-02")


async def reported(office: Office) -> Project:
    """A project whose reports are all with the funder."""
    known = await active(office)
    for report in known["reports"]:
        known = await step(office, "officer", "SubmitProjectReport", known, report_id=report["id"])
    return known


async def step(office: Office, role: str, command: str, project: Project, /, **given: Any) -> Project:
    """One more step of a project; the project after it."""
    state: Project = (await office.does(role, command, id=project["id"], **given))["state"]
    return state


async def refused(office: Office, role: str, command: str, project: Project, /, **given: Any) -> str:
    """The code with which a step is refused."""
    return await office.refuses(role, command, id=project["id"], **given)
