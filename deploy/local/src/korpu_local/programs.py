"""Programs that are kept running: started, watched, frozen, killed, found again after a hard end."""

import atexit
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from korpu_local.home import Home, Trouble, write_whole

_children: dict[int, subprocess.Popen[bytes]] = {}


@dataclass
class Program:
    """One program of a stack; its process id is written down so that a later stack finds it again."""

    name: str
    command: Callable[[], Sequence[str]]
    home: Home
    answers: Callable[[], bool] = lambda: True
    environment: Mapping[str, str] = field(default_factory=dict)
    stops_on: signal.Signals = signal.SIGTERM
    user: int | None = None
    folder: Path = Path("/")
    wanted: bool = True

    @property
    def log(self) -> Path:
        """The file that takes what the program says."""
        return self.home.folder("logs") / f"{self.name}.log"

    @property
    def process(self) -> psutil.Process | None:
        """The living process, whoever started it."""
        try:
            pid, created = json.loads(self._record.read_text())
            reap(pid)
            process = psutil.Process(pid)
            same = abs(process.create_time() - created) < 1
            # A killed broker looks dead while its threads still hold its port; our own child is dead when it is reaped.
            return process if same and (pid in _children or process.status() != psutil.STATUS_ZOMBIE) else None
        except (OSError, ValueError, psutil.Error):
            return None

    @property
    def alive(self) -> bool:
        """Whether it runs, frozen or not."""
        return self.process is not None

    def start(self) -> None:
        """Start it unless it runs."""
        self.wanted = True
        if self.alive:
            return
        with self.log.open("ab") as log:
            child = subprocess.Popen(
                self.command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**inherited(), **self.environment},
                cwd=self.folder,
                start_new_session=True,
                user=self.user,
                group=self.user,
                extra_groups=None if self.user is None else [],
            )
        _children[child.pid] = child
        write_whole(self._record, json.dumps([child.pid, psutil.Process(child.pid).create_time()]))

    def wait(self, seconds: float) -> None:
        """Wait until it answers; when it does not, show the end of what it said."""
        deadline = time.monotonic() + seconds
        while not ((alive := self.alive) and self.answers()):
            if not alive or time.monotonic() > deadline:
                state = "does not answer" if alive else "has stopped"
                raise Trouble(f"{self.name} {state}; the end of {self.log}:\n{self.last_words()}")
            time.sleep(0.05)

    def tell_to_stop(self) -> None:
        """Ask it once to stop; nobody starts it again by itself."""
        if self.wanted and (process := self.process):
            process.send_signal(signal.SIGCONT)
            process.send_signal(self.stops_on)
        self.wanted = False

    def stop(self, seconds: float = 25) -> bool:
        """Ask it to stop, and end it when it does not; whether it stopped by itself."""
        self.tell_to_stop()
        if not (well := self._gone(seconds)):
            self.kill()
        self._record.unlink(missing_ok=True)
        return well

    def kill(self) -> None:
        """End it as a power cut would."""
        if process := self.process:
            process.kill()
            self._gone(10)

    def freeze(self) -> None:
        """Let it hang, alive and silent."""
        if process := self.process:
            process.suspend()

    def thaw(self) -> None:
        """Let a frozen program go on."""
        if process := self.process:
            process.resume()

    def last_words(self, lines: int = 12) -> str:
        """Show the end of its log."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    @property
    def _record(self) -> Path:
        return self.home.folder("run") / f"{self.name}.json"

    def _gone(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.alive:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True


def reap(pid: int) -> None:
    """Take leave of a child that has ended, so that its id does not linger."""
    if (child := _children.get(pid)) and child.poll() is not None:
        del _children[pid]


TABLES = ("KORPU_HOLIDAYS", "KORPU_RULES")
"""Files that the operator gives: the same for whatever runs."""


def inherited() -> dict[str, str]:
    """What programs take over from our own environment: all but the settings of a stack."""
    kept = ("KORPU_LOG_LEVEL", "KORPU_OTLP_ENDPOINT", *TABLES)
    return {name: value for name, value in os.environ.items() if not name.startswith("KORPU_") or name in kept}


@atexit.register
def leave_them_running() -> None:
    """Servers are kept up for whoever comes next and finds them by their records: no child that was forgotten."""
    for child in _children.values():
        child.returncode = 0
