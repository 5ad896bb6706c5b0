"""Reports at work in a test: two faculties are asked for their part, and somebody computes figures next door."""

import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import orjson
import pytest
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.clock import FrozenClock, use
from korpu_chassis.persistence.store import Database
from korpu_events.app import service
from korpu_events.reports.figures_source import FiguresSettings
from korpu_events.reports.freezer import Freezer
from korpu_events.unit_reports.tables import UnitReport
from tests.office import Office
from tests.seen import SEEN

KEY = "the key that only these tests know"
STAY, OTHER = UUID("00000000-0000-7000-8000-0000000000a1"), UUID("00000000-0000-7000-8000-0000000000a2")
TEMPLATE: dict[str, Any] = {
    "title": {"az": "İllik hesabat", "en": "Annual report"},
    "indicators": [{"code": "stays", "by": ["country"], "only": [{"dimension": "level", "codes": ["7"]}]}],
    "questions": [
        {"id": "achievements", "words": {"az": "Nə alındı?", "en": "What went well?"}},
        {"id": "plans", "words": {"en": "What comes next?"}, "required": False},
    ],
}
PERIOD: dict[str, Any] = {
    "starts": "2025-09-01", "ends": "2026-08-31", "due": "2026-10-01", "units": ["history", "philology"],
}  # fmt: skip
TOLD = [{"question": "achievements", "text": "Twelve students went to Kassel"}]


def counted(germany: int = 2, poland: int | None = 1, version: int = 1) -> list[dict[str, Any]]:
    """What whoever computes figures answers: stays by country."""
    rows = [{"type": "mobility", "id": str(each), "version": 3} for each in (STAY, OTHER)]
    cells = [
        {"at": {"country": "PL"}, "value": poland, "rows": rows[:1]},
        {"at": {"country": "DE"}, "value": germany, "rows": rows[:germany]},
    ]
    figure: dict[str, Any] = {"code": "stays", "definition_version": version, "unit": "stays", "by": ["country"]}
    named = {"name": {"az": "Səfərlər", "en": "Stays"}, "definition": {"en": "Stays that have begun"}}
    return [figure | named | {"filter": {"level": ["7"]}, "cells": cells}]


class Counting:
    """Whoever computes figures: answers what the test says, over HTTP, to whoever bears the key."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answers: list[tuple[int, Any]] = []
        self.figures = counted()
        told = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                question = orjson.loads(self.rfile.read(int(self.headers["content-length"])))
                status, answer = told.answered(self.path, self.headers["authorization"], question)
                body = orjson.dumps(answer)
                self.send_response(status)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Nobody reads it."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def settings(self) -> FiguresSettings:
        return FiguresSettings(gateway_url=f"http://127.0.0.1:{self.server.server_port}", figures_key=KEY)

    def answered(self, path: str, credential: str, question: dict[str, Any]) -> tuple[int, Any]:
        if (path, credential) != ("/internal/figures", f"Bearer {KEY}"):
            return 401, {"code": "unauthenticated", "detail": "?"}
        self.asked.append(question)
        if self.answers:
            return self.answers.pop(0)
        return 200, {**{name: question[name] for name in ("as_of", "from", "to")}, "figures": self.figures}


class Reports(Office):
    """Events with a memory for reports."""

    counting: Counting

    async def template(self, **more: Any) -> Any:
        """A template that asks for stays by country, and two questions."""
        return await self.does("officer", "AddReportTemplate", **{**TEMPLATE, **more})

    async def requested(self, template: Any = None, **more: Any) -> Any:
        """A report of which two faculties are asked for their part."""
        known = template or await self.template()
        return await self.does("officer", "RequestReport", template_id=known["id"], **{**PERIOD, **more})

    async def parts_of(self, report: Any) -> dict[str, Any]:
        """The parts of its units as they now stand, by unit."""
        async with self.database.transaction() as session:
            found = await session.scalars(select(UnitReport).where(col(UnitReport.report_id) == UUID(report["id"])))
            ids = {str(part.unit): part.id for part in found}
        return {unit: (await self.asks("officer", "GET", f"/unit-report/{id}")).json() for unit, id in ids.items()}

    async def as_unit(self, command: str, part: Any, **given: Any) -> Any:
        """The coordinator of its unit does something with a part."""
        return await self.does("faculty_coordinator", command, id=part["id"], by={"units": [part["unit"]]}, **given)

    async def submitted(self, part: Any) -> Any:
        """A part that its unit has written and handed in."""
        await self.as_unit("WriteUnitReport", part, answers=TOLD)
        return await self.as_unit("SubmitUnitReport", part)

    async def whole(self, template: Any = None, **more: Any) -> Any:
        """A report whose parts are all accepted."""
        report = await self.requested(template, **more)
        for part in (await self.parts_of(report)).values():
            await self.submitted(part)
            await self.does("officer", "AcceptUnitReport", id=part["id"])
        return report

    async def consolidated(self, template: Any = None, **more: Any) -> Any:
        """A report whose figures were asked for."""
        report = await self.whole(template, **more)
        return await self.does("officer", "ConsolidateReport", id=report["id"])

    async def published(self, template: Any = None, **more: Any) -> Any:
        """A report that everybody reads, with its figures."""
        report = await self.consolidated(template, **more)
        assert await self.freezes() == 1
        return await self.does("head", "PublishReport", id=report["id"])

    async def freezes(self) -> int:
        """Whoever freezes figures looks once for what is wanted."""
        return await Freezer(self.runtime, self.counting.settings).freeze_wanted()

    async def shown(self, report: Any, role: str = "officer", **who: Any) -> Any:
        """The report as it now is."""
        return (await self.asks(role, "GET", f"/report/{report['id']}", **who)).json()

    async def reads(self, report: Any, field: str, role: str = "officer", **who: Any) -> Any:
        """What the owner tells a role of a report beside its state; nothing when it may not read it."""
        question = {"ids": [report["id"]], "fields": [field]}
        response = await self.asks(role, "POST", "/reports/read", json=question, **who)
        assert response.status_code == 200, response.text
        told = response.json()["reports"]
        return told[0][field] if told else None


@pytest.fixture
def counting() -> Iterator[Counting]:
    """Somebody who computes figures."""
    counting = Counting()
    yield counting
    counting.server.shutdown()
    counting.server.server_close()


@pytest.fixture
async def office(database: Callable[[str], Awaitable[str]], counting: Counting) -> AsyncIterator[Reports]:
    """Events on a Monday morning in September, with an empty database."""
    with use(FrozenClock(datetime(2026, 9, 7, 5, 0, tzinfo=UTC))) as clock:
        store = Database(await database("events"))
        assert isinstance(clock, FrozenClock)
        office = Reports(service, store, clock)
        office.counting = counting
        yield office
        await office.stood_as_said()
        await SEEN.looks_at(store)
        await store.close()
