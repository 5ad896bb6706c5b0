"""How a command on imports is declared once for every owner that has them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from korpu_chassis.commands.aggregate import Handler


class Declaration(NamedTuple):
    """A handler, and what is declared of it; who may is the owner's to say."""

    handler: Handler
    declared: dict[str, Any]


CHANGES: list[Declaration] = []


def changes(**declared: Any) -> Callable[[Handler], Handler]:
    """Declare a command that changes an import, in the words of `AggregateDefinition.changes`."""

    def keep(handler: Handler) -> Handler:
        CHANGES.append(Declaration(handler, declared))
        return handler

    return keep
