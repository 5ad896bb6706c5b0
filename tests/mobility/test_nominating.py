"""Nominating people to the seats that agreements open."""

import asyncio
from typing import Any

import pytest

from tests.mobility.conftest import PARTNER, Mobility, baku
from tests.office import Refused


async def test_a_nominee_has_a_seat_and_belongs_to_the_story_of_the_agreement(office: Mobility) -> None:
    agreement = await office.agreement()

    nominated = await office.nominates(agreement)

    assert nominated["status"] == "nominated"
    assert nominated["state"]["correlation_id"] == str(agreement.correlation_id)
    assert await office.said_about(nominated["id"]) == ["nominated"]


async def test_who_sends_and_who_receives_follows_from_the_condition(office: Mobility) -> None:
    out = await office.nominates(await office.agreement())
    ours = {"organisation_id": None, "unit": "history"}
    sides: dict[str, Any] = {"from": {"organisation_id": str(PARTNER)}, "to": ours}
    into = await office.nominates(await office.agreement(**sides), person_id=await office.person(unit=None))

    assert (out["state"]["direction"], out["state"]["receiver_id"]) == ("outgoing", str(PARTNER))
    assert (into["state"]["direction"], into["state"]["sender_id"]) == ("incoming", str(PARTNER))
    assert into["state"]["unit"] == "history"


@pytest.mark.parametrize(
    ("condition", "nominee", "code"),
    [
        ({"eqf": [6, 7]}, {"level": 8}, "mobility-level-not-eligible"),
        ({"isced": ["0220", "0421"]}, {"field": "0231"}, "mobility-field-not-eligible"),
        ({"language": "en", "cefr": "B2"}, {"language_level": "B1"}, "mobility-language-too-low"),
        ({"language": "en", "cefr": "B2"}, {}, "mobility-language-too-low"),
        ({}, {"academic_year": "2029/2030"}, "mobility-year-not-covered"),
        ({"kind": "teaching"}, {}, "mobility-audience-not-eligible"),
        ({"from": {"organisation_id": None, "unit": "history"}}, {}, "mobility-unit-not-eligible"),
        ({}, {"planned_to": "2027-01-31"}, "mobility-dates-reversed"),
    ],
)
async def test_who_does_not_fit_is_refused_with_the_rules_code(
    office: Mobility, condition: dict[str, Any], nominee: dict[str, Any], code: str
) -> None:
    agreement = await office.agreement(**condition)

    assert await office.refuses_nomination(agreement, **nominee) == code


@pytest.mark.parametrize(
    ("condition", "nominee"),
    [
        ({"eqf": []}, {"level": 8}),
        ({"isced": ["0200"]}, {"field": "0231"}),
        ({"isced": ["0230"]}, {"field": "0231"}),
        ({"language": "en", "cefr": "B2"}, {"language_level": "C1"}),
        ({"from": {"organisation_id": None, "unit": "philology"}}, {}),
    ],
)
async def test_who_fits_is_nominated(office: Mobility, condition: dict[str, Any], nominee: dict[str, Any]) -> None:
    agreement = await office.agreement(**condition)

    assert (await office.nominates(agreement, **nominee))["status"] == "nominated"


async def test_teaching_is_for_staff(office: Mobility) -> None:
    agreement = await office.agreement(kind="teaching")

    nominated = await office.nominates(agreement, person_id=await office.person(kind="staff"))

    assert nominated["state"]["audience"] == "staff"


@pytest.mark.parametrize("status", ["draft", "in_review", "approved", "awaiting_start", "suspended", "terminated"])
async def test_an_agreement_that_is_not_in_force_opens_no_seat(office: Mobility, status: str) -> None:
    agreement = await office.agreement(status=status)

    assert await office.refuses_nomination(agreement) == "mobility-agreement-not-in-force"


async def test_a_condition_nobody_has_told_us_of_is_unknown(office: Mobility) -> None:
    agreement = await office.agreement()
    nomination: dict[str, Any] = office.nomination(agreement, await office.person()) | {"condition_id": str(PARTNER)}

    assert await office.refuses("officer", "NominatePerson", **nomination) == "mobility-condition-unknown"


@pytest.mark.parametrize("status", ["suspended", "archived"])
async def test_nobody_goes_to_a_partner_who_is_not_active(office: Mobility, status: str) -> None:
    agreement = await office.agreement()
    organisation: dict[str, Any] = {"id": str(PARTNER), "version": 3, "status": status}
    await office.hears("partners.organisations.v1", f"organisation.{status}", organisation)

    assert await office.refuses_nomination(agreement) == "mobility-partner-not-active"


async def test_an_unknown_person_cannot_be_nominated(office: Mobility) -> None:
    agreement = await office.agreement()

    assert await office.refuses_nomination(agreement, person_id=str(PARTNER)) == "not-found"


