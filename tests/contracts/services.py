"""The owners, for tests that hold for each of them."""

from importlib import import_module

from korpu_chassis.runtime.assembly import Service

NAMES = ("partners", "mobility", "events")


def owners() -> list[Service]:
    """Every service that owns aggregates."""
    return [import_module(f"korpu_{name}.app").service for name in NAMES]
