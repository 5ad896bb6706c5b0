"""What tests may count on: real parts, apart from each other, gone afterwards."""

from pathlib import Path

import asyncpg
import pytest

from korpu_local.databases import Databases
from korpu_local.home import Home
from korpu_local.kafka import Broker
from korpu_local.postgres import Postgres
from korpu_local.reading import history
from korpu_local.topics import wanted_topics


async def test_postgresql_is_the_version_that_operations_run(postgres: str) -> None:
    session = await asyncpg.connect(postgres)

    version = await session.fetchval("SHOW server_version")

    await session.close()
    assert version.startswith("18.")


async def test_a_service_cannot_connect_to_the_database_of_another(server: Postgres, home: Home, run: str) -> None:
    databases = Databases(server, home, f"_{run}_apart")
    await databases.create("partners")
    await databases.create("mobility")
    foreign = databases.dsn("partners").replace(databases.name("partners"), databases.name("mobility"))

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await asyncpg.connect(foreign)

    own = await asyncpg.connect(databases.dsn("partners"))
    await own.close()
    await databases.drop("partners")
    await databases.drop("mobility")


async def test_a_wrong_password_is_refused(server: Postgres) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(server.dsn(password="wrong"))


async def test_every_declared_topic_exists_under_the_prefix_of_the_run(kafka: Broker, topics: str) -> None:
    declared = [topic.name for topic in wanted_topics()]

    held = {name: [each async for each in history(kafka.kafka(topics), name)] for name in declared}

    assert held == {name: [] for name in declared}


def test_a_home_remembers_its_secrets_and_ports(tmp_path: Path) -> None:
    first = Home(tmp_path)
    secret, port = first.secret("partners"), first.port("kafka")

    second = Home(tmp_path)

    assert (second.secret("partners"), second.port("kafka")) == (secret, port)
    assert (tmp_path / "secrets" / "partners").stat().st_mode & 0o077 == 0
