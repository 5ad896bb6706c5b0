"""What a file is by its content, and whether that is what its type and its name say."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import Protocol

import filetype

from korpu_documents.refusals import FileTypeMismatch, FileTypeRefused, FileUnsafe

OOXML = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{OOXML}wordprocessingml.document", f"{OOXML}spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
PDF, PLAIN, CSV, ZIP = "application/pdf", "text/plain", "text/csv", "application/zip"

ENDINGS = {
    PDF: ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/tiff": ("tif", "tiff"),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    ODT: ("odt",),
    PLAIN: ("txt",),
    CSV: ("csv",),
}
UNSAID = frozenset({None, "", "application/octet-stream"})
PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
HEAD, TAIL = 8192, 66_000
END_OF_ZIP = b"PK\x05\x06"
MARKUP = re.compile(rb"<(?:!doctype|html|svg|script|head|body|iframe|\?xml|\?php|%)", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


class Reader(Protocol):
    """A file that can be read anywhere."""

    def read(self, size: int = -1, /) -> bytes:
        """Read on from here."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go there."""


def media_type_of(file: Reader, size: int, declared: str | None, name: str | None) -> str:
    """The media type that the content has, once it is what was declared, on the list, and safe."""
    ending = PurePath(name or "").suffix.lower().removeprefix(".")
    said = _said(declared, ending)
    found = _found(file, size)
    if found is None:
        raise FileTypeMismatch if said else FileTypeRefused
    if found == PLAIN and said in {CSV, PLAIN}:
        return said
    if said not in {None, found}:
        raise FileTypeMismatch
    return found


def _said(declared: str | None, ending: str) -> str | None:
    """What type and name say together; each may be silent, and both must be on the list."""
    kind = (declared or "").partition(";")[0].strip().lower()
    by_name = next((each for each, endings in ENDINGS.items() if ending in endings), None)
    if (kind not in UNSAID and kind not in ENDINGS) or (ending and by_name is None):
        raise FileTypeRefused
    if kind in UNSAID:
        return by_name
    if by_name not in {None, kind} and {by_name, kind} != {PLAIN, CSV}:
        raise FileTypeMismatch
    return by_name or kind


def _found(file: Reader, size: int) -> str | None:
    head = _at(file, 0, HEAD)
    tail = _at(file, max(0, size - TAIL), TAIL)
    kind = filetype.guess(head)
    mime = kind.mime if kind else None
    if head.startswith(b"PK\x03\x04"):
        return _packed(file)
    if _is_also_a_zip(tail):
        return None
    if mime == PDF:
        return PDF if b"%%EOF" in tail[-2048:] else None
    if mime is not None:
        return mime if mime in ENDINGS else None
    return PLAIN if _is_text(file, size, head) else None


def _at(file: Reader, offset: int, size: int) -> bytes:
    file.seek(offset)
    return bytes(file.read(size))


def _is_also_a_zip(tail: bytes) -> bool:
    """Find an archive hidden behind something else: its directory ends exactly where the file does."""
    return any(
        len(tail) - found.start() - 22 == int.from_bytes(tail[found.start() + 20 : found.start() + 22], "little")
        for found in re.finditer(re.escape(END_OF_ZIP), tail)
    )


def _is_text(file: Reader, size: int, head: bytes) -> bool:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    file.seek(0)
    whole = bytes(file.read(size))
    if wide:
        try:
            whole = whole.decode("utf-16").encode()
        except UnicodeError:
            return False
    bare = whole[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return not CONTROL.search(whole) and not MARKUP.search(bare)


def _packed(file: Reader) -> str | None:
    """What an office's archive is; unpacked once to see that it can be."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _refuse_unsafe(entries)
            _unpack(archive, entries)
            return _purpose(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, UnicodeError):
        return None


def _refuse_unsafe(entries: list[zipfile.ZipInfo]) -> None:
    names = [each.filename.lower() for each in entries]
    odd = any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names)
    macros = any("vbaproject" in name or name.startswith(("basic/", "scripts/")) for name in names)
    secret = any(each.flag_bits & 0x1 for each in entries) or "encryptedpackage" in names
    if odd or macros or secret or len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_UNPACKED:
        raise FileUnsafe


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Read everything once, since what an archive says of its sizes may be a lie."""
    unpacked = 0
    for piece in _pieces(archive, entries):
        unpacked += len(piece)
        if unpacked > MOST_UNPACKED:
            raise FileUnsafe


def _pieces(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    for entry in entries:
        with archive.open(entry) as part:
            while piece := part.read(1024 * 1024):
                yield piece


def _purpose(archive: zipfile.ZipFile) -> str | None:
    names = set(archive.namelist())
    if "mimetype" in names:
        kind = archive.read("mimetype").strip().decode("ascii", "replace")
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        if b"encryption-data" in manifest:
            raise FileUnsafe
        return kind if kind == ODT else None
    if "[Content_Types].xml" not in names:
        return None
    if b"macroenabled" in archive.read("[Content_Types].xml").lower():
        raise FileUnsafe
    return next((kind for part, kind in PARTS.items() if part in names), None)
