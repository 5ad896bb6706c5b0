"""Who comes and who receives them: ids and counts outside, names and passports inside."""

from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from sqlalchemy import select

from korpu_chassis.persistence import store
from korpu_chassis.validation.codes import Personal
from korpu_events.app import service
from korpu_events.resources.tables import Resource
from korpu_events.visits.guests import MemberDocument, VisitMember
from tests.events.delegations import DEAN, INTERPRETER, RECTOR, a_visit, an_item, booked, local, people, with_members
from tests.office import Office

PASSPORT: dict[str, Any] = {
    "number": "C01X00T47",
    "country": "DE",
    "expires": "2030-01-01",
    "born_on": "1970-05-04",
    "needs": "No nuts",
}


async def read(office: Office, role: str | None, ids: list[str], *fields: str, **about: Any) -> Any:
    body = {"ids": ids, "fields": fields or ["name"], "purpose": "security pass"}
    return await office.asks(role, "POST", "/visit-members/read", json=body, **about)


def ids_of(visit: Any) -> list[str]:
    return [each["id"] for each in visit["state"]["members"]]


async def test_two_of_twelve_replaced_the_day_before_are_told_as_a_difference_without_names(office: Office) -> None:
    visit = await with_members(office, await a_visit(office, "confirmed"), 12)
    leaving = ids_of(visit)[10:]
    office.clock.move_to(local("2026-10-04T12:00"))

    after = await office.does(
        "officer", "ChangeMembers", id=visit["id"], remove=leaving, add=[{"name": "Ilse Kurz"}, {"name": "Omar Sy"}]
    )

    told = (await office.messages_about(visit["id"]))[-1]
    assert told["type"] == "az.edu.gdu.events.visit.members_changed.v1"
    assert told["change"] == {"added": ids_of(after)[10:], "removed": leaving, "member_count": 12}
    assert "Kurz" not in orjson.dumps(told).decode()


async def test_no_personal_value_of_a_delegation_is_ever_said(office: Office) -> None:
    visit = await with_members(office, await a_visit(office, "planning"), 2)
    member = ids_of(visit)[0]
    await office.does("officer", "RecordPassport", id=visit["id"], member_id=member, **PASSPORT)
    full = {"name": "Anna Öz", "native_name": "Анна", "position": "Prorektorin", "phone": "+49 7531 880"}
    await office.does("officer", "CorrectMember", id=visit["id"], member_id=member, particulars=full)

    said = orjson.dumps(await office.messages_about(visit["id"])).decode()
    told = str(await office.audit_of(visit["id"]))

    secrets = ["Weiß", "Öz", "Анна", "Prorektorin", "+497531880", "C01X00T47", "nuts", "1970-05-04", "uni-konstanz"]
    assert [secret for secret in secrets if secret in said + told] == []


def test_every_field_of_the_tables_of_people_is_classed_and_none_is_in_a_public_state() -> None:
    known = {"id", "visit_id"}
    personal = {name for table in (VisitMember, MemberDocument) for name in table.model_fields} - known
    unclassed = {
        name
        for table in (VisitMember, MemberDocument)
        for name, field in table.model_fields.items()
        if name not in known and Personal not in field.metadata
    }

    published = {
        name for each in service.definitions if each.table is not Resource for name in each.state.model_fields
    }  # a room or a car has a name, and is nobody

    assert unclassed == set()
    assert published & personal == set()


