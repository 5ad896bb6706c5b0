"""What owners say of what waits and what is closed, held against what they accept, wherever a test leads."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import orjson
from sqlalchemy import select

from korpu_chassis import clock
from korpu_chassis.commands.aggregate import AggregateDefinition, Declared
from korpu_chassis.commands.permission import ANYONE
from korpu_chassis.commands.task import PublishedTask
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.messaging.outbox import outbox
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Database
from korpu_chassis.runtime.assembly import Service

KEPT_OUT = frozenset({"unauthenticated", "forbidden", "not-found", "wrong-status"})
"""What nobody hears for whom a task waits."""
EARLIER = KEPT_OUT | {"invalid-input", "stale-version", "key-reused", "unavailable"}
"""What is said before anybody asks what a command requires."""


async def refused_as_said(
    service: Service, database: Database, principal: Principal, command: str, given: Mapping[str, Any], code: str
) -> None:
    """A refusal is the one that the thing's state told of, and never one that keeps out whoever has the task."""
    declared = next((each for each in service.commands() if each.name == command), None)
    if declared is None or declared.creates or (state := await _last_state(database, given.get("id"))) is None:
        return
    barred = {each.code for each in declared.barred.values()}
    if (closed := state["closed"].get(command)) and code not in EARLIER | barred | _codes_of_text(code):
        assert code == closed, f"{command} is closed by {closed}, and was refused by {code}"
    if mine(state, command, principal) and given.get("seen") is None:
        turn = {declared.in_turn.code} if declared.in_turn else set()
        kept_out = (KEPT_OUT | barred | turn) - ({"not-found"} if len(given) > 1 else set())
        assert code not in kept_out, f"{command} waits for {principal.subject}, and was refused by {code}"


def _codes_of_text(code: str) -> set[str]:
    return {code} if code.startswith(("personal-", "text-")) else set()


def mine(state: Mapping[str, Any], command: str, principal: Principal) -> bool:
    """A task of this state waits for the caller to give this command."""
    roles = principal.roles | {ANYONE.name}
    me = {principal.subject, str(principal.person_id)}
    return any(
        command in each.what
        and each.role in roles
        and (each.unit is None or each.unit in principal.units)
        and (each.subject is None or each.subject == principal.subject)
        and (each.person_id is None or each.person_id == principal.person_id)
        and me.isdisjoint(each.never)
        for task in map(PublishedTask.model_validate, state["tasks"])
        if task.since <= clock.now()
        for each in task.waits_for
    )


async def _last_state(database: Database, id: object) -> Mapping[str, Any] | None:
    said = select(outbox.c.body).where(outbox.c.key == str(id)).order_by(outbox.c.seq.desc()).limit(1)
    async with database.transaction() as session:
        body = await session.scalar(said)
    state: Mapping[str, Any] | None = orjson.loads(body)["state"] if body else None
    return state


async def accepted_as_said(service: Service, database: Database) -> None:
    """Whatever was done in a test was not closed before, and answered a task where it does nothing else."""
    by_topic = {each.topic: each for each in service.definitions}
    audit = select(store.audit.c.aggregate_id, store.audit.c.version, store.audit.c.command)
    async with database.transaction() as session:
        commands = {(str(row.aggregate_id), row.version): row.command for row in await session.execute(audit)}
        rows = (await session.execute(select(outbox.c.topic, outbox.c.key, outbox.c.body).order_by(outbox.c.seq))).all()
    told: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row.topic in by_topic:
            state = orjson.loads(row.body)["state"]
            require_sound(by_topic[row.topic], state)
            told.setdefault(row.key, []).append(state)
    for key, states in told.items():
        definition = next(by_topic[row.topic] for row in rows if row.key == key)
        for before, after in pairwise(states):
            command = commands.get((key, after["version"]), "")
            if command in definition.commands and commands.get((key, before["version"])) != command:
                _require_open(definition.commands[command], before)


def _require_open(declared: Declared, before: Mapping[str, Any]) -> None:
    assert declared.name not in before["closed"], f"{declared.name} was closed, and was accepted: {before}"
    if declared.in_turn:
        waiting = set(_named(before))
        assert declared.name in waiting, f"{declared.name} was accepted, and nothing waited for it: {before}"


def require_sound(definition: AggregateDefinition[Any], state: Mapping[str, Any]) -> None:
    """Every task has a key of its own, and names commands that are open to those for whom it waits."""
    keys = [each["key"] for each in state["tasks"]]
    assert len(keys) == len(set(keys)), keys
    for name in _named(state):
        assert name not in state["closed"], f"{name} is a task of {definition.name}, and closed"
        assert definition.commands[name].offered(state["status"]), f"{name} is a task of what is {state['status']}"


def _named(state: Mapping[str, Any]) -> Iterator[str]:
    for task in state["tasks"]:
        for each in task["waits_for"]:
            yield from each["what"]
