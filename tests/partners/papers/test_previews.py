"""Previews: what would be made of a template, an agreement or a letter, while nothing is recorded."""

from typing import Any

import pytest
from sqlalchemy import text

from tests.office import Office
from tests.partners.agreements.history import approved, draft, partner, seats, signed
from tests.partners.letters.post import went_out
from tests.partners.papers.pages import words

REASON = {"az": "Səbəb var", "en": "No use"}


async def traces(office: Office) -> list[int]:
    """How much has been written down so far."""
    counted = "SELECT (SELECT count(*) FROM {}), (SELECT count(*) FROM {}), (SELECT count(*) FROM {})"
    async with office.database.transaction() as session:
        row = (await session.execute(text(counted.format("audit", "uploaded_file", "series")))).one()
    return list(row)


async def previewed(office: Office, command: str, role: str = "officer", **given: Any) -> Any:
    return await office.asks(role, "POST", f"/papers/preview/{command}", json=given)


@pytest.mark.parametrize("template", ["letter", "agreement", "memorandum", "amendment", "termination"])
async def test_every_template_is_previewed_with_sample_data(office: Office, template: str) -> None:
    asked = {"template": template, "languages": ["az", "fr"]}

    shown = await office.asks("officer", "POST", "/papers/preview", json=asked)
    refused = await office.asks("auditor", "POST", "/papers/preview", json=asked)

    assert shown.headers["content-type"] == "application/pdf"
    assert "Université" in words(shown.content)
    assert refused.status_code == 403


async def test_the_terms_of_an_agreement_are_previewed_under_its_number(office: Office) -> None:
    partner_id = await partner(office)
    agreement = await draft(office, partner_id, conditions=[seats(partner_id, people=17)])
    before = await traces(office)

    shown = await previewed(office, "make-agreement-paper", agreement_id=agreement["id"], draft=True)

    told = words(shown.content)
    assert all(each in told for each in ("PREVIEW", agreement["code"], "Tələbə mübadiləsi", "17", "EQF 6 və 7"))
    assert "Code to check" not in told
    assert await traces(office) == before


async def test_the_words_of_a_letter_and_of_a_notice_are_previewed(office: Office) -> None:
    letter, agreement = await went_out(office), await signed(office)
    before = await traces(office)
    body = {"az": "Sizi dəvət edirik.", "en": "You are invited."}
    ending = {"agreement_id": agreement["id"], "effective": "2027-01-31", "reason": REASON}

    shown = await previewed(office, "make-letter-paper", letter_id=letter["id"], body=body)
    notice = await previewed(office, "make-termination-paper", **ending)

    assert all(each in words(shown.content) for each in (letter["code"], *body.values(), "PREVIEW"))
    assert all(each in words(notice.content) for each in (agreement["code"], "31 yanvar 2027", *REASON.values()))
    assert await traces(office) == before


@pytest.mark.parametrize(
    ("role", "status", "code"),
    [("auditor", 403, "forbidden"), ("officer", 409, "paper-terms-not-approved"), ("student", 403, "forbidden")],
)
async def test_a_preview_is_refused_as_the_paper_would_be(office: Office, role: str, status: int, code: str) -> None:
    agreement = await draft(office)

    refused = await previewed(office, "make-agreement-paper", role, agreement_id=agreement["id"])

    assert (refused.status_code, refused.json()["code"]) == (status, code)


async def test_a_preview_of_what_is_approved_bears_no_draft_mark(office: Office) -> None:
    agreement = await approved(office)

    told = words((await previewed(office, "make-agreement-paper", agreement_id=agreement["id"])).content)

    assert "PREVIEW" in told
    assert "DRAFT" not in told
