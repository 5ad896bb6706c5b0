"""`make up`: everything from nothing, shown while it happens, and stopped together."""

import asyncio
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec

from korpu_local.databases import SERVICES, Databases
from korpu_local.fingerprint import fingerprint
from korpu_local.home import Home, Trouble, try_lock
from korpu_local.kafka import Broker
from korpu_local.ports import is_free
from korpu_local.programs import Program
from korpu_local.screen import screen, step, welcome
from korpu_local.servers import Servers
from korpu_local.stack import PROCESSES, Parts, Stack
from korpu_local.topics import create_topics, give_rights

GATEWAY_PORT = 8000
PORTS = {"partners-serve": 8001, "mobility-serve": 8002, "events-serve": 8003, "issuer": 8004}
KAFKA_PORT = 9092
ROOM = 1_000_000_000

running = threading.Event()


def up(home: Home) -> None:
    """Run the whole product until somebody says stop."""
    with alone(home):
        began = time.monotonic()
        look_around(home)
        over = obey_signals()
        servers = Servers(home, kafka_port=KAFKA_PORT)
        stack: Stack | None = None
        try:
            stack = raise_stack(home, servers)
            welcome(stack, time.monotonic() - began, servers.data())
            running.set()
            over.wait()
        except KeyboardInterrupt:
            screen.print("  stopped while starting")
        finally:
            with step("stopping everything"):
                if stack:
                    stack.stop()
                servers.stop()


@contextmanager
def alone(home: Home) -> Iterator[None]:
    """Be the only one who runs Körpü from this folder, and be found by `make down`."""
    with (home.folder("locks") / "up").open("a+") as lock:
        if not try_lock(lock.fileno()):
            raise Trouble("Körpü is already running from this folder; stop that one first (`make down`).")
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def down(home: Home) -> None:
    """Stop what runs here, as Ctrl-C does, and whatever a stack that was ended hard has left behind."""
    with (home.folder("locks") / "up").open("a+") as lock:
        if not try_lock(lock.fileno()):
            lock.seek(0)
            os.kill(int(lock.read()), signal.SIGTERM)
            fcntl.flock(lock.fileno(), fcntl.LOCK_EX)
    for record in sorted(home.folder("run").glob("*.json")):
        Program(name=record.stem, command=list, home=home).stop()


def look_around(home: Home) -> None:
    """Stop leftovers of a stack that was ended hard, and see that nothing stands in the way."""
    for service, role in PROCESSES:
        Program(name=f"{service}-{role}", command=list, home=home).stop()
    Program(name="issuer", command=list, home=home).stop()
    if shutil.disk_usage(home.path).free < ROOM:
        raise Trouble(f"The disk of {home.path} is nearly full; Körpü needs 1 GB of room. Make room and try again.")
    port = gateway_port()
    if not is_free(port):
        raise Trouble(
            f"Port {port} is taken by another program; choose another: make up KORPU_GATEWAY_PORT={port + 80}"
        )


def gateway_port() -> int:
    """Read which port clients are to use."""
    given = os.environ.get("KORPU_GATEWAY_PORT") or str(GATEWAY_PORT)
    if not given.isdecimal() or not 0 < int(given) < 65536:  # noqa: PLR2004 -- the last port there is
        raise Trouble(f"KORPU_GATEWAY_PORT={given} is not a port; it must be a number from 1 to 65535.")
    return int(given)


def raise_stack(home: Home, servers: Servers) -> Stack:
    """Start servers, databases, topics, migrations and processes, in this order."""
    with step("PostgreSQL 18 and Apache Kafka 4.3"):
        postgres, broker = servers.ensure()
    databases = Databases(postgres, home)
    with step("databases, topics and who may use them"):
        fresh = asyncio.run(prepare(databases, broker))
    addresses = {service: databases.dsn(service) for service in SERVICES}
    home.keep_port("gateway-serve", gateway_port())
    parts = Parts(
        databases=addresses,
        broker=broker,
        servers=list(servers.programs()),
        port=lambda name: gateway_port() if name == "gateway-serve" else home.port(name, PORTS.get(name, 0)),
    )
    stack = Stack(home, parts, tell=lambda line: screen.print(f"  [yellow]![/] {line}"))
    with step("migrations"):
        migrate_all(databases, fresh)
    try:
        with step("services"):
            stack.start()
        load_demonstration(stack)
    except BaseException:
        stack.stop()
        raise
    return stack


async def prepare(databases: Databases, broker: Broker) -> set[str]:
    """Make what is missing of databases, topics and rights; say whose databases are new."""
    fresh = {service for service in SERVICES if await databases.create(service)}
    await create_topics(broker.kafka())
    await give_rights(broker)
    return fresh


def migrate_all(databases: Databases, fresh: set[str]) -> None:
    """Bring to the newest form the databases that are new, and those whose migrations have changed since."""
    marks = {service: databases.home.folder("migrated") / service for service in SERVICES}

    def bring(service: str) -> None:
        state = fingerprint(service)
        if service in fresh or not marks[service].exists() or marks[service].read_text() != state:
            databases.migrate(service)
            marks[service].write_text(state)

    with ThreadPoolExecutor(len(SERVICES)) as pool:
        list(pool.map(bring, SERVICES))


def load_demonstration(stack: Stack) -> None:
    """Load the demonstration year, once in the life of this home."""
    done = stack.home.path / "demonstration-loaded"
    if done.exists() or find_spec("korpu_local.demo") is None:
        return
    with step("the demonstration year of the office"):
        command = [sys.executable, "-m", "korpu_local", "demo", stack.gateway_url]
        loaded = subprocess.run(command, check=False)
    if loaded.returncode == 0:
        done.touch()
    else:
        screen.print("  [yellow]![/] the demonstration year is incomplete; the next `make up` tries again")


def obey_signals() -> threading.Event:
    """Turn Ctrl-C and SIGTERM into one event; while starting, they interrupt."""
    over = threading.Event()

    def told(_signal: int, _frame: object) -> None:
        first = not over.is_set()
        over.set()
        if first and not running.is_set():
            raise KeyboardInterrupt

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, told)
    return over
