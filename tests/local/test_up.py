"""`make up` as people type it: in root's own home, after a hard end, at the first try."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import httpx
import psutil
import pytest

from korpu_local.home import ROOT, Home, Trouble
from korpu_local.ports import free_port
from korpu_local.up import alone, down

STARTED = "Körpü is running"
PATIENCE = 240
REGISTER = """mutation {
  registerOrganisation(input: {names: [{language: "en", kind: LABEL, text: "Vilnius"}], kinds: [UNIVERSITY],
    scope: FOREIGN, country: "LT", domains: ["vilnius.example"]}) { __typename }
}"""
COUNT = "{ organisations { totalCount } }"


@dataclass
class Checkout:
    """A checkout of one's own, in which `make up` is typed with a strict umask and no locale."""

    folder: Path
    port: int = field(default_factory=free_port)
    shell: subprocess.Popen[bytes] | None = None

    def up(self) -> str:
        """Type `make up`, and give what it says until everything runs."""
        said = self.folder / "said"
        with said.open("wb") as screen:
            words = ["sh", "-c", "umask 077; exec make up"]
            self.shell = subprocess.Popen(
                words, cwd=self.folder, env=self.environment, stdout=screen, stderr=screen, start_new_session=True
            )
        deadline = time.monotonic() + PATIENCE
        while STARTED not in (text := said.read_text()):
            assert self.shell.poll() is None and time.monotonic() < deadline, text  # noqa: PT018
            time.sleep(0.2)
        return text

    def ask(self, query: str) -> Any:
        """Ask the portal as an officer."""
        words = ["make", "--silent", "token", "ROLE=officer"]
        token = subprocess.run(words, cwd=self.folder, env=self.environment, check=True, text=True, capture_output=True)
        head = {"authorization": f"Bearer {token.stdout.strip()}"}
        answer = httpx.post(f"http://127.0.0.1:{self.port}/graphql", json={"query": query}, headers=head, timeout=30)
        return answer.json()["data"]

    def hears(self, query: str, expected: Any) -> bool:
        """Ask until the answer is this: what was acknowledged just before the end travels after the start."""
        deadline = time.monotonic() + PATIENCE
        while (heard := self.ask(query)) != expected:
            assert time.monotonic() < deadline, heard
            time.sleep(0.2)
        return True

    def kill(self) -> None:
        """End `make up`, what it has started and the servers, hard; what these have started is left to itself."""
        doomed = [json.loads(record.read_text())[0] for record in (self.folder / ".local" / "run").glob("*.json")]
        if self.shell and self.shell.poll() is None:
            doomed += [self.shell.pid, *(each.pid for each in psutil.Process(self.shell.pid).children(recursive=True))]
        for pid in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.shell:
            self.shell.wait()

    def stop(self) -> None:
        """Press Ctrl-C, and wait for the end."""
        assert self.shell
        os.killpg(self.shell.pid, signal.SIGINT)
        self.shell.wait(60)
        deadline = time.monotonic() + PATIENCE
        while any((self.folder / ".local" / "run").iterdir()) and time.monotonic() < deadline:
            time.sleep(0.2)

    @property
    def environment(self) -> dict[str, str]:
        """An environment with no word of the tests in it."""
        foreign = ("KORPU_", "MAKE", "MFLAGS", "PYTEST", "VIRTUAL_ENV", "LANG")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        path = os.pathsep.join((str(ROOT / ".local" / "uv" / "bin"), os.environ["PATH"]))
        return kept | {"PATH": path, "LC_ALL": "C", "KORPU_GATEWAY_PORT": str(self.port)}


@pytest.fixture
def checkout() -> Iterator[Checkout]:
    # On the disk of our own checkout, so that what is installed here need not be fetched again.
    place = Path(mkdtemp(prefix="up-", dir=ROOT / ".local"))
    folder = place / ("Körpü köhnə nüsxə " + "x" * 120)
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / ".venv", folder / ".venv", symlinks=True, copy_function=os.link)
    (folder / ".venv" / "installed").unlink()
    (folder / ".local").mkdir(exist_ok=True)
    (folder / ".local" / "demonstration-loaded").touch()
    one = Checkout(folder)

    yield one

    one.kill()
    data = folder / ".local" / "postgres"
    if data.is_symlink():
        shutil.rmtree(data.readlink().parent)
    shutil.rmtree(place)


RUNNING = """
import sys
from pathlib import Path
from korpu_local.home import Home
from korpu_local.up import alone, obey_signals, running
with alone(Home(Path(sys.argv[1]))):
    over = obey_signals()
    running.set()
    print("running", flush=True)
    over.wait()
"""


def test_make_down_ends_what_runs_and_then_it_can_run_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    words = [sys.executable, "-c", RUNNING, str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as runs:
        assert runs.stdout
        assert runs.stdout.readline() == b"running\n"
        with pytest.raises(Trouble, match="already running"), alone(home):
            pass

        down(home)

        assert runs.wait(10) == 0
    with alone(home):
        pass
    down(home)


@pytest.mark.timeout(600)
def test_make_up_runs_in_a_closed_folder_and_again_after_everything_was_killed(checkout: Checkout) -> None:
    assert not checkout.folder.parent.stat().st_mode & 0o077
    first = checkout.up()
    assert checkout.ask(REGISTER)["registerOrganisation"]

    checkout.kill()
    checkout.up()

    assert f"data                   {checkout.folder}/.local" in first
    assert checkout.hears(COUNT, {"organisations": {"totalCount": 1}})
    checkout.stop()
    assert list((checkout.folder / ".local" / "run").iterdir()) == []
