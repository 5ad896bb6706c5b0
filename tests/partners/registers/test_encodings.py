"""Tables of text in the code pages of other years and machines: read by what makes words, unless a person says."""

from typing import Any

import pytest

from korpu_chassis.refusals import Refusal
from korpu_registers.reading.code_pages import CODECS, decoded, encoding_of, readings_of
from tests.office import Office, Refused
from tests.partners.registers.registry import (
    PARTNERS,
    begun,
    counts,
    previewed,
    rows,
    sent,
    state,
    text,
    workbook,
    works,
)

PLACES = {
    "Šiaulių pavyzdžio universitetas;Šiauliai": ("windows-1257", "iso-8859-13", "iso-8859-4", "ibm775"),
    "Latvijas Universitāte;Rīga;Daugavpils Universitāte": ("windows-1257", "ibm775"),
    "Казанский образцовый университет;Казань": ("windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic", "iso-8859-5"),
    "Київський національний університет": ("windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"),
    "Işıqlı Şuşa universiteti;Şirvan": ("windows-1254", "iso-8859-9", "x-mac-turkish", "ibm857"),
    "Boğaziçi Üniversitesi;İstanbul": ("windows-1254", "iso-8859-9", "x-mac-turkish", "ibm857"),
    "Universität Würzburg;Würzburg;Köln": ("windows-1252", "macintosh", "ibm850"),
    "Universidad de Málaga;España;A Coruña": ("windows-1252", "macintosh", "ibm850"),
    "Université de Strasbourg;École supérieure": ("windows-1252", "macintosh", "ibm850"),
    "Uniwersytet Łódzki;Łódź;Śląski": ("windows-1250", "iso-8859-2", "x-mac-ce", "ibm852"),
    "Západočeská univerzita v Plzni;Plzeň;Česká": ("windows-1250", "iso-8859-2", "x-mac-ce", "ibm852"),
    "Szegedi Tudományegyetem;Gödöllő;Győr": ("windows-1250", "iso-8859-2", "ibm852"),
    "Πανεπιστήμιο Πατρών;Πάτρα": ("windows-1253", "iso-8859-7"),
    "جامعة القاهرة;مصر": ("windows-1256",),
    "Məmmədov küçəsi;Gəncə": ("utf-8", "utf-16-le", "utf-16-be"),
    "Название;Гянджа": ("utf-8", "utf-16-le", "utf-16-be"),
}


@pytest.mark.parametrize(
    ("words", "encoding"), [(words, each) for words, several in PLACES.items() for each in several]
)
def test_a_text_is_read_in_the_encoding_in_which_its_letters_make_words(words: str, encoding: str) -> None:
    content = f"Name;City\r\n{words}\r\n".encode(CODECS.get(encoding, encoding))

    assert words in decoded(content, encoding_of(content))


def test_one_stray_byte_makes_no_other_encoding_of_utf_8() -> None:
    content = "Ünvan;Gəncə şəhəri\nŞuşa;Məmmədov küçəsi\n".encode() + b"K\xf6ln;DE\n"

    assert encoding_of(content) == "utf-8"
    assert "K�ln" in decoded(content, "utf-8")


def test_letters_that_make_words_in_no_encoding_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        encoding_of(b"Name;City\n" + bytes(range(128, 256)) * 3)

    assert refused.value.code == "register-letters-unclear"


def test_every_way_to_read_a_text_is_shown_once_the_likeliest_first() -> None:
    found = readings_of("Name;City\nKazan;Казань\n".encode("koi8-r"))

    assert (found[0].encoding, found[0].sample) == ("koi8-r", ("Kazan;Казань",))
    assert len({each.sample for each in found}) == len(found) > 1


TABLE = [("Название", "Страна"), ("Казанский университет", "RU")]


async def read(office: Office, known: Any) -> list[str]:
    return [each["values"].get("name") for each in await rows(office, known["id"])]


async def test_a_person_sees_the_ways_to_read_a_text_and_says_which_it_is(office: Office) -> None:
    known = await previewed(office, text(TABLE, "koi8-r"))
    assert (known["encoding"], await read(office, known)) == ("koi8-r", ["Казанский университет"])

    told = (await office.asks("officer", "GET", f"/imports/{known['id']}/readings")).json()
    await office.does("officer", "MapColumns", id=known["id"], encoding="windows-1251")
    said = [{"column": "A", "field": "name"}, {"column": "B", "field": "country"}]
    await office.does("officer", "MapColumns", id=known["id"], columns=said)
    await office.does("officer", "PreviewImport", id=known["id"])
    await works(office)

    assert told[0] == {"encoding": "koi8-r", "sample": ["Название;Страна", "Казанский университет;RU"]}
    assert (await state(office, known["id"]))["encoding"] == "windows-1251"
    assert await read(office, known) == ["лБЪБОУЛЙК ХОЙЧЕТУЙФЕФ"]
    assert (await office.asks("student", "GET", f"/imports/{known['id']}/readings")).status_code == 403


async def test_a_text_that_nobody_can_judge_is_read_when_its_encoding_is_named(office: Office) -> None:
    content = text([("Name", "Country"), ("".join(map(chr, range(128, 256))), "DE")], "latin-1")
    file_id, pieces = await sent(office, content)
    given: dict[str, Any] = {"kind": "organisations", "file": "old.csv", "file_id": file_id, "pieces": pieces}
    with pytest.raises(Refused, match="register-letters-unclear"):
        await office.does("officer", "BeginImport", **given)

    known = await office.does("officer", "BeginImport", **given, encoding="ibm850")

    assert known["state"]["encoding"] == "ibm850"


async def test_a_cell_with_a_stray_byte_waits(office: Office) -> None:
    table = text([("Adı", "Ölkə"), ("Gəncə Dövlət Universiteti", "AZ"), ("Bakı Dövlət Universiteti", "AZ")])

    known = await previewed(office, table + b"Universit\xe4t K\xf6ln;DE\r\n")

    assert counts(known) == {"would_register": 2, "needs_repair": 1}
    (row,) = await rows(office, known["id"], "needs_repair")
    assert [(each["column"], each["code"]) for each in row["remarks"]] == [("A", "register-cell-unreadable")]


async def test_a_workbook_has_no_encoding(office: Office) -> None:
    known = await begun(office, workbook(PARTNERS))

    assert known["state"]["encoding"] is None
    assert (await office.asks("officer", "GET", f"/imports/{known['id']}/readings")).json() == []
