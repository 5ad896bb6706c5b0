"""What a file is by its content, and whether that is what its type and its name say."""

import errno
import io
import re
import struct
import zipfile
import zlib
from pathlib import PurePath
from typing import Protocol

import filetype

from korpu_documents.pdf import refuse_unsafe_pdf
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
MOST_UNPACKED, MOST_EMBEDDED = 200 * 1024 * 1024, 8 * 1024 * 1024
COMPRESSED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How Office and LibreOffice pack; the rest is for archives that are no papers."""
OLE, PACKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
PROGRAMS = re.compile(r"vbaproject|vbadata|activex|oleobject|macrosheets/|embeddings/[^/]*\.bin$|(^|/)(basic|scripts)/")
"""Parts that hold programs: macros of Office, ActiveX, objects of other programs, macros and scripts of ODF."""
PROGRAM_TYPES = re.compile(rb"macroenabled|macrosheet|vbaproject|activex")
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
    if found == PDF:
        refuse_unsafe_pdf(_at(file, 0, size))
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
    if head.startswith(PACKED):
        return _packed(file, _Bounds())
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


class _Bounds:
    """What may still be unpacked, and what may still be another archive inside."""

    def __init__(self) -> None:
        self.unpacked, self.embedded = MOST_UNPACKED, MOST_EMBEDDED

    def take(self, unpacked: int, embedded: int = 0) -> None:
        self.unpacked -= unpacked
        self.embedded -= embedded
        if self.unpacked < 0 or self.embedded < 0:
            raise FileUnsafe


def _packed(file: Reader, bounds: _Bounds, *, inside: bool = False) -> str | None:
    """What an office's archive is; unpacked once to see that it can be."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _refuse_unsafe(entries)
            if any(each.compress_type not in COMPRESSED for each in entries):
                return None
            for entry in entries:
                _unpack(archive, entry, bounds, inside=inside)
            return _purpose(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, UnicodeError, struct.error):
        return None
    except OSError as wrong:
        if wrong.errno != errno.EINVAL:
            raise
        return None  # a place before the file's beginning


def _refuse_unsafe(entries: list[zipfile.ZipInfo]) -> None:
    names = [each.filename.lower().replace("\\", "/") for each in entries]
    odd = any(name.startswith("/") or ".." in name.split("/") for name in names)
    programs = any(PROGRAMS.search(name) for name in names)
    secret = any(each.flag_bits & 0x1 for each in entries) or "encryptedpackage" in names
    much = len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_UNPACKED
    if odd or programs or secret or much:
        raise FileUnsafe


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, bounds: _Bounds, *, inside: bool) -> None:
    """Read a part once, since what an archive says of its sizes may be a lie, and see that it is no object."""
    with archive.open(entry) as part:
        head = part.read(len(OLE))
        if head == OLE or (inside and head.startswith(PACKED)):
            raise FileUnsafe
        bounds.take(len(head))
        if head.startswith(PACKED):
            _unpack_embedded(head + part.read(MOST_EMBEDDED), bounds)
        while piece := part.read(1024 * 1024):
            bounds.take(len(piece))


def _unpack_embedded(content: bytes, bounds: _Bounds) -> None:
    """Let a chart keep its own sheet: what lies inside a paper is a paper of the list, one deep, and nothing else."""
    bounds.take(len(content), embedded=len(content))
    if _packed(io.BytesIO(content), bounds, inside=True) is None:
        raise FileUnsafe


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
    if PROGRAM_TYPES.search(archive.read("[Content_Types].xml").replace(b"\0", b"").lower()):
        raise FileUnsafe
    return next((kind for part, kind in PARTS.items() if part in names), None)