async def test_removed_members_are_forgotten_with_their_passports(office: Office) -> None:
    visit = await with_members(office, await a_visit(office), 1)
    await office.does("officer", "RecordPassport", id=visit["id"], member_id=ids_of(visit)[0], **PASSPORT)

    await office.does("officer", "ChangeMembers", id=visit["id"], remove=ids_of(visit))

    async with office.database.transaction() as session:
        left = [*await session.scalars(select(VisitMember)), *await session.scalars(select(MemberDocument))]
    assert left == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "visit-members-unchanged"),
        ({"remove": [uuid4()]}, "visit-member-unknown"),
        ({"add": [{"name": "A", "head": True}]}, "visit-second-head"),
        ({"add": [*people(299)[1:], {"name": "B"}]}, "visit-too-many-members"),
        ({"add": [{"name": " "}]}, "invalid-input"),
        ({"add": [{"name": "A", "email": "nobody"}]}, "invalid-input"),
    ],
)
async def test_a_member_list_that_breaks_a_rule_is_refused_and_nothing_changes(
    office: Office, change: dict[str, Any], code: str
) -> None:
    visit = await with_members(office, await a_visit(office, "requested"), 2)

    assert await office.refuses("officer", "ChangeMembers", id=visit["id"], **change) == code
    assert await office.said_about(visit["id"]) == ["requested", "members_changed"]


async def test_a_member_of_another_visit_cannot_be_removed_or_corrected_here(office: Office) -> None:
    here, there = [await with_members(office, await a_visit(office), 1) for _ in range(2)]
    given: dict[str, Any] = {"id": here["id"], "member_id": ids_of(there)[0]}

    removed = await office.refuses("officer", "ChangeMembers", id=here["id"], remove=ids_of(there))
    corrected = await office.refuses("officer", "CorrectMember", **given, particulars={"name": "X"})
    documented = await office.refuses("officer", "RecordPassport", **given, **PASSPORT)

    assert {removed, corrected, documented} == {"visit-member-unknown"}
    assert (await read(office, "officer", ids_of(there))).json()["members"][0]["name"] == "Jörg Weiß 0"


async def test_no_member_is_born_after_today(office: Office) -> None:
    visit = await with_members(office, await a_visit(office), 1)
    given: dict[str, Any] = {"id": visit["id"], "member_id": ids_of(visit)[0], **PASSPORT, "born_on": "2099-01-01"}

    assert await office.refuses("officer", "RecordPassport", **given) == "visit-member-born-in-the-future"


async def test_a_passport_that_ends_before_the_visit_is_warned_of(office: Office) -> None:
    visit = await with_members(office, await a_visit(office), 1)
    given: dict[str, Any] = {**PASSPORT, "expires": "2026-10-06"}

    after = await office.does("officer", "RecordPassport", id=visit["id"], member_id=ids_of(visit)[0], **given)

    assert [each["code"] for each in after["warnings"]] == ["visit-passport-expires"]


async def test_members_are_read_in_one_batch_and_every_look_is_written_down(office: Office) -> None:
    visit = await with_members(office, await a_visit(office), 3)
    await office.does("officer", "RecordPassport", id=visit["id"], member_id=ids_of(visit)[0], **PASSPORT)

    answer = await read(office, "officer", ids_of(visit), "name", "passport_number")

    found = answer.json()["members"]
    assert [each["name"] for each in found] == ["Jörg Weiß 0", "Jörg Weiß 1", "Jörg Weiß 2"]
    assert found[0]["passport_number"] == "C01X00T47"
    async with office.database.transaction() as session:
        looks = (await session.execute(select(store.read_log))).mappings().all()
    assert {each["about"] for each in looks} == {UUID(each) for each in ids_of(visit)}
    assert {(each["subject"], each["purpose"], *each["fields"]) for each in looks} == {
        ("officer-1", "security pass", "name", "passport_number")
    }


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        ("officer", {"name", "passport_number"}),
        ("head", {"name", "passport_number"}),
        ("auditor", {"name", "passport_number"}),
        ("rectorate", {"name"}),
        ("faculty_coordinator", set()),
        ("finance", set()),
        ("staff", set()),
        ("student", set()),
    ],
)
async def test_who_reads_what_of_a_member(office: Office, role: str, sees: set[str]) -> None:
    visit = await with_members(office, await a_visit(office, unit="philology"), 1)
    await office.does("officer", "RecordPassport", id=visit["id"], member_id=ids_of(visit)[0], **PASSPORT)

    answer = await read(office, role, ids_of(visit), "name", "passport_number")

    assert answer.status_code == 200
    assert {name for each in answer.json()["members"] for name in each} - {"id", "visit_id"} == sees


