"""Runs the gateway in the role that the command line names."""

from importlib import import_module
from typing import Any

from korpu_chassis.process.lifecycle import run
from korpu_gateway.settings import GatewaySettings


def role(module: str, name: str) -> Any:
    """A role that loads what it needs when it runs: who serves needs no Kafka, and memory is one of the bars."""

    async def work(*given: Any) -> Any:
        return await getattr(import_module(f"korpu_gateway.{module}"), name)(*given)

    return work


if __name__ == "__main__":
    run(
        "gateway",
        {
            "migrate": role("entry_points", "to_date"),
            "serve": role("server", "serve"),
            "consume": role("entry_points", "consume"),
        },
        GatewaySettings,
        {"schema": lambda: import_module("korpu_gateway.server").write_schema()},
        {
            "parked": role("entry_points", "parked"),
            "reconciliation": role("entry_points", "reconciliation"),
            "explain": role("explain_command", "explain_command"),
        },
    )
