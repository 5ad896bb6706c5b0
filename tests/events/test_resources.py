"""Rooms and cars of the office: one list, in which each is one thing however it is written."""

import asyncio
from typing import Any

import pytest

from tests.events.delegations import FIRST_DAY, a_visit
from tests.office import Office, Refused


async def listed(office: Office, name: str = "Akt zalı", **more: Any) -> str:
    made = await office.does("officer", "AddResource", **{"kind": "room", "name": name, **more})
    return str(made["id"])


async def put(office: Office, visit: Any, hour: int = 10, **more: Any) -> Any:
    return await office.does("officer", "AddProgrammeItem", id=visit["id"], **at(hour, **more))


async def not_put(office: Office, visit: Any, hour: int = 10, **more: Any) -> str:
    return await office.refuses("officer", "AddProgrammeItem", id=visit["id"], **at(hour, **more))


def at(hour: int, **more: Any) -> dict[str, Any]:
    """An hour of the first day."""
    hours = {"starts": f"{FIRST_DAY}T{hour:02}:00:00+04:00", "ends": f"{FIRST_DAY}T{hour + 1:02}:00:00+04:00"}
    return {"kind": "meeting", "title": {"az": "Görüş"}, **hours, **more}


async def told(office: Office, id: str) -> Any:
    return (await office.asks("officer", "GET", f"/resource/{id}")).json()


@pytest.mark.parametrize("other", ["AKT ZALI", "Akt-zalı", "akt zali", "Böyük zal", "boyuk-zal"])
async def test_a_room_is_one_however_it_is_written(office: Office, other: str) -> None:
    room = await listed(office, spellings=["Böyük zal"])
    here, there = await a_visit(office, "planning"), await a_visit(office, "planning")
    await put(office, here, room="Akt zalı")

    assert await not_put(office, there, room=other) == "programme-already-booked"
    assert await not_put(office, there, room_id=room) == "programme-already-booked"
    after = await put(office, there, 11, room=other)
    assert after["state"]["programme"][0]["room_id"] == room
    assert after["state"]["programme"][0]["room"] == other


async def test_a_room_named_by_its_id_is_called_as_it_is_called(office: Office) -> None:
    room = await listed(office)

    after = await put(office, await a_visit(office, "planning"), room_id=room)

    assert after["state"]["programme"][0]["room"] == "Akt zalı"


async def test_within_one_programme_two_spellings_are_one_room(office: Office) -> None:
    await listed(office, spellings=["Böyük zal"])
    visit = await a_visit(office, "planning")
    await put(office, visit, room="Akt zalı")

    assert await not_put(office, visit, room="Böyük zal") == "programme-already-booked"


async def test_what_was_booked_before_is_booked_of_the_room_that_comes_onto_the_list(office: Office) -> None:
    here, there = await a_visit(office, "planning"), await a_visit(office, "planning")
    await put(office, here, room="Böyük zal")

    await listed(office, spellings=["Böyük zal"])

    assert await not_put(office, there, room="Akt zalı") == "programme-already-booked"


async def test_a_former_name_still_means_the_room(office: Office) -> None:
    room = await listed(office)
    here, there = await a_visit(office, "planning"), await a_visit(office, "planning")
    await put(office, here, room="Akt zalı")

    renamed = await office.does("officer", "RenameResource", id=room, name="Heydər Əliyev zalı")

    assert (renamed["state"]["name"], renamed["state"]["spellings"]) == ("Heydər Əliyev zalı", ["Akt zalı"])
    assert await not_put(office, there, room="Heydər Əliyev zalı") == "programme-already-booked"
    assert await not_put(office, there, room="Akt zalı") == "programme-already-booked"
    assert (await office.messages_about(room))[-1]["change"] == {"former": "Akt zalı"}
    again = await office.refuses("officer", "RenameResource", id=room, name="Heydər Əliyev zalı")
    assert again == "resource-name-unchanged"