async def test_a_coordinator_reads_the_names_of_the_own_units_guests_alone(office: Office) -> None:
    own, foreign = [
        await with_members(office, await a_visit(office, unit=unit), 1) for unit in ("philology", "physics")
    ]

    answer = await read(office, "faculty_coordinator", [*ids_of(own), *ids_of(foreign)], units=("philology",))

    assert [each["id"] for each in answer.json()["members"]] == ids_of(own)


async def test_nobody_reads_members_without_a_token(office: Office) -> None:
    assert (await read(office, None, [str(uuid4())])).status_code == 401


async def test_passports_go_after_a_month_and_names_after_three_years_and_the_count_stays(office: Office) -> None:
    visit = await with_members(office, await a_visit(office, "in_progress"), 2)
    await office.does("officer", "RecordPassport", id=visit["id"], member_id=ids_of(visit)[0], **PASSPORT)
    await office.does("officer", "CompleteVisit", id=visit["id"])
    await office.does("officer", "ReportVisit", id=visit["id"], report={"en": "Done."})

    await office.waits_until(local("2026-11-07T12:00"))
    month = (await read(office, "officer", ids_of(visit), "name", "passport_number")).json()["members"]
    await office.waits_until(local("2029-10-07T12:00"))
    years = (await read(office, "officer", ids_of(visit))).json()["members"]

    assert [set(each) for each in month] == [{"id", "visit_id", "name"}] * 2
    assert years == []
    state = (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()
    assert state["member_count"] == 2
    said = await office.said_about(visit["id"])
    assert (said.count("personal_data_purged"), said[-1]) == (2, "personal_data_purged")


async def test_hosts_are_told_as_a_difference_and_protocol_warns_of_too_low_a_host(office: Office) -> None:
    visit = await a_visit(office)
    rector, dean = {"person_id": RECTOR, "rank": "rector"}, {"person_id": DEAN, "rank": "dean"}

    first = await office.does("officer", "NameHosts", id=visit["id"], hosts=[rector], escort=[DEAN])
    second = await office.does("officer", "NameHosts", id=visit["id"], hosts=[dean])

    assert first["warnings"] == []
    assert [each["code"] for each in second["warnings"]] == ["visit-host-below-protocol"]
    change = (await office.messages_about(visit["id"]))[-1]["change"]
    assert change == {"added": [], "removed": [str(RECTOR)]}


async def test_an_interpreter_works_between_two_languages(office: Office) -> None:
    visit = await a_visit(office)
    same = [{"person_id": INTERPRETER, "from_language": "de", "to_language": "de"}]

    assert await office.refuses("officer", "NameHosts", id=visit["id"], interpreters=same) == (
        "visit-interpreter-same-language"
    )


async def test_an_interpreter_whom_the_programme_needs_cannot_be_released(office: Office) -> None:
    visit = await a_visit(office)
    pair = [{"person_id": INTERPRETER, "from_language": "de", "to_language": "az"}]
    item = an_item(interpreters=[INTERPRETER])

    before = await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **item)
    await office.does("officer", "NameHosts", id=visit["id"], interpreters=pair)
    await booked(office, visit, interpreters=[INTERPRETER])
    after = await office.refuses("officer", "NameHosts", id=visit["id"])

    assert (before, after) == ("programme-interpreter-not-of-visit", "programme-interpreter-still-needed")


async def test_an_invitation_letter_has_one_number_and_known_guests(office: Office) -> None:
    visit = await with_members(office, await a_visit(office), 1)
    letter = {"id": visit["id"], "number": "D-12", "on": "2026-09-08", "member_ids": ids_of(visit)}

    issued = await office.does("officer", "IssueInvitation", **letter)

    assert issued["status"] == "planning"
    assert await office.refuses("officer", "IssueInvitation", **letter) == "visit-invitation-number-taken"
    unknown = {**letter, "number": "D-13", "member_ids": [uuid4()]}
    assert await office.refuses("officer", "IssueInvitation", **unknown) == "visit-member-unknown"
