"""A paper that acts, carries other programs' objects or cannot be opened is not taken; one that is only unusual is."""

import random
import zipfile
from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from korpu_documents.content import DOCX, ODT, PDF, XLSX, media_type_of
from korpu_documents.refusals import FileTypeMismatch, FileUnsafe
from tests.documents import hostile, samples
from tests.documents.hostile import catalog, opening, page, stream
from tests.documents.test_content import judged

SCRIPTED = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
ACTING = {
    "when it opens": opening(SCRIPTED),
    "by another object": opening(b"4 0 R", SCRIPTED),
    "by names that are spelled in hex": opening(b"<</#53/J#61vaScript/J#53(x)>>"),
    "by an action whose kind stands elsewhere": opening(b"<</S 4 0 R/JS(x)>>", b"/JavaScript"),
    "by a script in a stream": opening(b"<</S/Rendition/OP 0/JS 4 0 R>>", stream(b"app.alert(1)")),
    "in object streams": hostile.streamed(opening(SCRIPTED)),
    "in object streams by names in hex": hostile.streamed(opening(b"<</S/J#61vaScript/J#53(x)>>")),
    "when a page opens": page(b"/AA<</O %s>>" % SCRIPTED),
    "when somebody clicks": page(b"/Annots[<</Type/Annot/Subtype/Link/A<</S/URI/URI(a)/Next[%s]>>>>]" % SCRIPTED),
    "by the document's names": catalog(b"/Names<</JavaScript<</Names[(a)%s]>>>>" % SCRIPTED),
    "by starting a program": opening(b"<</S/Launch/F(calc.exe)>>"),
    "by starting a program, in hex": opening(b"<</S/#4caunch/Win<</F(cmd.exe)>>>>"),
    "by starting a program, in object streams": hostile.streamed(opening(b"<</S/Launch/F(calc.exe)>>")),
    "after a later change": samples.PDF + b"1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction%s>>endobj\n" % SCRIPTED
    + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n",
    "by the form of another maker": catalog(
        b"/AcroForm<</Fields[]/XFA[(template)4 0 R]>>", stream(hostile.XFA % hostile.SCRIPT)
    ),
    "by a film": page(b"/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>]"),
    "by a program that is attached": hostile.attached("run.exe", b"MZ\0"),
    "by a Word text that is attached": hostile.attached("a.docx", samples.docx()),
    "by a program with an honest name": hostile.attached("a.xml", b"MZ\0\x01"),
}  # fmt: skip
HARMLESS = {
    "a form with links and bookmarks": hostile.form(),
    "the same in object streams": hostile.rewritten(
        hostile.form(), object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
    "a form of another maker": catalog(b"/AcroForm<</Fields[]/XFA 4 0 R>>", stream(hostile.XFA % b"")),
    "an invoice with its data": hostile.attached("factur-x.xml", b"<?xml version='1.0'?><a/>"),
    "a text about scripts": page(b"/Contents 4 0 R", stream(b"BT (/S /JavaScript /JS) Tj ET")),
    "a scan whose table is wrong": samples.PDF.replace(b"startxref\n", b"startxref\n9"),
    "a scan without a table": samples.PDF[: samples.PDF.index(b"xref\n")] + b"trailer<</Root 1 0 R>>\n%%EOF\n",
    "a scan whose lengths are wrong": page(b"/Contents 4 0 R", stream(b"q Q").replace(b"/Length 3", b"/Length 99")),
    "a scan with dirt after its end": samples.PDF + b"\0" * 500,
}
OBJECTS = {
    "an object": {"word/embeddings/oleObject1.bin": hostile.OLE},
    "an object without its mark": {"word/embeddings/oleObject1.bin": b"x"},
    "an object by another name": {"word/media/image1.png": hostile.OLE},
    "a package": {"word/embeddings/Package1.bin": b"x"},
    "an archive that is no paper": {"word/embeddings/a.zip": samples.packed({"a.exe": b"MZ"})},
    "a sheet with macros": {"word/embeddings/a.xlsx": samples.docx(**{"xl/vbaProject.bin": b"x"})},
    "an archive in a sheet": {"word/embeddings/a.xlsx": samples.docx(**{"xl/a": samples.xlsx()})},
    "ActiveX": {"word/activeX/activeX1.xml": b"<x/>"},
    "old macros of Excel": {"xl/macrosheets/sheet1.xml": b"<x/>"},
    "macros of LibreOffice": {"Basic/Standard/Module1.xml": b"<x/>"},
    "scripts of LibreOffice inside an object": {"Object 1/Scripts/python/a.py": b"x"},
    "a macro that goes by its type": {"[Content_Types].xml": samples.WORD + b"application/vnd.ms-office.activeX+xml"},
}  # fmt: skip


@pytest.mark.parametrize("what", ACTING)
def test_a_pdf_that_acts_is_refused(what: str) -> None:
    assert judged(ACTING[what], PDF) == "file-unsafe"


@pytest.mark.parametrize("what", HARMLESS)
def test_a_pdf_that_is_only_unusual_is_taken(what: str) -> None:
    assert judged(HARMLESS[what], PDF) == PDF


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_a_pdf_is_refused_for_the_password_that_opens_it_and_not_for_one_that_forbids_printing(
    revision: Literal[2, 3, 4, 6],
) -> None:
    assert judged(hostile.locked("secret", revision=revision), PDF) == "file-unsafe"
    assert judged(hostile.locked("", revision=revision), PDF) == PDF


def test_a_protected_pdf_is_looked_into_all_the_same() -> None:
    protected = pikepdf.Encryption(user="", owner="x")

    assert judged(hostile.rewritten(opening(SCRIPTED), encryption=protected), PDF) == "file-unsafe"


def test_a_pdf_that_is_locked_in_a_way_nobody_knows_is_refused() -> None:
    unknown = samples.pdf(*samples.PAGE, b"<</Filter/Adobe.PubSec/V 4>>", trailer=b"/Encrypt 4 0 R/ID[<00><00>]")

    assert judged(unknown, PDF) == "file-unsafe"


def test_a_pdf_that_nothing_can_read_is_refused_as_damaged() -> None:
    assert judged(b"%PDF-1.7\nnothing\n%%EOF\n", PDF) == "file-type-mismatch"


def test_a_pdf_that_unpacks_beyond_all_bounds_is_refused() -> None:
    assert judged(hostile.bomb(), PDF) == "file-unsafe"


@pytest.mark.parametrize("what", OBJECTS)
def test_an_office_file_with_objects_of_other_programs_is_refused(what: str) -> None:
    assert judged(samples.docx(**OBJECTS[what]), DOCX) == "file-unsafe"


def test_an_odt_with_an_object_of_another_program_is_refused() -> None:
    kind = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}

    assert judged(samples.packed(kind | {"Object 1": hostile.OLE}), ODT) == "file-unsafe"
    assert judged(samples.packed(kind | {"Object 1/content.xml": b"<a-formula/>"}), ODT) == ODT


