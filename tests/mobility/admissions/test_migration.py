"""Letter, visa, arrival, registration and permit: what follows what, by when, and who is told when it does not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from korpu_chassis.dated_rules import Rulebook, check_rules, operators
from korpu_mobility.admissions.domain.margin import months_after
from tests.mobility.admissions.conftest import ON, PERMIT, PLACE, REASON, VISA, Admissions, themselves
from tests.mobility.conftest import baku
from tests.office import Refused

Given = Callable[[str], None]
RELEASED = {"bed": "dormitory", "insurance": "finance", "payment_plan": "finance", "registration": "migration_liaison"}


def forget() -> None:
    for book in Rulebook.books.values():
        book.forget()
    operators.cache_clear()


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    """The operator's rules, which change while clocks run."""

    def write(text: str) -> None:
        file = tmp_path / "rules.toml"
        file.write_text(text, "utf-8")
        monkeypatch.setenv("KORPU_RULES", str(file))
        forget()

    yield write
    monkeypatch.undo()
    forget()


async def reminded(office: Admissions, admission: Any, kind: str) -> list[int]:
    """How many days were left at each reminder so far."""
    return [each["days_left"] for each in await office.changes(admission, f"{kind}_due")]


async def test_who_arrives_registers_within_fifteen_days_and_is_reminded_and_the_head_is_told(
    office: Admissions,
) -> None:
    admission = await office.at("arrived")
    before = await office.shown(admission)

    await office.waits_until(baku(2026, 12, 8, 23))
    in_time = await reminded(office, admission, "registration")
    await office.waits_until(baku(2026, 12, 9))
    late = await office.shown(admission)
    await office.waits_until(baku(2026, 12, 20))
    done = await office.does("head", "RegisterPlaceOfStay", id=admission["id"], place=PLACE)

    assert (before["registration_due"], in_time) == ("2026-12-08", [7, 3, 1])
    assert late["registration_overdue"] is True
    assert await office.changes(admission, "registration_overdue") == [{"due": "2026-12-08", "tell": ["head"]}]
    [task] = [each for each in late["tasks"] if each["key"] == "RegisterPlaceOfStay"]
    waits = {each["role"] for each in task["waits_for"]}
    assert waits == {"officer", "migration_liaison", "head"}
    assert (done["state"]["registration_due"], done["state"]["registration_overdue"]) == (None, False)


async def test_a_citizen_of_kazakhstan_has_thirty_days(office: Admissions) -> None:
    admission = await office.at("arrived", await office.kofi(citizenship="KZ"))

    assert admission["state"]["registration_due"] == "2026-12-23"
    [told] = await office.told("migration_liaison", admission, "clocks")
    assert told["clocks"][0]["since"] == "1995-01-01"


async def test_a_rule_that_changes_leaves_running_cases_alone(office: Admissions, rules: Given) -> None:
    admission = await office.at("arrived")

    rules(
        '[[mobility.registration_after_arrival]]\nsince = 2026-11-24\ndays = 5\nsource = "Decision 1"\n'
        '[[mobility.stay_reminders]]\nsince = 2026-11-24\ndays = [2]\nsource = "Decision 2"\n'
    )
    await check_rules()
    await office.waits_until(baku(2026, 11, 25, 9))
    new = await office.at("visa_granted")
    newer = await office.does("officer", "RecordStudentArrival", id=new["id"], on="2026-11-25")
    await office.waits_until(baku(2026, 12, 10))

    clocks = [(await office.told("officer", each, "clocks"))[0]["clocks"][0] for each in (admission, newer)]
    assert [(each["due"], each["source"].partition(",")[0]) for each in clocks] == [
        ("2026-12-08", "Migration Code"),
        ("2026-11-30", "Decision 1"),
    ]
    assert [await reminded(office, each, "registration") for each in (admission, newer)] == [[7, 3, 1], [2]]


