"""Every cell of the permission table: who does not bear a role that a command is open to, is refused at the door."""

from collections.abc import Iterator
from functools import cache

import httpx
import pytest

from korpu_chassis.commands.aggregate import Declared
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app
from tests.contracts.services import owners
from tests.office import People

ROLES = (
    None, "officer", "head", "legal", "finance", "rectorate",
    "faculty_coordinator", "auditor", "student", "teacher", "staff",
)  # fmt: skip


def cells() -> Iterator[object]:
    for service in owners():
        for declared in service.commands():
            for role in ROLES:
                yield pytest.param(service, declared, role, id=f"{declared.name}-{role}")


@cache
def transport_of(name: str) -> tuple[People, httpx.ASGITransport]:
    """Open the door of a service that has no database: whoever may not is refused before one is asked."""
    people = People()
    service = next(each for each in owners() if each.name == name)
    runtime = ServiceRuntime(service, Database("postgresql://nobody@127.0.0.1:1/nothing"), people)  # type: ignore[arg-type]
    return people, httpx.ASGITransport(create_app(runtime))


@pytest.mark.parametrize(("service", "declared", "role"), list(cells()))
async def test_the_door_keeps_the_permission_table(service: Service, declared: Declared, role: str | None) -> None:
    people, door = transport_of(service.name)
    headers = {"authorization": people.as_role(role)} if role else {}
    granted = role is not None and any(each.name in (role, ANYONE.name) for each in declared.who)

    async with httpx.AsyncClient(transport=door, base_url="http://owner") as client:
        answer = await client.post(declared.path, json={"no": "such field"}, headers=headers)

    assert answer.json()["code"] == ("invalid-input" if granted else "forbidden" if role else "unauthenticated")


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_nobody_who_only_watches_may_do_anything(service: Service) -> None:
    open_to_auditors = [each.name for each in service.commands() if any(role.name == "auditor" for role in each.who)]

    assert open_to_auditors == []


@pytest.mark.parametrize("service", owners(), ids=lambda service: service.name)
def test_every_command_is_open_to_somebody(service: Service) -> None:
    assert [each.name for each in service.commands() if not each.who] == []
