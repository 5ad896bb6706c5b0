"""Whose people and stays one may touch: the own unit's, and what is one's own."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.mobility.conftest import Mobility

OWN = {"units": ["philology"]}
OTHER = {"units": ["physics"]}
LEAVING: dict[str, Any] = {"cause": "own_wish", "reason": "I stay with my family"}


async def test_a_coordinator_cannot_tell_another_facultys_stay_from_none(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())

    seen = await office.asks("faculty_coordinator", "GET", f"/mobility/{stay['id']}", **OWN)
    hidden = await office.asks("faculty_coordinator", "GET", f"/mobility/{stay['id']}", **OTHER)
    absent = await office.asks("faculty_coordinator", "GET", f"/mobility/{uuid4()}", **OTHER)

    assert seen.status_code == 200
    assert hidden.status_code == absent.status_code == 404
    assert hidden.json()["detail"] == absent.json()["detail"]


@pytest.mark.parametrize("path", ["/mobility/{}", "/mobility/{}/audit"])
@pytest.mark.parametrize(
    ("role", "status"),
    [("officer", 200), ("head", 200), ("auditor", 200), ("rectorate", 200), ("finance", 200),
     ("legal", 404), ("student", 404), ("staff", 404), (None, 401)],
)  # fmt: skip
async def test_a_stay_is_read_by_those_who_work_with_it(
    office: Mobility, path: str, role: str | None, status: int
) -> None:
    stay = await office.nominates(await office.agreement())

    assert (await office.asks(role, "GET", path.format(stay["id"]))).status_code == status


async def test_a_person_reads_the_own_stay_and_nobody_elses(office: Mobility) -> None:
    person = await office.person()
    stay = await office.nominates(await office.agreement(), person_id=person)

    own = await office.asks("student", "GET", f"/mobility/{stay['id']}", person_id=UUID(person))
    others = await office.asks("student", "GET", f"/mobility/{stay['id']}", person_id=uuid4())

    assert (own.status_code, others.status_code) == (200, 404)


async def test_a_coordinator_nominates_the_own_units_people_only(office: Mobility) -> None:
    agreement = await office.agreement()
    ours, theirs = await office.person(), await office.person(unit="physics")
    nominate = "faculty_coordinator", "NominatePerson"

    done = await office.does(*nominate, by=OWN, **office.nomination(agreement, ours, unit="philology"))
    codes = [
        await office.refuses(*nominate, by=OWN, **office.nomination(agreement, ours)),
        await office.refuses(*nominate, by=OWN, **office.nomination(agreement, theirs, unit="physics")),
        await office.refuses(*nominate, by=OWN, **office.nomination(agreement, theirs, unit="philology")),
    ]

    assert done["status"] == "nominated"
    assert codes == ["forbidden", "forbidden", "not-found"]


async def test_a_coordinator_registers_people_of_the_own_unit_only(office: Mobility) -> None:
    somebody: dict[str, Any] = {"kind": "student", "given_name": "Aysel", "family_name": "Əliyeva"}
    register = "faculty_coordinator", "RegisterPerson"

    assert (await office.does(*register, by=OWN, unit="philology", **somebody))["version"] == 1
    assert await office.refuses(*register, by=OWN, unit="physics", **somebody) == "forbidden"


async def test_a_coordinator_changes_stays_of_the_own_unit_only(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())
    accept = "faculty_coordinator", "AcceptNomination"

    assert await office.refuses(*accept, by=OTHER, id=stay["id"], on="2026-11-20") in {"forbidden", "not-found"}
    assert (await office.does(*accept, by=OWN, id=stay["id"], on="2026-11-20"))["status"] == "accepted"


async def test_a_student_takes_the_own_offer_and_nobody_elses(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    person = await office.person()
    seated, offered = await office.nominates(agreement), await office.nominates(agreement, person_id=person)
    await office.does("officer", "CancelMobility", id=seated["id"], **LEAVING)
    confirm = "student", "ConfirmPlace"

    stranger = await office.refuses(*confirm, by={"person_id": uuid4()}, id=offered["id"])
    nobody = await office.refuses(*confirm, id=offered["id"])
    done = await office.does(*confirm, by={"person_id": UUID(person)}, id=offered["id"])

    assert {stranger, nobody} <= {"forbidden", "not-found"}
    assert done["status"] == "nominated"


async def test_refusals_are_told_in_the_callers_language(office: Mobility) -> None:
    agreement = await office.agreement(eqf=[6])
    nomination = office.nomination(agreement, await office.person(), level=8)

    told = {}
    for language in ("az", "en", "ru", "de", "fr"):
        asked = {"json": nomination, "headers": {"accept-language": language}}
        answer = await office.asks("officer", "POST", "/commands/nominate-person", **asked)
        told[language] = answer.json()["detail"]

    assert told["en"] == "The nominee's level is EQF 8; the condition takes 6."
    assert told["az"] == "Namizədin səviyyəsi AKÇ 8-dir; şərt bu səviyyələri qəbul edir: 6."
    assert len(set(told.values())) == 5
