"""Attackers in a process of their own: `python -m tests.benchmarks.attacks PORT` does what it reads, line by line."""

import asyncio
import os
import resource
import sys
import time
from contextlib import suppress

import httpx
import uvloop
from websockets.exceptions import WebSocketException

from tests.benchmarks.floods import FLOODS, Attack, Target
from tests.gateway.hostile import DEEP, HOSTILE, SUBSCRIBED, circle, doubling, many
from tests.gateway.watching import watcher

ATTACKERS, LONGEST = 2, 8.0
"""Seconds that one attack lasts at most, whoever reads or does not."""
FLOOD, AT_ONCE, FLOOD_WITHIN = 1_000, 4, 180.0
WRONG = (
    OSError,
    httpx.HTTPError,
    WebSocketException,
    asyncio.IncompleteReadError,
    TimeoutError,
    AssertionError,
    RuntimeError,
)
"""After which an attacker begins again; uvloop says with the last one that a line has been cut."""


def _client(target: Target, **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=target.address, trust_env=False, timeout=30, headers=headers)


def posting(name: str) -> Attack:
    """Sends one document of the collection, changed a little each time, so that no cache knows it."""

    async def attack(target: Target, number: int) -> None:
        async with _client(target) as client:
            for n in range(10**9):
                sent = HOSTILE[name]
                query = f"{sent.query}#{number}.{n}.{time.time()}"
                await client.post("/graphql", json={"query": query, "variables": sent.variables})

    return attack


async def everything(target: Target, number: int) -> None:
    """The whole collection, one after the other."""
    async with _client(target) as client:
        for n, each in enumerate(HOSTILE.values()):
            query = f"{each.query}#{number}.{n}.{time.time()}"
            await client.post("/graphql", json={"query": query, "variables": each.variables})


async def deep_variables(target: Target, _: int) -> None:
    """Variables that nest 900 deep."""
    async with _client(target, **{"content-type": "application/json"}) as client:
        while True:
            await client.post("/graphql", content=DEEP)


async def over_a_websocket(target: Target, number: int) -> None:
    """The whole collection over one WebSocket."""
    async with watcher(target.address, max_size=2**24) as watching:
        for n, each in enumerate({**HOSTILE, **SUBSCRIBED}.values()):
            body = {"query": f"{each.query}#{number}.{n}.{time.time()}", "variables": each.variables}
            await watching.says(id=str(n), type="subscribe", payload=body)
            await watching.hears()
            await watching.says(id=str(n), type="complete")


async def over_event_streams(target: Target, number: int) -> None:
    """The whole collection over event streams."""
    async with _client(target, accept="text/event-stream") as client:
        for n, each in enumerate(HOSTILE.values()):
            body = {"query": f"{each.query}#{number}.{n}.{time.time()}", "variables": each.variables}
            async with client.stream("POST", "/graphql/stream", json=body) as response:
                await anext(response.aiter_raw())


DOCUMENTS: dict[str, Attack] = {
    "fragments that double 22 times": posting("fragments that double 22 times"),
    "a circle of 22 fragments": posting("a circle of 22"),
    "300 repeated selections": posting("300 repeated selections"),
    "repeats inside of fragments": posting("repeats inside of fragments without a name"),
    "450 operations": posting("450 operations"),
    "300 fragments": posting("300 fragments"),
    "ten introspections": posting("ten introspections"),
    "twenty searches": posting("twenty searches"),
    "60,000 values": posting("60,000 values"),
    "variables nested 900 deep": deep_variables,
    "every hostile document": everything,
    "every hostile document, WebSocket": over_a_websocket,
    "every hostile document, event stream": over_event_streams,
}
ATTACKS = {**DOCUMENTS, **FLOODS}
"""Each runs alone, by two attackers at once."""


async def attack(target: Target, name: str, seconds: float) -> None:
    """Attack for so long; nothing of it goes on afterwards."""
    mine = asyncio.current_task()
    tasks = {asyncio.create_task(_again(ATTACKS[name], target, number)) for number in range(ATTACKERS)}
    await asyncio.sleep(min(seconds, LONGEST))
    # All, with what they began themselves: the first to end ends a `gather`, and the others would attack for ever.
    while tasks := {task for task in asyncio.all_tasks() if task is not mine}:
        for task in tasks:
            task.cancel()  # Python 3.11's `wait_for` may swallow it when what it waits for is done in the same moment
        await asyncio.wait(tasks, timeout=0.2)


async def _again(one: Attack, target: Target, number: int) -> None:
    while True:
        with suppress(*WRONG):
            await one(target, number)
        await asyncio.sleep(0.01)


async def flood(target: Target) -> int:
    """A thousand hostile documents that differ, right ones and wrong ones, four at a time; gives how many went out."""
    waiting, sent = iter(range(FLOOD)), 0
    texts = [each.query for each in HOSTILE.values()]
    texts += [circle(30), doubling(9), "{" + many("a#: agreements(first: 1){nodes{id title{text}}}", 59) + "}"]

    async def one() -> None:
        nonlocal sent
        async with _client(target) as client:
            for n in waiting:
                with suppress(httpx.HTTPError):
                    query = f"{texts[n % len(texts)]}#{n}{'.' * (n % 2) * 2_000}"
                    await client.post("/graphql", json={"query": query})
                    sent += 1

    with suppress(TimeoutError):
        async with asyncio.timeout(FLOOD_WITHIN):
            await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    return sent


async def obey(target: Target) -> None:
    """Do what is said on standard input, `seconds name of the attack` or `flood`, and say when it is over."""
    while words := (await asyncio.to_thread(sys.stdin.readline)).strip():
        sent = 0
        if words == "flood":
            sent = await flood(target)
        else:
            seconds, _, name = words.partition(" ")
            await attack(target, name, float(seconds))
        sys.stdout.write(f"{sent}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    # Attackers sit at other machines; here they take what the gateway and its honest readers leave of the processor.
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 16_384) if most > 0 else 16_384, most))
    uvloop.run(obey(Target(int(sys.argv[1]))))
