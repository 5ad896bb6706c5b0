"""Names of files, as they come in headers and as they go out in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu_documents.names import LONGEST, disposition_of, harmless, name_in


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (None, None),
        ("attachment", None),
        ('attachment; filename="a.pdf"', "a.pdf"),
        ("attachment; filename*=UTF-8''M%C3%BCqavil%C9%99.pdf", "Müqavilə.pdf"),
        ('attachment; filename="Müqavilə.pdf"'.encode().decode("latin-1"), "Müqavilə.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\x\\\\a.pdf"', "a.pdf"),
        ("attachment; filename*=UTF-8''a%0D%0Ax%3A%20y.pdf", "ax_ y.pdf"),
        ("attachment; filename*=UTF-8''fdp%E2%80%AEexe.pdf", "fdpexe.pdf"),
        ('attachment; filename="con.pdf"', "_con.pdf"),
        ('attachment; filename="..."', None),
    ],
)
def test_the_name_that_a_header_gives_is_made_harmless(header: str | None, name: str | None) -> None:
    assert name_in(header) == name


@given(st.text(max_size=400))
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    header = disposition_of(harmless(name) or "file")

    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2


@given(st.text(max_size=400))
def test_a_harmless_name_stays_as_it_is(name: str) -> None:
    once = harmless(name)

    assert once is None or (len(once) <= LONGEST + 1 and "/" not in once and "\\" not in once)


@given(st.text(max_size=200))
def test_any_header_can_be_read(header: str) -> None:
    name = name_in(header)

    assert name is None or harmless(name) is not None
