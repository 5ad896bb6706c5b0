"""Kafka knows who speaks: what nobody declared is refused by the broker itself."""

import asyncio
import os
import re
import secrets
import sys
import time
from asyncio import to_thread
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    TopicAuthorizationFailedError,
)

from korpu_chassis.messaging.administration import Topic, create_topics, lets_in
from korpu_chassis.messaging.kafka import Kafka, Letter, Sender
from korpu_local.home import ROOT
from korpu_local.kafka import Broker
from korpu_local.principals import Gatekeeper, principals
from korpu_local.reading import history
from korpu_local.topics import give_rights, let_in, wanted_topics
from tests.conftest import Topics

OWNERS = {"partners", "mobility", "events"}
SERVICES = OWNERS | {"gateway"}
DEPARTMENTS = {"dormitory", "security", "transport", "catering", "finance", "interpreters", "pr", "migration_liaison"}
AGREEMENTS, ANSWERS = "partners.agreements.v1", "departments.answers.v1"
NAMES = [topic.name for topic in wanted_topics()]
FORGED = b'{"state": {"id": "1", "version": 999, "status": "terminated"}, "change": {}}'


@dataclass(frozen=True)
class Ground:
    """Topics of a test's own with the declared rights on them."""

    broker: Broker
    prefix: str

    def kafka(self, user: str) -> Kafka:
        """The way to Kafka for somebody."""
        return self.broker.kafka(self.prefix, user)

    async def stranger(self) -> Kafka:
        """Somebody who has a password and no right."""
        name, password = f"stranger-{secrets.token_hex(4)}", secrets.token_hex(8)
        own = replace(self.broker, password=lambda _: password)
        await let_in(own, {name: password})
        return own.kafka(self.prefix, name)


@pytest.fixture(scope="module")
async def ground(kafka: Broker, wire: Topics) -> Ground:
    if kafka.administrator is None:
        pytest.skip("KORPU_KAFKA names a broker that lets anybody in")
    prefix = await wire()
    await give_rights(kafka, prefix)
    await asyncio.sleep(1)  # until the broker has heard of them
    return Ground(kafka, prefix)


async def writes(kafka: Kafka, *topics: str) -> set[str]:
    """Say a forged end of an agreement on each of these topics; give those that took it."""
    producer = AIOKafkaProducer(**kafka.connection, enable_idempotence=False)
    await producer.start()
    taken = set()
    try:
        for topic in topics:
            try:
                await producer.send_and_wait(kafka.prefix + topic, FORGED, key=b"1")
            except TopicAuthorizationFailedError:
                continue
            taken.add(topic)
    finally:
        await producer.stop()
    return taken


async def joins(kafka: Kafka, group: str, topic: str = AGREEMENTS) -> bool:
    """Try to become a member of a group."""
    consumer = AIOKafkaConsumer(kafka.prefix + topic, **kafka.connection, group_id=kafka.prefix + group)
    try:
        async with asyncio.timeout(20):
            await consumer.start()
            while not consumer.assignment():
                await consumer.getmany(timeout_ms=100)
    except (GroupAuthorizationFailedError, TopicAuthorizationFailedError):
        return False
    finally:
        await consumer.stop()
    return True


async def count(ground: Ground, topic: str) -> int:
    return len([each async for each in history(ground.kafka("admin"), topic)])


async def eventually(ask: Callable[[], Awaitable[object]], expected: object) -> bool:
    """Ask until the answer is the expected one: a broker hears of changes a moment later."""
    deadline = time.monotonic() + 20
    while await ask() != expected:
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.2)
    return True


def test_everybody_is_declared_who_speaks_here() -> None:
    assert {each.name for each in principals()} == SERVICES | DEPARTMENTS


@pytest.mark.parametrize("user", sorted(SERVICES | DEPARTMENTS))
async def test_everybody_writes_what_is_theirs_and_nothing_else(ground: Ground, user: str) -> None:
    own = {name for name in NAMES if name.startswith(f"{user}.")}
    own |= {ANSWERS} if user in DEPARTMENTS else set()
    own |= {name for name in NAMES if name == "departments.refusals.v1"} if user in {"events", "mobility"} else set()

    assert await writes(ground.kafka(user), *NAMES) == own


async def test_a_forged_end_of_an_agreement_is_on_no_topic(ground: Ground) -> None:
    before = await count(ground, AGREEMENTS)

    for forger in (ground.kafka("dormitory"), ground.kafka("mobility"), await ground.stranger()):
        assert await writes(forger, AGREEMENTS) == set()

    assert await count(ground, AGREEMENTS) == before


