"""Every book in which the product writes, searched for words that must not be there."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import asyncpg
import httpx

from korpu_local.stack import PROCESSES, Stack
from tests.journeys.departments import ANSWERS, TOPICS, Department

COLUMNS = """
    SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_schema = 'public' ORDER BY table_name, ordinal_position
"""


@dataclass(frozen=True)
class Books:
    """All that the product has written anywhere."""

    product: Stack
    department: Department

    def in_database(self, service: str, words: Iterable[str]) -> set[str]:
        """The tables and columns of a service in which one of the words stands."""
        return asyncio.run(self._columns(service, list(words)))

    def published(self, words: Iterable[str]) -> set[str]:
        """Where one of the words stands among all that leaves the owners: topics, logs, metrics."""
        wanted = [word.lower().encode() for word in words]
        places = (*self._topics(), *self._logs(), *self._metrics())
        return {where for where, held in places if any(word in held.lower() for word in wanted)}

    def _topics(self) -> Iterator[tuple[str, bytes]]:
        for topic in (*TOPICS, ANSWERS, "gateway.dead", "partners.dead", "mobility.dead", "events.dead"):
            yield topic, b"\n".join(each.raw for each in self.department.reads(topic))

    def _logs(self) -> Iterator[tuple[str, bytes]]:
        for file in self.product.home.folder("logs").glob("*.log"):
            yield file.name, file.read_bytes()

    def _metrics(self) -> Iterator[tuple[str, bytes]]:
        for service, role in PROCESSES:
            port = self.product.metrics_port(service, role)
            yield f"metrics of {service} {role}", httpx.get(f"http://127.0.0.1:{port}/metrics").content

    async def _columns(self, service: str, words: list[str]) -> set[str]:
        session = await asyncpg.connect(self.product.parts.databases[service])
        try:
            return {
                f"{table}.{column}"
                for table, column, kind in await session.fetch(COLUMNS)
                if await session.fetchval(_search(table, column, kind), [f"%{word}%" for word in words])
            }
        finally:
            await session.close()


def _search(table: str, column: str, kind: str) -> str:
    text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
    return f'SELECT count(*) FROM "{table}" WHERE {text} ILIKE ANY($1::text[])'  # noqa: S608 -- names of the catalogue
