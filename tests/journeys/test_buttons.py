"""The buttons that a portal shows are right: what is offered can be done, and what is not offered is refused."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from korpu_local.portal import Portal, Refused, commands
from tests.journeys.absences import a_head, absence
from tests.journeys.admissions import admission_of, goes
from tests.journeys.applicants import applied, convened
from tests.journeys.conferences import a_conference, registered
from tests.journeys.inputs import least
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing
from tests.journeys.proposing import accepted, proposed, weighed
from tests.journeys.questions import answered, appointment, asked, frequent, kept
from tests.journeys.reporting import consolidated, handed_in, part_of, report_template, requested

pytestmark = pytest.mark.journey

ACTIONS = """query($id: ID!) {
    node(id: $id) { version availableActions closedActions { action code } }
    viewer { tasks(first: 100) { nodes { thingId what } } }
}"""
STEPS = {"head": "department", "legal": "legal", "rectorate": "rectorate", "officer": "partner"}
"""As which office somebody speaks in a review; a coordinator as the faculty."""
CLOSED = frozenset(
    {
        "forbidden",
        "not-found",
        "unauthenticated",
        "wrong-status",
        "agreement-approver-is-author",
        "visit-approver-is-author",
        "action-point-verifier-is-doer",
        "proposal-is-own",
        "report-publisher-consolidated",
        "unit-report-accepted-by-submitter",
        "proposal-supported-by-proposer",
    }
)
"""What an owner says when the button should not have been there."""
ENDINGS = (
    "Abandon",
    "Annul",
    "Archive",
    "Cancel",
    "Close",
    "Decline",
    "Erase",
    "Merge",
    "Reject",
    "Suspend",
    "Terminate",
)


def asked_for(office: Office) -> Thing:
    """A trip for which somebody of the department has asked."""
    trip = office.trip(office.person(kind="staff"))
    return trip | office.officer.does("SubmitTrip", id=trip["id"])


History = Callable[[Office], Thing]
HISTORIES: dict[str, History] = {
    "a prospect": lambda office: office.partner(active=False),
    "an active partner": lambda office: office.partner(),
    "a draft": lambda office: office.draft(office.partner()),
    "a draft of the head": lambda office: office.in_review(office.draft(office.partner(), portal=office.head)),
    "an agreement that legal reads": lambda office: office.in_review(
        office.draft(office.partner()), "faculty", "department"
    ),
    "an approved agreement": lambda office: office.approved(office.partner()),
    "an agreement in force": lambda office: office.signed(office.partner()),
    "a letter": lambda office: office.letter(),
    "a letter that somebody sees to": lambda office: office.letter(assignee="officer-2"),
    "a nominee": lambda office: office.nominated(office.signed(office.partner())),
    "a student abroad": lambda office: office.arrived(office.nominated(office.signed(office.partner()))),
    "a person": lambda office: office.person(),
    "a request to come": lambda office: office.visit(),
    "a visit in planning": lambda office: office.planned(office.visit()),
    "a delegation that is here": lambda office: office.begun(office.planned(office.visit(in_days=1))),
    "an event that is announced": lambda office: a_conference(office, announced=True),
    "a registration": registered,
    "a trip that is asked for": asked_for,
    "an application": lambda office: goes(office, admission_of(office), until="RecordPortalApplication"),
    "a student who has come": lambda office: goes(office, admission_of(office), until="RecordStudentArrival"),
    "an opportunity that is written down": lambda office: office.offered(),
    "an opportunity that everybody reads": lambda office: office.published(),
    "an application to an opportunity": applied,
    "an appointment": appointment,
    "a kept text": kept,
    "a frequent question": frequent,
    "an enquiry that came in": asked,
    "an enquiry that was answered": answered,
    "a committee": convened,
    "a deputyship": lambda office: absence(office, a_head(office)),
    "a proposal": proposed,
    "a proposal of an officer": lambda office: proposed(office, "officer"),
    "a proposal that is weighed": weighed,
    "a proposal that was accepted": accepted,
    "a commitment": lambda office: office.promised(),
    "a template of reports": report_template,
    "a report that units write": requested,
    "a report that is put together": consolidated,
    "a unit's part that is asked for": lambda office: part_of(office, requested(office)),
    "a unit's part that was handed in": handed_in,
}
histories = pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)

FORMS: dict[str, History] = {"ChangeTrip": lambda office: {"legs": office.journey({"id": ""})["legs"]}}
"""What a form checks beyond its schema: a way there leads back."""
NAMED: dict[str, History] = {
    "MergeOrganisation": lambda office: {"into": office.partner()["id"]},
    "MergeProposal": lambda office: {"into": proposed(office)["id"]},
}
"""Another thing that a command names, which has to be there."""


def everybody(office: Office) -> Iterator[tuple[str, Portal]]:
    """Everybody who may come to the portal."""
    for role in ("officer", "head", "legal", "rectorate", "auditor", None):
        yield role or "somebody", office.as_role(role)
    for unit in (PHILOLOGY, HISTORY):
        yield f"coordinator of {unit}", office.coordinator(unit)
    yield "student", office.as_role("student", person_id="00000000-0000-7000-8000-000000000001")


class Seen(NamedTuple):
    """What a caller sees of a thing; nothing of what may not be read."""

    version: int
    buttons: set[str]
    closed: dict[str, str]
    tasks: set[str]


def seen(portal: Portal, thing: Thing) -> Seen:
    """The thing's version, the buttons that this caller sees, those that are closed, and what waits for the caller."""
    told = portal.asks(ACTIONS, id=thing["id"])
    node = told["node"] or {"version": 0, "availableActions": (), "closedActions": ()}
    waiting = told["viewer"]["tasks"]["nodes"] if told["viewer"] else ()
    return Seen(
        node["version"],
        set(map(command_of, node["availableActions"])),
        {command_of(each["action"]): each["code"] for each in node["closedActions"]},
        {command_of(name) for each in waiting if each["thingId"] == thing["id"] for name in each["what"]},
    )


