"""On what ground persons are kept as contacts, how they are forgotten, and who is turned to for a task."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.test_merging import merge, organisation, separate, state

ERIKA: dict[str, Any] = {"role": "nominations", "name": "Erika Muster", "email": "erika@konstanz.example"}
OFFICE: dict[str, Any] = {"ground": "office", "evidence": "https://konstanz.example/io"}
GIVEN: dict[str, Any] = {"data": ["name", "email"], "valid_from": "2026-09-01", "evidence": "Letter of 1 September"}
BY_CONSENT: dict[str, Any] = {"ground": "consent", "consent": GIVEN}


async def contact(office: Office, known: dict[str, Any], **given: Any) -> str:
    told = await office.does("officer", "AddContact", id=known["id"], **given)
    return str(told["state"]["contacts"][-1]["id"])


async def people(office: Office, known: dict[str, Any]) -> list[Any]:
    read = (await office.asks("officer", "POST", "/contacts/read", json={"ids": [known["id"]]})).json()
    return [(each["name"], each["email"]) for each in read["organisations"][0]["contacts"]]


async def consents(office: Office, known: dict[str, Any], role: str | None = "officer", **who: Any) -> Any:
    asked = {"ids": [known["id"]], "purpose": "A withdrawal by telephone"}
    told = await office.asks(role, "POST", "/contacts/consents/read", json=asked, **who)
    return told.json()["organisations"]


async def consent_of(office: Office, known: dict[str, Any]) -> str:
    return str((await consents(office, known))[0]["consents"][-1]["id"])


async def test_a_person_is_kept_on_a_ground_and_a_mailbox_needs_none(office: Office) -> None:
    known = await organisation(office, "Konstanz")

    without: list[dict[str, Any]] = [{}, {"ground": "office"}]
    for more in without:
        assert await office.refuses("officer", "AddContact", id=known["id"], **ERIKA, **more) == (
            "contact-ground-missing"
        )
    await contact(office, known, role="protocol", mailbox="p@konstanz.example")
    await contact(office, known, **ERIKA, **OFFICE)
    await contact(office, known, **ERIKA, **BY_CONSENT)

    assert await people(office, known) == [(None, None), *[("Erika Muster", "erika@konstanz.example")] * 2]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"data": ["name"]}, "contact-consent-missing"),
        ({"valid_from": "2026-10-01"}, "contact-consent-missing"),
        ({"valid_to": "2026-08-01"}, "contact-consent-dates-reversed"),
        ({"valid_to": "2026-09-06"}, "contact-consent-dates-reversed"),
    ],
)
async def test_data_goes_as_far_as_the_consent(office: Office, change: dict[str, Any], code: str) -> None:
    known = await organisation(office, "Konstanz")
    given: dict[str, Any] = {"ground": "consent", "consent": GIVEN | change}

    assert await office.refuses("officer", "AddContact", id=known["id"], **ERIKA, **given) == code


async def test_a_withdrawn_consent_purges_the_person_and_keeps_the_task(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await contact(office, known, **ERIKA, **BY_CONSENT)
    consent = await consent_of(office, known)

    told = await office.does("officer", "WithdrawContactConsent", id=known["id"], consent_id=consent)

    assert await people(office, known) == [(None, None)]
    assert told["state"]["contacts"][0]["role"] == "nominations"
    assert told["state"]["contacts"][0]["purged_on"] == "2026-09-07"
    again = await office.refuses("officer", "WithdrawContactConsent", id=known["id"], consent_id=consent)
    assert again == "contact-consent-unknown"


async def test_consents_are_read_by_those_who_may_know_the_contacts_and_each_look_is_written_down(
    office: Office,
) -> None:
    known = await organisation(office, "Konstanz")
    erika = await contact(office, known, **ERIKA, **BY_CONSENT)
    later = GIVEN | {"valid_from": "2026-10-01", "purpose": "press"}
    await office.does("officer", "RecordContactConsent", id=known["id"], contact_id=erika, consent=later)

    [told] = await consents(office, known)
    hidden = [await consents(office, known, role) for role in ("legal", "faculty_coordinator", "staff")]
    nobody = await office.asks(None, "POST", "/contacts/consents/read", json={"ids": [known["id"]]})

    given = {**GIVEN, "purpose": "correspondence", "valid_to": None, "withdrawn_on": None, "in_force": True}
    assert {name: told["consents"][0][name] for name in given} == given
    assert [(each["contact_id"], each["in_force"]) for each in told["consents"]] == [(erika, True), (erika, False)]
    assert (hidden, nobody.status_code) == ([[], [], []], 401)
    async with office.database.transaction() as session:
        [look] = await session.execute(select(store.read_log).where(store.read_log.c.fields == ["consents"]))
    assert (str(look.about), look.subject, look.purpose) == (known["id"], "officer-1", "A withdrawal by telephone")


async def test_another_consent_that_holds_keeps_what_it_covers(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    erika = await contact(office, known, **ERIKA, **BY_CONSENT)
    first = await consent_of(office, known)
    only_name = GIVEN | {"data": ["name"], "purpose": "directory"}
    await office.does("officer", "RecordContactConsent", id=known["id"], contact_id=erika, consent=only_name)

    await office.does("officer", "WithdrawContactConsent", id=known["id"], consent_id=first)

    assert await people(office, known) == [("Erika Muster", None)]


async def test_consents_are_of_contacts_and_have_their_days_in_order(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    erika = await contact(office, known, **ERIKA, **BY_CONSENT)
    about: dict[str, Any] = {"id": known["id"]}

    code = await office.refuses("officer", "RecordContactConsent", **about, contact_id=known["id"], consent=GIVEN)
    assert code == "unknown-contact"
    past = GIVEN | {"valid_to": "2026-09-01"}
    code = await office.refuses("officer", "RecordContactConsent", **about, contact_id=erika, consent=past)
    assert code == "contact-consent-dates-reversed"


async def test_an_expired_consent_purges_by_the_clock_once(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await contact(office, known, **ERIKA, ground="consent", consent=GIVEN | {"valid_to": "2026-12-31"})

    await office.waits_until(datetime(2026, 12, 31, 6, tzinfo=UTC))
    assert await people(office, known) == [("Erika Muster", "erika@konstanz.example")]
    office.clock.move_to(datetime(2027, 1, 1, 6, tzinfo=UTC))
    assert await people(office, known) == [(None, None)]
    await office.waits_until(datetime(2027, 1, 1, 6, tzinfo=UTC))

    told = (await office.messages_about(known["id"]))[-1]
    assert told["change"]["how"] == "purged"
    assert told["state"]["contacts"][0]["purged_on"] == "2027-01-01"


@pytest.mark.parametrize("archived", [False, True])
async def test_a_contact_person_is_forgotten_two_years_after_the_end(office: Office, archived: bool) -> None:  # noqa: FBT001
    known = await organisation(office, "Konstanz")
    erika = await contact(office, known, **ERIKA, **OFFICE)
    await office.does("officer", "EndContact", id=known["id"], contact_id=erika, on="2026-09-30")
    if archived:
        await office.does("officer", "ArchiveOrganisation", id=known["id"], reason="Closed down.")

    await office.waits_until(datetime(2028, 9, 30, 6, tzinfo=UTC))
    assert await people(office, known) == [("Erika Muster", "erika@konstanz.example")]
    await office.waits_until(datetime(2028, 10, 1, 6, tzinfo=UTC))

    assert await people(office, known) == [(None, None)]
    assert (await state(office, known["id"]))["contacts"][0]["purged_on"] == "2028-10-01"


async def test_a_person_who_wishes_is_forgotten_at_once(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    erika = await contact(office, known, **ERIKA, **OFFICE)

    await office.does("officer", "EraseContact", id=known["id"], contact_id=erika)

    assert await people(office, known) == [(None, None)]
    unknown = await office.refuses("officer", "EraseContact", id=known["id"], contact_id=known["id"])
    assert unknown == "unknown-contact"


async def test_no_trace_of_the_person_is_in_messages_or_the_audit(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await contact(office, known, **ERIKA, **BY_CONSENT)
    await office.does("officer", "WithdrawContactConsent", id=known["id"], consent_id=await consent_of(office, known))

    written = str(await office.messages_about(known["id"])) + str(await office.audit_of(known["id"]))

    assert [word for word in ("Muster", "erika", "Letter of 1 September") if word in written] == []


async def test_consents_move_with_a_merge_and_come_back(office: Office) -> None:
    kept, old = await organisation(office, "Kept"), await organisation(office, "Old")
    await contact(office, old, **ERIKA, **BY_CONSENT)
    await merge(office, old, kept)
    assert await people(office, kept) == [("Erika Muster", "erika@konstanz.example")]
    consent = await consent_of(office, kept)
    await office.does("officer", "WithdrawContactConsent", id=kept["id"], consent_id=consent)

    await separate(office, old)

    assert await people(office, kept) == []
    assert await people(office, old) == [(None, None)]


async def reach(office: Office, role: str, path: str, id: str, **more: Any) -> Any:
    response = await office.asks(role, "POST", path, json={"ids": [id]}, **more)
    found = response.json()["found"]
    return (
        [(each["role"], each["level"], each["mailbox"] or each["name"]) for each in found[0]["reach"]]
        if found
        else None
    )


async def test_the_agreements_contact_comes_before_the_units_and_that_before_the_organisations(office: Office) -> None:
    university = await organisation(office, "Konstanz")
    faculty = await organisation(office, "Law", kinds=["faculty"], parent_id=university["id"])
    agreement = await history.draft(
        office, university["id"], parties=[{"us": True}, {"organisation_id": university["id"], "unit": "LAW"}]
    )
    about = ("officer", "/agreements/reach", agreement["id"])

    await contact(office, university, role="coordinator", mailbox="top@konstanz.example")
    assert await reach(office, *about) == [("coordinator", "organisation", "top@konstanz.example")]
    await contact(office, faculty, role="coordinator", mailbox="law@konstanz.example")
    assert await reach(office, *about) == [("coordinator", "unit", "law@konstanz.example")]
    own = await contact(office, university, **ERIKA | {"role": "coordinator"}, **OFFICE, agreement_id=agreement["id"])
    assert await reach(office, *about) == [("coordinator", "agreement", "Erika Muster")]

    await office.does("officer", "EndContact", id=university["id"], contact_id=own, on="2026-09-06")
    assert await reach(office, *about) == [("coordinator", "unit", "law@konstanz.example")]
    assert (await history.reload(office, agreement))["version"] == agreement["version"]


async def test_a_unit_without_a_contact_of_its_own_is_reached_through_those_above(office: Office) -> None:
    university = await organisation(office, "Konstanz")
    faculty = await organisation(office, "Law", kinds=["faculty"], parent_id=university["id"])
    await contact(office, university, role="research", mailbox="r@konstanz.example")

    assert await reach(office, "officer", "/contacts/reach", faculty["id"]) == [
        ("research", "organisation", "r@konstanz.example")
    ]


async def test_a_contact_is_for_an_agreement_of_this_organisation(office: Office) -> None:
    known, other = await organisation(office, "Konstanz"), await organisation(office, "Bonn")
    agreement = await history.draft(office, other["id"])
    given: dict[str, Any] = {"role": "research", "mailbox": "r@konstanz.example"}

    for named in (agreement["id"], known["id"]):
        code = await office.refuses("officer", "AddContact", id=known["id"], **given, agreement_id=named)
        assert code == "contact-agreement-of-others"


@pytest.mark.parametrize(
    ("role", "units", "seen"),
    [
        ("officer", [], True),
        ("auditor", [], True),
        ("faculty_coordinator", ["philology"], True),
        ("faculty_coordinator", ["physics"], False),
        ("legal", [], False),
    ],
)
async def test_who_may_read_contacts_may_ask_whom_to_turn_to(
    office: Office,
    role: str,
    units: list[str],
    seen: bool,  # noqa: FBT001
) -> None:
    known = await organisation(office, "Konstanz", unit="philology")
    await contact(office, known, role="research", mailbox="r@konstanz.example")

    found = await reach(office, role, "/contacts/reach", known["id"], units=units)

    assert bool(found) is seen


async def test_whoever_is_turned_to_is_looked_up_in_writing(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    await contact(office, known, **ERIKA, **OFFICE)

    await reach(office, "officer", "/contacts/reach", known["id"])

    async with office.database.transaction() as session:
        rows = await session.execute(select(store.read_log.c.subject, store.read_log.c.about))
        assert [(row.subject, str(row.about)) for row in rows] == [("officer-1", known["id"])]
    assert (await office.asks(None, "POST", "/contacts/reach", json={"ids": [known["id"]]})).status_code == 401
