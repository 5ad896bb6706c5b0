"""Files as they come from people: real ones, and those that only seem so."""

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook
from PIL import Image

PAGE = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
)
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TEXT = "Gəncə Dövlət Universiteti\nад; год\n".encode()
WORD = (
    b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/></Types>'
)


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects; without any, one empty page that names nobody."""
    written, places = b"%PDF-1.7\n", list[int]()
    for number, each in enumerate(objects or PAGE, 1):
        places.append(len(written))
        written += b"%d 0 obj%sendobj\n" % (number, each)
    size = len(places) + 1
    table = b"".join(b"%010d 00000 n \n" % each for each in places)
    ending = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d%s>>\n" % (size, table, size, trailer)
    return written + ending + b"startxref\n%d\n%%%%EOF\n" % len(written)


PDF = pdf()


def packed(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(**more: bytes) -> bytes:
    return packed({"[Content_Types].xml": WORD, "word/document.xml": b"<w:document/>"} | dict(more))


def xlsx() -> bytes:
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


def odt(manifest: bytes = b"<manifest/>") -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": b"<x/>", "META-INF/manifest.xml": manifest}, zipfile.ZIP_STORED)


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, kind)
    return file.getvalue()


def secret() -> bytes:
    """An archive whose first entry says that it is encrypted."""
    content = bytearray(docx())
    directory = content.rfind(b"PK\x01\x02", 0, content.rfind(b"PK\x01\x02"))
    content[directory + 8] |= 1
    return bytes(content)


def bomb() -> bytes:
    return docx(**{"word/media/a": b"\0" * (201 * 1024 * 1024)})
