"""Writes the secrets of docker-compose.yml, each its own, and leaves those that are there as they are.

`.env` holds passwords and keys; `.secrets/sender-keys.toml` the keys with which departments sign their answers.
"""

import secrets
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / ".env"
KEYS = ROOT / ".secrets" / "sender-keys.toml"
SERVICES = ("PARTNERS", "MOBILITY", "EVENTS", "GATEWAY")
NAMES = (
    "KORPU_PASSWORD",
    "KORPU_FILES_KEY",
    "KORPU_SUBJECT_KEY",
    "KORPU_FIGURES_KEY",
    "KORPU_KAFKA_PASSWORD",
    *(f"KORPU_{of}_PASSWORD_{service}" for of in ("OWNER", "DATABASE", "KAFKA") for service in SERVICES),
)


def write_env() -> None:
    """Add what is missing in `.env`."""
    FILE.touch(mode=0o600)
    given = {line.partition("=")[0].strip() for line in FILE.read_text().splitlines()}
    missing = [name for name in NAMES if name not in given]
    with FILE.open("a") as file:
        file.writelines(f"{name}={secrets.token_hex(24)}\n" for name in missing)
    print(f"{FILE}: {len(missing)} secrets were written, {len(NAMES) - len(missing)} were there.")


def write_keys() -> None:
    """Add a key for each department that has none; the folder is ours alone, the file is read by its container."""
    departments = tomllib.loads((ROOT / "deploy" / "kafka" / "principals.toml").read_text())["departments"]["names"]
    KEYS.parent.mkdir(mode=0o700, exist_ok=True)
    KEYS.touch(mode=0o644)
    missing = [name for name in departments if name not in tomllib.loads(KEYS.read_text())]
    with KEYS.open("a") as file:
        file.writelines(f'{name} = ["{secrets.token_hex(32)}"]\n' for name in missing)
    print(f"{KEYS}: {len(missing)} keys were written, {len(departments) - len(missing)} were there.")


write_env()
write_keys()
