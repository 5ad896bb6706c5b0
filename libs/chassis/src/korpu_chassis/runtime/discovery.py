"""Finding what a service declares: nobody lists its commands, and none is forgotten."""

import pkgutil
from importlib import import_module

APART = ("__main__", "app", "migrations")
"""Modules that start a process, put the service together, or change its database."""


def load_all(package: str) -> list[str]:
    """Import every module of a service, so that each command, deadline and route is declared; names what was found."""
    folders = [*import_module(package).__path__]
    found = [each.name for each in pkgutil.iter_modules(folders, f"{package}.")]
    kept = [name for name in found if name.rpartition(".")[2] not in APART]
    for name in kept:
        if hasattr(import_module(name), "__path__"):
            kept = [*kept, *load_all(name)]
    return kept
