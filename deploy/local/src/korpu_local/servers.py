"""PostgreSQL and Kafka for a stack: those of its home, or those that run already."""

import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from pydantic import ValidationError

from korpu_chassis.configuration.setting_files import WrongFile
from korpu_chassis.configuration.settings import KafkaSettings
from korpu_local.home import Home, Trouble
from korpu_local.kafka import Broker, KafkaServer
from korpu_local.postgres import Postgres, PostgresServer
from korpu_local.programs import Program


class Servers:
    """The two servers of a home; `KORPU_POSTGRES` and `KORPU_KAFKA` name others that already run."""

    def __init__(self, home: Home, *, durable: bool = True, kafka_port: int = 0) -> None:
        self._home = home
        given = os.environ.get("KORPU_POSTGRES")
        self._postgres = Postgres.at(given) if given else PostgresServer(home, durable=durable)
        self._kafka = given_broker() or KafkaServer(home, port=kafka_port)

    def ensure_postgres(self) -> Postgres:
        """Have PostgreSQL running, and say where."""
        if isinstance(self._postgres, PostgresServer):
            return self._postgres.ensure()
        insist_on("KORPU_POSTGRES", f"{self._postgres.host}:{self._postgres.port}")
        return self._postgres

    def ensure_kafka(self) -> Broker:
        """Have Kafka running, and say where."""
        if isinstance(self._kafka, KafkaServer):
            return self._kafka.ensure()
        insist_on("KORPU_KAFKA", self._kafka.address)
        return self._kafka

    def ensure(self) -> tuple[Postgres, Broker]:
        """Have both running; they start side by side."""
        with ThreadPoolExecutor(2) as both:
            postgres, kafka = both.submit(self.ensure_postgres), both.submit(self.ensure_kafka)
            return postgres.result(), kafka.result()

    def running_postgres(self) -> Postgres:
        """Say where PostgreSQL runs, without starting it."""
        self._insist("postgres")
        return self.ensure_postgres()

    def running_kafka(self) -> Broker:
        """Say where Kafka runs, without starting it."""
        self._insist("kafka")
        return self.ensure_kafka()

    def _insist(self, name: str) -> None:
        if any(program.name == name and not program.alive for program in self.programs()):
            raise Trouble("Körpü is not running; start it with `make up` and try again.")

    def programs(self) -> Iterator[Program]:
        """Give the servers that are this home's own, to be watched and stopped."""
        for server in (self._postgres, self._kafka):
            if isinstance(server, PostgresServer | KafkaServer):
                yield server.program

    def data(self) -> Iterator[str]:
        """Say where the data of this home lie."""
        yield f"data                   {self._home.path}"
        if isinstance(self._postgres, PostgresServer) and self._postgres.data.parent != self._home.path:
            yield f"data of PostgreSQL     {self._postgres.data}: its account cannot enter the folder above"

    def stop(self) -> None:
        """Stop the home's own servers; the others are not ours."""
        for program in reversed(list(self.programs())):
            program.stop()


def given_broker() -> Broker | None:
    """Read which Kafka somebody else runs: KORPU_KAFKA, and who we are there; in the clear if nobody in particular."""
    if not os.environ.get("KORPU_KAFKA"):
        return None
    try:
        if os.environ.get("KORPU_KAFKA_USER"):
            given = KafkaSettings(environment="development")
        else:
            given = KafkaSettings(environment="development", kafka_security="plaintext")
    except (ValidationError, WrongFile) as wrong:
        raise Trouble(f"The settings KORPU_KAFKA… are wrong: {wrong}") from None
    return Broker(given.kafka, given.kafka_login)


def insist_on(setting: str, address: str) -> None:
    """Insist that somebody listens at this host:port, or at the first of several."""
    host, _, port = address.partition(",")[0].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except (OSError, ValueError):
        raise Trouble(f"{setting}: nobody answers at {address}; start that server or unset {setting}.") from None
