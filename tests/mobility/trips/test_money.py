"""What a trip costs, who pays, what is paid before and what goes back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.dated_rules import check_rules
from korpu_chassis.stopping import Stopping
from korpu_mobility.trips.rules import RATES, SHARES
from tests.mobility.trips.conftest import ORDER, Trips, themselves, way

KNOWN = """
[[mobility.per_diem]]
country = "DE"
since = 2024-01-01
amount = 100.50
currency = "EUR"
source = "Invented for this test, No. 1"

[[mobility.per_diem]]
country = "DE"
since = 2026-12-10
amount = 120
currency = "EUR"
source = "Invented for this test, No. 2"

[[mobility.per_diem]]
country = "JP"
since = 2024-01-01
amount = 15001
currency = "JPY"
source = "Invented for this test, No. 1"
"""
Given = Callable[[str], None]
FLIGHT: dict[str, Any] = {"payer": "own", "what": "Flight", "planned": {"amount": "350.00", "currency": "AZN"}}
ADVANCE: dict[str, Any] = {"advance": {"amount": "400", "currency": "EUR"}, "on": "2026-11-23"}


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    """The operator's table of rates, which can be written anew."""
    file = tmp_path / "rates.toml"

    def write(text: str) -> None:
        file.write_text(text, "utf-8")
        RATES.forget()
        SHARES.forget()

    monkeypatch.setenv("KORPU_RULES", str(file))
    write(KNOWN)
    yield write
    monkeypatch.undo()
    RATES.forget()
    SHARES.forget()


async def money(office: Trips, trip: Any) -> dict[str, Any]:
    [told] = await office.told("finance", trip, "allowance", "allowance_total", "funding", "advance")
    return told


async def with_advance(office: Trips, person: str | None = None) -> Any:
    trip = await office.approved(person)
    return await office.does("finance", "RecordTripAdvance", id=trip["id"], **ADVANCE)


@pytest.mark.usefixtures("given")
async def test_the_allowance_is_shown_night_by_night_before_anybody_is_asked(office: Trips) -> None:
    trip = await office.trip(legs=way("2026-12-07", "2026-12-11"))
    provided = [
        {"first_night": "2026-12-07", "last_night": "2026-12-07", "lodging": True},
        {"first_night": "2026-12-08", "last_night": "2026-12-08", "lodging": True, "meals": True},
    ]

    planned = await office.does(
        "officer", "PlanTripMoney", id=trip["id"], funding=[FLIGHT], allowance=True, provided=provided
    )

    told = await money(office, trip)
    lines = [(each["night"], each["rate"], each["share"], each["amount"], each["since"]) for each in told["allowance"]]
    assert lines == [
        ("2026-12-07", "100.50", 40, "40.20", "2024-01-01"),
        ("2026-12-08", "100.50", 5, "5.03", "2024-01-01"),
        ("2026-12-09", "100.50", 100, "100.50", "2024-01-01"),
        ("2026-12-10", "120", 100, "120.00", "2026-12-10"),
    ]
    assert told["allowance_total"] == [{"amount": "265.73", "currency": "EUR"}]
    assert told["allowance"][3]["source"] == "Invented for this test, No. 2"
    assert told["funding"] == [FLIGHT]
    assert planned["status"] == "draft"
    assert "265" not in f"{await office.messages_about(trip['id'])}"
    assert "Flight" not in f"{[each['changes'] for each in await office.audit_of(trip['id'])]}"


@pytest.mark.usefixtures("given")
async def test_the_allowance_follows_a_change_of_the_way(office: Trips) -> None:
    trip = await office.trip()
    await office.does("officer", "PlanTripMoney", id=trip["id"], allowance=True)

    await office.does("officer", "ChangeTrip", id=trip["id"], legs=way("2026-12-07", "2026-12-08", "JP", "Kioto"))

    assert (await money(office, trip))["allowance_total"] == [{"amount": "15001", "currency": "JPY"}]
    change = "officer", "ChangeTrip"
    assert await office.refuses(*change, id=trip["id"], legs=way()[:1]) == "trip-legs-too-few"
    assert await office.refuses(*change, id=trip["id"], legs=way(country="PL", city="Poznań")) == "trip-rate-unknown"


async def test_a_trip_that_was_asked_for_keeps_the_rates_by_which_it_was_reckoned(office: Trips, given: Given) -> None:
    trip = await office.trip()
    await office.does("officer", "PlanTripMoney", id=trip["id"], allowance=True)
    given(KNOWN.replace("100.50", "200"))
    await office.does("officer", "SubmitTrip", id=trip["id"])
    at_asking = (await money(office, trip))["allowance_total"]
    given(KNOWN.replace("100.50", "300"))
    await office.does("head", "ApproveTrip", id=trip["id"], **ORDER)

    assert at_asking == (await money(office, trip))["allowance_total"] == [{"amount": "720.00", "currency": "EUR"}]


