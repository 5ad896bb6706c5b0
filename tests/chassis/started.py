"""Processes of the bakery, started for a test, and what is asked of them."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

PROGRAM = Path(__file__).with_name("bakery.py")
SETTINGS = {
    "KORPU_DATABASE": "postgresql://korpu:hunter2@localhost/bakery",
    "KORPU_KAFKA": "localhost:9092",
    "KORPU_KAFKA_USER": "bakery",
    "KORPU_KAFKA_PASSWORD": "hunter2",
    "KORPU_ISSUER": "http://localhost:8004",
    "KORPU_JWKS_URL": "http://localhost:8004/jwks",
}


class Program:
    """One started process."""

    def __init__(self, role: str, settings: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), role],
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[dict[str, Any]] = []

    def until(self, event: str) -> dict[str, Any]:
        """Read on until this line of the log."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(json.loads(line))
            if self.said[-1]["event"] == event:
                return self.said[-1]
        raise AssertionError(
            f"{event} was never said: {self.said} {self.process.stderr and self.process.stderr.read()}"
        )

    def end(self, *signals: signal.Signals) -> tuple[int, str]:
        """Send the signals, and wait for the exit code and what was said to the operator."""
        for each in signals:
            self.process.send_signal(each)
            time.sleep(0.3)
        rest, errors = self.process.communicate(timeout=60)
        self.said += [json.loads(line) for line in rest.splitlines()]
        return self.process.returncode, errors

    def events(self) -> list[str]:
        return [line["event"] for line in self.said]


Start = Callable[..., Program]


def ask(port: int, path: str, patience: float = 60) -> httpx.Response:
    deadline = time.monotonic() + patience
    while True:
        try:
            return httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False)
        except httpx.ConnectError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
