"""What a person sees while the stack starts, and when it runs."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console

from korpu_local.stack import Stack
from korpu_local.tokens import ROLES

screen = Console(highlight=False)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show one step while it takes its time."""
    began = time.monotonic()
    with screen.status(name):
        yield
    screen.print(f"  [green]✓[/] {name} [dim]{time.monotonic() - began:.1f} s[/]")


def welcome(stack: Stack, seconds: float, data: Iterable[str]) -> None:
    """Say where to click, where the data lie, and which token to use."""
    screen.print(f"\n[bold]Körpü is running[/] ({seconds:.0f} s). Ctrl-C stops it.\n")
    screen.print(f"  GraphQL, try it there  {stack.gateway_url}/graphql")
    for owner in ("partners", "mobility", "events"):
        screen.print(f"  {owner:<22} {stack.url(owner)}/docs")
    screen.print(f"  issuer of tokens       {stack.issuer.url}/.well-known/openid-configuration")
    screen.print(f"  Kafka                  {stack.parts.broker.address}")
    for line in data:
        screen.print(f"  {line}", soft_wrap=True)
    screen.print()
    screen.print(
        "Tokens for the header Authorization: Bearer …  (valid for 12 hours, `make token ROLE=…` for others)\n"
    )
    for role in ROLES:
        screen.print(f"  [bold]{role}[/]\n{stack.token(role)}", soft_wrap=True)
    screen.print()