async def test_who_moves_registers_again_within_five_working_days_and_with_a_permit_within_ten_days(
    office: Admissions,
) -> None:
    kofi = await office.kofi()
    without, permit = await office.at("registered", kofi), await office.at("permit_valid")

    moved = [
        await office.does("student", "RecordMove", by=themselves(kofi), id=without["id"], **ON),
        await office.does("officer", "RecordMove", id=permit["id"], **ON),
    ]
    code = await office.refuses("officer", "ApplyForPermit", id=without["id"], until="2027-11-01", **ON)
    again = await office.does("migration_liaison", "RegisterPlaceOfStay", id=without["id"], place=PLACE)

    assert [each["state"]["registration_due"] for each in moved] == ["2026-11-30", "2026-12-03"]
    assert [each["state"]["registered_until"] for each in moved] == [None, None]
    assert [each["state"]["migration"] for each in moved] == ["registered", "permit_valid"]
    assert (code, again["state"]["registration_due"]) == ("admission-place-not-registered", None)
    assert (await office.said_about(permit["id"]))[-1] == "address_changed"


async def test_a_move_over_a_holiday_counts_the_days_on_which_the_office_works(office: Admissions) -> None:
    admission = await office.at("registered")
    await office.waits_until(baku(2026, 12, 29, 9))

    moved = await office.does("officer", "RecordMove", id=admission["id"], on="2026-12-29")

    assert moved["state"]["registration_due"] > "2027-01-05"


async def test_a_permit_is_applied_for_thirty_days_before_the_registration_ends(office: Admissions) -> None:
    admission = await office.at("registered")

    await office.waits_until(baku(2027, 10, 23, 23))
    in_time = await reminded(office, admission, "permit")
    await office.waits_until(baku(2027, 10, 24))
    late = await office.shown(admission)

    assert (late["permit_due"], in_time, late["permit_overdue"]) == ("2027-10-23", [30, 15, 7, 3, 1], True)
    assert await office.changes(admission, "permit_overdue") == [{"due": "2027-10-23", "tell": ["head"]}]


async def test_a_permit_expires_is_renewed_and_ends(office: Admissions) -> None:
    admission = await office.at("permit_valid")

    await office.waits_until(baku(2027, 9, 22, 23))
    before = (await office.shown(admission))["migration"]
    await office.waits_until(baku(2027, 9, 23))
    expiring = (await office.shown(admission))["migration"]
    await office.does("officer", "ApplyForPermit", id=admission["id"], on="2027-09-23", until="2028-11-22")
    twice = await office.refuses("officer", "ApplyForPermit", id=admission["id"], on="2027-09-23", until="2028-11-22")
    second = {"number": "MY-2", "valid_from": "2027-11-23", "valid_to": "2028-11-22"}
    renewed = await office.does("migration_liaison", "RecordPermit", id=admission["id"], permit=second)
    await office.waits_until(baku(2028, 11, 23))
    ended = await office.shown(admission)

    assert (before, expiring, twice) == ("permit_valid", "permit_expiring", "admission-permit-pending")
    assert (renewed["state"]["migration"], renewed["state"]["permit_due"]) == ("permit_renewed", "2028-10-23")
    assert (ended["migration"], ended["permit_until"]) == ("ended", "2028-11-22")
    assert (await office.changes(admission, "permit_ended")) == [{"valid_to": "2028-11-22", "tell": ["head"]}]
    again = await office.does("officer", "ApplyForPermit", id=admission["id"], on="2028-11-23", until="2029-11-22")
    assert again["state"]["migration"] == "permit_applied"


async def test_a_passport_that_ends_inside_the_margin_is_warned_of_twice_and_stops_the_permit(
    office: Admissions,
) -> None:
    kofi = await office.kofi(passport_to="2028-02-21")
    admission = await office.at("arrived", kofi)
    apply: dict[str, Any] = {"id": admission["id"], "until": "2027-11-22", **ON}

    registered = await office.does("officer", "RegisterPlaceOfStay", id=admission["id"], place=PLACE)
    with pytest.raises(Refused) as refused:
        await office.does("officer", "ApplyForPermit", **apply)
    await office.passport(kofi, "2028-02-22")
    applied = await office.does("officer", "ApplyForPermit", **apply)

    assert [each["code"] for each in registered["warnings"]] == [
        "admission-passport-ends-soon",
        "admission-permit-at-risk",
    ]
    assert refused.value.code == "admission-passport-too-short"
    assert applied["state"]["migration"] == "permit_applied"
    [told] = await office.told("officer", admission, "permit_application")
    assert told["permit_application"]["since"] == "1995-01-01"
    assert "2028-02-21" not in f"{await office.messages_about(admission['id'])}"


