"""Audit and access log of events, written in the usual way and looked at."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy import text
from uuid_utils.compat import uuid7

from korpu_chassis.audit.verification import Break, Checked, verify
from korpu_chassis.identity.access_tokens import Principal
from korpu_events.app import service
from tests.events.delegations import a_visit
from tests.office import Office

WHOLE = "the row, or the hash before it, was changed"
Tamper = Callable[..., Awaitable[None]]


async def look(office: Office, *about: UUID) -> None:
    """Somebody looks at restricted fields of these."""
    async with office.database.transaction() as session:
        uow = office.runtime.unit_of_work(session, Principal.system("test"), "look")
        await uow.log_read(about, ("phone",), "Ticket for Aysel")


async def written(office: Office) -> tuple[UUID, UUID]:
    """Two visits with several changes each, and looks at two persons, one of whom was looked at three times."""
    visits = [await a_visit(office, "confirmed"), await a_visit(office, "confirmed")]
    first, second = uuid7(), uuid7()
    for about in ((first, second), (first,), (first,)):
        await look(office, *(UUID(str(each)) for each in about))
    return UUID(str(visits[0]["id"])), UUID(str(visits[1]["id"]))


async def checked(office: Office, head: str | None = None) -> Checked:
    return await verify(office.database.dsn, service.definitions, head)


async def found(office: Office, head: str | None = None) -> Break | None:
    return (await checked(office, head)).broken


async def ids(office: Office, query: str, **names: object) -> list[int]:
    async with office.database.transaction() as session:
        return list((await session.execute(text(query), names)).scalars())
