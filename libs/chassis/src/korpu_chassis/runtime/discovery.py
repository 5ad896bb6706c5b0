"""Finding what a service declares: nobody lists its commands, and none is forgotten."""

import pkgutil
from importlib import import_module

APART = ("__main__", "app", "migrations")
"""Modules that start a process, put the service together, or change its database."""


def load_all(package: str) -> None:
    """Import every module of a service, so that each command, deadline and route is declared."""
    for each in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        if each.name.rpartition(".")[2] not in APART:
            import_module(each.name)
            if each.ispkg:
                load_all(each.name)
