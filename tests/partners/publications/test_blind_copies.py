"""What reviewers are lent names nobody beside its text, or is not taken."""

import pytest

from korpu_documents.content import DOCX, PDF
from tests.documents import samples
from tests.office import Office, Refused
from tests.partners.publications import press

NAMED = samples.pdf(*samples.PAGE, b"<</Author(Anna Mueller)>>", trailer=b"/Info 4 0 R")
UNSEEN = samples.pdf(
    b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>",
    *samples.PAGE[1:],
    b"<</Type/Metadata/Subtype/XML/Length 6>>stream\n<x:xmp\nendstream ",
)
WORD = samples.docx(**{"docProps/core.xml": b"<dc:creator>Anna Mueller</dc:creator>"})


async def brought(office: Office, content: bytes, kind: str = PDF) -> str:
    """The hash of a file that the officer has brought."""
    answer = await office.asks("officer", "POST", "/files", content=content, headers={"content-type": kind})
    return str(answer.json()["sha256"])


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (NAMED, PDF, "publication-blind-copy-names-somebody"),
        (WORD, DOCX, "publication-blind-copy-names-somebody"),
        (UNSEEN, PDF, "publication-blind-copy-unseen"),
    ],
    ids=["a PDF's author", "Word's author", "a PDF with properties that nobody can read"],
)
async def test_a_copy_that_names_somebody_is_not_lent(office: Office, content: bytes, kind: str, code: str) -> None:
    work = await press.submitted(office)
    given = {"id": work["id"], "language": "az", "file": await brought(office, content, kind), "title": "The text"}

    with pytest.raises(Refused) as refusal:
        await office.does("officer", "AttachBlindCopy", **given)

    assert refusal.value.code == code
    assert "Mueller" not in str(refusal.value.problem)
    assert [each["blind"] for each in (await press.state(office, work))["manuscripts"]] == [False]


async def test_a_manuscript_may_name_its_author(office: Office) -> None:
    work = await press.planned(office)

    file = await press.attached(office, work, "AttachManuscript", file=await brought(office, NAMED))

    assert not file["blind"]


async def test_a_copy_that_was_mended_is_taken(office: Office) -> None:
    work = await press.submitted(office)

    file = await press.attached(office, work, "AttachBlindCopy", file=await brought(office, samples.PDF + b"\n"))

    assert file["blind"]