async def test_one_person_is_not_at_two_places_at_once_and_the_other_stay_is_named(office: Mobility) -> None:
    person = await office.person()
    first = await office.nominates(await office.agreement(), person_id=person)
    elsewhere = await office.agreement()

    with pytest.raises(Refused) as refused:
        await office.nominates(elsewhere, person_id=person, planned_from="2027-06-29", planned_to="2027-08-01")

    assert refused.value.code == "mobility-stays-overlap"
    assert first["state"]["code"] in refused.value.problem["detail"]


async def test_one_may_leave_one_stay_and_begin_another_on_the_same_day(office: Mobility) -> None:
    person = await office.person()
    await office.nominates(await office.agreement(), person_id=person)

    second = await office.nominates(
        await office.agreement(), person_id=person, planned_from="2027-06-30", planned_to="2027-08-01"
    )

    assert second["status"] == "nominated"


async def test_a_stay_that_ended_early_blocks_no_day_after_its_end(office: Mobility) -> None:
    person = await office.person()
    stay = await office.brings(await office.nominates(await office.agreement(), person_id=person), "arrived")
    office.clock.move_to(baku(2027, 4, 2, 9))
    early: dict[str, Any] = {"on": "2027-04-01", "force_majeure": True, "reason": "An earthquake"}
    await office.does("officer", "RecordEarlyReturn", id=stay["id"], **early)

    other = await office.nominates(
        await office.agreement(), person_id=person, planned_from="2027-04-15", planned_to="2027-06-30"
    )

    assert other["status"] == "nominated"


async def test_two_nominations_of_one_person_at_the_same_moment_do_not_overlap(office: Mobility) -> None:
    person = await office.person()
    agreements = [await office.agreement() for _ in range(2)]

    answers = await asyncio.gather(
        *(office.nominates(agreement, person_id=person) for agreement in agreements), return_exceptions=True
    )

    assert [answer.code for answer in answers if isinstance(answer, Refused)] == ["mobility-stays-overlap"]


async def test_whoever_does_not_want_to_wait_is_refused_when_all_seats_are_taken(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    await office.nominates(agreement)

    assert await office.refuses_nomination(agreement, wait=False) == "mobility-no-seat-left"


async def test_two_who_want_the_last_seat_at_once_do_not_both_get_it(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    people = [await office.person() for _ in range(8)]

    answers = await asyncio.gather(*(office.nominates(agreement, person_id=person) for person in people))

    assert sorted(answer["status"] for answer in answers) == ["nominated"] + ["waitlisted"] * 7
    assert sorted(answer["state"]["waiting"] or 0 for answer in answers) == list(range(8))


async def test_seats_are_counted_for_each_academic_year(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    await office.nominates(agreement)

    later = await office.nominates(
        agreement, academic_year="2027/2028", planned_from="2028-02-01", planned_to="2028-06-30"
    )

    assert later["status"] == "nominated"


async def test_without_consent_to_share_data_with_the_host_the_officer_is_warned(office: Mobility) -> None:
    agreement = await office.agreement()
    person = await office.person()
    warned = await office.nominates(agreement, person_id=person, planned_to="2027-03-01")
    consent: dict[str, Any] = {
        "purpose": "share_with_host",
        "data": ["names"],
        "valid_from": "2026-11-01",
        "evidence": "Form 12",
    }
    await office.does("officer", "RecordConsent", id=person, **consent)

    silent = await office.nominates(agreement, person_id=person, planned_from="2027-04-01")

    assert [warning["code"] for warning in warned["warnings"]] == ["mobility-consent-missing"]
    assert silent["warnings"] == []


async def test_dates_outside_the_academic_year_are_done_with_a_warning(office: Mobility) -> None:
    answer = await office.nominates(await office.agreement(), planned_from="2025-02-01")

    assert "mobility-dates-outside-year" in [warning["code"] for warning in answer["warnings"]]


@pytest.mark.parametrize("condition", [{"months_per_year": 10}, {"months_per_year": None, "days_per_year": 300}])
async def test_stays_that_are_together_longer_than_agreed_are_done_with_a_warning(
    office: Mobility, condition: dict[str, Any]
) -> None:
    agreement = await office.agreement(**condition)

    answers = await office.fills(agreement, 3)

    warned = ["mobility-length-exceeded" in [warning["code"] for warning in each["warnings"]] for each in answers]
    assert warned == [False, False, True]
    assert "450" in str(answers[2]["warnings"])


@pytest.mark.parametrize("kind", ["reviewer", "interpreter"])
async def test_who_works_for_the_office_from_outside_is_known_and_nominated_for_no_stay(
    office: Mobility, kind: str
) -> None:
    person = await office.person(kind=kind)

    code = await office.refuses_nomination(await office.agreement(), person_id=person)

    told = [each["state"]["kind"] for each in await office.messages_about(person)]
    assert (code, told) == ("person-from-outside", [kind])
