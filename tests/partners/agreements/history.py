"""Agreements with a past, so that a test begins where its own story does."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from tests.office import Office
from tests.partners.bringing import brings

LETTER: dict[str, Any] = {"reference": "IN-2026/118"}
REVIEWERS = {"faculty": "faculty_coordinator", "department": "head"}
OURS = ("faculty", "department", "legal", "finance", "rectorate")
WRITER: dict[str, Any] = {"subject": "writer"}


async def partner(office: Office, name: str = "University of Konstanz") -> str:
    """A registered organisation to agree with."""
    names = [{"language": "en", "kind": "label", "text": f"{name} {uuid4().hex[:8]}"}]
    given: dict[str, Any] = {"names": names, "kinds": ["university"], "scope": "foreign", "country": "DE"}
    return str((await office.does("officer", "RegisterOrganisation", **given))["id"])


def seats(partner_id: str, people: int = 5, **other: Any) -> dict[str, Any]:
    """A condition: our students go to the partner."""
    condition = {
        "from": {},
        "to": {"organisation_id": partner_id},
        "kind": "study",
        "first_year": "2026/2027",
        "last_year": "2028/2029",
        "people_per_year": people,
        "eqf": [6, 7],
    }
    return {**condition, **other}


async def draft(office: Office, partner_id: str | None = None, **other: Any) -> dict[str, Any]:
    """An agreement that was written today."""
    partner_id = partner_id or await partner(office)
    given = {
        "kind": "student_exchange",
        "title": {"en": "Student exchange", "az": "Tələbə mübadiləsi"},
        "parties": [{"us": True}, {"organisation_id": partner_id}],
        "starts": "2026-10-01",
        "ends": "2029-09-30",
        "conditions": [seats(partner_id)],
    }
    return await _answer(office, "DraftAgreement", **{**given, **other})


async def in_review(office: Office, *approved_by: str, **other: Any) -> dict[str, Any]:
    """An agreement in review, approved by these already."""
    agreement = await draft(office, **other)
    agreement = await _answer(office, "SubmitAgreement", id=agreement["id"])
    for step in approved_by:
        agreement = await approve(office, agreement, step)
    return agreement


async def approve(office: Office, agreement: dict[str, Any], step: str) -> dict[str, Any]:
    """One more yes, by whoever may give it."""
    known = {"id": agreement["id"], "terms_version": agreement["terms_version"]}
    if step == "partner":
        for party in agreement["parties"]:
            if not party["us"]:
                about = {"organisation_id": party["organisation_id"], "on": "2026-09-07", "evidence": LETTER}
                agreement = await _answer(office, "RecordPartnerApproval", **known, **about)
        return agreement
    units = [agreement["unit"]] if step == "faculty" else []
    answer = await office.does(REVIEWERS.get(step, step), "ApproveAgreement", by={"units": units}, step=step, **known)
    state: dict[str, Any] = answer["state"]
    return state


async def approved(office: Office, **other: Any) -> dict[str, Any]:
    """An agreement that all have approved."""
    agreement = await in_review(office, **other)
    for step in dict.fromkeys(each["step"] for each in sorted(agreement["reviews"], key=lambda each: each["stage"])):
        agreement = await approve(office, agreement, step)
    return agreement


def signatures(agreement: dict[str, Any], on: str = "2026-09-07") -> list[dict[str, Any]]:
    """Every party signs on this day."""
    return [
        {"organisation_id": party["organisation_id"], "unit": party["unit"], "on": on, "signatory": "Nərgiz Əliyeva"}
        for party in agreement["parties"]
    ]


async def sign(office: Office, agreement: dict[str, Any], **other: Any) -> dict[str, Any]:
    """All parties sign."""
    return await _answer(office, "SignAgreement", id=agreement["id"], **{"signatures": signatures(agreement), **other})


async def signed(office: Office, **other: Any) -> dict[str, Any]:
    """An agreement that all have approved and signed today."""
    return await sign(office, await approved(office, **other))


async def filed(office: Office, agreement: dict[str, Any]) -> dict[str, Any]:
    """A letter of the partner that was scanned and put to the agreement; evidence that names it."""
    sha256 = (await brings(office, subject="writer")).json()["sha256"]
    scan = {"title": "Notice", **LETTER}
    after = await _answer(office, "AddDocument", id=agreement["id"], document=scan, file=sha256)
    agreement["version"] = after["version"]
    return {**LETTER, "attachment_id": after["documents"][-1]["attachment"]["id"]}


async def reload(office: Office, agreement: dict[str, Any] | str | UUID) -> dict[str, Any]:
    """The agreement as its owner knows it now."""
    agreement_id = agreement["id"] if isinstance(agreement, dict) else agreement
    state: dict[str, Any] = (await office.asks("auditor", "GET", f"/agreement/{agreement_id}")).json()
    return state


async def impact(office: Office, agreement: dict[str, Any]) -> dict[str, Any]:
    """What depends on the agreement, as the head sees it before confirming."""
    seen: dict[str, Any] = (await office.asks("head", "GET", f"/agreement/{agreement['id']}/impact")).json()
    return seen


async def said_since(office: Office, agreement: dict[str, Any]) -> Sequence[str]:
    """What was said of the agreement since the caller held this state."""
    return (await office.said_about(agreement["id"]))[agreement["version"] :]


async def _answer(office: Office, command: str, **given: Any) -> dict[str, Any]:
    state: dict[str, Any] = (await office.does("officer", command, by=WRITER, **given))["state"]
    return state
