"""PostgreSQL and Kafka for a stack: those of its home, or those that run already."""

import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from korpu_local.home import Home, Trouble
from korpu_local.kafka import KafkaServer
from korpu_local.postgres import Postgres, PostgresServer
from korpu_local.programs import Program


class Servers:
    """The two servers of a home; `KORPU_POSTGRES` and `KORPU_KAFKA` name others that already run."""

    def __init__(self, home: Home, *, durable: bool = True, kafka_port: int = 0) -> None:
        given = os.environ.get("KORPU_POSTGRES")
        self._postgres = Postgres.at(given) if given else PostgresServer(home, durable=durable)
        self._kafka = os.environ.get("KORPU_KAFKA") or KafkaServer(home, port=kafka_port)

    def ensure_postgres(self) -> Postgres:
        """Have PostgreSQL running, and say where."""
        return self._postgres.ensure() if isinstance(self._postgres, PostgresServer) else self._postgres

    def ensure_kafka(self) -> str:
        """Have Kafka running, and say where."""
        return self._kafka.ensure() if isinstance(self._kafka, KafkaServer) else reachable_at(self._kafka)

    def ensure(self) -> tuple[Postgres, str]:
        """Have both running; they start side by side."""
        with ThreadPoolExecutor(2) as both:
            postgres, kafka = both.submit(self.ensure_postgres), both.submit(self.ensure_kafka)
            return postgres.result(), kafka.result()

    def programs(self) -> Iterator[Program]:
        """Give the servers that are this home's own, to be watched and stopped."""
        for server in (self._postgres, self._kafka):
            if isinstance(server, PostgresServer | KafkaServer):
                yield server.program

    def stop(self) -> None:
        """Stop the home's own servers; the others are not ours."""
        for program in reversed(list(self.programs())):
            program.stop()


def reachable_at(address: str) -> str:
    """Insist that somebody listens at this host:port."""
    host, _, port = address.partition(",")[0].rpartition(":")
    try:
        with closing(socket.create_connection((host, int(port)), timeout=5)):
            return address
    except (OSError, ValueError):
        raise Trouble(f"KORPU_KAFKA={address} does not answer; start that broker or unset KORPU_KAFKA.") from None
