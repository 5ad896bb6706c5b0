"""The owner's routes when its database is away, and when a statement of ours is wrong."""

from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter
from sqlalchemy import text
from sqlmodel import SQLModel

from korpu_chassis.identity.access_tokens import Verifier
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service, ServiceRuntime
from korpu_chassis.runtime.routes import create_app


@pytest.mark.parametrize(
    ("statement", "status", "code"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", 503, "unavailable"),
        ("SELECT bread", 500, "internal-server-error"),
    ],
    ids=["away", "wrong"],
)
async def test_a_database_that_is_away_is_told_from_a_wrong_statement(
    postgres: str, statement: str, status: int, code: str
) -> None:
    database, router = Database(postgres, connections=1), APIRouter()

    @router.get("/bread")
    async def bread() -> None:
        async with database.transaction() as session:
            await session.execute(text(statement))

    service = Service(name="bakery", table=SQLModel, definitions=(), migrations=Path(), routers=[router])
    app = create_app(ServiceRuntime(service, database, Verifier("", "", "")))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://owner") as asking:
        answer = await asking.get("/bread")
    await database.close()

    assert (answer.status_code, answer.json()["code"]) == (status, code)