def test_a_chart_keeps_its_sheet() -> None:
    sheet, settings = samples.xlsx(), {"xl/printerSettings/printerSettings1.bin": b"\0P\0r"}

    assert judged(samples.docx(**{"word/embeddings/Microsoft_Excel_Worksheet.xlsx": sheet}), DOCX) == DOCX
    assert judged(samples.docx(**settings), DOCX) == DOCX
    assert judged(sheet, XLSX) == XLSX


@pytest.mark.parametrize("compression", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_damaged_part_is_refused(compression: int) -> None:
    assert judged(hostile.damaged(compression), DOCX) == "file-type-mismatch"


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 98])
def test_a_way_of_packing_that_no_office_uses_is_refused(method: int) -> None:
    assert judged(hostile.numbered(method), DOCX) == "file-type-mismatch"


def test_no_damage_is_more_than_a_refusal(tmp_path: Path) -> None:
    """Change bytes anywhere, cut anywhere; read from a real file, which minds other things than memory does."""
    chance, place = random.Random(13), tmp_path / "file"  # noqa: S311 -- damage is no secret
    for whole in [samples.docx(), samples.odt(), hostile.numbered(14)] * 400:
        content = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(4, len(content))] = chance.choice([0, 1, 255, chance.randrange(256)])
        place.write_bytes(content[: chance.choice([len(content), chance.randrange(8, len(content))])])
        with place.open("rb") as file:
            try:
                media_type_of(file, place.stat().st_size, None, "a.docx")
            except (FileTypeMismatch, FileUnsafe):
                continue
