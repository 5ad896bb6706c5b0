"""The ground on which is measured: a durable PostgreSQL and a Kafka of its own, nothing else."""

import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from itertools import count

from korpu_local.databases import connection, ensure_role
from korpu_local.home import ROOT, Home
from korpu_local.kafka import settings_of
from korpu_local.programs import Program
from tests.chassis.breakage import Stack
from tests.chassis.wire import Wire

SERVING = "bench_serving"
_numbers = count()


class Ground:
    """Servers that keep what they are told; each measurement has its own database and topics on them."""

    def __init__(self) -> None:
        home = Home(ROOT / ".local" / "bench")
        self._alone = ExitStack()
        self._alone.enter_context(home.locked("bench"))
        self.stack = Stack(home)
        self._migrated: set[str] = set()

    @asynccontextmanager
    async def wire(self) -> AsyncIterator[Wire]:
        """A database and topics for one measurement; the database is gone afterwards."""
        name = f"bench{next(_numbers)}"
        async with connection(self.stack.server) as session:
            await session.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            await session.execute(f'CREATE DATABASE "{name}"')
            await ensure_role(session, SERVING, self.stack.home.secret(SERVING))
        async with connection(self.stack.server, "template1") as session:
            prefix = f"{name}.{await session.fetchval('SELECT gen_random_uuid()')}."
        laid = Wire(self.stack.server.dsn(name), self.stack.broker.kafka(prefix))
        yield laid
        await laid.database.close()
        async with connection(self.stack.server) as session:
            await session.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    @asynccontextmanager
    async def at_work(self, program: Program) -> AsyncIterator[Program]:
        """A process that works inside the block."""
        program.start()
        try:
            yield program
        finally:
            program.stop()

    def migrate(self, service: str, wire: Wire) -> None:
        """Bring the measurement's database to the tables of a service, whose processes serve under another role."""
        self._migrated.add(wire.dsn)
        command = [sys.executable, "-m", f"korpu_{service}", "migrate"]
        environment = {**self.settings(wire), "KORPU_OWNER_DATABASE": wire.dsn}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)

    def program(self, service: str, role: str, wire: Wire, **more: str) -> Program:
        """One process of a service on the measurement's ground."""
        return Program(
            name=f"{service}-{role}-{wire.kafka.prefix}log",
            command=lambda: [sys.executable, "-m", f"korpu_{service}", role],
            home=self.stack.home,
            environment={**self.settings(wire), **more},
        )

    def settings(self, wire: Wire) -> Mapping[str, str]:
        """What its processes are told."""
        return {
            "KORPU_DATABASE": self._address(wire),
            **{f"KORPU_{name}": value for name, value in settings_of(wire.kafka).items()},
            "KORPU_ISSUER": "http://127.0.0.1:1",
            "KORPU_JWKS_URL": "http://127.0.0.1:1/jwks.json",
            "KORPU_LOG_LEVEL": "WARNING",
            "KORPU_PARTNERS_URL": "http://127.0.0.1:1",
            "KORPU_MOBILITY_URL": "http://127.0.0.1:1",
            "KORPU_EVENTS_URL": "http://127.0.0.1:1",
        }

    def _address(self, wire: Wire) -> str:
        name = wire.dsn.rpartition("/")[2]
        serving = self.stack.server.dsn(name, SERVING, self.stack.home.secret(SERVING))
        return serving if wire.dsn in self._migrated else wire.dsn

    def stop(self) -> None:
        """Stop both servers, and let the next measurement begin."""
        self.stack.stop()
        self._alone.close()