def command_of(action: str) -> str:
    """`signAgreement` is `SignAgreement`."""
    return action[0].upper() + action[1:]


def offered(portal: Portal, thing: Thing) -> set[str]:
    """The buttons that this caller sees."""
    return seen(portal, thing).buttons


def said(office: Office, command: str, who: str) -> dict[str, Any]:
    """The least that somebody says with a command, in the name of the own office."""
    given = {**least(command), **(FORMS[command](office) if command in FORMS else {})}
    return {**given, "step": STEPS.get(who, "faculty")} if "step" in given else given


def changes(thing: Thing) -> list[str]:
    """Every command that changes things of this kind."""
    return [
        name for name, each in commands().items() if each.type == thing["__typename"] and "id" in each.input["required"]
    ]


@histories
def test_owners_accept_what_is_offered_and_refuse_the_rest_as_is_said_and_tasks_are_offered(
    office: Office, history: History
) -> None:
    thing = history(office)
    wrong: list[str] = []

    for who, portal in everybody(office):
        version, buttons, closed, tasks = seen(portal, thing)
        wrong += [f"{who}: {command} waits, and is not offered" for command in tasks - buttons]
        for command in changes(thing):
            held = {"seen": version + 1_000} if command in buttons else {}
            code = portal.refuses(command, id=thing["id"], **held, **said(office, command, who))
            expected = {"stale-version"} if held else {closed[command]} if command in closed else CLOSED
            if code not in expected:
                wrong.append(
                    f"{who}: {command} {'offered' if held else closed.get(command, 'not offered')}, but {code}"
                )

    assert wrong == []


@histories
def test_what_is_offered_can_be_done(office: Office, history: History) -> None:
    thing = history(office)
    tried: list[str] = []
    wrong: list[str] = []

    for portal in (office.head, office.officer) * 2:
        while waiting := sorted(offered(portal, thing) - set(tried), key=lambda name: (name.startswith(ENDINGS), name)):
            tried.append(waiting[0])
            try:
                named = NAMED[waiting[0]](office) if waiting[0] in NAMED else {}
                portal.does(waiting[0], id=thing["id"], **{**said(office, waiting[0], ""), **named})
            except Refused as refused:
                if refused.code in CLOSED | {"invalid-input"}:
                    wrong.append(f"{waiting[0]}: {refused}")

    assert tried
    assert wrong == []