async def test_who_has_no_passport_on_file_applies_for_no_permit(office: Admissions) -> None:
    admission = await office.at("registered", await office.kofi(passport_to=None))

    code = await office.refuses("officer", "ApplyForPermit", id=admission["id"], until="2027-11-22", **ON)

    assert code == "admission-passport-too-short"


async def test_a_visa_refused_after_the_bed_was_promised_frees_bed_and_place(office: Admissions) -> None:
    kofi = await office.kofi()
    admission = await office.at("visa_pending", kofi)
    for each in RELEASED:
        await office.does("officer", "AskForArrangement", id=admission["id"], help=each, due="2026-12-01")
    asked = (await office.shown(admission))["requests"]
    bed = {"request_id": asked[0]["id"], "answer": "accepted"}
    await office.does("officer", "RecordArrangementAnswer", id=admission["id"], **bed)

    refused = await office.does("migration_liaison", "RecordVisaRefusal", id=admission["id"], **ON, **REASON)

    state = refused["state"]
    assert (state["status"], state["migration"], state["cause"]) == ("cancelled", "visa_refused", "visa_refused")
    assert state["arrangements"] == "released"
    withdrawn = await office.changes(admission, "request_withdrawn")
    assert {each["help"]: each["department"] for each in withdrawn} == RELEASED
    assert {each["reason"] for each in withdrawn} == {"visa_refused"}
    assert (await office.said_about(admission["id"]))[-1] == "place_released"
    assert await office.told("student", admission, "reason", **themselves(kofi)) == [REASON]
    again = await office.does("head", "ReopenAdmission", id=admission["id"], **REASON)
    once_more = await office.does("officer", "RecordVisaApplication", id=admission["id"], **ON)
    assert (again["status"], once_more["state"]["migration"]) == ("accepted", "visa_pending")


async def test_nobody_arrives_before_the_visa_unless_none_is_needed(office: Admissions) -> None:
    admission = await office.at("visa_pending")
    arrive: tuple[str, str] = "officer", "RecordStudentArrival"

    without = await office.refuses(*arrive, id=admission["id"], **ON)
    await office.does("officer", "RecordVisa", id=admission["id"], visa=VISA | {"valid_from": "2026-11-23"})
    early = await office.refuses(*arrive, id=admission["id"], on="2026-11-22")
    free = await office.at("invited")
    arrived = await office.does(*arrive, id=free["id"], without_visa=True, **ON)
    twice = await office.refuses(*arrive, id=free["id"], without_visa=True, **ON)

    assert (without, early) == ("admission-visa-missing", "admission-visa-not-valid-then")
    assert (arrived["state"]["migration"], twice) == ("arrived", "admission-already-arrived")


async def test_each_step_waits_for_the_one_before(office: Admissions) -> None:
    admission = await office.at("accepted")
    known = {"id": admission["id"]}

    before = [
        await office.refuses("officer", "RecordVisaApplication", **known, **ON),
        await office.refuses("officer", "RecordVisa", **known, visa=VISA),
        await office.refuses("officer", "RegisterPlaceOfStay", **known, place=PLACE),
        await office.refuses("officer", "ApplyForPermit", **known, until="2027-11-22", **ON),
    ]
    await office.does("officer", "RecordStudentArrival", **known, without_visa=True, **ON)
    after = [
        await office.refuses("officer", "RecordInvitationLetter", **known, number="BM-18", **ON),
        await office.refuses("officer", "RecordPermit", **known, permit=PERMIT),
        await office.refuses("officer", "RegisterPlaceOfStay", **known, place=PLACE | {"valid_from": "2026-11-22"}),
        await office.refuses("officer", "RegisterPlaceOfStay", **known, place=PLACE | {"valid_to": "2026-11-01"}),
    ]

    assert before == [
        "admission-letter-missing",
        "admission-visa-not-pending",
        "admission-not-in-the-country",
        "admission-not-in-the-country",
    ]
    assert after == [
        "admission-letter-too-late",
        "admission-permit-not-applied",
        "admission-before-arrival",
        "admission-days-reversed",
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-12-31", 12, "2027-12-31"),
     ("2026-01-15", 0, "2026-01-15")],
)  # fmt: skip
def test_months_end_with_the_last_day_of_a_shorter_month(day: str, months: int, later: str) -> None:
    assert months_after(baku(*map(int, day.split("-"))).date(), months).isoformat() == later
