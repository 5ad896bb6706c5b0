"""Delegations as tests need them: at any point of their way, with people, hours and rooms."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from tests.office import Office

RECTOR = UUID("00000000-0000-7000-8000-00000000000a")
DEAN = UUID("00000000-0000-7000-8000-00000000000b")
INTERPRETER = UUID("00000000-0000-7000-8000-00000000000c")
OFFICER = UUID("00000000-0000-7000-8000-00000000000d")
KONSTANZ = UUID("00000000-0000-7000-8000-0000000000aa")
FIRST_DAY, LAST_DAY = "2026-10-05", "2026-10-07"

PATH = ("requested", "screening", "approved", "planning", "confirmed", "in_progress", "completed", "reported", "closed")


async def a_visit(office: Office, until: str = "planning", **more: Any) -> Any:
    """A delegation that has come as far as this status; the clock moves on when it must."""
    given = {
        "direction": "incoming",
        "title": {"en": "Delegation of Konstanz", "az": "Konstanz nümayəndə heyəti"},
        "purpose": "A memorandum on student exchange",
        "organisations": [KONSTANZ],
        "head_level": "rector",
        "starts": FIRST_DAY,
        "ends": LAST_DAY,
        "letter": "No. 17 of 1 September 2026",
        **more,
    }
    visit = await office.does("officer", "RequestVisit", **given)
    for status in PATH[1 : PATH.index(until) + 1]:
        visit = await STEPS[status](office, visit["id"])
    return visit


async def _screened(office: Office, visit: str) -> Any:
    await office.does("officer", "BeginScreening", id=visit)
    return await office.does("officer", "RecordCheck", id=visit, kind="security", clear=True)


async def _approved(office: Office, visit: str) -> Any:
    return await office.does("head", "ApproveVisit", id=visit)


async def _planned(office: Office, visit: str) -> Any:
    return await office.does("officer", "PlanVisit", id=visit, responsible_id=OFFICER)


async def _confirmed(office: Office, visit: str) -> Any:
    return await office.does("head", "ConfirmVisit", id=visit, despite="The programme follows by telephone")


async def _started(office: Office, visit: str) -> Any:
    office.clock.move_to(max(office.clock.now(), local("2026-10-05T09:00")))
    return await office.does("officer", "StartVisit", id=visit)


async def _completed(office: Office, visit: str) -> Any:
    office.clock.move_to(max(office.clock.now(), local("2026-10-07T18:00")))
    return await office.does("officer", "CompleteVisit", id=visit)


async def _reported(office: Office, visit: str) -> Any:
    return await office.does("officer", "ReportVisit", id=visit, report={"en": "They came, and signed."})


async def _closed(office: Office, visit: str) -> Any:
    await office.does("officer", "DeclareNoFollowUp", id=visit, reason="A courtesy visit")
    return await office.does("officer", "CloseVisit", id=visit)


STEPS = {
    "screening": _screened,
    "approved": _approved,
    "planning": _planned,
    "confirmed": _confirmed,
    "in_progress": _started,
    "completed": _completed,
    "reported": _reported,
    "closed": _closed,
}


def local(moment: str) -> datetime:
    """The moment at which clocks in Baku show this."""
    return datetime.fromisoformat(f"{moment}+04:00")


def an_item(starts: str = "2026-10-05T10:00", ends: str = "2026-10-05T11:00", **more: Any) -> dict[str, Any]:
    """An hour of a programme."""
    return {
        "kind": "meeting",
        "title": {"en": "Meeting with the rector"},
        "starts": local(starts).isoformat(),
        "ends": local(ends).isoformat(),
        **more,
    }


async def booked(office: Office, visit: Any, **more: Any) -> Any:
    """The visit with one more item on its programme."""
    return await office.does("officer", "AddProgrammeItem", id=visit["id"], **an_item(**more))


def people(count: int) -> list[dict[str, Any]]:
    """So many members of a delegation, the first of whom leads it."""
    return [
        {"name": f"Jörg Weiß {place}", "email": f"w{place}@uni-konstanz.de", "head": place == 0}
        for place in range(count)
    ]


async def with_members(office: Office, visit: Any, count: int) -> Any:
    """The visit with so many members."""
    return await office.does("officer", "ChangeMembers", id=visit["id"], add=people(count))


async def an_agreement(office: Office, status: str = "in_review", version: int = 1, **more: Any) -> UUID:
    """An agreement as partners tell of it."""
    agreement = more.pop("id", None) or uuid4()
    fact, epoch = more.pop("fact", "agreement.submitted"), more.pop("epoch", 0)
    state = {"id": agreement, "version": version, "code": "MOU-2026-014", "status": status, "signed_on": None, **more}
    await office.hears("partners.agreements.v1", fact, state, epoch=epoch)
    return UUID(str(agreement))


async def an_answer(
    office: Office,
    request_id: str,
    answer: str,
    department: str = "security",
    version: int = 1,
    body: Mapping[str, Any] | None = None,
    **headers: Any,
) -> None:
    """A department's answer, as it comes on its topic; fields of its body and headers can be given differently."""
    state: dict[str, Any] = {"id": request_id, "version": version, "request_id": request_id, "department": department}
    said: dict[str, Any] = {"ce_source": f"/{department}"} | headers
    whole = {**state, "answer": answer, **(body or {})}
    await office.hears("departments.answers.v1", f"request.{answer}", whole, **said)
