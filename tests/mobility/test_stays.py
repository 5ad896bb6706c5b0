"""A stay from the host's word to the closed file, and stays that end otherwise."""

from typing import Any

import pytest

from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.mobilities.domain.lifecycle import Status
from tests.mobility.conftest import Mobility, baku
from tests.mobility.test_papers_of_people import brought, held

LEAVING: dict[str, Any] = {"cause": "own_wish", "reason": "I stay with my family"}


async def test_a_stay_goes_its_way_and_says_each_step_once(office: Mobility) -> None:
    nominated = await office.nominates(await office.agreement())

    closed = await office.brings(nominated, "closed")

    assert closed["status"] == "closed"
    assert closed["state"]["actual_from"] == "2027-02-03"
    assert await office.said_about(nominated["id"]) == [
        "nominated", "accepted", "agreed", "arrived", "returned", "recognised", "closed",
    ]  # fmt: skip
    assert [message["state"]["version"] for message in await office.messages_about(nominated["id"])] == [*range(1, 8)]


async def test_finance_reads_of_an_early_return_whether_it_was_force_majeure(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")
    office.clock.move_to(baku(2027, 4, 2, 9))

    await office.does(
        "officer", "RecordEarlyReturn", id=stay["id"], on="2027-04-01", force_majeure=True, reason="An earthquake"
    )

    said = (await office.messages_about(stay["id"]))[-1]
    assert said["type"] == "az.edu.gdu.mobility.mobility.returned_early.v1"
    assert said["change"] == {"on": "2027-04-01", "force_majeure": True, "days_planned": 150, "days_short": 90}
    assert (said["state"]["force_majeure"], said["state"]["cause"]) == (True, "force_majeure")


async def test_an_early_return_without_force_majeure_is_recognised_and_closed_all_the_same(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")
    office.clock.move_to(baku(2027, 4, 2, 9))
    await office.does(
        "officer", "RecordEarlyReturn", id=stay["id"], on="2027-04-01", force_majeure=False, reason="A job at home"
    )

    await office.does("officer", "RecogniseMobility", id=stay["id"], on="2027-04-02", ects="7.5")
    closed = await office.does("head", "CloseMobility", id=stay["id"])

    assert (closed["status"], closed["state"]["ects"], closed["state"]["cause"]) == ("closed", "7.5", "other")


@pytest.mark.parametrize(
    ("status", "command", "given", "code"),
    [
        ("nominated", "AcceptNomination", {"on": "2026-11-24"}, "mobility-in-the-future"),
        ("nominated", "RejectNomination", {"on": "2026-11-24", "reason": "No"}, "mobility-in-the-future"),
        ("accepted", "AgreeMobility", {"on": "2026-12-01"}, "mobility-in-the-future"),
        ("agreed", "RecordArrival", {"on": "2027-02-01"}, "mobility-in-the-future"),
        ("arrived", "RecordReturn", {"on": "2027-06-30"}, "mobility-in-the-future"),
        ("arrived", "RecordReturn", {"on": "2027-02-02"}, "mobility-before-arrival"),
        ("returned", "RecogniseMobility", {"on": "2027-08-01"}, "mobility-in-the-future"),
        ("agreed", "RecordNoShow", {"reason": "No sign"}, "mobility-start-not-passed"),
        ("nominated", "ReplanMobility", {"planned_from": "2027-03-01", "planned_to": "2027-02-01"},
         "mobility-dates-reversed"),
    ],
)  # fmt: skip
async def test_a_day_that_cannot_be_is_refused(
    office: Mobility, status: str, command: str, given: dict[str, Any], code: str
) -> None:
    stay = await office.nominates(await office.agreement())
    stay = await office.brings(stay, status) if status != "nominated" else stay
    before = await office.stay(stay)

    assert await office.refuses("officer", command, id=stay["id"], **given) == code
    assert await office.stay(stay) == before


async def test_a_return_on_the_planned_day_is_not_early(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")
    office.clock.move_to(baku(2027, 7, 1, 9))
    given: dict[str, Any] = {"on": "2027-06-30", "force_majeure": False, "reason": "The term ended"}

    assert await office.refuses("officer", "RecordEarlyReturn", id=stay["id"], **given) == "mobility-not-early"


async def test_one_who_does_not_come_frees_the_seat_after_the_first_day(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    missing, waiting = await office.fills(agreement, 2)
    await office.brings(missing, "agreed")
    office.clock.move_to(baku(2027, 2, 2, 9))

    answer = await office.does("officer", "RecordNoShow", id=missing["id"], reason="No sign of her")

    assert answer["status"] == "not_shown"
    assert (await office.stay(waiting))["status"] == "offered"


async def test_a_stay_is_moved_by_its_sender_unless_the_person_is_elsewhere(office: Mobility) -> None:
    person = await office.person()
    stay = await office.nominates(await office.agreement(), person_id=person)
    summer: dict[str, Any] = {"planned_from": "2027-07-01", "planned_to": "2027-08-01"}
    await office.nominates(await office.agreement(), person_id=person, **summer)

    moved = await office.does(
        "officer", "ReplanMobility", id=stay["id"], planned_from="2027-02-08", planned_to="2027-06-20"
    )
    code = await office.refuses(
        "officer", "ReplanMobility", id=stay["id"], planned_from="2027-02-08", planned_to="2027-07-15"
    )

    assert (moved["status"], moved["state"]["planned_to"]) == ("nominated", "2027-06-20")
    assert code == "mobility-stays-overlap"


async def test_moving_a_stay_out_of_its_year_is_done_with_a_warning(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())

    moved = await office.does(
        "officer", "ReplanMobility", id=stay["id"], planned_from="2028-02-08", planned_to="2028-06-20"
    )

    assert [warning["code"] for warning in moved["warnings"]] == ["mobility-dates-outside-year"]


@pytest.mark.parametrize("field", ["person_id", "sender_id", "receiver_id", "condition_id"])
async def test_person_sender_and_receiver_never_change(office: Mobility, field: str) -> None:
    stay = await office.nominates(await office.agreement())
    given: dict[str, Any] = {"planned_from": "2027-02-08", "planned_to": "2027-06-20", field: await office.person()}

    assert await office.refuses("officer", "ReplanMobility", id=stay["id"], **given) == "invalid-input"


async def test_the_words_of_a_cancellation_stay_with_the_person_and_its_code_is_published(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())

    await office.does("officer", "CancelMobility", id=stay["id"], **LEAVING)

    said, trail = await office.messages_about(stay["id"]), await office.audit_of(stay["id"])
    assert (said[-1]["change"], trail[-1]["why"]) == ({"cause": "own_wish"}, "own_wish")
    assert LEAVING["reason"] not in str(said) + str(trail)


async def test_a_stale_version_is_refused_and_nothing_is_lost(office: Mobility) -> None:
    stay = await office.nominates(await office.agreement())
    await office.does("officer", "AcceptNomination", id=stay["id"], on="2026-11-20", seen=1)

    assert await office.refuses("officer", "CancelMobility", id=stay["id"], seen=1, **LEAVING) == "stale-version"


REACHED = (
    "nominated", "accepted", "agreed", "arrived", "returned", "recognised", "closed",
    "waitlisted", "offered", "rejected", "cancelled", "declined", "lapsed", "not_shown", "returned_early",
)  # fmt: skip
GIVEN: dict[str, dict[str, Any]] = {
    "AcceptNomination": {"on": "2026-11-20"},
    "RejectNomination": {"on": "2026-11-20", "reason": "No"},
    "AgreeMobility": {"on": "2026-11-20"},
    "RecordArrival": {"on": "2026-11-20"},
    "RecordReturn": {"on": "2027-06-30"},
    "RecordEarlyReturn": {"on": "2027-04-01", "force_majeure": False, "reason": "No"},
    "RecogniseMobility": {"on": "2026-11-20"},
    "CloseMobility": {},
    "ReplanMobility": {"planned_from": "2027-02-08", "planned_to": "2027-06-20"},
    "CancelMobility": LEAVING,
    "RecordNoShow": {"reason": "No"},
    "ConfirmPlace": {},
    "DeclinePlace": {"reason": "No"},
    "CorrectMobility": {"level": 7, "reason": "No"},
    "ReopenMobility": {},
    "ArrangeMobility": {"housing_wanted": True},
    "RecordStayInsurance": {"insurance": {"company": "PAŞA", "number": "1", "valid_to": "2027-06-30"}},
    "NameStayContact": {"contact": {"name": "Leyla", "phone": "+994502223344"}},
    "PlanGrant": {"rows": []},
    "AttachMobilityFile": {"kind": "other", "file": "0" * 64},
    "RemoveMobilityFile": {"attachment_id": "00000000-0000-7000-8000-000000000001", "reason": "No"},
}


async def paper(office: Mobility, stay: Any, command: str) -> dict[str, Any]:
    """What a command on the papers of a stay names, which has to be there."""
    given: dict[str, Any] = {"file": await brought(office)}
    if command == "AttachMobilityFile":
        return given
    await office.does("officer", "AttachMobilityFile", id=stay["id"], kind="other", **given)
    [one] = await held(office, "officer", "mobility", stay["id"])
    return {"attachment_id": one["file"]["id"]}


async def in_status(office: Mobility, status: str) -> Any:
    """A stay that came to this status by commands and the clock alone."""
    nominated, waiting = await office.fills(await office.agreement(people_per_year=1), 2)
    if status in {"waitlisted", "offered", "declined", "lapsed"}:
        return await in_line(office, nominated, waiting, status)
    match status:
        case "rejected":
            return await office.does("officer", "RejectNomination", id=nominated["id"], **GIVEN["RejectNomination"])
        case "cancelled":
            return await office.does("officer", "CancelMobility", id=nominated["id"], **LEAVING)
        case "not_shown":
            await office.brings(nominated, "agreed")
            office.clock.move_to(baku(2027, 2, 2, 9))
            return await office.does("officer", "RecordNoShow", id=nominated["id"], reason="No")
        case "returned_early":
            await office.brings(nominated, "arrived")
            office.clock.move_to(baku(2027, 5, 2, 9))
            early = GIVEN["RecordEarlyReturn"]
            return await office.does("officer", "RecordEarlyReturn", id=nominated["id"], **early)
    return nominated if status == "nominated" else await office.brings(nominated, status)


async def in_line(office: Mobility, nominated: Any, waiting: Any, status: str) -> Any:
    """One who waits, or to whom the freed seat is offered, and what became of the offer."""
    if status != "waitlisted":
        await office.does("officer", "CancelMobility", id=nominated["id"], **LEAVING)
    if status == "declined":
        await office.does("officer", "DeclinePlace", id=waiting["id"], reason="No")
    if status == "lapsed":
        await office.waits_until(baku(2026, 12, 9))
    return waiting


def test_every_status_and_every_command_is_tried() -> None:
    assert set(REACHED) == set(Status)
    assert set(GIVEN) == {name for name, declared in mobilities.commands.items() if not declared.creates}


@pytest.mark.parametrize("status", REACHED)
async def test_a_step_that_does_not_follow_the_status_is_refused_and_changes_nothing(
    office: Mobility, status: str
) -> None:
    stay = await in_status(office, status)
    before = await office.stay(stay)
    assert before["status"] == status

    for name, given in GIVEN.items():
        if status not in (mobilities.commands[name].when or ()):
            assert await office.refuses("officer", name, id=stay["id"], **given) == "wrong-status", name

    assert await office.stay(stay) == before


@pytest.mark.parametrize(
    ("status", "command"),
    [(status, name) for name in GIVEN for status in REACHED if status in (mobilities.commands[name].when or ())],
)
async def test_every_step_that_is_offered_can_be_taken(office: Mobility, status: str, command: str) -> None:
    stay = await in_status(office, status)
    if command == "RecordNoShow":
        office.clock.move_to(baku(2027, 2, 2, 9))
    if command in {"RecordReturn", "RecordEarlyReturn"}:
        office.clock.move_to(baku(2027, 7, 1, 9))

    named = await paper(office, stay, command) if command.endswith("File") else {}

    answer = await office.does("officer", command, id=stay["id"], **{**GIVEN[command], **named})

    assert answer["status"] in (mobilities.commands[command].to or (status,))
