"""Whom a file names beside its text: where is told, and who never."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from korpu_documents.content import CSV, DOCX, ODT, PDF, PLAIN, XLSX
from korpu_documents.properties import CannotLook, people_in
from tests.documents import samples

NAME = "Anna Müller"
WORD = b"<cp:coreProperties><dc:creator>%s</dc:creator><cp:lastModifiedBy/></cp:coreProperties>"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:creator><rdf:Seq>'
    b"<rdf:li>Anna</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
CATALOG, *PAGES = samples.PAGE
REMARKED = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Anna)>>]>>"
)


def docx(**parts: bytes) -> bytes:
    """A Word text with these parts."""
    return samples.docx(**{name.replace("__", "/") + ".xml": content for name, content in parts.items()})


def rewritten(author: str) -> bytes:
    """A PDF as another program writes it, with this author."""
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.PDF))), io.BytesIO()
    writer.add_metadata({"/Author": author})
    writer.compress_identical_objects()
    writer.write(made)
    return made.getvalue()


NAMING = {
    "a PDF's author": (PDF, samples.pdf(*samples.PAGE, b"<</Author(Anna)>>", trailer=b"/Info 4 0 R"), "author"),
    "a PDF of another program": (PDF, rewritten(NAME), "author"),
    "a PDF's XMP": (
        PDF,
        samples.pdf(
            b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>",
            *PAGES,
            b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream " % (len(XMP), XMP),
        ),
        "author",
    ),
    "a PDF's remark": (PDF, samples.pdf(CATALOG, PAGES[0], REMARKED), "comments"),
    "Word's author": (DOCX, docx(docProps__core=WORD % NAME.encode()), "creator"),
    "Word's manager": (DOCX, docx(docProps__app=b"<Properties><Manager>Anna</Manager></Properties>"), "Manager"),
    "Word's comment": (DOCX, docx(word__comments=b'<w:comment w:id="1" w:author="Anna"/>'), "comments"),
    "Word's change": (DOCX, docx(word__footnotes=b'<w:ins w:id="1" w:author="Anna"/>'), "comments"),
    "a sheet's author": (XLSX, samples.xlsx(), "creator"),
    "ODT's author": (
        ODT,
        samples.packed({"meta.xml": b"<meta:initial-creator>Anna</meta:initial-creator>"}),
        "initial-creator",
    ),
}
SILENT = {
    "a bare PDF": (PDF, samples.PDF),
    "a PDF without an author": (PDF, rewritten(" ")),
    "a bare Word text": (DOCX, samples.docx()),
    "an inspected Word text": (DOCX, docx(docProps__core=WORD % b"", word__comments=b'<w:comment w:author="Author"/>')),
    "a bare ODT": (ODT, samples.odt()),
    "a text": (PLAIN, samples.TEXT),
    "a list": (CSV, samples.TEXT),
    "a picture": ("image/png", samples.picture("PNG")),
}


@pytest.mark.parametrize("what", NAMING)
def test_a_file_that_names_somebody_says_where_and_not_whom(what: str) -> None:
    kind, content, where = NAMING[what]

    assert people_in(content, kind) == (where,)


@pytest.mark.parametrize("what", SILENT)
def test_a_file_that_names_nobody_says_so(what: str) -> None:
    kind, content = SILENT[what]

    assert people_in(content, kind) == ()


def locked() -> bytes:
    """A PDF that opens with a password."""
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(samples.PDF))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("content", [locked(), b"%PDF-1.7\nnothing\n%%EOF\n"], ids=["locked", "broken"])
def test_what_cannot_be_looked_into_is_not_vouched_for(content: bytes) -> None:
    with pytest.raises(CannotLook):
        people_in(content, PDF)
