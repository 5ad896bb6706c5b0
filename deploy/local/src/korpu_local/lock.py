"""requirements.lock against what the members ask for; also run as a plain script while an image is built."""

import re
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)")

STANDS_ON = {f"korpu-{keeper}": ("korpu-documents", "korpu-registers") for keeper in ("partners", "mobility", "events")}
"""Members that need another one besides the chassis; the lock names strangers alone, and a test compares."""


@dataclass
class Pin:
    """One package of the lock: its lines, and who asks for it."""

    name: str
    version: str
    lines: list[str] = field(default_factory=list)
    wanted_by: set[str] = field(default_factory=set)


def read_lock(text: str) -> dict[str, Pin]:
    """Read every pin, with the names under `via`."""
    pins: dict[str, Pin] = {}
    pin: Pin | None = None
    for line in text.splitlines():
        if found := PIN.match(line):
            pin = pins.setdefault(found["name"], Pin(found["name"], found["version"]))
        if pin is None:
            continue
        pin.lines.append(line)
        if line.lstrip().startswith("#"):
            asker = line.strip(" #").removeprefix("via").strip()
            pin.wanted_by |= {asker} if asker else set()
    return pins


def part_of(pins: dict[str, Pin], *roots: str) -> list[Pin]:
    """Choose what these members need, and what that needs in turn."""
    chosen: set[str] = set()
    wanting = {*roots, *(each for root in roots for each in STANDS_ON.get(root, ()))}
    while found := {pin.name for pin in pins.values() if pin.wanted_by & wanting} - chosen:
        chosen |= found
        wanting = found
    return [pins[name] for name in sorted(chosen)]


def declared(root: Path = ROOT) -> dict[str, list[str]]:
    """Read what each member asks for, under the names that the lock uses for the askers."""
    asked: dict[str, list[str]] = {}
    for file in [root / "pyproject.toml", *root.glob("*/*/pyproject.toml")]:
        project = tomllib.loads(file.read_text())
        name = project["project"]["name"]
        asked[name] = project["project"]["dependencies"]
        for group, wanted in project.get("dependency-groups", {}).items():
            asked[f"{name}:{group}"] = wanted
    return asked


def differences(pins: dict[str, Pin], asked: dict[str, list[str]]) -> list[str]:
    """Say what is asked for and not pinned as asked, and what is pinned though nobody asks."""
    from packaging.requirements import Requirement  # noqa: PLC0415 -- absent while an image is built
    from packaging.utils import canonicalize_name  # noqa: PLC0415

    found, unasked = [], {pin.name for pin in pins.values() if not pin.wanted_by}
    for asker, wanted in asked.items():
        requirements = {canonicalize_name(each.name): each for each in map(Requirement, wanted)}
        for name, requirement in requirements.items():
            pin = pins.get(name)
            if name not in asked and (pin is None or (":" not in asker and asker not in pin.wanted_by)):
                found.append(f"{asker} asks for {name}, which is not in the lock")
            elif pin and not requirement.specifier.contains(pin.version, prereleases=True):
                found.append(f"{asker} asks for {requirement}, the lock has {pin.version}")
        unasked -= requirements.keys()
        unasked |= {pin.name for pin in pins.values() if asker in pin.wanted_by and pin.name not in requirements}
    return [*found, *(f"the lock has {name}, which nobody asks for" for name in sorted(unasked))]


if __name__ == "__main__":
    everything = read_lock((ROOT / "requirements.lock").read_text())
    members = [word for word in sys.argv[1:] if not word.startswith("-")]
    left_out = {word[1:] for word in sys.argv[1:] if word.startswith("-")}
    kept = {name: pin for name, pin in everything.items() if name not in left_out}
    print("\n".join(line for pin in part_of(kept, *members) for line in pin.lines))
