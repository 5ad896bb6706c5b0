"""Whom a file names beside its text: in its properties, and in the comments and changes that it carries."""

import io
import re
import zipfile
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from korpu_documents.content import DOCX, ODT, PDF, XLSX

NAMED = re.compile(
    rb"<(?:\w+:)?(creator|lastModifiedBy|initial-creator|printed-by|manager)\b[^>]*>([^<]*)<", re.IGNORECASE
)
"""Elements that name a person: of Office files in `docProps`, of ODT in `meta.xml` and around its comments."""
REMARKED = re.compile(rb'\b(?:\w+:)author="([^"]*)"')
"""Who commented or changed a Word text."""
NOBODY = frozenset({"", "author", "автор", "müəllif", "verfasser", "autor", "auteur"})
"""What Word leaves in comments and changes once the persons are taken out."""
MOST_PAGES = 5_000


class CannotLook(Exception):
    """The file cannot be looked into, so nobody can say whom it names."""


def people_in(content: bytes, media_type: str) -> tuple[str, ...]:
    """Where a file names persons: `author`, `lastModifiedBy`, `comments`; never their names.

    Pictures and plain texts are not looked into: they carry no such properties, or none that an office fills.
    """
    if media_type == PDF:
        return tuple(dict.fromkeys(_of_pdf(content)))
    return tuple(dict.fromkeys(_of_archive(content))) if media_type in {DOCX, XLSX, ODT} else ()


def _of_pdf(content: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(io.BytesIO(content))
        told, more = reader.metadata, reader.xmp_metadata
        if told and _names(told.author):
            yield "author"
        if more and any(_names(each) for each in more.dc_creator or ()):
            yield "author"
        for page in reader.pages[:MOST_PAGES]:
            if any(_names(note.get_object().get("/T")) for note in page.annotations or ()):
                yield "comments"
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, NotImplementedError):
        raise CannotLook from None


def _of_archive(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if not part.endswith(".xml"):
                continue
            told = archive.read(part)
            beside = part.startswith(("docProps/", "meta"))
            for name, value in NAMED.findall(told):
                if _names(value.decode("utf-8", "replace")):
                    yield name.decode() if beside else "comments"
            if any(_names(each.decode("utf-8", "replace")) for each in REMARKED.findall(told)):
                yield "comments"


def _names(value: object) -> bool:
    return str(value or "").strip().casefold() not in NOBODY
