"""Everything tells its story: who did what and when, in order, and across the services as one."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import uuid4

import httpx
import pytest

from korpu_gateway.types import KINDS
from korpu_local.portal import commands
from tests.journeys.absences import absence
from tests.journeys.admissions import admission_of
from tests.journeys.applicants import applied, convened
from tests.journeys.causes import CONTINUED, PARENTS, came, causes
from tests.journeys.conferences import a_conference, registered
from tests.journeys.office import Office, Thing
from tests.journeys.papers import certificate, programme
from tests.journeys.patience import eventually
from tests.journeys.proposing import proposed
from tests.journeys.questions import appointment, asked, frequent, kept
from tests.journeys.reporting import handed_in, report_template, requested
from tests.journeys.texts import book, planned

pytestmark = pytest.mark.journey

STORY = "query($of: ID!) { story(of: $of) { at fact version nodeId actor correlationId } }"
CAUSES = list(causes())


def paper(office: Office) -> Thing:
    """A letter on paper."""
    letter = office.letter(direction="outgoing")
    words: Thing = {"body": {"az": "Sizi dəvət edirik."}, "languages": ["az"]}
    return office.officer.does("MakeLetterPaper", letter_id=letter["id"], **words)


def old_register(office: Office) -> Thing:
    """An old register of partners that was sent."""
    url, token = office.entrance("officer")
    file_id = str(uuid4())
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"}) as client:
        content = f"name;country\n{office.named('Universitet')};DE\n".encode()
        client.put(f"/partners/imports/files/{file_id}/0", content=content).raise_for_status()
    given: Thing = {"kind": "organisations", "file": "old.csv", "file_id": file_id, "pieces": 1}
    return office.officer.does("BeginImport", **given)


REASON = {"reason": "It was a mistake"}
DONE: Mapping[str, tuple[Callable[[Office], Thing], str, Thing]] = {
    "action_point": (lambda office: office.promised(), "ChangeActionPoint", {"priority": "high", **REASON}),
    "admission": (admission_of, "CancelAdmission", {"cause": "own_wish", **REASON}),
    "agreement": (lambda office: office.draft(office.partner()), "AbandonAgreement", REASON),
    "advice_slot": (appointment, "CancelAdviceSlot", REASON),
    "answer_template": (kept, "RetireAnswerTemplate", {}),
    "frequent_answer": (frequent, "WithdrawFrequentAnswer", REASON),
    "deputyship": (absence, "EndDeputyship", REASON),
    "enquiry": (asked, "CloseEnquiry", {"cause": "not_ours", **REASON}),
    "event": (a_conference, "CancelEvent", REASON),
    "application": (applied, "WithdrawApplication", REASON),
    "joint_project": (planned, "CorrectProject", {"summary": {"az": "Birlikdə"}}),
    "learning_agreement": (
        lambda office: office.studies(office.nominated(office.signed(office.partner()))),
        "WithdrawLearningAgreement",
        REASON,
    ),
    "letter": (lambda office: office.letter(), "AnnulLetter", REASON),
    "event_paper": (programme, "RevokeEventPaper", REASON),
    "mobility": (
        lambda office: office.nominated(office.signed(office.partner())),
        "CancelMobility",
        {"cause": "own_wish", **REASON},
    ),
    "mobility_paper": (certificate, "RevokeMobilityPaper", REASON),
    "opportunity": (lambda office: office.offered(), "ArchiveOpportunity", REASON),
    "organisation": (lambda office: office.partner(), "SuspendOrganisation", REASON),
    "paper": (paper, "RevokePaper", REASON),
    "person": (lambda office: office.person(), "CorrectPerson", {"unit": "history"}),
    "proposal": (lambda office: proposed(office, "officer"), "TriageProposal", {"theme": "services"}),
    "publication": (book, "WithdrawPublication", REASON),
    "registration": (registered, "CancelRegistration", {}),
    "register_import": (old_register, "DropImport", REASON),
    "report": (requested, "WithdrawReport", REASON),
    "report_template": (report_template, "RetireReportTemplate", REASON),
    "unit_report": (handed_in, "ReturnUnitReport", REASON),
    "resource": (
        lambda office: office.officer.does("AddResource", kind="room", name=office.named("Zal")),
        "RetireResource",
        REASON,
    ),
    "selection": (convened, "SetSelectionSeats", {"seats": []}),
    "trip": (
        lambda office: office.trip(office.person(kind="staff")),
        "CancelTrip",
        {"cause": "own_wish", **REASON},
    ),
    "visit": (lambda office: office.visit(office.partner()), "CancelVisit", REASON),
}
"""How the officer makes a thing of each kind, and what the head then does with it."""
MADE_BY_THE_HEAD = frozenset({"deputyship"})


def story(office: Office, of: Thing) -> list[Thing]:
    """The story of a thing as the officer reads it."""
    told: list[Thing] = office.officer.asks(STORY, of=of["id"])["story"]
    return told


def moments(told: list[Thing]) -> list[datetime]:
    return [datetime.fromisoformat(each["at"]) for each in told]


def test_every_kind_has_a_story_here() -> None:
    assert DONE.keys() == KINDS.keys()
    assert {kind for _, _, kind in CAUSES} == PARENTS.keys()


@pytest.mark.parametrize("kind", DONE)
def test_a_thing_tells_who_did_what_with_it_and_when(office: Office, kind: str) -> None:
    make, command, given = DONE[kind]
    thing = make(office)

    office.head.does(command, id=thing["id"], **given)
    told = [each for each in story(office, thing) if each["nodeId"] == thing["id"]]

    maker = "demo-head" if kind in MADE_BY_THE_HEAD else "demo-officer"
    assert (told[0]["actor"], told[-1]["actor"]) == (maker, "demo-head")
    assert told[-1]["fact"] in commands()[command].says
    assert [each["version"] for each in told] == list(range(1, len(told) + 1))
    assert moments(told) == sorted(moments(told))
    assert len({each["correlationId"] for each in told}) == 1


@pytest.mark.parametrize(("command", "field", "kind"), CAUSES)
def test_what_comes_out_of_a_thing_goes_on_with_its_story(office: Office, command: str, field: str, kind: str) -> None:
    parent, child = came(office, command, field, kind)

    from_the_end = eventually(lambda: story(office, child), lambda told: told == story(office, parent))

    told = [each["nodeId"] for each in from_the_end]
    first = CONTINUED.get(kind)
    assert told[0].startswith(f"{first}:") if first else told[0] == parent["id"]
    assert told.index(parent["id"]) < told.index(child["id"])
    [made, *_] = [each for each in from_the_end if each["nodeId"] == child["id"]]
    assert made["fact"] in commands()[command].says
    assert made["actor"] == "demo-head"
    assert moments(from_the_end) == sorted(moments(from_the_end))
    assert len({each["correlationId"] for each in from_the_end}) == 1
