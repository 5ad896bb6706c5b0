"""Who reads and does what: nothing of what may not be read is shown, counted or hinted at."""

from typing import Any
from uuid import UUID

import pytest

from korpu_chassis.identity.access_tokens import Principal
from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.shelves import State
from tests.gateway.writings import example

PHILOLOGY = Principal("coordinator-a", frozenset({"faculty_coordinator"}), frozenset({"philology"}))
PHYSICS = Principal("coordinator-b", frozenset({"faculty_coordinator"}), frozenset({"physics"}))
HEAD = Principal("head-1", frozenset({"head"}))
AUDITOR = Principal("auditor-1", frozenset({"auditor"}))


def student(person: State) -> Principal:
    return Principal("student-1", frozenset({"student"}), person_id=UUID(person["id"]))


async def furnished(gateway: Gateway) -> dict[str, State]:
    library = gateway.library
    person, other = library.person(unit="philology"), library.person(unit="physics")
    organisation = library.organisation(status="active")
    public = library.agreement(organisation, status="in_force", unit="philology", ball_with="partner")
    draft = library.agreement(organisation, status="draft", unit="philology", author="officer-1")
    stay = library.mobility(public, person, unit="philology", status="nominated")
    await gateway.hears("person", person, other)
    await gateway.hears("organisation", organisation)
    await gateway.hears("agreement", public, draft)
    await gateway.hears("mobility", stay)
    return {"person": person, "other": other, "public": public, "draft": draft, "stay": stay}


async def codes(gateway: Gateway, kind: str, who: Principal) -> set[str]:
    found = (await gateway.asks(f"{{{kind} {{totalCount nodes {{code}}}}}}", who))[kind]
    assert found["totalCount"] == len(found["nodes"])
    return {each["code"] for each in found["nodes"]}


async def test_a_coordinator_reads_applicants_of_the_own_faculty_and_public_agreements_of_all(gateway: Gateway) -> None:
    made = await furnished(gateway)

    assert await codes(gateway, "mobilities", PHILOLOGY) == {made["stay"]["code"]}
    assert await codes(gateway, "mobilities", PHYSICS) == set()
    assert await codes(gateway, "agreements", PHILOLOGY) == {made["public"]["code"], made["draft"]["code"]}
    assert await codes(gateway, "agreements", PHYSICS) == {made["public"]["code"]}


async def test_everybody_reads_what_the_office_publishes_and_nothing_else(gateway: Gateway) -> None:
    made = await furnished(gateway)

    assert await codes(gateway, "agreements", NOBODY) == {made["public"]["code"]}
    assert await codes(gateway, "mobilities", NOBODY) == set()
    assert await codes(gateway, "people", NOBODY) == set()
    assert await codes(gateway, "visits", NOBODY) == set()


async def test_a_student_reads_the_own_stay(gateway: Gateway) -> None:
    made = await furnished(gateway)

    assert await codes(gateway, "mobilities", student(made["person"])) == {made["stay"]["code"]}
    assert await codes(gateway, "mobilities", student(made["other"])) == set()
    assert await codes(gateway, "people", student(made["other"])) == {made["other"]["code"]}


async def test_what_was_published_is_everybodys_and_a_draft_the_offices_and_the_units(gateway: Gateway) -> None:
    library = gateway.library
    organisation = library.organisation()
    about = organisation, library.agreement(organisation)
    draft = library.opportunity(*about, unit="philology", status="draft", published_on=None)
    public = library.opportunity(*about, unit="physics", status="closed", published_on="2026-11-23")
    await gateway.hears("opportunity", draft, public)

    callers = (OFFICER, AUDITOR, PHILOLOGY, PHYSICS, NOBODY)
    seen = {who.subject: await codes(gateway, "opportunities", who) for who in callers}

    both, one = {draft["code"], public["code"]}, {public["code"]}
    assert seen == {
        "officer-1": both,
        "auditor-1": both,
        "coordinator-a": both,
        "coordinator-b": one,
        "anonymous": one,
    }


