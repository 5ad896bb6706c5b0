"""Files as they come from people: real ones, and those that only seem so."""

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TEXT = "Gəncə Dövlət Universiteti\nад; год\n".encode()
WORD = (
    b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/></Types>'
)


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
