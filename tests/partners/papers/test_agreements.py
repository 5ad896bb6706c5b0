"""Papers of agreements: what stands on them, which terms, and who may make them."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest

from korpu_documents.papers.codes import check_of, digest_of, new_code, shown
from korpu_documents.papers.letterhead import letterhead
from korpu_partners.generated_documents.tables import Paper
from tests.office import Office, Refused
from tests.partners.agreements.history import approved, draft, partner, signed
from tests.partners.papers.pages import file_of, made, words

BOTH = {"az": "Tələbə mübadiləsi", "ru": "Обмен студентами", "en": "Student exchange"}


@pytest.fixture(autouse=True)
def _at_the_portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment says where the gateway is."""
    monkeypatch.setenv("KORPU_PUBLIC_URL", "https://portal.gdu.edu.az")
    letterhead.cache_clear()
    yield
    letterhead.cache_clear()


async def test_a_paper_holds_both_languages_side_by_side(office: Office) -> None:
    agreement = await approved(office, title=BOTH)

    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"], languages=["az", "ru"])

    pdf = await file_of(office, paper)
    told = words(pdf)
    assert hashlib.sha256(pdf).hexdigest() == paper["file"]["sha256"]
    for expected in ("Gəncə Dövlət Universiteti", "Tələbə mübadiləsi", "Обмен студентами", "Подписи сторон"):
        assert expected in told
    assert agreement["code"] in told
    assert "University of Konstanz" in told
    assert (paper["terms_version"], paper["terms_hash"]) == (agreement["terms_version"], agreement["terms_hash"])
    assert await office.said_about(paper["id"]) == ["made"]


async def test_the_code_is_on_paper_and_its_digest_in_the_message(office: Office) -> None:
    agreement = await approved(office)

    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    async with office.database.transaction() as session:
        held = await session.get(Paper, paper["id"])
        assert held is not None
    assert held.verification_code not in str(await office.messages_about(paper["id"]))
    assert held.verification_code not in str(await office.audit_of(paper["id"]))
    assert paper["code_digest"] == digest_of(held.verification_code)
    told = words(await file_of(office, paper))
    assert shown(held.verification_code) in told
    assert f"https://portal.gdu.edu.az/verify/{held.verification_code}" in told.replace(" ", "")


async def test_terms_that_are_not_approved_are_printed_as_a_draft_only(office: Office) -> None:
    agreement = await draft(office)

    code = await office.refuses("officer", "MakeAgreementPaper", agreement_id=agreement["id"])
    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"], draft=True)

    assert code == "paper-terms-not-approved"
    assert paper["draft"]
    assert "DRAFT" in words(await file_of(office, paper))


async def test_a_missing_translation_is_named(office: Office) -> None:
    agreement = await approved(office, title={"az": "Mübadilə"})

    with pytest.raises(Refused) as refused:
        await office.does("officer", "MakeAgreementPaper", by={"language": "en"}, agreement_id=agreement["id"])

    assert refused.value.code == "paper-language-missing"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"languages": ["az", "az"]}, "paper-languages-wrong"),
        ({"template_version": 999}, "paper-template-unknown"),
    ],
)
async def test_what_cannot_be_made_is_refused(office: Office, given: dict[str, Any], code: str) -> None:
    agreement = await approved(office)

    assert await office.refuses("officer", "MakeAgreementPaper", agreement_id=agreement["id"], **given) == code


async def test_letters_that_no_font_has_are_refused(office: Office) -> None:
    agreement = await approved(office, title={"az": "大学", "en": "大学"})

    code = await office.refuses("officer", "MakeAgreementPaper", agreement_id=agreement["id"])

    assert code == "paper-cannot-be-printed"


async def test_a_title_full_of_code_is_printed_as_it_is(office: Office) -> None:
    hostile = '#read("/letter/1/words.toml") ] [ $ \\ {notice} #panic()'
    agreement = await approved(office, title={"az": hostile, "en": hostile})

    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"], languages=["en"])

    assert hostile in words(await file_of(office, paper))


async def test_a_notice_of_termination_names_the_day_and_the_reason(office: Office) -> None:
    agreement = await signed(office, starts="2026-09-07")
    given = {"agreement_id": agreement["id"], "effective": "2027-01-31", "reason": {"az": "Səbəb var", "en": "No use"}}

    paper = await made(office, "MakeTerminationPaper", **given)

    told = words(await file_of(office, paper))
    assert "31 yanvar 2027" in told
    assert "No use" in told


async def test_only_what_binds_is_ended(office: Office) -> None:
    agreement = await draft(office)
    given = {"agreement_id": agreement["id"], "effective": "2027-01-31", "reason": {"az": "s", "en": "r"}}

    assert await office.refuses("officer", "MakeTerminationPaper", **given) == "paper-agreement-not-binding"


async def test_a_revoked_paper_says_why_and_is_revoked_once(office: Office) -> None:
    agreement = await approved(office)
    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    revoked = await made(office, "RevokePaper", id=paper["id"], reason="wrong dates")

    assert (revoked["status"], revoked["reason"], revoked["revoked_on"]) == ("revoked", "wrong dates", "2026-09-07")
    assert await office.refuses("officer", "RevokePaper", id=paper["id"], reason="again") == "wrong-status"
    assert await file_of(office, paper)


async def test_without_an_address_of_the_portal_there_is_a_code_and_no_qr(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KORPU_PUBLIC_URL")
    letterhead.cache_clear()
    agreement = await approved(
        office, parties=[{"us": True}, {"organisation_id": await partner(office)}], conditions=[]
    )

    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    assert "/verify/" not in words(await file_of(office, paper))


def test_a_code_notices_every_wrong_letter() -> None:
    code = new_code()

    assert len(code) == 24
    other = {letter + code[1:-1] for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if letter != code[0]}
    assert all(check_of(each) != check_of(code[:-1]) for each in other)
    assert len({new_code() for _ in range(1000)}) == 1000
