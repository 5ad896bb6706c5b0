"""A figure, the bar it is held against, and the machine on which it was taken."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("aiokafka", "asyncpg", "fastapi", "orjson", "sqlalchemy", "strawberry-graphql", "uvloop")


class Wrong(Exception):
    """What was measured did not do its work; there is no figure."""


@dataclass(frozen=True)
class Figure:
    """One measured value; the bar is the least or the most that it may be."""

    what: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the bar is met."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def __str__(self) -> str:
        low = "" if self.at_least is None else f"≥ {self.at_least:,g}"
        bar = low if self.at_most is None else f"≤ {self.at_most:,g}"
        met = "" if not bar else "met" if self.holds else "MISSED"
        return f"{self.what:<72} {self.value:>12,.1f} {self.unit:<6} {bar:>9} {met}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def machine() -> str:
    """Where the figures were taken, and how busy it was with other things."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{os.cpu_count()} × {cpu}, {platform.system()} {platform.release()}, load {load}\n"
        f"Python {platform.python_version()}, PostgreSQL 18, Apache Kafka 4.3.1, {libraries}"
    )
