"""What is written from the code and committed: contracts, the gateway's schema; written anew and compared."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from korpu_local.home import ROOT, Trouble
from korpu_local.stack import OWNERS
from korpu_local.topics import FILE as TOPICS

WRITERS = [*((owner, "contract") for owner in OWNERS), ("gateway", "schema")]
PLACES = ["services/*/contract/**/*", "services/gateway/schema.graphql", "deploy/kafka/topics.toml"]
PARTITIONS = 6


def generate() -> None:
    """Write every generated file anew; the gateway's come last, since it reads the owners' contracts."""
    for service, role in WRITERS:
        command = [sys.executable, "-m", f"korpu_{service}", role]
        done = subprocess.run(command, cwd=ROOT, env=os.environ, check=False, text=True, capture_output=True)
        if done.returncode:
            raise Trouble(f"{service} {role} failed:\n{done.stdout}{done.stderr}".strip())
    for owner in OWNERS:
        channels = json.loads((ROOT / "services" / owner / "contract" / "asyncapi.json").read_text("utf-8"))["channels"]
        declare_topics(TOPICS, owner, [each for each in channels if each.startswith(f"{owner}.")])


def declare_topics(file: Path, owner: str, topics: Sequence[str]) -> None:
    """Add the topics of an owner that the file does not name yet, after the others of it."""
    lines = file.read_text("utf-8").splitlines()
    for topic in sorted(topics):
        if not any(line.startswith(f'"{topic}" = ') for line in lines[lines.index("[partitions]") :]):
            last = max(place for place, line in enumerate(lines) if line.startswith(f'"{owner}.') and "= 6" in line)
            lines.insert(last + 1, f'"{topic}" = {PARTITIONS}')
    file.write_text("\n".join(lines) + "\n", "utf-8")


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
