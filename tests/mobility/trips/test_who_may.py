"""Who may plan, read and decide on which trips, and what is told to whom."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.mobility.test_erasing import everything_kept
from tests.mobility.trips.conftest import ORDER, Trips, themselves, way

OWN, OTHER = {"units": ["philology"]}, {"units": ["physics"]}
CONTACT = {"name": "Səbinə Quliyeva", "phone": "+994502223344", "relation": "sister"}
INSURANCE = {"company": "PAŞA Sığorta", "number": "T-4711", "valid_to": "2026-12-11"}
SECRETS = ("Səbinə", "2223344", "sister", "PAŞA", "T-4711")


async def with_secrets(office: Trips, person: str) -> Any:
    """A trip of which all that is personal is known, and which was returned for a reason."""
    trip = await office.submitted(person)
    await office.does("officer", "NameEmergencyContact", id=trip["id"], contact=CONTACT)
    await office.does("officer", "RecordTripInsurance", id=trip["id"], insurance=INSURANCE)
    return await office.does("head", "ReturnTrip", id=trip["id"], reason="Rəşad has to see a doctor first")


@pytest.mark.parametrize(
    ("role", "status"),
    [("officer", 200), ("head", 200), ("auditor", 200), ("rectorate", 200), ("finance", 200),
     ("legal", 404), ("student", 404), ("staff", 404), (None, 401)],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/trip/{}", "/trip/{}/audit"])
async def test_a_trip_is_read_by_those_who_work_with_it(
    office: Trips, path: str, role: str | None, status: int
) -> None:
    trip = await office.trip()

    assert (await office.asks(role, "GET", path.format(trip["id"]))).status_code == status


async def test_who_travels_reads_the_own_trip_and_nobody_elses(office: Trips) -> None:
    traveller, companion = await office.lecturer(), await office.lecturer()
    trip = await office.trip(traveller, companion_ids=[companion])

    answers = [
        (await office.asks("staff", "GET", f"/trip/{trip['id']}", person_id=who)).status_code
        for who in (UUID(traveller), UUID(companion), uuid4())
    ]

    assert answers == [200, 200, 404]


async def test_a_lecturer_plans_the_own_trip_and_nobody_elses(office: Trips) -> None:
    lecturer, colleague = await office.lecturer(), await office.lecturer()
    draft = "staff", "DraftTrip"

    trip = await office.does(*draft, by=themselves(lecturer), **office.plan(lecturer))
    code = await office.refuses(*draft, by=themselves(lecturer), **office.plan(colleague))
    await office.does("staff", "ChangeTrip", by=themselves(lecturer), id=trip["id"], purpose="Two lectures")
    done = await office.does("staff", "SubmitTrip", by=themselves(lecturer), id=trip["id"])

    assert (code, done["status"], done["state"]["unit"]) == ("forbidden", "submitted", "philology")
    assert await office.refuses("staff", "ApproveTrip", by=themselves(lecturer), id=trip["id"], **ORDER) == "forbidden"


async def test_a_coordinator_plans_for_the_own_unit_and_sees_no_other(office: Trips) -> None:
    ours, theirs = await office.lecturer(), await office.lecturer(unit="physics")
    draft = "faculty_coordinator", "DraftTrip"
    foreign = await office.trip(theirs)

    done = await office.does(*draft, by=OWN, **office.plan(ours, unit="philology"))
    codes = [
        await office.refuses(*draft, by=OWN, **office.plan(ours)),
        await office.refuses(*draft, by=OWN, **office.plan(theirs, unit="physics")),
        await office.refuses(*draft, by=OWN, **office.plan(theirs, unit="philology")),
        await office.refuses("faculty_coordinator", "SubmitTrip", by=OWN, id=foreign["id"]),
        await office.refuses("faculty_coordinator", "SubmitTrip", by=OTHER, id=done["id"]),
    ]
    seen = await office.asks("faculty_coordinator", "GET", f"/trip/{foreign['id']}", **OWN)

    assert codes == ["forbidden", "forbidden", "not-found", "not-found", "not-found"]
    assert (done["state"]["unit"], seen.status_code) == ("philology", 404)


async def test_what_is_personal_is_told_to_those_alone_who_need_it(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await with_secrets(office, lecturer)
    fields = ("reason", "insurance", "emergency_contact")

    told = {
        role: sorted(name for each in await office.told(role, trip, *fields, **who) for name in each)
        for role, who in {
            "officer": {},
            "head": {},
            "auditor": {},
            "rectorate": {},
            "finance": {},
            "faculty_coordinator": OWN,
            "staff": themselves(lecturer),
            "student": {},
        }.items()
    }

    everything = sorted(fields)
    assert told == {
        "officer": everything,
        "head": everything,
        "auditor": ["insurance", "reason"],
        "rectorate": ["reason"],
        "finance": [],
        "faculty_coordinator": ["reason"],
        "staff": everything,
        "student": [],
    }
    assert await office.told("officer", trip, "emergency_contact") == [{"emergency_contact": CONTACT}]


async def test_each_look_is_written_down_under_the_traveller(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await with_secrets(office, lecturer)

    await office.told("auditor", trip, "insurance", "emergency_contact")
    await office.told("finance", trip, "insurance")

    looks = (await office.asks("head", "GET", f"/person/{lecturer}/access-log")).json()
    assert [(each["subject"], each["fields"], each["purpose"]) for each in looks] == [
        ("auditor-1", ["insurance"], "Order")
    ]


async def test_nothing_personal_is_on_the_topic_or_in_the_audits_changes(office: Trips) -> None:
    trip = await with_secrets(office, await office.lecturer())

    said = f"{await office.messages_about(trip['id'])}"
    changes = f"{[each['changes'] for each in await office.audit_of(trip['id'])]}"

    assert "insured_until" in said
    assert [secret for secret in (*SECRETS, "doctor") if secret in said + changes] == []


async def test_a_purpose_that_names_somebodys_number_is_refused(office: Trips) -> None:
    plan = office.plan(await office.lecturer(), purpose="Call +994 50 222 33 44")

    assert await office.refuses("officer", "DraftTrip", **plan) == "invalid-input"


async def test_an_erased_traveller_is_gone_from_the_trip_and_the_statistics_stand(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await with_secrets(office, lecturer)
    await office.told("officer", trip, "emergency_contact")
    assert [secret for secret in (*SECRETS, "doctor") if secret in await everything_kept(office)] != []

    await office.does("officer", "ErasePerson", id=lecturer, basis="own_request")

    kept = await everything_kept(office)
    assert [secret for secret in (*SECRETS, "doctor") if secret in kept] == []
    shown = await office.shown(trip)
    assert (shown["status"], shown["cause"], shown["person_id"]) == ("cancelled", "erased", lecturer)


async def test_contacts_are_forgotten_a_month_after_the_trip(office: Trips) -> None:
    trip = await with_secrets(office, await office.lecturer())

    await office.waits_until(office.clock.now().replace(year=2027, month=1, day=10))
    before = await office.told("officer", trip, "emergency_contact")
    await office.waits_until(office.clock.now().replace(year=2027, month=1, day=11))

    assert before == [{"emergency_contact": CONTACT}]
    assert await office.told("officer", trip, "insurance", "emergency_contact") == [
        {"insurance": None, "emergency_contact": None}
    ]
    assert (await office.said_about(trip["id"]))[-1] == "forgotten"


async def test_one_who_travelled_is_known_five_years_from_then(office: Trips) -> None:
    lecturer, companion = await office.lecturer(), await office.lecturer()
    await office.trip(lecturer, companion_ids=[companion], legs=way("2027-12-01", "2027-12-10"))

    await office.waits_until(office.clock.now().replace(year=2032, month=6))

    assert [await office.said_about(each) for each in (lecturer, companion)] == [["registered", "kept"]] * 2


async def test_the_books_tell_who_changed_what(office: Trips) -> None:
    trip = await office.approved()

    rows = await office.audit_of(trip["id"])

    assert [(each["command"], each["subject"]) for each in rows] == [
        ("DraftTrip", "officer-1"),
        ("SubmitTrip", "officer-1"),
        ("ApproveTrip", "head-1"),
    ]
    assert rows[-1]["changes"]["status"] == ["submitted", "approved"]
    assert (await looks_logged(office)) == 0


async def looks_logged(office: Trips) -> int:
    """How many looks at persons were logged: planning a trip is none."""
    async with office.database.transaction() as session:
        return len((await session.execute(select(store.read_log))).all())
