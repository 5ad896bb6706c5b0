"""A file is what its content is, and it is taken only when that is what it says."""

import io

import pytest

from korpu_chassis.refusals import Refusal
from korpu_documents.content import CSV, DOCX, ODT, PLAIN, XLSX, media_type_of
from tests.documents import samples

PDF = "application/pdf"


def judged(content: bytes, declared: str | None, name: str | None = None) -> str:
    try:
        return media_type_of(io.BytesIO(content), len(content), declared, name)
    except Refusal as refusal:
        return refusal.code


GOOD = {
    PDF: (samples.PDF, "a.pdf"),
    "image/png": (samples.picture("PNG"), "a.PNG"),
    "image/jpeg": (samples.picture("JPEG"), "a.jpeg"),
    "image/tiff": (samples.picture("TIFF"), "a.tif"),
    DOCX: (samples.docx(), "a.docx"),
    XLSX: (samples.xlsx(), "a.xlsx"),
    ODT: (samples.odt(), "a.odt"),
    PLAIN: (samples.TEXT, "a.txt"),
    CSV: (samples.TEXT, "a.csv"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_file_that_is_what_it_says_is_taken(kind: str) -> None:
    content, name = GOOD[kind]

    assert judged(content, kind, name) == kind
    assert judged(content, "application/octet-stream", name) == kind
    assert judged(content, kind) == kind


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize("said", GOOD)
def test_a_file_that_says_something_else_is_refused(kind: str, said: str) -> None:
    if kind != said and {kind, said} != {PLAIN, CSV}:
        assert judged(GOOD[kind][0], said) == "file-type-mismatch"
        assert judged(GOOD[kind][0], kind, GOOD[said][1]) == "file-type-mismatch"


@pytest.mark.parametrize(
    ("content", "declared", "name", "code"),
    [
        (samples.HTML, PDF, "a.pdf", "file-type-mismatch"),
        (samples.HTML, PLAIN, "a.txt", "file-type-mismatch"),
        (b"\xef\xbb\xbf \n" + samples.SVG, PLAIN, None, "file-type-mismatch"),
        (samples.HTML, "text/html", "a.html", "file-type-refused"),
        (samples.SVG, "image/svg+xml", None, "file-type-refused"),
        (samples.SVG, None, None, "file-type-refused"),
        (samples.PDF, PDF, "a.pdf.exe", "file-type-refused"),
        (b"MZ\x90\x00" + b"\0" * 200, None, "a.pdf", "file-type-mismatch"),
        (samples.packed({"a.txt": b"a"}), "application/zip", "a.zip", "file-type-refused"),
        (samples.packed({"a.txt": b"a"}), DOCX, "a.docx", "file-type-mismatch"),
        (samples.PDF + samples.packed({"a": b"a"}), PDF, "a.pdf", "file-type-mismatch"),
        (samples.picture("PNG") + samples.docx(), "image/png", None, "file-type-mismatch"),
        (samples.PDF[:-6], PDF, None, "file-type-mismatch"),
        (b" " + samples.PDF, PDF, None, "file-type-mismatch"),
        (samples.docx()[:-30], DOCX, None, "file-type-mismatch"),
        (b"a\0b", PLAIN, None, "file-type-mismatch"),
        (b"\xff\xfea", PLAIN, None, "file-type-mismatch"),
        (samples.docx(**{"word/vbaProject.bin": b"x"}), DOCX, None, "file-unsafe"),
        (samples.docx(**{"../../etc/passwd": b"x"}), DOCX, None, "file-unsafe"),
        (samples.odt(b"<manifest:encryption-data/>"), ODT, None, "file-unsafe"),
        (samples.secret(), DOCX, None, "file-unsafe"),
        (samples.bomb(), DOCX, None, "file-unsafe"),
    ],
)
def test_what_only_seems_to_be_a_paper_is_refused(content: bytes, declared: str, name: str, code: str) -> None:
    assert judged(content, declared, name) == code


def test_text_in_utf_16_is_text() -> None:
    assert judged("Gəncə".encode("utf-16"), PLAIN) == PLAIN
