"""The buttons that a portal shows are right: what is offered can be done, and what is not offered is refused."""

from collections.abc import Callable, Iterator

import pytest

from korpu_local.portal import Portal, Refused, commands
from tests.journeys.inputs import least
from tests.journeys.office import HISTORY, PHILOLOGY, Office, Thing

pytestmark = pytest.mark.journey

ACTIONS = "query($id: ID!) { node(id: $id) { version availableActions } }"
CLOSED = frozenset(
    {
        "forbidden",
        "not-found",
        "unauthenticated",
        "wrong-status",
        "agreement-approver-is-author",
        "visit-approver-is-author",
        "action-point-verifier-is-doer",
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

History = Callable[[Office], Thing]
HISTORIES: dict[str, History] = {
    "a prospect": lambda office: office.partner(active=False),
    "an active partner": lambda office: office.partner(),
    "a draft": lambda office: office.draft(office.partner()),
    "a draft of the head": lambda office: office.in_review(office.draft(office.partner(), portal=office.head)),
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
    "a commitment": lambda office: office.promised(),
}
histories = pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)


def everybody(office: Office) -> Iterator[tuple[str, Portal]]:
    """Everybody who may come to the portal."""
    for role in ("officer", "head", "rectorate", "auditor", None):
        yield role or "somebody", office.as_role(role)
    for unit in (PHILOLOGY, HISTORY):
        yield f"coordinator of {unit}", office.coordinator(unit)
    yield "student", office.as_role("student", person_id="00000000-0000-7000-8000-000000000001")


def offered(portal: Portal, thing: Thing) -> tuple[int, set[str]]:
    """The thing's version and the buttons that this caller sees; none on what may not be read."""
    node = portal.asks(ACTIONS, id=thing["id"])["node"] or {"version": 0, "availableActions": ()}
    return node["version"], {name[0].upper() + name[1:] for name in node["availableActions"]}


def changes(thing: Thing) -> list[str]:
    """Every command that changes things of this kind."""
    return [
        name for name, each in commands().items() if each.type == thing["__typename"] and "id" in each.input["required"]
    ]


@histories
def test_what_is_not_offered_is_refused_and_what_is_offered_is_open_to_the_caller(
    office: Office, history: History
) -> None:
    thing = history(office)
    wrong: list[str] = []

    for who, portal in everybody(office):
        version, buttons = offered(portal, thing)
        for command in changes(thing):
            seen = version + 1 if command in buttons else None
            code = portal.refuses(command, id=thing["id"], seen=seen, **least(command))
            if (code == "stale-version") != (command in buttons) or code not in CLOSED | {"stale-version"}:
                wrong.append(f"{who}: {command} {'offered' if seen else 'not offered'}, but {code}")

    assert wrong == []


@histories
def test_what_is_offered_can_be_done(office: Office, history: History) -> None:
    thing = history(office)
    tried: list[str] = []
    wrong: list[str] = []

    for portal in (office.head, office.officer) * 2:
        while waiting := sorted(
            offered(portal, thing)[1] - set(tried), key=lambda name: (name.startswith(ENDINGS), name)
        ):
            tried.append(waiting[0])
            try:
                portal.does(waiting[0], id=thing["id"], **least(waiting[0]))
            except Refused as refused:
                if refused.code in CLOSED | {"invalid-input"}:
                    wrong.append(f"{waiting[0]}: {refused}")

    assert tried
    assert wrong == []
