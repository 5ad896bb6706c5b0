"""Papers of stays: the certificate by the actual days, and the list of nominees by their consent."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from korpu_mobility.files import files
from tests.mobility.aysel import AYSEL, CONSENT, SECRETS
from tests.mobility.conftest import PARTNER, Mobility
from tests.mobility.learning_agreements.conftest import INCOMING
from tests.mobility.papers.conftest import named_partner
from tests.papers import file_of, link_to, pages, words

AYDIN = {"given_name": "Aydın", "family_name": "Məmmədov", "university_number": "GDU-4712"}
SIGNS: dict[str, Any] = {"signatory": "Leyla Həsənova", "signatory_function": {"az": "Şöbə müdiri", "en": "Head"}}


async def stayed(office: Mobility, **condition: Any) -> tuple[str, Any]:
    """Aysel has been abroad (or here); gives her id and the stay."""
    await named_partner(office)
    person = await office.person(**AYSEL)
    stay = await office.nominates(await office.agreement(**condition), person_id=person)
    return person, await office.brings(stay, "returned")


async def certified(office: Mobility, stay: Any, **given: Any) -> Any:
    return (await office.does("officer", "MakeStayCertificate", mobility_id=stay["id"], **SIGNS | given))["state"]


async def log_about(office: Mobility, id: str) -> list[str]:
    async with office.database.transaction() as session:
        rows = await session.execute(text("select fields::text from read_log where about = :id"), {"id": id})
        return [row[0] for row in rows]


async def test_a_stay_is_certified_by_the_days_on_which_it_really_began_and_ended(office: Mobility) -> None:
    person, stay = await stayed(office)

    paper = await certified(office, stay)
    told = words(await file_of(office, paper))

    for said in ("Aysel Əliyeva", "3 fevral 2027", "3 February 2027", "30 June 2027", "Kassel Universiteti", "study"):
        assert said in told
    assert "our university sent the person" in told
    assert (paper["mobility_id"], paper["person_id"], paper["number"]) == (stay["id"], person, stay["state"]["code"])
    assert [each["organisation_id"] for each in paper["parties"]] == [None, str(PARTNER)]
    assert paper["code"].startswith("MDOC-2027-")


async def test_who_came_to_us_is_certified_as_our_guest(office: Mobility) -> None:
    _, stay = await stayed(office, **INCOMING)

    told = words(await file_of(office, await certified(office, stay, languages=["en"])))

    assert "was at our university" in told
    assert told.index("University of Kassel") < told.rindex("Ganja State University")


async def test_a_stay_that_is_not_over_is_not_certified(office: Mobility) -> None:
    await named_partner(office)
    stay = await office.brings(await office.nominates(await office.agreement()), "arrived")

    assert await office.refuses("officer", "MakeStayCertificate", mobility_id=stay["id"]) == "paper-stay-not-over"


async def test_an_organisation_that_was_never_heard_by_name_is_on_no_paper(office: Mobility) -> None:
    stay = await office.brings(await office.nominates(await office.agreement()), "returned")

    code = await office.refuses("officer", "MakeStayCertificate", mobility_id=stay["id"])

    assert code == "paper-organisation-unnamed"


async def test_names_are_on_the_paper_alone_and_each_look_is_in_the_log_of_the_person(office: Mobility) -> None:
    person, stay = await stayed(office)

    paper = await certified(office, stay)
    await file_of(office, paper, "officer")

    said = [str(message) for message in await office.messages_about(paper["id"])]
    assert said
    assert not [secret for secret in SECRETS for message in said if secret in message]
    log = await log_about(office, person)
    assert any("given_name" in each for each in log)
    assert any(f"file:{paper['file']['id']}" in each for each in log)


@pytest.mark.parametrize(
    ("role", "units", "status"),
    [("faculty_coordinator", ["philology"], 200), ("faculty_coordinator", ["physics"], 404), ("finance", [], 404)],
)
async def test_who_arranges_the_stay_has_the_certificate(
    office: Mobility, role: str, units: list[str], status: int
) -> None:
    _, stay = await stayed(office)

    assert (await link_to(office, await certified(office, stay), role, units=units)).status_code == status


async def test_the_file_of_a_certificate_goes_with_the_person_and_the_paper_can_still_be_checked(
    office: Mobility,
) -> None:
    person, stay = await stayed(office)
    paper = await certified(office, stay)

    await office.does("officer", "ErasePerson", id=person, basis="own_request")
    after = (await office.asks("officer", "GET", f"/mobility-paper/{paper['id']}")).json()
    office.clock.move_to(office.clock.now() + timedelta(hours=25))
    await files.sweep(office.database)

    assert after["forgotten_on"] is not None
    assert (after["status"], after["code_digest"]) == ("issued", paper["code_digest"])
    assert (await link_to(office, paper, "officer")).status_code == 404
    assert not await files.objects.holds(paper["file"]["sha256"])
    assert await office.refuses("officer", "MakeStayCertificate", mobility_id=stay["id"]) == "paper-person-forgotten"


async def nominees(office: Mobility, *, consenting: bool = True) -> tuple[Any, list[Any]]:
    """Aysel and Aydın are nominated to the partner."""
    await named_partner(office)
    agreement = await office.agreement()
    stays = []
    for each in (AYSEL, AYDIN):
        person = await office.person(**each)
        if consenting or each is AYSEL:
            await office.does("officer", "RecordConsent", id=person, **CONSENT)
        stays.append(await office.nominates(agreement, person_id=person))
    return agreement, stays


LIST: dict[str, Any] = {"organisation_id": str(PARTNER), "academic_year": "2026/2027"}


async def test_those_whom_we_nominate_to_a_partner_stand_on_one_list(office: Mobility) -> None:
    _, stays = await nominees(office)

    paper = (await office.does("officer", "MakeNominationList", **LIST, **SIGNS))["state"]
    told = words(await file_of(office, paper))

    for said in ("Aysel Əliyeva", "Aydın Məmmədov", "The list has 2 names", "01.02.2027 – 30.06.2027", "EQF 6"):
        assert said in told
    assert AYSEL["email"] not in told
    assert [each["state"]["code"] in told for each in stays] == [True, True]
    assert (paper["person_id"], len(paper["person_ids"])) == (None, 2)
    nominee = {"person_id": UUID(stays[0]["state"]["person_id"])}
    assert (await link_to(office, paper, "student", **nominee)).status_code == 404


async def test_nobody_is_named_to_a_partner_who_has_not_agreed_to_it(office: Mobility) -> None:
    await nominees(office, consenting=False)

    assert await office.refuses("officer", "MakeNominationList", **LIST) == "paper-consent-missing"


async def test_a_list_without_nominees_is_not_made(office: Mobility) -> None:
    await nominees(office)

    code = await office.refuses("officer", "MakeNominationList", **LIST | {"academic_year": "2027/2028"})

    assert code == "paper-nobody-nominated"


async def test_what_was_certified_by_mistake_is_revoked(office: Mobility) -> None:
    _, stay = await stayed(office)
    paper = await certified(office, stay)

    revoked = await office.does("officer", "RevokeMobilityPaper", id=paper["id"], reason="The wrong year")

    assert (revoked["state"]["status"], revoked["state"]["reason"]) == ("revoked", "The wrong year")


async def test_whoever_signs_stands_below_words_and_never_alone_on_a_page(office: Mobility) -> None:
    await named_partner(office)
    agreement = await office.agreement(people_per_year=60)
    for place in range(34):
        person = await office.person(given_name=f"Ad{place}", family_name="Soyad", university_number=f"N-{place}")
        await office.does("officer", "RecordConsent", id=person, **CONSENT)
        await office.nominates(agreement, person_id=person)

    for languages in (["az"], ["az", "en"], ["de", "fr"]):
        given = {"signatory": "Leyla Həsənova", "languages": languages, **LIST}
        paper = (await office.does("officer", "MakeNominationList", **given))["state"]
        [*_, last] = [page for page in pages(await file_of(office, paper)) if "Leyla Həsənova" in page]
        assert "34" in last[: last.index("Leyla Həsənova")]
