"""Every way in which one thing comes out of another: the command, how it names it, and what else it says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from korpu_local.portal import commands
from tests.journeys.admissions import ABROAD, admission_of, goes, programme_of
from tests.journeys.applicants import committee, compared, compared_and_ranked
from tests.journeys.conferences import a_conference, attended
from tests.journeys.office import LETTER, PHILOLOGY, Office, Thing
from tests.journeys.papers import briefed, invited, returned, scheduled, sent
from tests.journeys.patience import does_when_heard
from tests.journeys.proposing import accepted
from tests.journeys.questions import BY_PHONE, FREQUENT
from tests.journeys.reporting import frozen
from tests.journeys.texts import amended, planned

Make = Callable[[Office], Thing]
Says = Callable[[Office, Thing], Thing]

BYSTANDERS = frozenset(
    {
        "organisation",
        "parent",
        "person",
        "cover",
        "owner",
        "predecessor",
        "verifier",
        "principal_investigator",
        "file",
        "template",
    }
)
"""They take part in many stories; nothing comes out of them."""
CALLED = {"answers": "letter", "project": "joint_project", "condition": "agreement"}
NOT_YET = frozenset({"trip"})
"""Kinds that an action point may come of, and from which none is opened yet."""
OWN = frozenset({"AskOffice"})
"""What one says in the own name; the office says the same by another command."""
NOT_HEARD = {
    "DraftOpportunity": frozenset({"letter"}),
    "DraftTrip": frozenset({"joint_project", "letter", "visit"}),
}
"""Of these mobility hears nothing: what names them tells the story of its agreement alone."""

CONTINUED = {
    "mobility": "agreement",
    "learning_agreement": "agreement",
    "registration": "event",
    "selection": "opportunity",
}
"""Kinds whose own story goes on with that of another, which begins it."""

PARENTS: Mapping[str, Make] = {
    "admission": lambda office: goes(office, admission_of(office), until="RecordInvitationLetter"),
    "agreement": lambda office: office.signed(office.partner()),
    "event": lambda office: a_conference(office, opened=True),
    "joint_project": planned,
    "letter": lambda office: office.letter(),
    "learning_agreement": lambda office: office.studies(office.nominated(office.signed(office.partner()))),
    "mobility": lambda office: office.nominated(office.signed(office.partner())),
    "opportunity": compared,
    "proposal": accepted,
    "registration": attended,
    "report": frozen,
    "selection": compared_and_ranked,
    "trip": sent,
    "visit": lambda office: office.visit(office.partner()),
}
OTHER_PARENTS: Mapping[str, Mapping[str, Make]] = {
    "MakeAmendmentPaper": {"agreement": lambda office: amended(office, {"az": office.named("Əlavə")})},
    "MakeLetterPaper": {"letter": lambda office: office.letter(direction="outgoing")},
    "MakeStayCertificate": {"mobility": returned},
    "MakeVisitBriefing": {"visit": briefed},
    "MakeVisitInvitation": {"visit": invited},
    "MakeVisitProgramme": {"visit": scheduled},
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


def _offered(office: Office, agreement: Thing) -> Thing:
    """A condition is named by itself, where the cause is an agreement."""
    return {"kind": "exchange", **_titled(office, "Mübadilə"), "condition_id": agreement["conditions"][0]["id"]}


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
    "DraftLearningAgreement": lambda _, __: {"components": []},
    "RegisterForEvent": lambda _, __: {},
    "OpenAdmission": lambda office, _: programme_of(office, office.person(**ABROAD)),
    "DraftOpportunity": _offered,
    "ConveneSelection": lambda office, _: committee(office),
    "BeginApplication": lambda office, _: {"person_id": office.person()["id"]},
    "DraftFrequentAnswer": lambda _, __: FREQUENT,
    "RegisterEnquiry": lambda _, __: BY_PHONE,
    "DraftTrip": lambda office, _: office.journey(office.person(kind="staff")),
    "MakeStayCertificate": lambda _, __: {"languages": ["en"]},
    "MakeLearningAgreementPaper": lambda _, __: {"languages": ["en"]},
    "MakeTripOrder": lambda _, __: {"languages": ["en"]},
    "MakeVisaLetter": lambda _, __: {"languages": ["en"]},
    "MakeStudyInvitation": lambda _, __: {"languages": ["en"]},
    "MakeSelectionMinutes": lambda _, __: {"languages": ["en"]},
    "MakeAttendanceCertificate": lambda _, __: {"name": "Aysel", "languages": ["en"]},
    "MakeVisitInvitation": lambda _, __: {"number": "INV-1", "languages": ["en"]},
    "MakeVisitProgramme": lambda _, __: {"languages": ["en"]},
    "MakeVisitBriefing": lambda _, __: {"languages": ["en"]},
    "MakeReportPaper": lambda _, __: {"languages": ["az"]},
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
            elif field != called and called not in BYSTANDERS and name not in OWN:
                kind = CALLED.get(called, called)
                if kind not in NOT_HEARD.get(name, ()):
                    yield name, field, kind


def _origins(schema: Mapping[str, Any]) -> list[str]:
    return next(each["properties"]["kind"]["enum"] for name, each in schema["$defs"].items() if name.endswith("Origin"))


def came(office: Office, command: str, field: str, kind: str, **more: str) -> tuple[Thing, Thing]:
    """A thing that the officer has made, and what the head makes out of it; `more` is said besides."""
    parent = {**PARENTS, **OTHER_PARENTS.get(command, {})}[kind](office)
    given = SAID[command](office, parent)
    named: Thing = {"origin": {"kind": kind, "id": parent["id"]}} if field == "origin" else {field: parent["id"]}
    said = {**(given if field in given else {**given, **named}), **more}
    return parent, does_when_heard(office.head, command, **said)
