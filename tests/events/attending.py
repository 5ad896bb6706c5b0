"""Registrations as tests need them: people with accounts, guests with addresses, and what becomes of them."""

from typing import Any
from uuid import UUID, uuid4

import httpx
from sqlalchemy import func, select
from sqlmodel import col

from korpu_events.places.interface import EventPlaces
from korpu_events.registrations.domain.vocabulary import COME
from korpu_events.registrations.tables import Registration
from tests.office import Office

GUEST = {"name": "Anna Weber", "country": "DE", "affiliation": "Universität Bonn", "language": "de"}


async def registers(office: Office, event: Any, person: UUID | None = None, **more: Any) -> Any:
    """Somebody with an account registers; a student, unless said otherwise."""
    by = {"person_id": person or uuid4()}
    return await office.does("student", "RegisterForEvent", by=by, event_id=event["id"], **more)


async def knocks(office: Office, event: Any, email: str = "anna.weber@uni-bonn.de", **more: Any) -> httpx.Response:
    """A guest without an account asks at the door."""
    asked = {"event_id": event["id"], "email": email, **GUEST, **more}
    return await office.asks(None, "POST", "/guest-registrations", json=asked)


async def newest(office: Office) -> Any:
    """The registration that came last, as its owner knows it."""
    async with office.database.transaction() as session:
        found = await session.scalar(select(col(Registration.id)).order_by(col(Registration.id).desc()).limit(1))
    return (await office.asks("officer", "GET", f"/registration/{found}")).json()


async def written_to(office: Office, registration: Any) -> str:
    """The secret of the link that the university's mail sends to a guest."""
    about = {"kind": "registration", "id": registration["id"], "side": "guest"}
    opened = await office.asks("officer", "POST", "/guest-links", json=about)
    assert opened.status_code == 201, opened.text
    return str(opened.json()["link"]).partition(".")[2]


async def as_guest(office: Office, what: str, secret: str, **more: Any) -> httpx.Response:
    """Somebody without a token holds the secret."""
    return await office.asks(None, "POST", f"/guest-links/{what}", json={"secret": secret} | more)


async def a_guest(office: Office, event: Any, email: str = "anna.weber@uni-bonn.de") -> tuple[Any, str]:
    """A guest who has confirmed the address, with the secret of the own link."""
    assert (await knocks(office, event, email)).status_code == 202
    registration = await newest(office)
    confirmed = await as_guest(office, "accept", await written_to(office, registration))
    assert confirmed.status_code == 200, confirmed.text
    return await shown(office, registration), str(confirmed.json()["further"]).partition(".")[2]


async def shown(office: Office, thing: Any, kind: str = "registration") -> Any:
    """How it stands."""
    return (await office.asks("officer", "GET", f"/{kind}/{thing['id']}")).json()


async def counted(office: Office, event: Any) -> tuple[int, int]:
    """How many places are counted as taken, and how many registrations have one."""
    async with office.database.transaction() as session:
        places = await session.get(EventPlaces, UUID(event["id"]))
        of_it = col(Registration.event_id) == UUID(event["id"]), col(Registration.status).in_(COME)
        have = select(func.count()).select_from(Registration).where(*of_it)
        assert places is not None
        return places.taken, int(await session.scalar(have) or 0)
