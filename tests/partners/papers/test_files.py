"""Papers as files: kept by their content, given to those who read what the paper is of, and never half recorded."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from korpu_chassis.identity.access_tokens import Principal
from korpu_documents.content import PDF
from korpu_documents.papers.refusals import SubjectChanged
from korpu_documents.store import Objects, place_of
from korpu_partners.files import files
from korpu_partners.generated_documents.aggregate import paper_service
from korpu_partners.generated_documents.inputs import MakeAgreementPaper
from korpu_partners.generated_documents.policies.agreement_documents import agreement_paper
from tests.documents import samples
from tests.office import Office
from tests.partners.agreements.history import WRITER, approved
from tests.partners.bringing import brings, kept
from tests.partners.papers.pages import link_to, made

WRITES = Principal("officer-1", frozenset({"officer"}))


async def papers_entered(office: Office) -> list[Any]:
    async with office.database.transaction() as session:
        return list(
            await session.execute(text("SELECT code FROM paper UNION SELECT name FROM series WHERE name ~ 'pap'"))
        )


def a_day_passes(shelf: Path) -> None:
    """The store dates its things by the true time: they have lain there for long."""
    for each in kept(shelf):
        os.utime(shelf / each, (0, 0))


async def test_a_paper_is_kept_as_a_file_and_never_swept_while_it_stands(office: Office, shelf: Path) -> None:
    agreement = await approved(office)
    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    office.clock.move_to(office.clock.now() + timedelta(hours=25))
    a_day_passes(shelf)
    await files.sweep(office.database)

    assert kept(shelf) == [place_of(paper["file"]["sha256"])]
    url = (await link_to(office, paper, "officer")).json()["url"].removeprefix("/partners")
    given = await office.asks(None, "GET", url)
    assert given.headers["content-security-policy"].startswith("sandbox")
    assert f"{agreement['code']} {paper['code']}.pdf" in given.headers["content-disposition"]


@pytest.mark.parametrize(
    ("role", "units", "status"),
    [
        ("legal", [], 200),
        ("finance", [], 200),
        ("rectorate", [], 200),
        ("faculty_coordinator", ["philology"], 200),
        ("faculty_coordinator", ["physics"], 404),
        ("student", [], 404),
        (None, [], 401),
    ],
)
async def test_who_reads_an_agreement_has_its_papers(
    office: Office, role: str | None, units: list[str], status: int
) -> None:
    agreement = await approved(office, unit="philology")
    paper = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])

    assert (await link_to(office, paper, role, units=units)).status_code == status


async def test_nothing_is_recorded_while_the_store_is_away(office: Office, tmp_path: Path) -> None:
    agreement = await approved(office)
    nowhere = tmp_path / "away"
    nowhere.mkdir()
    (nowhere / "incoming").write_text("in the way")

    with files.on(Objects.at(nowhere.as_uri())):
        code = await office.refuses("officer", "MakeAgreementPaper", by=WRITER, agreement_id=agreement["id"])

    assert code == "files-away"
    assert await papers_entered(office) == []


async def test_what_a_failed_paper_left_is_swept_and_what_is_known_stays(office: Office, shelf: Path) -> None:
    known = (await brings(office)).json()
    async with AsyncSession(office.database.engine) as session:
        await files.put(office.runtime.unit_of_work(session, WRITES, "MakePaper"), samples.picture("PNG"), PDF)
        await session.rollback()
    assert len([each for each in kept(shelf) if each.startswith("kept")]) == 2

    a_day_passes(shelf)
    await files.sweep(office.database)

    assert kept(shelf) == [place_of(known["sha256"])]


async def test_nobody_waits_for_the_press_and_what_changed_meanwhile_is_made_again(office: Office) -> None:
    agreement = await approved(office)
    command = MakeAgreementPaper(agreement_id=UUID(agreement["id"]))

    async with office.database.transaction() as session:
        uow = office.runtime.unit_of_work(session, WRITES, "MakeAgreementPaper")
        manuscript = await agreement_paper(command, uow)
        await office.does("officer", "RetitleAgreement", id=agreement["id"], title={"en": "Another title"})
        with pytest.raises(SubjectChanged):
            await paper_service.make(manuscript, uow)

    again = await made(office, "MakeAgreementPaper", agreement_id=agreement["id"])
    assert again["title"]["texts"]["en"]["text"] == "Another title"
