"""What is written from the code and committed: contracts, the gateway's schema; written anew and compared."""

import os
import subprocess
import sys
from pathlib import Path

from korpu_local.home import ROOT, Trouble
from korpu_local.stack import OWNERS

WRITERS = [*((owner, "contract") for owner in OWNERS), ("gateway", "schema")]
PLACES = ["services/*/contract/**/*", "services/gateway/schema.graphql"]


def generate() -> None:
    """Write every generated file anew; the gateway's come last, since it reads the owners' contracts."""
    for service, role in WRITERS:
        command = [sys.executable, "-m", f"korpu_{service}", role]
        done = subprocess.run(command, cwd=ROOT, env=os.environ, check=False, text=True, capture_output=True)
        if done.returncode:
            raise Trouble(f"{service} {role} failed:\n{done.stdout}{done.stderr}".strip())


def release(number: str) -> None:
    """Keep the contracts as they are now for what this release promises; they grow from here."""
    from korpu_chassis.contract.released import release as keep  # noqa: PLC0415 -- with all that a service needs

    generate()
    for owner in OWNERS:
        folder = ROOT / "services" / owner / "contract"
        try:
            keep(folder / "released", number, (folder / "messages.bundle.json").read_text("utf-8"))
        except ValueError as broken:
            raise Trouble(f"{owner} would break what the last release promised: {broken}") from None
    generate()


def snapshot() -> dict[Path, bytes]:
    """Read every generated file as it is now."""
    found = [file for place in PLACES for file in ROOT.glob(place) if file.is_file()]
    return {file.relative_to(ROOT): file.read_bytes() for file in found}
