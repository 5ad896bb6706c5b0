"""Papers with something in them that acts, and papers that are unusual and do not."""

import io
import zipfile
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.documents import samples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
XFA = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template>%s</template></xdp:xdp>'
SCRIPT = b'<event><script contentType="application/x-javascript">app.alert(1)</script></event>'
CATALOG, *PAGES = samples.PAGE


def opening(action: bytes, *more: bytes) -> bytes:
    """A PDF that does this when it is opened."""
    return samples.pdf(CATALOG.replace(b"/Pages", b"/OpenAction %s/Pages" % action), *PAGES, *more)


def page(inside: bytes, *more: bytes) -> bytes:
    """A PDF whose page has this."""
    return samples.pdf(CATALOG, PAGES[0], PAGES[1].replace(b"/Parent", inside + b"/Parent"), *more)


def catalog(inside: bytes, *more: bytes) -> bytes:
    """A PDF whose catalog has this."""
    return samples.pdf(CATALOG.replace(b"/Pages", inside + b"/Pages"), *PAGES, *more)


def stream(content: bytes, inside: bytes = b"") -> bytes:
    """A stream as an object of a PDF."""
    return b"<<%s/Length %d>>stream\n%s\nendstream " % (inside, len(content), content)


def rewritten(content: bytes, **how: object) -> bytes:
    """The PDF as qpdf writes it: with object streams, or encrypted."""
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(content)) as pdf:
        pdf.save(made, **how)  # type: ignore[arg-type]  # passed on as it is
    return made.getvalue()


def streamed(content: bytes) -> bytes:
    """The PDF with its objects in compressed streams, where no search of bytes finds them."""
    made = rewritten(content, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"JavaScript" not in made
    assert b"Launch" not in made
    return made


def locked(user: str, owner: str = "of the owner", *, revision: Literal[2, 3, 4, 6] = 6) -> bytes:
    """A PDF that may not be printed, and opens with the user's password."""
    allow = pikepdf.Permissions(print_lowres=False, print_highres=False)
    weak = {} if revision > 4 else {"aes": revision == 4, "metadata": revision == 4}
    return rewritten(
        samples.PDF, encryption=pikepdf.Encryption(user=user, owner=owner, R=revision, allow=allow, **weak)
    )


def attached(name: str, content: bytes) -> bytes:
    """A PDF with a file attached."""
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(samples.PDF)) as pdf:
        pdf.attachments[name] = content
        pdf.save(made)
    return made.getvalue()


def form() -> bytes:
    """A form with a field to fill in, a link, bookmarks and a place where it opens."""
    made = io.BytesIO()
    with Pdf.open(io.BytesIO(samples.PDF)) as pdf:
        rect = Array([0, 0, 9, 9])
        field = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("/JavaScript"), Rect=rect)
        )
        action = Dictionary(S=Name.URI, URI=String("https://gdu.edu.az/#/Launch"))
        link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action))
        pdf.pages[0].Annots = Array([field, link])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))
        pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit])))
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(JS=Dictionary(Type=Name.Font, Subtype=Name.Type1)))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("/Launch", 0))
        pdf.save(made)
    return made.getvalue()


def bomb() -> bytes:
    """A PDF whose form unpacks to far more than the process may hold."""
    return rewritten(
        catalog(b"/AcroForm<</XFA 4 0 R/Fields[]>>", stream(b" " * 600 * 1024 * 1024)), compress_streams=True
    )


def damaged(compression: int) -> bytes:
    """A Word text with a damaged part, packed so."""
    whole = bytearray(
        samples.packed({"[Content_Types].xml": samples.WORD, "word/document.xml": b"text " * 99}, compression)
    )
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    whole[place : place + 20] = b"\xff" * 20
    return bytes(whole)


def numbered(method: int) -> bytes:
    """A Word text that says to be packed by this method."""
    content = bytearray(samples.docx())
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = content.rfind(signature)
        content[place + offset : place + offset + 2] = method.to_bytes(2, "little")
    return bytes(content)
