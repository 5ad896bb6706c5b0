"""Where a letter goes: what of an organisation's address stands on its paper."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.agreements.history import partner
from tests.partners.letters.post import went_out
from tests.partners.papers.pages import file_of, made, words

BODY = {"az": "Sizi dəvət edirik.", "ru": "Приглашаем Вас."}
STREET = "Universitätsstraße 10"


async def addressed(office: Office, *, paper: dict[str, Any] | None = None, **known: Any) -> str:
    """What is written on a letter to a partner of whom this is known."""
    partner_id = await partner(office)
    await office.does("officer", "CorrectOrganisation", id=partner_id, **known)
    letter = await went_out(
        office,
        correspondents=[{"organisation_id": partner_id, "office": "Rektorat"}],
        subject={"az": "Dəvət", "ru": "Приглашение"},
    )
    given = {"letter_id": letter["id"], "body": BODY, "languages": ["az", "ru"], **(paper or {})}
    return words(await file_of(office, await made(office, "MakeLetterPaper", **given)))


async def test_a_letter_shows_street_town_and_country_in_its_languages(office: Office) -> None:
    told = await addressed(office, address=STREET, city="Konstanz")

    for expected in ("Rektorat Universitätsstraße 10 Konstanz Almaniya", "Universitätsstraße 10 Konstanz Германия"):
        assert expected in told


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (f"{STREET}\n78464 Konstanz", f"{STREET} 78464 Konstanz Almaniya"),
        ("ул. Университетская, 10\n78464", "ул. Университетская, 10 78464 Konstanz Almaniya"),
        (f"{STREET}, Konstanz, Germany", f"{STREET}, Konstanz, Germany"),
    ],
)
async def test_an_address_says_nothing_twice(office: Office, address: str, lines: str) -> None:
    told = await addressed(office, address=address, city="Konstanz")

    assert f"Rektorat {lines} University of Konstanz" in told


async def test_post_inside_the_country_does_not_name_it(office: Office) -> None:
    told = await addressed(office, address="Xətai prospekti 49", city="Bakı", country="AZ", scope="domestic")

    assert "Rektorat Xətai prospekti 49 Bakı University of Konstanz" in told


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({"city": "Konstanz"}, {}),
        ({"address": STREET, "city": "Konstanz"}, {"to_post": False}),
        ({"address": STREET, "city": "Konstanz"}, {"template_version": 1}),
    ],
    ids=["no street is known", "it is handed over", "made as it was made before"],
)
async def test_a_letter_may_name_its_addressee_alone(
    office: Office, known: dict[str, Any], asked: dict[str, Any]
) -> None:
    told = await addressed(office, paper=asked, **known)

    assert "Almaniya" not in told
    assert STREET not in told


async def test_a_long_address_is_set_line_by_line_and_whole(office: Office) -> None:
    long = ("Rue de la Très-Longue-Rue-Sans-Fin, bâtiment B, escalier 4, " * 5)[:299].strip()

    told = await addressed(office, address=long, city="Lyon", country="FR")

    assert f"{long} Lyon Fransa".replace(" ", "") in told.replace(" ", "")
