"""People who go on working while things break, and who ask again with the same key until they have an answer."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx

from korpu_gateway.reads.identity import identity
from korpu_local.stack import Stack

REGISTER = """mutation ($input: RegisterOrganisationInput!) {
  answer: registerOrganisation(input: $input) { ... on Organisation { id version } ... on Refusal { code message } }
}"""
CORRECT = """mutation ($input: CorrectOrganisationInput!) {
  answer: correctOrganisation(input: $input) { ... on Organisation { id version } ... on Refusal { code message } }
}"""
LOOK = "{ organisations(first: 5) { totalCount edges { node { id version } } } }"


@dataclass
class People:
    """Officers at the portal; what was acknowledged to them is written down, and so are looks that got no answer."""

    product: Stack
    acknowledged: dict[str, int] = field(default_factory=dict)
    blind: list[float] = field(default_factory=list)
    looks: int = 0
    leaving: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def changed(self) -> dict[UUID | None, int]:
        """How many changes of each partner were acknowledged, under its owner's id."""
        return {identity("organisation")(each): count for each, count in self.acknowledged.items()}

    async def officer(self) -> None:
        """Register one partner, then correct it over and over."""
        async with self._portal() as portal:
            name = {"language": "en", "kind": "LABEL", "text": uuid4().hex}
            about = {"names": [name], "kinds": ["UNIVERSITY"], "scope": "FOREIGN", "country": "DE"}
            known = await self._until_acknowledged(portal, REGISTER, about)
            self.acknowledged[known["id"]] = 1
            while not self.leaving.is_set():
                change = {"id": known["id"], "city": uuid4().hex}
                await self._until_acknowledged(portal, CORRECT, change)
                self.acknowledged[known["id"]] += 1
                await asyncio.sleep(0.05)

    async def reader(self) -> None:
        """Look at the list ten times a second."""
        async with self._portal() as portal:
            while not self.leaving.is_set():
                self.looks += 1
                if "data" not in await self._answer(portal, LOOK, {}):
                    self.blind.append(time.monotonic())
                await asyncio.sleep(0.1)

    async def _until_acknowledged(self, portal: httpx.AsyncClient, query: str, given: dict[str, Any]) -> dict[str, Any]:
        key = uuid4().hex
        while True:
            answer = await self._answer(portal, query, {"input": {**given, "idempotencyKey": key}})
            done: dict[str, Any] = (answer.get("data") or {}).get("answer") or {}
            if "version" in done:
                return done
            assert done.get("code") in {None, "unavailable"}, done
            await asyncio.sleep(0.2)

    async def _answer(self, portal: httpx.AsyncClient, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        try:
            answer = await portal.post("/graphql", json={"query": query, "variables": variables})
            body: dict[str, Any] = answer.json()
        except (httpx.HTTPError, ValueError):
            return {}
        return body

    @asynccontextmanager
    async def _portal(self) -> AsyncIterator[httpx.AsyncClient]:
        headers = {"authorization": f"Bearer {self.product.token('officer', subject=uuid4().hex)}"}
        async with httpx.AsyncClient(base_url=self.product.gateway_url, headers=headers, timeout=5) as portal:
            yield portal


@asynccontextmanager
async def at_work(product: Stack, officers: int = 4) -> AsyncIterator[People]:
    """People work inside the block; at its end each waits for the last answer and leaves."""
    people = People(product)
    async with asyncio.timeout(300), asyncio.TaskGroup() as group:
        group.create_task(people.reader())
        for _ in range(officers):
            group.create_task(people.officer())
        yield people
        people.leaving.set()
