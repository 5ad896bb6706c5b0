"""The folder in which a local stack lives: data, secrets, ports, logs and locks."""

import fcntl
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from korpu_local.ports import free_port, is_free

ROOT = Path(__file__).resolve().parents[4]
PATIENCE = 180.0


class Trouble(Exception):
    """Something that a person has to put right; the message says how."""


class Home:
    """One stack's folder; whatever it keeps survives a restart."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.mkdir(parents=True, exist_ok=True)

    def folder(self, name: str) -> Path:
        """Open a folder of this home, made when it is first asked for."""
        folder = self.path / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def secret(self, name: str) -> str:
        """Keep one random password under a name, readable by its owner alone."""
        file = self.folder("secrets") / name
        with self.locked("secrets"):
            if not file.exists():
                write_whole(file, secrets.token_urlsafe(24))
        return file.read_text()

    def port(self, name: str, preferred: int = 0) -> int:
        """Remember a port under a name; another one is chosen when somebody else has taken it."""
        remembered = self.remembered_port(name) or preferred
        port = remembered if remembered and is_free(remembered) else free_port()
        self.keep_port(name, port)
        return port

    def remembered_port(self, name: str) -> int | None:
        """Say which port was used last, free or not."""
        file = self.folder("ports") / name
        return int(file.read_text()) if file.exists() else None

    def keep_port(self, name: str, port: int) -> None:
        """Remember a port that somebody else has chosen."""
        write_whole(self.folder("ports") / name, str(port))

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Let one process at a time do the work of this name."""
        with (self.folder("locks") / name).open("w") as file:
            deadline = time.monotonic() + PATIENCE
            while not try_lock(file.fileno()):
                if time.monotonic() > deadline:
                    raise Trouble(f"Another program holds {file.name}; stop it and try again.")
                time.sleep(0.05)
            yield


def write_whole(file: Path, text: str) -> None:
    """Write a file for its owner alone, whole or not at all, so that whoever is killed leaves no half of it."""
    with NamedTemporaryFile("w", dir=file.parent, prefix=f".{file.name}.", delete=False) as draft:
        draft.write(text)
    Path(draft.name).rename(file)


def try_lock(descriptor: int) -> bool:
    """Take an exclusive lock if nobody has it; it is released with the file."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
