"""A scan of a paper through the whole house: brought at the gateway, hung, seen by the portal, fetched by a link."""

import hashlib
from typing import Any

import asyncpg
import httpx
import pytest

from korpu_documents.content import PDF
from tests.documents import samples
from tests.gateway.campus import Campus
from tests.gateway.conftest import OFFICER

SHOWN = "query ($id: ID!) { agreement(id: $id) { documents { title attachment { id size mediaType sha256 } } } }"
PARTNER = {"names": [{"language": "en", "kind": "LABEL", "text": "X"}], "kinds": ["UNIVERSITY"], "scope": "FOREIGN"}


async def bring(campus: Campus, content: bytes, role: str | None = "officer") -> httpx.Response:
    headers = {**campus.headers(role), "content-type": PDF}
    return await campus.client.post("/partners/files", content=content, headers=headers)


async def drafted(campus: Campus) -> str:
    """An agreement that was written today."""
    text = f"University {hashlib.sha256(OFFICER.subject.encode()).hexdigest()[:6]}"
    names = [{"language": "en", "kind": "LABEL", "text": text}]
    partner = await campus.does("officer", "RegisterOrganisation", **{**PARTNER, "names": names, "country": "PT"})
    parties = [{"us": True}, {"organisationId": partner["id"]}]
    terms: dict[str, Any] = {"starts": "2027-01-01", "ends": "2028-01-01", "conditions": [], "parties": parties}
    drafted = await campus.does(
        "officer", "DraftAgreement", kind="MEMORANDUM", title={"en": "On paper", "az": "Kağız"}, **terms
    )
    return str(drafted["id"])


@pytest.fixture(scope="module")
async def hung(campus: Campus) -> tuple[str, dict[str, Any], bytes]:
    """An agreement, the file of its paper as the portal shows it, and the content."""
    content = samples.PDF.replace(b"%%EOF", b"%" + b"x" * 3_000_000 + b"\n%%EOF")
    agreement, brought = await drafted(campus), await bring(campus, content)
    assert brought.status_code == 201, brought.text
    paper = {"title": "Scan of it", "reference": "A-17"}
    done = await campus.does("officer", "AddDocument", id=agreement, document=paper, file=brought.json()["sha256"])
    assert done["__typename"] == "Agreement", done
    shown = await campus.posts("auditor", SHOWN, id=agreement)
    return agreement, shown["data"]["agreement"]["documents"][0]["attachment"], content


async def link(campus: Campus, hung: tuple[str, dict[str, Any], bytes], role: str | None) -> httpx.Response:
    kind, _, id = hung[0].partition(":")
    asked = {"kind": kind, "id": id, "attachment_id": hung[1]["id"]}
    return await campus.client.post("/partners/files/links", json=asked, headers=campus.headers(role))


async def test_a_scan_is_brought_hung_seen_and_fetched(campus: Campus, hung: tuple[str, dict[str, Any], bytes]) -> None:
    _, file, content = hung

    given = (await link(campus, hung, "auditor")).json()
    fetched = await campus.client.get(given["url"])

    assert (file["size"], file["mediaType"]) == (len(content), PDF)
    assert hashlib.sha256(fetched.content).hexdigest() == file["sha256"]
    assert fetched.headers["x-content-type-options"] == "nosniff"
    assert fetched.headers["content-security-policy"].startswith("sandbox")
    assert fetched.headers["content-disposition"].startswith('attachment; filename="Scan of it.pdf"')


@pytest.mark.parametrize(("role", "status"), [("student", 404), (None, 401), ("faculty_coordinator", 404)])
async def test_a_stranger_gets_no_link(
    campus: Campus, hung: tuple[str, dict[str, Any], bytes], role: str | None, status: int
) -> None:
    assert (await link(campus, hung, role)).status_code == status


async def test_legal_sees_a_paper_of_the_office_and_fetches_it(
    campus: Campus, hung: tuple[str, dict[str, Any], bytes]
) -> None:
    previewed = await campus.client.post(
        "/partners/papers/preview/make-agreement-paper",
        json={"agreement_id": hung[0].partition(":")[2], "draft": True, "languages": ["az"]},
        headers=campus.headers("officer"),
    )
    made = await campus.does("officer", "MakeAgreementPaper", agreementId=hung[0], draft=True, languages=["AZ"])
    asked = "query ($id: ID!) { paper(id: $id) { amendment draft file { id size } } }"
    paper = (await campus.posts("legal", asked, id=made["id"]))["data"]["paper"]

    given = await link(campus, (made["id"], paper["file"], b""), "legal")
    fetched = await campus.client.get(given.json()["url"])

    assert previewed.content.startswith(b"%PDF")
    assert (paper["draft"], len(fetched.content)) == (True, paper["file"]["size"])
    assert (await link(campus, (made["id"], paper["file"], b""), "student")).status_code == 404


@pytest.mark.parametrize(
    "disposition",
    ['attachment; filename="Saziş.pdf"'.encode(), b"attachment; filename*=UTF-8''Sazi%C5%9F.pdf"],
    ids=["bytes", "escaped"],
)
async def test_a_file_is_brought_under_a_name_in_any_letters(campus: Campus, disposition: bytes) -> None:
    content = samples.PDF.replace(b"%%EOF", b"%" + hashlib.sha256(disposition).hexdigest().encode() + b"\n%%EOF")
    headers = {"content-type": PDF, **campus.headers("officer")}
    sent = [*((name.encode(), each.encode()) for name, each in headers.items()), (b"content-disposition", disposition)]

    brought = await campus.client.post("/partners/files", content=content, headers=sent)

    assert brought.status_code == 201, brought.text
    connection = await asyncpg.connect(campus.databases["partners"])
    name = await connection.fetchval("SELECT name FROM uploaded_file WHERE sha256 = $1", brought.json()["sha256"])
    await connection.close()
    assert name == "Saziş.pdf"


async def test_what_is_no_paper_is_refused_in_the_owner_s_words(campus: Campus) -> None:
    refused = await bring(campus, samples.HTML)

    assert (refused.status_code, refused.json()["code"]) == (422, "file-type-mismatch")
    assert (await bring(campus, samples.PDF, None)).status_code == 401
    assert (await bring(campus, samples.PDF, "student")).status_code == 403
