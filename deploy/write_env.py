"""Writes the .env of docker-compose.yml with secrets of your own, and leaves those that are there as they are."""

import secrets
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / ".env"
NAMES = (
    "KORPU_PASSWORD",
    "KORPU_FILES_KEY",
    "KORPU_SUBJECT_KEY",
    "KORPU_KAFKA_PASSWORD",
    "KORPU_KAFKA_PASSWORD_PARTNERS",
    "KORPU_KAFKA_PASSWORD_MOBILITY",
    "KORPU_KAFKA_PASSWORD_EVENTS",
    "KORPU_KAFKA_PASSWORD_GATEWAY",
)

FILE.touch(mode=0o600)
given = {line.partition("=")[0].strip() for line in FILE.read_text().splitlines()}
missing = [name for name in NAMES if name not in given]
with FILE.open("a") as file:
    file.writelines(f"{name}={secrets.token_hex(24)}\n" for name in missing)
print(f"{FILE}: {len(missing)} secrets were written, {len(NAMES) - len(missing)} were there.")
