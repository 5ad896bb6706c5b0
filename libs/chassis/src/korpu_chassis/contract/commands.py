"""What an owner can be asked, as the gateway reads it: commands, refusals, aggregates and who reads them."""

from typing import Any

from korpu_chassis.commands.aggregate import Declared
from korpu_chassis.commands.permission import Role
from korpu_chassis.http.middleware import TooLarge
from korpu_chassis.messaging.outbox import TooMuchToSay
from korpu_chassis.refusals import all_refusals
from korpu_chassis.runtime.assembly import Service

REF = "#/$defs/{model}"


def commands(service: Service) -> dict[str, Any]:
    """What the gateway builds its mutations, their inputs and their refusals from."""
    refusals = all_refusals([TooLarge, TooMuchToSay], *(each.refuses for each in service.commands()))
    return {
        "service": service.name,
        "commands": [_command(each) for each in service.commands()],
        "refusals": [
            {"code": each.code, "status": each.status, "text": dict(each.text), "meaning": first_line(each)}
            for each in refusals.values()
        ],
        "aggregates": [
            {
                "name": definition.name,
                "topic": definition.topic,
                "state": definition.state.model_json_schema(mode="serialization", ref_template=REF),
                "facts": sorted(definition.facts),
                "readers": [grant(role) for role in definition.readers],
            }
            for definition in service.definitions
        ],
    }


def _command(declared: Declared) -> dict[str, Any]:
    return {
        "name": declared.name,
        "path": declared.path,
        "aggregate": declared.definition.name,
        "creates": declared.creates,
        "summary": declared.summary,
        "who": [grant(role) for role in declared.who],
        "barred": sorted(declared.barred),
        "in_turn": declared.in_turn and declared.in_turn.code,
        "when": declared.when and list(declared.when),
        "to": declared.to and list(declared.to),
        "says": [fact.name_for(declared.definition.name) for fact in declared.emits],
        "refuses": sorted(each.code for each in (*declared.refuses, *declared.barred.values())),
        "input": declared.input.model_json_schema(ref_template=REF),
    }


def grant(role: Role) -> dict[str, str | None]:
    """To whom something is open, as the contract says it."""
    having = {"having": role.having} if role.having else {}
    named = {"named": role.subject_field} if role.subject_field else {}
    return {"role": role.name, "of": role.unit_field, "own": role.self_field, **having, **named}


def first_line(thing: type) -> str:
    """The first line of what is said about a class."""
    return (thing.__doc__ or "").strip().split("\n")[0]
