"""The desk where lists are had as files, asked over HTTP and read as spreadsheets read them."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

import httpx
from openpyxl import load_workbook

from korpu_chassis.identity.access_tokens import Principal
from korpu_gateway.exports.routes import Exports
from korpu_gateway.exports.slots import Places
from korpu_gateway.http.endpoint import Endpoint
from tests.gateway.conftest import Gateway
from tests.office import People


@dataclass
class Desk:
    """One door for exports, and those who come to it."""

    exports: Exports
    people: People

    async def asks(self, address: str, who: Principal, **asked: Any) -> httpx.Response:
        headers = {"accept-language": asked.pop("speaks", "az")}
        if not who.is_anonymous:
            self.people.known[who.subject] = who
            headers["authorization"] = who.subject
        transport = httpx.ASGITransport(self.exports)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
            return await client.post(f"/exports/{address}", json=asked, headers=headers)

    async def sheet(self, name: str, who: Principal, **asked: Any) -> list[dict[str, Any]]:
        """The rows of the workbook under their headings, as cells of openpyxl."""
        response = await self.asks(f"{name}.xlsx", who, **asked)
        assert response.status_code == 200, response.text
        head, *rows = load_workbook(BytesIO(response.content)).worksheets[0].iter_rows()
        return [dict(zip([str(each.value) for each in head], row, strict=True)) for row in rows]

    async def lines(self, name: str, who: Principal, **asked: Any) -> list[dict[str, str]]:
        """The rows of the CSV under their headings."""
        [heads, *rows] = await self.table(f"{name}.csv", who, **asked)
        return [dict(zip(heads, row, strict=True)) for row in rows]

    async def table(self, address: str, who: Principal, **asked: Any) -> list[list[str]]:
        """The cells of the CSV, headings first."""
        response = await self.asks(address, who, **asked)
        assert response.status_code == 200, response.text
        return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def a_desk(gateway: Gateway, most_rows: int = 1_000, places: int = 2, patience: float = 30) -> Desk:
    """A desk of this gateway."""
    people = People()
    endpoint = Endpoint(gateway.schema, gateway.pool, people)
    return Desk(Exports(endpoint, gateway.pool, Places(places), most_rows=most_rows, patience=patience), people)
