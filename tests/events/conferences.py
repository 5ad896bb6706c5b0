"""Events as tests need them: a conference in two days of October, at any point of its way."""

from typing import Any

from tests.events.delegations import local
from tests.office import Office

TEXTS = {"az": "Mübadilə haqqında", "en": "On exchange"}
STARTS, ENDS = local("2026-10-05T09:00"), local("2026-10-06T18:00")
PATH = ("draft", "published", "registration_open", "closed", "held", "reported")


async def an_event(office: Office, until: str = "draft", **more: Any) -> Any:
    """A conference that has come as far as this status; the clock moves on when it must."""
    given = {
        "kind": "conference",
        "title": {"az": "Beynəlxalq konfrans", "en": "International conference"},
        "summary": TEXTS,
        "starts": STARTS.isoformat(),
        "ends": ENDS.isoformat(),
        "place": "Akt zalı",
        "capacity": 3,
        "unit": "philology",
        **more,
    }
    event = await office.does("officer", "DraftEvent", **given)
    for status in PATH[1 : PATH.index(until) + 1]:
        await _step(office, status, event)
    return (await office.asks("officer", "GET", f"/event/{event['id']}")).json()


async def _step(office: Office, status: str, event: Any) -> None:
    commands = {
        "published": ("PublishEvent", {}),
        "registration_open": ("OpenRegistration", {}),
        "closed": ("CloseRegistration", {}),
        "reported": ("ReportEvent", {"report": {"en": "Forty people came."}}),
    }
    if status == "held":
        await office.waits_until(ENDS)
    else:
        command, given = commands[status]
        await office.does("officer", command, id=event["id"], **given)


def a_session(starts: str = "2026-10-05T10:00", ends: str = "2026-10-05T11:00", **more: Any) -> dict[str, Any]:
    """An hour of a conference."""
    hours = {"starts": local(starts).isoformat(), "ends": local(ends).isoformat()}
    return {"title": {"en": "Opening"}, **hours, **more}


async def with_session(office: Office, event: Any, **more: Any) -> Any:
    """The event with one more session, as its owner answers."""
    done = await office.does("officer", "AddEventSession", id=event["id"], **a_session(**more))
    return done["state"]["sessions"][-1]
