"""A person asks to be forgotten: the data goes everywhere, the statistics stand."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from korpu_mobility.people.tables import RestrictedDocument
from tests.mobility.aysel import AYSEL, CONSENT, PASSPORT, SECRETS
from tests.mobility.conftest import Mobility, baku, reads


async def everything_kept(office: Mobility) -> str:
    """All that the database holds, as one text."""
    async with office.database.transaction() as session:
        tables = await session.scalars(text("select tablename from pg_tables where schemaname = 'public'"))
        rows = [
            await session.scalars(text(f'select cast(to_jsonb(t) as text) from "{name}" t'))  # noqa: S608 -- our own names
            for name in tables
        ]
        return "\n".join(line for found in rows for line in found)


async def test_an_erased_person_is_gone_from_every_table_and_the_statistics_stand(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=2)
    person = await office.person(**AYSEL)
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)
    await office.does("officer", "RecordConsent", id=person, **CONSENT)
    stay = await office.nominates(agreement, person_id=person, language_level="C1")
    await office.does("officer", "CancelMobility", id=stay["id"], cause="own_wish", reason="Aysel is getting married")
    await reads(office, "officer", [person])
    statistics = (await office.asks("officer", "GET", "/people/statistics")).json()
    assert [secret for secret in SECRETS if secret in await everything_kept(office)] != []

    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    kept = await everything_kept(office)
    assert not [secret for secret in (*SECRETS, "C01234567", "married", 'C1"') if secret in kept]
    assert (await office.asks("officer", "GET", "/people/statistics")).json() == statistics
    assert statistics == [
        {"kind": "student", "gender": "female", "citizenship": "AZ", "education_country": "TR", "people": 1}
    ]
    assert (await office.stay(stay))["person_id"] == person
    assert (await office.messages_about(person))[-1]["type"] == "az.edu.gdu.mobility.person.erased.v1"


async def test_erasing_cancels_stays_that_have_not_begun_and_leaves_those_that_were(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    person = await office.person()
    over = await office.brings(await office.nominates(agreement, person_id=person), "closed")
    later: dict[str, Any] = {"academic_year": "2027/2028", "planned_from": "2027-09-15", "planned_to": "2028-01-31"}
    open_stay = await office.nominates(agreement, person_id=person, **later)
    waiting = await office.nominates(agreement, **later)

    await office.does("head", "ErasePerson", id=person, basis="own_request")

    assert (await office.stay(over))["status"] == "closed"
    cancelled = await office.stay(open_stay)
    assert (cancelled["status"], cancelled["cause"]) == ("cancelled", "erased")
    assert (await office.stay(waiting))["status"] == "offered"


async def test_nothing_more_happens_with_an_erased_person(office: Mobility) -> None:
    agreement = await office.agreement()
    person = await office.person()
    await office.does("officer", "ErasePerson", id=person, basis="own_request")

    codes = [
        await office.refuses("officer", "ErasePerson", id=person, basis="own_request"),
        await office.refuses("officer", "CorrectPerson", id=person, given_name="Aysel"),
        await office.refuses("officer", "RecordConsent", id=person, **CONSENT),
        await office.refuses("officer", "WithdrawConsent", id=person, consent_id=str(uuid4())),
        await office.refuses("officer", "RecordDocument", id=person, **PASSPORT),
        await office.refuses_nomination(agreement, person_id=person),
    ]

    assert codes == [*["wrong-status"] * 5, "person-erased"]


async def test_documents_are_destroyed_with_the_person(office: Mobility) -> None:
    person = await office.person()
    await office.does("officer", "RecordDocument", id=person, **PASSPORT)

    await office.does("officer", "ErasePerson", id=person, basis="court_or_authority")

    async with office.database.transaction() as session:
        assert (await session.scalars(select(RestrictedDocument))).all() == []


@pytest.mark.parametrize(("kind", "years"), [("student", 5), ("staff", 5), ("applicant", 2)])
async def test_one_with_whom_we_have_nothing_to_do_any_more_is_forgotten(
    office: Mobility, kind: str, years: int
) -> None:
    person = await office.person(kind=kind)

    await office.waits_until(baku(2026 + years, 11, 23))
    before = await reads(office, "officer", [person])
    await office.waits_until(baku(2026 + years, 11, 30))

    assert before[0]["given_name"] == "Aysel"
    assert (await reads(office, "officer", [person]))[0]["given_name"] is None
    assert (await office.messages_about(person))[-1]["change"] == {"basis": "retention_ended"}


async def test_one_who_went_abroad_since_is_kept_five_years_from_then(office: Mobility) -> None:
    person = await office.person()
    stay = await office.brings(await office.nominates(await office.agreement(), person_id=person), "closed")

    await office.waits_until(baku(2032, 6, 30))
    kept = await reads(office, "officer", [person])
    await office.waits_until(baku(2032, 7, 10))

    assert kept[0]["given_name"] == "Aysel"
    assert await office.said_about(person) == ["registered", "kept", "erased"]
    assert (await office.stay(stay))["status"] == "closed"