OPEN_TO = "query($filter: OpportunityFilter) { opportunities(filter: $filter) { nodes { code } } }"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"level": [6]}, {"asks", "open"}),
        ({"level": [8]}, {"open"}),
        ({"field": ["0231"]}, {"asks", "open"}),
        ({"field": ["0511"]}, {"open"}),
        ({"audience": ["TEACHER"]}, {"open"}),
        ({"audience": ["STUDENT"], "country": ["DE"]}, {"asks"}),
        ({"covers": ["LIVING"], "lastDayUntil": "2027-01-31"}, {"asks", "open"}),
        ({"lastDaySince": "2027-02-01"}, set()),
    ],
)
async def test_the_board_is_filtered_by_what_is_open_to_somebody(
    gateway: Gateway, given: dict[str, Any], found: set[str]
) -> None:
    library = gateway.library
    organisation = library.organisation()
    agreement = library.agreement(organisation)
    shown: dict[str, Any] = {"status": "published", "published_on": "2026-11-23"}
    nothing: dict[str, Any] = {"audience": [], "eqf": [], "isced": [], "countries": []}
    await gateway.hears(
        "opportunity",
        library.opportunity(organisation, agreement, **shown, code="asks"),
        library.opportunity(organisation, agreement, **shown, **nothing, code="open"),
    )

    told = await gateway.asks(OPEN_TO, NOBODY, filter=given)

    assert {each["code"] for each in told["opportunities"]["nodes"]} == found


async def test_a_trip_is_read_by_the_own_unit_and_by_all_who_travel(gateway: Gateway) -> None:
    library = gateway.library
    people = [library.person(unit=unit) for unit in ("philology", "physics", "physics")]
    organisation, traveller, companion, other = library.organisation(), *people
    about = organisation, library.agreement(organisation), traveller
    trip = library.trip(*about, unit="philology", companion_ids=[companion["id"]])
    await gateway.hears("person", *people)
    await gateway.hears("trip", trip)

    seen = {who.subject: await codes(gateway, "trips", who) for who in (OFFICER, AUDITOR, PHILOLOGY, PHYSICS, NOBODY)}
    own = [await codes(gateway, "trips", student(each)) for each in (traveller, companion, other)]

    code = {trip["code"]}
    assert seen == {
        "officer-1": code,
        "auditor-1": code,
        "coordinator-a": code,
        "coordinator-b": set(),
        "anonymous": set(),
    }
    assert own == [code, code, set()]


async def test_an_admission_is_read_by_the_own_unit_by_who_comes_and_by_the_migration_liaison(
    gateway: Gateway,
) -> None:
    library = gateway.library
    kofi, other = (library.person() for _ in range(2))
    organisation = library.organisation()
    admission = library.admission(organisation, library.agreement(organisation), kofi, unit="philology")
    await gateway.hears("person", kofi, other)
    await gateway.hears("admission", admission)
    liaison = Principal("liaison-1", frozenset({"migration_liaison"}))
    callers = (OFFICER, AUDITOR, liaison, PHILOLOGY, PHYSICS, NOBODY, student(kofi), student(other))

    seen = [bool(await codes(gateway, "admissions", who)) for who in callers]

    assert seen == [True, True, True, True, False, False, True, False]


async def test_the_inside_of_a_public_agreement_is_null_for_outsiders(gateway: Gateway) -> None:
    made = await furnished(gateway)
    query = "query ($id: ID!) {agreement(id: $id) {code ballWith author reviews {step}}}"

    seen = {
        who.subject: (await gateway.asks(query, who, id=f"agreement:{made['public']['id']}"))["agreement"]
        for who in (OFFICER, PHILOLOGY, PHYSICS, NOBODY)
    }

    assert [seen[each]["ballWith"] for each in seen] == ["PARTNER", "PARTNER", None, None]
    assert [seen[each]["author"] is None for each in seen] == [False, False, True, True]
    assert [seen[each]["reviews"] is None for each in seen] == [False, False, True, True]


async def test_a_filter_finds_nothing_by_what_the_caller_does_not_see(gateway: Gateway) -> None:
    library = gateway.library
    given: dict[str, Any] = {
        "voen": "1401555071",
        "risk": {"rating": "high", "until": "2027-01-01"},
        "risk_expired": False,
    }
    partner = library.organisation(status="active", **given)
    agreement = library.agreement(partner, status="in_force", unit="philology", ball_with="partner")
    told: dict[str, Any] = {"status": "active", "unit": "philology", "responsible": "officer-1", "overdue": True}
    project = library.project(partner, agreement, library.letter(partner, agreement), library.person(), **told)
    await gateway.hears("organisation", partner)
    await gateway.hears("agreement", agreement)
    await gateway.hears("joint_project", project)
    query = """{
        all: jointProjects { totalCount }
        late: jointProjects(filter: {overdue: true}) { totalCount }
        whose: jointProjects(filter: {responsible: ["officer-1"]}) { totalCount }
        move: agreements(filter: {ballWith: [PARTNER]}) { totalCount }
        tax: organisations(filter: {voen: "1401555071"}) { totalCount }
        risk: organisations(filter: {risk: [HIGH], riskExpired: false}) { totalCount }
    }"""

    found = {
        who.subject: [each["totalCount"] for each in (await gateway.asks(query, who)).values()]
        for who in (OFFICER, PHILOLOGY, PHYSICS, NOBODY)
    }

    assert list(found.values()) == [[1] * 6, [1] * 6, [1, 0, 0, 0, 1, 1], [1, 0, 0, 0, 0, 0]]


