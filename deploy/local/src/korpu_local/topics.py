"""The topics of deploy/kafka/topics.toml and the rights on them, made before anything speaks."""

import asyncio
import os
import secrets
import time
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from korpu_chassis.configuration.setting_files import PREFIX, from_file
from korpu_chassis.messaging import administration
from korpu_chassis.messaging.administration import Topic, lets_in
from korpu_chassis.messaging.kafka import Kafka
from korpu_local.home import ROOT, Trouble
from korpu_local.kafka import Broker
from korpu_local.principals import FILE as PRINCIPALS
from korpu_local.principals import PATIENCE, Gatekeeper, principals
from korpu_local.servers import given_broker
from korpu_local.topic_settings import agree

FILE = ROOT / "deploy" / "kafka" / "topics.toml"
DAY_MS = 24 * 3600 * 1000


def wanted_topics(file: Path = FILE, replicas: int = 1) -> list[Topic]:
    """Read which topics there should be."""
    declared = tomllib.loads(file.read_text())
    settings = {name: str(value) for name, value in declared["settings"].items()}
    days = {name: {"retention.ms": str(kept * DAY_MS)} for name, kept in declared["kept_days"].items()}
    named = declared["partitions"].items()
    return [Topic(name, number, replicas, settings | days.get(name, {})) for name, number in named]


async def create_topics(kafka: Kafka) -> None:
    """Create the topics that do not exist yet, and give the others the declared settings.

    The number of copies of a new one comes from KORPU_KAFKA_REPLICAS.
    """
    wanted = wanted_topics(replicas=int(os.environ.get("KORPU_KAFKA_REPLICAS", "1")))
    there = await administration.create_topics(kafka, wanted)
    await asyncio.to_thread(agree, kafka, there)


async def give_rights(broker: Broker, prefix: str = "") -> None:
    """Give everybody the declared rights and the passwords that we keep; where nobody signs in there are none."""
    if broker.administrator is None:
        return
    wanted = principals()
    gatekeeper = Gatekeeper(broker.kafka(prefix))
    await asyncio.to_thread(gatekeeper.apply, [topic.name for topic in wanted_topics()], wanted)
    if broker.password:
        await let_in(broker, {each.name: broker.password(each.name) for each in wanted})


async def prepare_given() -> None:
    """Do all of it on the Kafka that the environment names, with the passwords that it gives for principals."""
    if (broker := given_broker()) is None:
        raise Trouble("KORPU_KAFKA must name the Kafka on which the topics are to be.")
    given = {each.name: f"KAFKA_PASSWORD_{each.name.upper()}" for each in principals()}
    passwords = {name: os.environ.get(PREFIX + variable) or from_file(variable) for name, variable in given.items()}
    await create_topics(broker.kafka())
    await give_rights(broker)
    await let_in(broker, {name: password for name, password in passwords.items() if password})


async def password_of(broker: Broker, name: str) -> str:
    """Give the password that we keep of a principal; where we keep none, a new one that counts from now on."""
    if name not in {each.name for each in principals()}:
        raise Trouble(f"{name} is not declared in {PRINCIPALS}; write it there and run the job of the topics first.")
    if broker.password:
        return broker.password(name)
    new = secrets.token_urlsafe(24)
    await let_in(broker, {name: new})
    return new


async def let_in(broker: Broker, passwords: Mapping[str, str]) -> None:
    """Have these passwords accepted: set those that are not, and wait until the broker has heard of them."""
    broker = replace(broker, password=passwords.__getitem__)
    if shut := await _shut_out(broker, passwords):
        await asyncio.to_thread(Gatekeeper(broker.kafka()).set_passwords, {name: passwords[name] for name in shut})
    deadline = time.monotonic() + PATIENCE
    while shut := await _shut_out(broker, shut):
        if time.monotonic() > deadline:
            raise Trouble(f"Kafka at {broker.address} still refuses {', '.join(sorted(shut))} with a new password.")
        await asyncio.sleep(0.2)


async def _shut_out(broker: Broker, passwords: Mapping[str, str]) -> dict[str, str]:
    entered = await asyncio.gather(*(lets_in(broker.kafka(user=name)) for name in passwords))
    return {name: password for (name, password), inside in zip(passwords.items(), entered, strict=True) if not inside}