async def test_a_spelling_means_one_room_and_a_car_may_be_called_like_it(office: Office) -> None:
    room, other = await listed(office), await listed(office, "Kiçik zal")

    assert await office.refuses("officer", "AddResource", kind="room", name="AKT-ZALI") == "resource-spelling-taken"
    assert await office.refuses("officer", "RenameResource", id=other, name="Akt zalı") == "resource-spelling-taken"
    refused = await office.refuses("officer", "ChangeResource", id=other, spellings=["akt zalı"])
    assert refused == "resource-spelling-taken"
    assert await listed(office, kind="car") != room


async def test_of_two_who_add_one_room_at_once_one_does(office: Office) -> None:
    async def add() -> str:
        try:
            return await listed(office)
        except Refused as refused:
            return str(refused)

    done = await asyncio.gather(add(), add())

    assert sum("resource-spelling-taken" in each for each in done) == 1


async def test_what_is_known_of_a_room_is_corrected(office: Office) -> None:
    room = await listed(office)

    await office.does("officer", "ChangeResource", id=room, capacity=200, place="1-ci bina", spellings=["Böyük zal"])

    known = await told(office, room)
    assert (known["capacity"], known["place"], known["spellings"]) == (200, "1-ci bina", ["Böyük zal"])


async def test_a_hall_that_is_too_small_is_warned_of(office: Office) -> None:
    await listed(office, capacity=1)
    visit = await a_visit(office, "planning")
    people = ["0198a5c0-0000-7000-8000-000000000001", "0198a5c0-0000-7000-8000-000000000002"]

    after = await put(office, visit, room="Akt zalı", people=people)

    assert [each["code"] for each in after["warnings"]] == ["programme-too-few-seats"]


async def test_what_is_not_on_the_list_is_taken_as_it_is_written_and_warned_of(office: Office) -> None:
    visit = await a_visit(office, "planning")
    unlisted = await put(office, visit, room="Rektorluq")
    await listed(office)

    after = await put(office, visit, 11, room="Rektorluq")

    assert unlisted["warnings"] == []
    assert [each["code"] for each in after["warnings"]] == ["programme-resource-not-listed"]
    assert after["state"]["programme"][1]["room_id"] is None


async def test_a_retired_car_is_not_booked_anew_and_what_is_booked_stays(office: Office) -> None:
    car = await listed(office, "10-AA-123", kind="car")
    here, there = await a_visit(office, "planning"), await a_visit(office, "planning")
    booked = (await put(office, here, car="10 AA 123"))["state"]["programme"][0]
    await office.does("officer", "RetireResource", id=car, reason="Satılıb")

    refused = await not_put(office, there, 12, car="10AA123")
    kept = at(10, car="10 AA 123", title={"az": "Görüş 2"})
    after = await office.does("officer", "ChangeProgrammeItem", id=here["id"], item_id=booked["id"], **kept)
    await office.does("officer", "RestoreResource", id=car)

    assert refused == "programme-resource-retired"
    assert after["state"]["programme"][0]["car_id"] == car
    assert (await put(office, there, 12, car="10AA123"))["state"]["programme"][0]["car_id"] == car


async def test_an_id_and_a_name_mean_the_same_room(office: Office) -> None:
    room, car = await listed(office), await listed(office, "10-AA-123", kind="car")
    visit = await a_visit(office, "planning")

    for given in ({"room_id": car}, {"room_id": room, "room": "Rektorluq"}, {"car_id": visit["id"]}):
        assert await not_put(office, visit, **given) == "programme-resource-unclear"


@pytest.mark.parametrize("role", ["finance", "student", None])
async def test_the_list_is_the_departments_own(office: Office, role: str | None) -> None:
    answer = await office.asks(role, "POST", "/commands/add-resource", json={"kind": "room", "name": "201"})

    assert answer.status_code in {401, 403}
