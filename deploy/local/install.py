"""Installs the workspace from nothing but Python 3.11: finds or fetches uv, then does what the lock says."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
LOCK = ROOT / "requirements.lock"
MEMBERS = [*sorted((ROOT / "libs").iterdir()), *sorted((ROOT / "services").iterdir()), ROOT / "deploy" / "local"]
ROOM = 2_000_000_000


def main() -> None:
    """Install unless all is installed as the lock says."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever starts this may have an older one
        sys.exit(f"körpü: Python 3.11 or newer is needed, this is {sys.version.split()[0]}: make PYTHON=python3.13 …")
    if STAMP.exists() and STAMP.read_text() == fingerprint():
        return
    if shutil.disk_usage(ROOT).free < ROOM:
        sys.exit(f"körpü: the disk of {ROOT} is nearly full; the installation needs 2 GB. Make room and try again.")
    uv = find_uv()
    if not (VENV / "bin" / "python").exists():
        do("a Python environment", [uv, "venv", "--quiet", "--python", sys.executable, VENV])
    do(
        "the packages of requirements.lock",
        [uv, "pip", "sync", "--quiet", "--compile-bytecode", "--require-hashes", LOCK],
    )
    editable: list[str | Path] = [word for member in MEMBERS for word in ("-e", member)]
    do("Körpü itself", [uv, "pip", "install", "--quiet", "--no-deps", *editable])
    STAMP.write_text(fingerprint())


def fingerprint() -> str:
    """Tell one state of the lock and the members from another."""
    files = [LOCK, *(member / "pyproject.toml" for member in MEMBERS)]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def find_uv() -> str:
    """Find uv, or fetch it into a folder of this workspace."""
    own = ROOT / ".local" / "uv" / "bin" / "uv"
    if found := shutil.which("uv"):
        return found
    if not own.exists():
        environment = own.parents[1]
        do(
            "a place for uv",
            [sys.executable, "-m", "venv", environment],
            "on Debian and Ubuntu: apt install python3-venv",
        )
        do("uv", [environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
    return str(own)


def do(what: str, command: list[str | Path], advice: str = "is the network there? then try again") -> None:
    """Do one step, shown; when it fails, end with what it said and one line of advice."""
    began = time.monotonic()
    print(f"  · installing {what} …", end="", flush=True)
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV)}
    done = subprocess.run(command, env=environment, check=False, text=True, capture_output=True)
    print(f" {time.monotonic() - began:.1f} s")
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        sys.exit(f"{said}\nkörpü: {what} could not be installed; {advice}.")


main()
