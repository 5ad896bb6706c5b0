"""A small service for trying how a process starts and stops: `python bakery.py ROLE`."""

import asyncio
import gc
import json
import sys
import time
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog

from korpu_chassis import clock
from korpu_chassis.configuration.settings import Settings
from korpu_chassis.http.server import serve_app, serve_health
from korpu_chassis.process.lifecycle import run, together
from korpu_chassis.stopping import Stopping, stopping

log = structlog.get_logger()
kneaded: list[object] = []
shelves: list[object] = []
"""What stands before the shop opens."""


class BakerySettings(Settings):
    """A setting of its own besides the usual ones."""

    oven_degrees: int = 200


async def serve(settings: BakerySettings) -> None:
    async def ready() -> bool:
        return settings.oven_degrees > 100

    shelves.extend([] for _ in range(50_000))
    await serve_app(counter, ready, settings)


async def counter(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
    """Answer slowly, so that a stop comes in the middle."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        log.info("bakery.closed")
        await send({"type": "lifespan.shutdown.complete"})
        return
    if scope["path"] == "/knead":
        time.sleep(0.005)  # noqa: ASYNC251 -- work holds the loop
        kneaded.append(scope["client"])
    await asyncio.sleep(float(scope["query_string"] or 0))
    told = {"/live": lambda: len(kneaded), "/looked-through": lambda: len(gc.get_objects())}.get(scope["path"])
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"%d" % told() if told else b"bread"})


async def bake(settings: BakerySettings) -> None:
    log.info("bakery.baking", now=clock.now().isoformat(), degrees=settings.oven_degrees)
    await stopping().wait()
    log.info("bakery.cooling")


async def tell(settings: BakerySettings) -> None:
    words = [unquote(urlsplit(settings.database).password or ""), settings.kafka_password]
    sys.stdout.write(json.dumps({"event": "bakery.told", "words": words}) + "\n")


async def burn(_: BakerySettings) -> None:
    raise ValueError("the customer's name")


async def starve(_: BakerySettings) -> None:
    raise Stopping("there is no flour; buy some")


async def oversleep(_: BakerySettings) -> None:
    await stopping().wait()
    await asyncio.sleep(3600)


async def watch(settings: BakerySettings) -> None:
    async def ready() -> bool:
        return settings.oven_degrees > 100

    shelves.extend([] for _ in range(50_000))
    await serve_health(ready, settings)


def menu() -> None:
    sys.stdout.write("bread\n")


if __name__ == "__main__":
    run(
        "bakery",
        {
            "serve": serve,
            "bake": bake,
            "tell": tell,
            "burn": burn,
            "starve": starve,
            "oversleep": oversleep,
            "work": together(bake, watch),
            "ruin": together(bake, burn),
        },
        BakerySettings,
        {"menu": menu},
    )
