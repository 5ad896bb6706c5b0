"""What the office knows of people, and what it says about them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.mobility.aysel import AYSEL, CONSENT, SECRETS
from tests.mobility.conftest import Mobility, reads
from tests.office import Refused


async def test_a_registered_person_is_spoken_of_without_a_name(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    [said] = await office.messages_about(person)

    assert said["type"] == "az.edu.gdu.mobility.person.registered.v1"
    assert (said["state"]["kind"], said["state"]["unit"], said["change"]) == ("student", "philology", {})
    assert not [secret for secret in SECRETS if secret in str(said)]


async def test_the_audit_says_what_was_corrected_but_not_from_what_to_what(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    await office.does("officer", "CorrectPerson", id=person, family_name="Məmmədova", citizenship="GE")

    trail = await office.audit_of(person)
    assert set(trail[1]["changes"]) == {"family_name", "citizenship", "search_key"}
    assert trail[1]["changes"]["family_name"] == ["•", "•"]
    assert not [secret for secret in (*SECRETS, "Məmmədova") if secret in str(trail)]


async def test_a_correction_changes_what_is_given_and_nothing_else(office: Mobility) -> None:
    person = await office.person(**AYSEL)

    await office.does("officer", "CorrectPerson", id=person, citizenship="GE")

    [known] = await reads(office, "officer", [person])
    assert known == {"id": person, "given_name": "Aysel", "citizenship": "GE"}


async def test_one_name_is_enough_and_a_given_name_that_was_invented_goes(office: Mobility) -> None:
    sukarno: dict[str, Any] = {"kind": "student", "family_name": "Sukarno"}
    person = (await office.does("officer", "RegisterPerson", **sukarno))["id"]
    doubled = (await office.does("officer", "RegisterPerson", **sukarno, given_name="Sukarno"))["id"]

    await office.does("officer", "CorrectPerson", id=doubled, one_name=True)

    question: dict[str, Any] = {"ids": [person, doubled], "fields": ["given_name", "family_name"]}
    known = (await office.asks("officer", "POST", "/people/read", json=question)).json()["people"]
    assert [(each["given_name"], each["family_name"]) for each in known] == [(None, "Sukarno")] * 2
    both = await office.refuses("officer", "CorrectPerson", id=person, one_name=True, given_name="Ahmed")
    assert both == "person-one-name-or-two"
    assert await office.refuses("officer", "CorrectPerson", id=person, one_name=False) == "invalid-input"


async def test_nobody_is_born_after_today(office: Mobility) -> None:
    tomorrow = (office.clock.now() + timedelta(days=2)).date().isoformat()
    person = await office.person(birth_date=office.clock.now().date().isoformat())

    registering = await office.refuses("officer", "RegisterPerson", **AYSEL | {"birth_date": tomorrow})
    correcting = await office.refuses("officer", "CorrectPerson", id=person, birth_date=tomorrow)

    assert (registering, correcting) == ("person-born-in-the-future", "person-born-in-the-future")


async def test_a_university_number_belongs_to_one_person(office: Mobility) -> None:
    await office.person(**AYSEL)
    other = await office.person(university_number="GDU-1")

    twin: dict[str, Any] = {"kind": "student", "given_name": "A", "family_name": "B", "university_number": "GDU-4711"}
    registering = await office.refuses("officer", "RegisterPerson", **twin)
    correcting = await office.refuses("officer", "CorrectPerson", id=other, university_number="GDU-4711")

    assert (registering, correcting) == ("person-number-taken", "person-number-taken")


async def test_somebody_of_the_same_name_and_birth_date_is_offered_and_not_joined(office: Mobility) -> None:
    first = await office.does("officer", "RegisterPerson", **AYSEL | {"university_number": None})

    second = await office.does("officer", "RegisterPerson", **AYSEL | {"university_number": None})

    [warning] = second["warnings"]
    assert warning["code"] == "person-may-be-known"
    assert first["state"]["code"] in warning["message"]
    assert second["id"] != first["id"]


async def test_a_consent_is_taken_back_once(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordConsent", id=person, **CONSENT)
    question: dict[str, Any] = {"ids": [person], "fields": ["consents"]}
    [known] = (await office.asks("officer", "POST", "/people/read", json=question)).json()["people"]
    consent: dict[str, Any] = {"id": person, "consent_id": known["consents"][0]["id"]}

    await office.does("student", "WithdrawConsent", by={"person_id": UUID(person)}, **consent)

    assert await office.refuses("officer", "WithdrawConsent", **consent) == "person-consent-unknown"
    assert (await office.messages_about(person))[-1]["change"] == {"purpose": "share_with_host"}


async def test_a_consent_that_ends_before_it_begins_is_refused(office: Mobility) -> None:
    person = await office.person()
    given: dict[str, Any] = CONSENT | {"valid_to": "2026-10-31"}

    assert await office.refuses("officer", "RecordConsent", id=person, **given) == "person-consent-dates-reversed"


async def test_a_key_used_twice_registers_one_person(office: Mobility) -> None:
    once = await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL)

    again = await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL)

    assert again == once
    with pytest.raises(Refused, match="idempotency-key-reused"):
        await office.does("officer", "RegisterPerson", idempotency_key="k-1", **AYSEL | {"given_name": "Leyla"})