async def test_a_partner_shows_books_that_it_got_to_those_who_see_who_got_them(gateway: Gateway) -> None:
    library = gateway.library
    partner, person = library.organisation(status="active"), library.person()
    agreement = library.agreement(partner)
    project = library.project(partner, agreement, library.letter(partner, agreement), person)
    given: dict[str, Any] = {"status": "distributed", "unit": "philology"}
    book = library.publication(partner, project, person, **given)
    book["distributions"] = [{**example("publication.planned")["distributions"][0], "organisation_id": partner["id"]}]
    await gateway.hears("organisation", partner)
    await gateway.hears("publication", book)
    query = """query ($id: ID!) {
        publications { totalCount }
        organisation(id: $id) { publications { totalCount nodes { code } } }
    }"""

    found = {
        who.subject: await gateway.asks(query, who, id=f"organisation:{partner['id']}")
        for who in (OFFICER, PHILOLOGY, PHYSICS, NOBODY)
    }

    assert [each["publications"]["totalCount"] for each in found.values()] == [1] * 4
    shown = [each["organisation"]["publications"] for each in found.values()]
    assert [each["totalCount"] for each in shown] == [1, 1, 0, 0]
    assert [len(each["nodes"]) for each in shown] == [1, 1, 0, 0]


async def test_what_may_not_be_read_looks_like_what_is_not_there(gateway: Gateway) -> None:
    made = await furnished(gateway)
    query = "query ($id: ID!) {node(id: $id) {id} mobility(id: $id) {id} nodes(ids: [$id]) {id}}"
    nothing: dict[str, Any] = {"node": None, "mobility": None, "nodes": [None]}

    assert await gateway.asks(query, PHYSICS, id=f"mobility:{made['stay']['id']}") == nothing
    assert await gateway.asks(query, PHYSICS, id="mobility:00000000-0000-4000-8000-000000000000") == nothing


@pytest.mark.parametrize(
    ("who", "can", "cannot"),
    [
        (OFFICER, {"submitAgreement", "changeTerms", "abandonAgreement"}, {"approveAgreement", "waiveRule"}),
        (HEAD, {"submitAgreement", "waiveRule"}, {"approveAgreement", "terminateAgreement"}),
        (PHILOLOGY, set(), {"submitAgreement", "changeTerms"}),
        (AUDITOR, set(), {"submitAgreement", "changeTerms", "waiveRule"}),
    ],
    ids=lambda each: each.subject if isinstance(each, Principal) else "",
)
async def test_the_buttons_of_a_draft_are_those_of_whoever_looks(
    gateway: Gateway, who: Principal, can: set[str], cannot: set[str]
) -> None:
    made = await furnished(gateway)

    found = await gateway.asks(
        "query ($id: ID!) {agreement(id: $id) {availableActions}}", who, id=f"agreement:{made['draft']['id']}"
    )

    actions = set(found["agreement"]["availableActions"])
    assert can <= actions
    assert not cannot & actions


async def test_nobody_is_offered_to_approve_what_they_wrote(gateway: Gateway) -> None:
    organisation = gateway.library.organisation(status="active")
    theirs = gateway.library.agreement(organisation, status="in_review", author="head-1")
    others = gateway.library.agreement(organisation, status="in_review", author="officer-1")
    await gateway.hears("agreement", theirs, others)

    found = (await gateway.asks("{agreements {nodes {code availableActions}}}", HEAD))["agreements"]["nodes"]

    offered = {each["code"]: "approveAgreement" in each["availableActions"] for each in found}
    assert offered == {theirs["code"]: False, others["code"]: True}


async def test_a_student_is_offered_to_take_the_own_place(gateway: Gateway) -> None:
    person = gateway.library.person()
    agreement = gateway.library.agreement(gateway.library.organisation(), status="in_force")
    await gateway.hears("mobility", gateway.library.mobility(agreement, person, status="offered"))

    found = await gateway.asks("{mobilities {nodes {availableActions}}}", student(person))

    mine = found["mobilities"]["nodes"][0]["availableActions"]
    assert mine == ["arrangeMobility", "cancelMobility", "confirmPlace", "declinePlace"]