async def test_an_allowance_needs_a_way_back_and_a_rate(office: Trips, given: Given) -> None:
    one_way, known = await office.trip(legs=way()[:1]), await office.trip()
    plan = "officer", "PlanTripMoney"
    await office.does(*plan, id=known["id"], allowance=True)
    given("")

    codes = [
        await office.refuses(*plan, id=one_way["id"], allowance=True),
        await office.refuses(*plan, id=known["id"], allowance=True),
        await office.refuses("officer", "SubmitTrip", id=known["id"]),
        await office.refuses(
            *plan,
            id=known["id"],
            allowance=False,
            provided=[{"first_night": "2026-12-08", "last_night": "2026-12-07", "meals": True}],
        ),
    ]

    assert codes == ["trip-legs-too-few", "trip-rate-unknown", "trip-rate-unknown", "trip-provided-reversed"]
    assert (await office.does(*plan, id=one_way["id"], allowance=False, funding=[FLIGHT]))["status"] == "draft"


@pytest.mark.parametrize(
    "text",
    [
        "[[mobility.per_diem]]\ncountry = 'XX'\nsince = 2024-01-01\namount = 1\ncurrency = 'EUR'\nsource = 'x'",
        "[[mobility.per_diem]]\ncountry = 'DE'\nsince = 2024-01-01\namount = 0\ncurrency = 'EUR'\nsource = 'x'",
        "[[mobility.per_diem_shares]]\nsince = 2030-01-01\nlodging = 60\nmeals = 35\nother = 4\nsource = 'x'",
        "[[mobility.per_diem]",
    ],
)
async def test_a_table_that_cannot_be_read_ends_the_start_with_its_name(given: Given, text: str) -> None:
    given(text)

    with pytest.raises(Stopping, match=r"KORPU_RULES|mobility\.per_diem"):
        await check_rules()


async def test_finance_pays_an_advance_and_nobody_else_hears_how_much(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await office.approved(lecturer)
    pay = "RecordTripAdvance"

    codes = [
        await office.refuses("officer", pay, id=trip["id"], **ADVANCE),
        await office.refuses("finance", pay, id=trip["id"], **{**ADVANCE, "on": "2026-11-24"}),
        await office.refuses("finance", pay, id=(await office.submitted())["id"], **ADVANCE),
    ]
    done = await office.does("finance", pay, id=trip["id"], **ADVANCE)

    assert codes == ["forbidden", "trip-advance-in-future", "wrong-status"]
    assert (done["status"], done["state"]["advance_paid_on"]) == ("advance_paid", "2026-11-23")
    assert (await office.messages_about(trip["id"]))[-1]["change"] == {"on": "2026-11-23"}
    # As a number of its own: an id or a moment may have these digits.
    assert not re.search(r"(?<![\w.-])400(\.0+)?(?![\w.-])", f"{await office.messages_about(trip['id'])}")
    for role, who in {"staff": themselves(lecturer), "auditor": {}, "rectorate": {}, "officer": {}}.items():
        assert await office.told(role, trip, "advance", **who) == [{"advance": ADVANCE["advance"]}]
    assert await office.told("faculty_coordinator", trip, "advance", "funding", units=["philology"]) == []
    assert await office.told("staff", trip, "advance") == []


async def test_finance_hears_what_goes_back_when_a_paid_trip_is_off(office: Trips) -> None:
    trip, free = await with_advance(office), await office.approved()
    off: dict[str, Any] = {"cause": "host", "reason": "The congress was called off"}

    await office.does("officer", "CancelTrip", id=trip["id"], **off)
    await office.does("officer", "CancelTrip", id=free["id"], **off)

    paid = (await office.messages_about(trip["id"]))[-1]
    assert paid["change"] == {"cause": "host", "to_return": {"amount": "400", "currency": "EUR"}}
    assert (await office.messages_about(free["id"]))[-1]["change"] == {"cause": "host", "to_return": None}


async def test_an_advance_stays_with_a_trip_that_is_decided_on_again(office: Trips) -> None:
    trip, other = await with_advance(office), await with_advance(office)
    for each in (trip, other):
        returned = await office.does("head", "ReturnTrip", id=each["id"], reason="The host moved the days")
        assert returned["status"] == "returned"
        await office.does("officer", "SubmitTrip", id=each["id"])

    again = await office.does("head", "ApproveTrip", id=trip["id"], **ORDER)
    await office.does("head", "RejectTrip", id=other["id"], reason="Too late in the year")

    assert again["status"] == "advance_paid"
    assert (await office.messages_about(other["id"]))[-1]["change"] == {
        "to_return": {"amount": "400", "currency": "EUR"}
    }


async def test_erasing_a_paid_traveller_tells_finance_what_goes_back(office: Trips) -> None:
    lecturer = await office.lecturer()
    trip = await with_advance(office, lecturer)

    await office.does("officer", "ErasePerson", id=lecturer, basis="own_request")

    said = (await office.messages_about(trip["id"]))[-1]
    assert said["change"] == {"cause": "erased", "to_return": {"amount": "400", "currency": "EUR"}}
