"""Papers that follow: who reads a letter reads its papers, and a notice that ended something is not revoked."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.agreements.history import impact, partner, signed
from tests.partners.letters.post import went_out
from tests.partners.papers.pages import link_to, made

BODY = {"az": "Sizi dəvət edirik.", "en": "You are invited."}


async def told(office: Office, letter: dict[str, Any], place: int = -1) -> None:
    """Partners hears what it said of the letter."""
    message = (await office.messages_about(letter["id"]))[place]
    await office.hears("partners.letters.v1", "letter.corrected", message["state"])


@pytest.mark.parametrize(
    ("role", "status"), [("officer", 200), ("auditor", 200), ("legal", 404), ("finance", 404), ("student", 404)]
)
async def test_a_letters_paper_is_for_readers_of_letters(office: Office, role: str, status: int) -> None:
    letter = await went_out(office)
    paper = await made(office, "MakeLetterPaper", letter_id=letter["id"], body=BODY)

    assert (await link_to(office, paper, role)).status_code == status


async def test_a_letter_that_becomes_confidential_takes_its_papers_along(office: Office) -> None:
    letter = await went_out(office, unit="philology", correspondents=[{"organisation_id": await partner(office)}])
    paper = await made(office, "MakeLetterPaper", letter_id=letter["id"], body=BODY)
    assert (await link_to(office, paper, "faculty_coordinator", units=["philology"])).status_code == 200

    await office.does("officer", "CorrectLetter", id=letter["id"], confidential=True)
    await told(office, letter)
    await told(office, letter, place=0)

    hidden = (await office.asks("auditor", "GET", f"/paper/{paper['id']}")).json()
    assert (hidden["unit"], hidden["parties"], hidden["title"]["texts"]["en"]["text"]) == (None, [], "Letter")
    assert (await link_to(office, paper, "faculty_coordinator", units=["philology"])).status_code == 404
    assert await office.said_about(paper["id"]) == ["made", "refiled"]


async def test_a_notice_that_has_ended_an_agreement_is_not_revoked(office: Office) -> None:
    agreement = await signed(office, starts=None, conditions=[])
    known = {"agreement_id": agreement["id"], "effective": "2026-12-06"}
    paper = await made(office, "MakeTerminationPaper", **known, reason={"az": "Səbəb", "en": "Reason"})
    ending: dict[str, Any] = {
        "given_on": "2026-09-07",
        "effective": "2026-12-06",
        "wished_by": "us",
        "reason": "No use.",
    }
    seen = (await impact(office, agreement))["impact"]
    document = {"reference": paper["code"], "paper_id": paper["id"]}
    await office.does("head", "TerminateAgreement", id=agreement["id"], impact=seen, document=document, **ending)

    assert await office.refuses("officer", "RevokePaper", id=paper["id"], reason="no") == "paper-ends-agreement"
