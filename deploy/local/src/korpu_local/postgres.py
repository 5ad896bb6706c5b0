"""Real PostgreSQL 18 out of a wheel: initialised once, started when it is needed, reached over TCP with passwords."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psutil

from korpu_local.accounts import binaries, data_folder, lent, run, unprivileged
from korpu_local.home import Home, Trouble
from korpu_local.ports import listens
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
LETTING_GO = 15.0
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
                self._let_go()
                self.home.port("postgres")
                self.program.start()
            self.program.wait(30)
        return Postgres("127.0.0.1", self.home.remembered_port("postgres") or 0, self.home.secret("postgres"))

    def tool(self, name: str) -> Path:
        """Find one of PostgreSQL's programs."""
        return self._binaries / name

    @cached_property
    def data(self) -> Path:
        """The folder where the data lie."""
        return data_folder(self.home.path, self._user)

    @cached_property
    def _binaries(self) -> Path:
        return binaries(self._user)

    def _command(self) -> list[str]:
        port = str(self.home.remembered_port("postgres"))
        settings = {**SETTINGS, "port": port, **({} if self.durable else RELAXED)}
        options = [f"--{name.replace('_', '-')}={value}" for name, value in settings.items()]
        return [str(self._binaries / "postgres"), "-D", str(self.data), *options]

    def _ready(self) -> bool:
        port = self.home.remembered_port("postgres") or 0
        probe = [str(self._binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        return listens(port) and subprocess.run(probe, check=False).returncode == 0

    def _let_go(self) -> None:
        """Wait for a server that was killed to be gone; one that nobody has taken leave of does not count.

        PostgreSQL refuses a folder while the process that its lock names is there, even as a zombie.
        """
        lock = self.data / "postmaster.pid"
        deadline = time.monotonic() + LETTING_GO
        while lock.exists() and time.monotonic() < deadline:
            try:
                gone = psutil.Process(int(lock.read_text().split()[0])).status() == psutil.STATUS_ZOMBIE
            except (psutil.NoSuchProcess, ValueError, IndexError):
                return
            if gone:
                lock.unlink(missing_ok=True)
                return
            time.sleep(0.1)

    def _initialise(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        # Whoever is killed meanwhile leaves no half of a database in the place of a whole one.
        new = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True, mode=0o700)
        if self._user is not None:
            os.chown(new, self._user, self._user)
        with lent(self.home.secret("postgres"), self.data.parent, self._user) as password:
            command = [str(self._binaries / "initdb"), "-D", str(new), "-U", ADMINISTRATOR, "-E", "UTF8"]
            command += ["-A", "scram-sha-256", f"--pwfile={password}", "--locale-provider=builtin", "--locale=C.UTF-8"]
            done = run(command, self._user)
        if done.returncode:
            shutil.rmtree(new, ignore_errors=True)
            raise Trouble(f"PostgreSQL could not be set up in {self.data}:\n{done.stderr.strip()}")
        new.rename(self.data)
