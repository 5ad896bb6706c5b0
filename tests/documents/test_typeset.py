"""Typesetting: what is data stays data, the same sheet is the same file, and nothing holds the service up."""

import asyncio
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from korpu_documents.typeset import CannotTypeset, Press, PressBusy, Sheet, typeset

MADE = datetime(2026, 9, 7, tzinfo=UTC)
PLAIN = """#let data = json(bytes(sys.inputs.data))
#set document(title: "t", date: datetime(year: 2026, month: 9, day: 7))
#set text(font: "Libertinus Serif", lang: "az")
#data.words
"""
HOSTILE = '#read("secret.txt") #let x = 1 ] [ $ \\ #panic("no") `raw` <label> @ref *b* _i_ // c /* d */ = h "q"'


def sheet(root: Path, words: Any = "", source: str = PLAIN) -> Sheet:
    (root / "paper.typ").write_text(source, "utf-8")
    return Sheet(root, root / "paper.typ", {"words": words}, MADE)


def read(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


async def test_code_in_the_data_is_text_on_paper(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")

    told = read(await typeset(sheet(tmp_path, HOSTILE)))

    assert " ".join(HOSTILE.split()) == told


@pytest.mark.parametrize("outside", ["/../../../etc/passwd", "../outside.txt", "/etc/passwd"])
async def test_a_template_reads_nothing_outside_its_root(tmp_path: Path, outside: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "outside.txt").write_text("outside")

    with pytest.raises(CannotTypeset, match="not-typeset"):
        await typeset(sheet(root, source=f'{PLAIN}#read("{outside}")'))


async def test_no_package_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(CannotTypeset):
        await typeset(sheet(tmp_path, source=f'#import "@preview/cetz:0.3.0"\n{PLAIN}'))


async def test_the_same_sheet_is_the_same_file(tmp_path: Path) -> None:
    given = sheet(tmp_path, "Gəncə")

    assert await typeset(given) == await typeset(given)


async def test_every_letter_of_the_offices_languages_is_printed_in_an_embedded_font(tmp_path: Path) -> None:
    letters = "Əə Ğğ Iı İi Şş Çç Öö Üü Ёё Щщ Ъъ Ґґ ß ẞ Éé Œœ «»„“– №"

    pdf = await typeset(sheet(tmp_path, letters))

    assert read(pdf) == letters
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font) for font in fonts)


async def test_a_paper_is_tagged_titled_and_in_a_language(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(await typeset(sheet(tmp_path, "Gəncə"))))

    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("az")
    assert reader.metadata is not None
    assert reader.metadata.title == "t"
    assert b"pdfaid" in root["/Metadata"].get_object().get_data()


async def test_a_letter_that_no_font_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotTypeset, match="missing-letters"):
        await typeset(sheet(tmp_path, "大学"))


async def test_what_never_ends_is_ended(tmp_path: Path) -> None:
    source = f"{PLAIN}#{{ let n = 0; while true {{ let m = 0; while m < 9000 {{ m += 1 }} }} }}"
    endless = source.replace("while true", "for each in range(100000000)")

    with pytest.raises(CannotTypeset, match=r"too-slow|not-typeset"):
        await typeset(sheet(tmp_path, source=endless), seconds=1)


@pytest.mark.parametrize("words", ["ə" * 20_000, "a\n" * 10_000, "#[" * 10_000, "\u202e\u0301" * 10_000])
async def test_a_long_text_is_set_or_refused_within_seconds(tmp_path: Path, words: str) -> None:
    try:
        made = await typeset(sheet(tmp_path, words), seconds=15)
    except CannotTypeset as refused:
        assert str(refused) in {"missing-letters", "not-typeset"}  # noqa: PT017 -- both ends are right
    else:
        assert made.startswith(b"%PDF")


async def test_a_few_wait_for_the_press_and_the_next_is_told_so() -> None:
    press = Press(at_once=1, waiting=1)
    order: list[str] = []

    async def sheet_(name: str) -> None:
        async with press.turn():
            order.append(name)
            await asyncio.sleep(0)

    told = await asyncio.gather(*(sheet_(each) for each in "abc"), return_exceptions=True)
    await sheet_("d")

    assert order == ["a", "b", "d"]
    assert [type(each) for each in told] == [type(None), type(None), PressBusy]


async def test_too_much_data_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(CannotTypeset, match="too-large"):
        await typeset(sheet(tmp_path, "a" * 2_000_000))
