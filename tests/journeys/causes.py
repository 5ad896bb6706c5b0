"""Every way in which one thing comes out of another: the command, how it names it, and what else it says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from korpu_local.portal import commands
from tests.journeys.office import LETTER, PHILOLOGY, Office, Thing
from tests.journeys.patience import does_when_heard
from tests.journeys.texts import amended, planned

Make = Callable[[Office], Thing]
Says = Callable[[Office, Thing], Thing]

BYSTANDERS = frozenset(
    {"organisation", "parent", "person", "cover", "owner", "verifier", "principal_investigator", "file"}
)
"""They take part in many stories; nothing comes out of them."""
CALLED = {"answers": "letter", "project": "joint_project", "condition": "agreement"}
NOT_YET = frozenset({"proposal", "trip"})
"""Kinds that an action point may come of, and that no service has, or from which none is opened yet."""
NOT_HEARD = {"DraftTrip": frozenset({"joint_project", "letter", "visit"})}
"""Of these mobility hears nothing: a trip names them, and tells the story of its agreement alone."""

PARENTS: Mapping[str, Make] = {
    "agreement": lambda office: office.signed(office.partner()),
    "joint_project": planned,
    "letter": lambda office: office.letter(),
    "visit": lambda office: office.visit(office.partner()),
}
OTHER_PARENTS: Mapping[str, Mapping[str, Make]] = {
    "MakeAmendmentPaper": {"agreement": lambda office: amended(office, {"az": office.named("Əlavə")})},
    "MakeLetterPaper": {"letter": lambda office: office.letter(direction="outgoing")},
    "OpenActionPoint": {"visit": lambda office: office.begun(office.planned(office.visit(office.partner())))},
}
"""What a command asks more of than of others of the kind."""


def _titled(office: Office, word: str) -> Thing:
    return {"title": {"az": office.named(word)}, "unit": PHILOLOGY}


def _agreed(office: Office) -> Thing:
    parties = [{"us": True}, {"organisation_id": office.partner()["id"]}]
    return {"kind": "cooperation", "parties": parties, **_titled(office, "Müqavilə")}


def _nominee(office: Office, agreement: Thing) -> Thing:
    return office.nomination(agreement, office.person())


SAID: Mapping[str, Says] = {
    "DraftAgreement": lambda office, _: _agreed(office),
    "RecordSignedAgreement": lambda office, _: {
        **_agreed(office), "signed_on": office.days.day(-30), "ends": office.days.day(300), "evidence": LETTER,
    },
    "RegisterLetter": lambda office, _: {
        "direction": "outgoing", "correspondents": [{"office": "The Ministry"}],
        "subject": {"az": office.named("Cavab")},
    },
    "PlanProject": lambda office, _: {**_titled(office, "Layihə"), "partners": [{"us": True, "role": "coordinator"}]},
    "PlanPublication": lambda office, _: {
        **_titled(office, "Dərslik"), "kind": "textbook", "discipline": "0231", "source_language": "az",
        "author_ids": [office.person()["id"]],
    },
    "EnterOldPublication": lambda office, _: {
        **_titled(office, "Köhnə dərslik"), "kind": "textbook", "editions": [{"language": "az"}],
        "published_on": office.days.day(-300),
    },
    "MakeAgreementPaper": lambda _, __: {"draft": True, "languages": ["az"]},
    "MakeTerminationPaper": lambda office, _: {
        "effective": office.days.day(200), "reason": {"az": "Ehtiyac yoxdur"}, "languages": ["az"],
    },
    "MakeAmendmentPaper": lambda _, __: {"number": 1, "draft": True, "languages": ["az"]},
    "MakeLetterPaper": lambda _, __: {"body": {"az": "Sizi dəvət edirik."}, "languages": ["az"]},
    "RequestVisit": lambda office, _: {
        **_titled(office, "Nümayəndə heyəti"), "direction": "incoming", "purpose": "Exchange", "head_level": "rector",
        "starts": office.days.day(7), "ends": office.days.day(8),
    },
    "OpenActionPoint": lambda office, _: {**_titled(office, "Elan vermək"), "due": office.days.day(30)},
    "NominatePerson": _nominee,
    "DraftTrip": lambda office, _: office.journey(office.person(kind="staff")),
}  # fmt: skip
"""What the command says besides what the new thing comes out of."""


def causes() -> Iterator[tuple[str, str, str]]:
    """The commands that make something, with each field and kind by which they name what it comes out of."""
    making = {name: command for name, command in commands().items() if "id" not in command.input["properties"]}
    for name, command in making.items():
        for field in command.input["properties"]:
            called = field.removesuffix("_id")
            if field == "origin":
                yield from ((name, field, kind) for kind in _origins(command.input) if kind not in NOT_YET)
            elif field != called and called not in BYSTANDERS:
                kind = CALLED.get(called, called)
                if kind not in NOT_HEARD.get(name, ()):
                    yield name, field, kind


def _origins(schema: Mapping[str, Any]) -> list[str]:
    return next(each["properties"]["kind"]["enum"] for name, each in schema["$defs"].items() if name.endswith("Origin"))


def came(office: Office, command: str, field: str, kind: str) -> tuple[Thing, Thing]:
    """A thing that the officer has made, and what the head makes out of it."""
    parent = {**PARENTS, **OTHER_PARENTS.get(command, {})}[kind](office)
    given = SAID[command](office, parent)
    named: Thing = {"origin": {"kind": kind, "id": parent["id"]}} if field == "origin" else {field: parent["id"]}
    said = given if field in given else {**given, **named}
    return parent, does_when_heard(office.head, command, **said)
