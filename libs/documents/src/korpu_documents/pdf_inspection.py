"""The process that reads one PDF: the file on standard input, one word on standard output, and it ends."""

import io
import re
import resource
import sys
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream

MOST_MEMORY = 512 * 1024**2
MOST_SECONDS = 20
SUSPECT = re.compile(rb"/(?:JavaScript|JS|Launch|EF|EmbeddedFile|XFA|RichMedia)(?![^\s()<>\[\]{}/%])")
"""Names that are worth a closer look; qpdf writes every name in its plain form, however the file spells it."""
ACTIONS = frozenset({Name.JavaScript, Name.Launch})
SCRIPT = re.compile(rb"<(?:[\w.-]+:)?script\b|\0")
DATA = re.compile(r"\.(xml|csv|txt)$", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def inspect(content: bytes) -> str:
    """`plain`, `unsafe` or `unreadable`; damage that qpdf can repair is no reason."""
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            return "unsafe" if any(_is_unsafe(each) for each in pdf.objects) or _acts(pdf.trailer) else "plain"
    except PasswordError:
        return "unsafe"
    except PdfError as wrong:
        return "unsafe" if "encrypt" in str(wrong).lower() else "unreadable"


def _is_unsafe(found: Object) -> bool:
    """Look closer only where a suspect name stands: files have a hundred thousand objects."""
    if isinstance(found, Name):
        return found in ACTIONS
    plain = found.stream_dict if isinstance(found, Stream) else found
    return bool(SUSPECT.search(plain.unparse(resolved=True))) and any(_acts(each) for each in _dictionaries(plain))


def _dictionaries(top: Object) -> Iterator[Object]:
    """Every dictionary in an object; what it refers to is an object of its own."""
    waiting = [top]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Dictionary):
            yield each
        if isinstance(each, Dictionary | Array):
            inner = each.values() if isinstance(each, Dictionary) else each
            waiting += [one for one in inner if not getattr(one, "is_indirect", True)]


def _acts(found: Object) -> bool:
    """Whether a dictionary is an action that runs something, or carries files or scripts."""
    script = isinstance(found.get("/JS"), Stream | str | bytes) or type(found.get("/JS")).__name__ == "String"
    film = found.get("/Subtype") == Name.RichMedia
    return script or film or found.get("/S") in ACTIONS or _attaches(found) or _scripted_form(found)


def _attaches(found: Object) -> bool:
    """Whether it attaches a file that is more than data, as the XML of an invoice is."""
    files = found.get("/EF")
    if not isinstance(files, Dictionary):
        return False
    names = [str(found[key]) for key in ("/F", "/UF") if key in found]
    streams = [each for each in files.values() if isinstance(each, Stream)]
    return not (names and all(map(DATA.search, names))) or any(CONTROL.search(_told(each)) for each in streams)


def _scripted_form(found: Object) -> bool:
    form = found.get("/XFA")
    pieces = list(form) if isinstance(form, Array) else [form]
    told = b"".join(_told(each) for each in pieces if isinstance(each, Stream))
    return bool(SCRIPT.search(told))


def _told(stream: Stream) -> bytes:
    """What it holds; what cannot be unpacked, or not within the memory, is told as no text is."""
    try:
        return bytes(stream.read_bytes())
    except PdfError:
        return b"\0"


def main() -> int:
    """Read one file within bounds; a process that ends otherwise has vouched for nothing."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(inspect(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
