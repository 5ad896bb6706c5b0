"""Amendments with a past: proposed by the writer, approved by everybody, signed by both."""

from typing import Any

from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import REVIEWERS, WRITER

MORE_TIME: dict[str, Any] = {"title": {"en": "One more year"}, "ends": "2030-09-30"}


async def running(office: Office, **other: Any) -> dict[str, Any]:
    """An agreement in force since today."""
    return await history.signed(office, **{"starts": None, **other})


async def proposed(office: Office, agreement: dict[str, Any], **other: Any) -> dict[str, Any]:
    """An amendment, proposed by the writer."""
    given: dict[str, Any] = {**MORE_TIME, **other}
    answer = await office.does("officer", "ProposeAmendment", by=WRITER, id=agreement["id"], **given)
    state: dict[str, Any] = answer["state"]
    return state


async def approved(office: Office, agreement: dict[str, Any], number: int = 1) -> dict[str, Any]:
    """The amendment after every approval."""
    partner_id = agreement["parties"][1]["organisation_id"]
    known: dict[str, Any] = {"id": agreement["id"], "number": number}
    for step in ("department", "legal", "rectorate"):
        await office.does(REVIEWERS.get(step, step), "ApproveAmendment", step=step, **known)
    about: dict[str, Any] = {"organisation_id": partner_id, "on": "2026-09-07", "evidence": history.LETTER}
    answer = await office.does("officer", "RecordAmendmentApproval", **known, **about)
    state: dict[str, Any] = answer["state"]
    return state


async def signed(office: Office, agreement: dict[str, Any], number: int = 1, **other: Any) -> dict[str, Any]:
    """The amendment after every signature."""
    given: dict[str, Any] = {
        "id": agreement["id"],
        "number": number,
        "signatures": history.signatures(agreement),
        **other,
    }
    state: dict[str, Any] = (await office.does("officer", "SignAmendment", **given))["state"]
    return state
