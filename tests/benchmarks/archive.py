"""An archive that grows: an office kept by the projection itself, and copies of it that refer to each other."""

# ruff: noqa: S608 -- the SQL is made of our own names

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import asyncpg

from korpu_chassis.messaging.envelope import Incoming
from korpu_chassis.persistence.store import Database
from korpu_gateway.readmodel.projection import project
from korpu_gateway.types import KINDS
from tests.benchmarks.figures import Wrong
from tests.gateway.conftest import incoming
from tests.gateway.library import Library, moment
from tests.gateway.shelves import State

ORGANISATIONS, AGREEMENTS, STAYS, LETTERS, PEOPLE = 3_000, 4_500, 7_500, 3_000, 2_500
OWN, COPY = "00000000", "7700000"
"""What stands in every id and in every name of the office itself; each copy has its own number there."""
FACULTIES = (*(f"faculty-{number:02}" for number in range(19)), "philology")
STANDS = {
    "organisation": ("prospect",) * 20 + ("active",) * 60 + ("archived",) * 20,
    "agreement": ("draft",) * 15 + ("in_force",) * 60 + ("expiring",) * 9 + ("expired",) * 15 + ("terminated",),
    "mobility": ("nominated",) * 20 + ("arrived",) * 15 + ("recognised",) * 62 + ("waitlisted", "lapsed", "declined"),
    "letter": ("registered",) * 10 + ("assigned",) * 20 + ("closed",) * 70,
}
"""How things stand at last, in hundredths."""
VERSIONS = {"organisation": 2, "agreement": 3, "mobility": 3, "letter": 2}
BATCH, ANALYSED = 500, 5_000
"""Messages; the second is what PostgreSQL does by itself once a minute."""


class Office(Library):
    """A library whose ids and codes can be told apart from those of its copies."""

    def id(self) -> str:
        return OWN + super().id()[8:]

    def _keep(self, kind: str, code: str, status: str, state: State, given: State) -> State:
        kept = super()._keep(kind, code, status, state, given)
        stands = STANDS.get(kind)
        number = len(self.states[kind])
        kept |= {"code": f"{code}-{number:05}-{COPY}", "unit": self.any(*FACULTIES)}
        kept |= {"status": self.any(*stands)} if stands else {}
        return kept


def furnished() -> Office:
    """The office: partners with agreements, stays of many people, and letters."""
    office = Office()
    letters = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"
    partners = [
        office.organisation(
            f"{office.any(*letters)}niversitet {place} {COPY}", country=office.any("DE", "TR", "FR", "PL", "IT", "GE")
        )
        for place in range(ORGANISATIONS)
    ]
    people = [office.person() for _ in range(PEOPLE)]
    agreements = [office.agreement(office.any(*partners), f"Memorandum {n} {COPY}") for n in range(AGREEMENTS)]
    for _ in range(STAYS):
        office.mobility(
            office.any(*agreements),
            office.any(*people),
            academic_year=office.any("2023/2024", "2024/2025", "2025/2026", "2026/2027"),
        )
    for place in range(LETTERS):
        office.letter(partners[place % ORGANISATIONS], agreements[place % AGREEMENTS])
    return office


def told(office: Office) -> Iterator[Incoming]:
    """What was said of all of it in the course of time: each version as a message, the last one as it stands."""
    known = [(kind, state) for kind, states in office.states.items() for state in states]
    for kind, state in sorted(known, key=lambda each: str(each[1]["id"])):
        versions = VERSIONS.get(kind, 1)
        for version in range(1, versions + 1):
            at = moment(state["changed_at"]) - timedelta(days=400 * (versions - version) + office.any(*range(200)))
            status = state["status"] if version == versions else STANDS[kind][0]
            said = {**state, "version": version, "status": status, "changed_at": at.isoformat()}
            yield incoming(kind, said, "said", said["changed_at"], {})


async def keep(dsn: str, office: Office) -> None:
    """Let the projection keep the office, as its consumer would."""
    database = Database(dsn, connections=1)
    messages = list(told(office))
    for begin in range(0, len(messages), BATCH):
        async with database.transaction() as session:
            await project(messages[begin : begin + BATCH], session)
        if begin % ANALYSED == 0:
            async with database.engine.connect() as connection:
                await connection.exec_driver_sql("ANALYZE")
    await database.close()


async def grow(dsn: str, times: int, to: int) -> None:
    """Copy the office until there are so many; ids and names of each copy are its own, and point to its own things."""
    session = await asyncpg.connect(dsn, command_timeout=3_600)
    await session.execute("SET synchronous_commit = off")
    kinds = [each for each in KINDS if await session.fetchval(f"SELECT EXISTS (SELECT FROM {each})")]
    for table in (*kinds, "history", "gap"):
        await session.execute(await _copied(session, table), times, to - 1)
    await session.execute("VACUUM ANALYZE")
    if await session.fetchval("SELECT count(*) FROM organisation") != ORGANISATIONS * to:
        raise Wrong("the archive has not grown as it should")
    await session.close()


async def _copied(session: asyncpg.Connection, table: str) -> str:
    """The statement that copies what the office itself has in a table to the copies from $1 to $2."""
    columns: Any = await session.fetch(
        "SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute"
        " WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        table,
    )
    new = {
        "uuid": "(lpad(to_hex(copy), 8, '0') || substr({0}::text, 9))::uuid",
        "text": f"replace({{0}}, '{OWN}-', lpad(to_hex(copy), 8, '0') || '-')",
        "jsonb": f"replace(replace({{0}}::text, '\"{OWN}-', '\"' || lpad(to_hex(copy), 8, '0') || '-'),"
        f" '{COPY}', '77' || lpad(copy::text, 5, '0'))::jsonb",
    }
    values = ", ".join(new.get(each["type"], "{0}").format(f"o.{each['name']}") for each in columns)
    names = ", ".join(each["name"] for each in columns)
    return (
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} o, generate_series($1::int, $2::int) copy"
        f" WHERE o.id::text LIKE '{OWN}-%'"
    )
