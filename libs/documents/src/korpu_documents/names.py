"""File names in headers (RFC 6266, RFC 8187): read with suspicion, written so that nothing can be slipped in."""

import re
import unicodedata
from email.errors import MessageError
from email.message import Message
from urllib.parse import quote

LONGEST = 120
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def name_in(disposition: str | None) -> str | None:
    """The file name that a Content-Disposition header gives, made harmless; nothing when there is none."""
    if not disposition:
        return None
    told = Message()
    try:
        told["content-disposition"] = disposition.replace("\r", "").replace("\n", "")
        found = told.get_filename()
    except (MessageError, ValueError, UnicodeError, TypeError, AttributeError):
        return None
    return harmless(_wide(found)) if isinstance(found, str) else None


def _wide(name: str) -> str:
    """A browser may write UTF-8 where HTTP reads Latin-1."""
    try:
        return name.encode("latin-1").decode()
    except UnicodeError:
        return name


def harmless(name: str) -> str | None:
    """A name without folders, control and direction marks, or anything that a file system takes amiss."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join("_" if each in '<>:"|?*' else each for each in last if unicodedata.category(each)[0] != "C")
    bare = re.sub(r"\s+", " ", kept).strip(" .")
    if DEVICES.fullmatch(bare):
        bare = f"_{bare}"
    stem, dot, ending = bare.rpartition(".")
    if dot and len(ending) <= 5:  # noqa: PLR2004 -- no ending of ours is longer
        return f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if stem else None
    return bare[:LONGEST] or None


def disposition_of(name: str) -> str:
    """The header that has a browser save a file under this name, and never show it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^A-Za-z0-9 ._()-]", "_", plain).strip() or "file"
    return f"attachment; filename=\"{safe}\"; filename*=UTF-8''{quote(name, safe='')}"