async def test_whoever_has_no_password_or_speaks_in_the_clear_is_not_let_in(
    ground: Ground, caplog: pytest.LogCaptureFixture
) -> None:
    known = ground.kafka("partners")
    assert known.login
    unknown = replace(known, login=replace(known.login, user="nobody"))
    wrong = replace(known, login=replace(known.login, password="wrong"))

    assert await lets_in(known)
    assert [await lets_in(each) for each in (unknown, wrong, replace(known, login=None))] == [False, False, False]
    assert "SaslAuthenticationFailed" not in caplog.text


async def test_a_broker_whose_certificate_nobody_vouches_for_is_not_believed(ground: Ground) -> None:
    known = ground.kafka("partners")
    assert known.login

    assert not await lets_in(replace(known, login=replace(known.login, authorities=None)))


async def test_groups_are_of_their_owners_alone(ground: Ground) -> None:
    pr, stranger = ground.kafka("pr"), await ground.stranger()

    assert [await joins(ground.kafka(each), each) for each in sorted(SERVICES)] == [True] * len(SERVICES)
    assert await joins(ground.kafka("events"), "events.departments", ANSWERS)
    assert await joins(pr, "pr")
    assert await joins(pr, "pr.letters")
    for intruder in (pr, ground.kafka("events"), stranger):
        assert not await joins(intruder, "gateway")
        assert not await joins(intruder, "mobility.more")
    assert not await joins(pr, "press")
    assert not await joins(pr, "dormitory")


async def test_a_department_reads_every_topic_but_dead_letters(ground: Ground) -> None:
    pr = ground.kafka("pr")

    assert [name for name in NAMES if name.endswith(".v1") and not await joins(pr, f"pr.{name}", name)] == []
    assert not await joins(pr, "pr.dead", "events.dead")


@pytest.mark.parametrize("user", ["partners", "events", "gateway", "dormitory"])
async def test_nobody_but_the_job_creates_topics(ground: Ground, user: str) -> None:
    with pytest.raises((TopicAuthorizationFailedError, ClusterAuthorizationFailedError)):
        await create_topics(ground.kafka(user), [Topic(f"{user}.more.v1")])


async def test_a_right_that_nobody_declared_is_taken_away(kafka: Broker, wire: Topics, ground: Ground) -> None:
    prefix = await wire()
    own = Ground(kafka, prefix)
    gatekeeper, declared = Gatekeeper(kafka.kafka(prefix)), principals()
    stranger = await own.stranger()
    assert stranger.login
    intruder = replace(declared[0], name=stranger.login.user)

    await to_thread(gatekeeper.apply, NAMES, [*declared, intruder])
    assert await eventually(lambda: writes(stranger, AGREEMENTS), {AGREEMENTS})
    await to_thread(gatekeeper.apply, NAMES, declared)

    assert await eventually(lambda: lets_in(stranger), expected=False)
    assert await writes(own.kafka("partners"), AGREEMENTS) == {AGREEMENTS}
    assert await writes(ground.kafka("partners"), AGREEMENTS) == {AGREEMENTS}


async def test_a_changed_password_counts_at_once_and_the_old_one_no_more(ground: Ground) -> None:
    before = await ground.stranger()
    assert before.login
    name, new = before.login.user, secrets.token_hex(8)

    await let_in(replace(ground.broker, password=lambda _: new), {name: new})

    assert not await lets_in(before)
    assert await lets_in(replace(before, login=replace(before.login, password=new)))


async def test_the_client_that_the_page_for_departments_shows_reads(ground: Ground) -> None:
    page = (ROOT / "docs" / "subscribing.md").read_text("utf-8")
    example = re.findall(r"```python\n(.+?)```", page, re.DOTALL)[0]
    for name in ("dormitory.beds", "mobility.mobilities.v1"):
        assert name in example
        example = example.replace(name, ground.prefix + name)
    login = ground.kafka("dormitory").login
    assert login
    told = {"KAFKA": ground.broker.address, "PASSWORD": login.password, "CA": str(login.authorities)}
    sender = Sender(ground.kafka("mobility"))
    headers = [("ce_type", b"az.edu.gdu.mobility.mobility.nominated.v1")]
    assert all(await sender.send([Letter("mobility.mobilities.v1", b"a-key", headers, b'{"state": {}}')]))
    await sender.drop()

    reader = await asyncio.create_subprocess_exec(
        sys.executable, "-u", "-c", example, env={**os.environ, **told}, stdout=asyncio.subprocess.PIPE
    )
    assert reader.stdout
    line = b""
    async with asyncio.timeout(60):
        while not line.startswith(b"a-key"):
            line = await reader.stdout.readline()
    reader.kill()
    await reader.wait()

    assert line.decode().split() == ["a-key", "az.edu.gdu.mobility.mobility.nominated.v1", '{"state":', "{}}"]
