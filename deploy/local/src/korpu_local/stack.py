"""The whole product on one machine: the issuer and every process of every service, watched and started again."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from korpu_local.home import Home, Trouble
from korpu_local.kafka import Broker, settings_of
from korpu_local.keeper import Keeper
from korpu_local.moving import move_clock
from korpu_local.ports import free_port, is_ready
from korpu_local.programs import Program
from korpu_local.tokens import AUDIENCE, Caller, Issuer

OWNERS = ("partners", "mobility", "events")
PROCESSES = [(owner, role) for owner in OWNERS for role in ("serve", "work")]
PROCESSES += [("gateway", "serve"), ("gateway", "consume")]
SERVING = [each for each in PROCESSES if each[1] == "serve"]
FILES = ("partners", "mobility", "events")
Port = Callable[[str], int]


@dataclass(frozen=True)
class Parts:
    """What a stack stands on: a database for each service, Kafka, and the prefix of its topics and groups."""

    databases: Mapping[str, str]
    broker: Broker
    prefix: str = ""
    servers: Sequence[Program] = ()
    port: Port = field(default=lambda _name: free_port())


class Stack:
    """One running product; tests have theirs, and `make up` has the one that people see."""

    def __init__(self, home: Home, parts: Parts, tell: Callable[[str], None] = lambda _line: None) -> None:
        self.home = home
        self.parts = parts
        self._tell = tell
        names = ["issuer", *("-".join(each) for each in PROCESSES), *(f"{each}-metrics" for each, _ in SERVING)]
        self._ports = {name: parts.port(name) for name in names}
        self.issuer = Issuer(home, f"http://127.0.0.1:{self._ports['issuer']}")
        self.programs = {"issuer": self._issuer_program()}
        self.programs |= {f"{service}-{role}": self._program(service, role) for service, role in PROCESSES}
        self.programs |= {program.name: program for program in parts.servers}
        self._keeper = Keeper(self.programs.values(), tell)

    @property
    def gateway_url(self) -> str:
        """Where clients ask."""
        return self.url("gateway")

    def url(self, service: str) -> str:
        """Where a service answers over HTTP."""
        return f"http://127.0.0.1:{self._ports[f'{service}-serve']}"

    def process(self, service: str, role: str) -> Program:
        """Find one process, to be killed, frozen or stopped."""
        return self.programs[f"{service}-{role}"]

    def start(self, seconds: float = 60) -> None:
        """Start every process, wait until all are ready, and watch them from then on."""
        for program in self.programs.values():
            program.start()
        self.wait(seconds)
        self._keeper.begin()

    def wait(self, seconds: float = 60) -> None:
        """Wait until every process is ready."""
        for program in self.programs.values():
            program.wait(seconds)

    def recover(self, seconds: float = 30) -> None:
        """Wait until every process answers again, whatever had died."""
        deadline = time.monotonic() + seconds
        while silent := [program.name for program in self.programs.values() if not program.answers()]:
            if time.monotonic() > deadline:
                raise Trouble(f"{', '.join(silent)} did not come back in {seconds:.0f} s; see {self.home.path}/logs")
            time.sleep(0.05)

    def stop(self, seconds: float = 25) -> None:
        """Stop every process, and end those that have not stopped in time; the servers stay as they are."""
        self._keeper.end()
        own = [program for program in self.programs.values() if program not in self.parts.servers]
        for program in own:
            program.tell_to_stop()
        deadline = time.monotonic() + seconds
        for program in own:
            if not program.stop(max(0.0, deadline - time.monotonic())):
                self._tell(f"{program.name} did not stop in {seconds:.0f} s and was ended")

    def token(self, role: str, *, unit: str | None = None, person_id: object = None, subject: str | None = None) -> str:
        """Sign a token for somebody of this role."""
        person = str(person_id) if person_id else None
        return self.issuer.token(Caller(role=role, units=[unit] if unit else [], person_id=person, subject=subject))

    def move_clock(self, at: datetime) -> None:
        """Let every process believe that it is now this moment; a time without a zone is Baku's."""
        move_clock(self.clock_file, at)

    @property
    def clock_file(self) -> Path:
        """The file that moves the clock of this stack."""
        return self.home.path / "clock"

    def environment(self, service: str, role: str = "serve") -> dict[str, str]:
        """Give the settings of one process."""
        settings = {
            "DATABASE": self.parts.databases[service],
            **settings_of(self.parts.broker.kafka(self.parts.prefix, service)),
            "ISSUER": self.issuer.url,
            "JWKS_URL": f"{self.issuer.url}/jwks.json",
            "AUDIENCE": AUDIENCE,
            "CLOCK_FILE": str(self.clock_file),
            "METRICS_PORT": str(self.metrics_port(service, role) or free_port()),
        }
        if role == "serve":
            settings["PORT"] = str(self._ports[f"{service}-serve"])
        if service in FILES:
            settings |= {"FILES": self.home.folder("files").joinpath(service).as_uri(), "FILES_KEY": self._files_key}
        if service == "partners":
            settings["PUBLIC_URL"] = self.gateway_url
        if service == "gateway":
            settings |= {f"{owner.upper()}_URL": self.url(owner) for owner in OWNERS}
        if service == "events":
            settings["GATEWAY_URL"] = self.gateway_url
        if service in {"events", "gateway"}:
            settings["FIGURES_KEY"] = self.home.secret("figures")
        return {f"KORPU_{name}": value for name, value in settings.items()} | {"PYTHONUNBUFFERED": "1"}

    def metrics_port(self, service: str, role: str) -> int | None:
        """Where a process tells what it counts; one that serves nobody tells there whether it is ready, too."""
        return self._ports.get(f"{service}-metrics" if role == "serve" else f"{service}-{role}")

    @property
    def _files_key(self) -> str:
        return self.home.secret("files")

    def _program(self, service: str, role: str) -> Program:
        return Program(
            name=f"{service}-{role}",
            command=lambda: [sys.executable, "-m", f"korpu_{service}", role],
            home=self.home,
            environment=self.environment(service, role),
            answers=lambda: is_ready(self._ports[f"{service}-{role}"]),
        )

    def _issuer_program(self) -> Program:
        where = ["--home", str(self.home.path), "--url", self.issuer.url, "--port", str(self._ports["issuer"])]
        return Program(
            name="issuer",
            command=lambda: [sys.executable, "-m", "korpu_local", "issuer", *where],
            home=self.home,
            answers=lambda: is_ready(self._ports["issuer"]),
        )
