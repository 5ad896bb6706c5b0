"""The topics of deploy/kafka/topics.toml, created before anything speaks."""

import os
import tomllib
from pathlib import Path

from korpu_chassis.kafka import Kafka, Topic
from korpu_local.home import ROOT

FILE = ROOT / "deploy" / "kafka" / "topics.toml"


def wanted_topics(file: Path = FILE, replicas: int = 1) -> list[Topic]:
    """Read which topics there should be."""
    declared = tomllib.loads(file.read_text())
    settings = {name: str(value) for name, value in declared["settings"].items()}
    return [Topic(name, partitions, replicas, settings) for name, partitions in declared["partitions"].items()]


async def create_topics(kafka: str, prefix: str = "") -> None:
    """Create the topics that do not exist yet; the number of copies comes from KORPU_KAFKA_REPLICAS."""
    await Kafka(kafka, prefix).create_topics(wanted_topics(replicas=int(os.environ.get("KORPU_KAFKA_REPLICAS", "1"))))
