"""The page that a guest opens by a link: whole in each language, and it runs its own script and no other."""

import re
import tomllib
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import orjson
import pytest

from korpu_gateway.http.pages import guest_page
from korpu_mobility.enquiries.domain.lifecycle import Cause, Side, Status
from korpu_mobility.enquiries.guests import TOLD
from korpu_mobility.enquiries.parts import Said
from korpu_mobility.learning_agreements.domain.content import Table
from korpu_mobility.learning_agreements.domain.lifecycle import Party
from korpu_mobility.learning_agreements.parts import Component, Signature
from korpu_mobility.topics import Topic
from tests.gateway.campus import Campus

WORDS = tomllib.loads(files("korpu_gateway.http").joinpath("guest.toml").read_text("utf-8"))
SOURCE = files("korpu_gateway.http").joinpath("guest.html").read_text("utf-8")
SHOWN = {"code", "name", "academic_year", "waits_for", "host_ects", "home_ects", "number", "language", "hash"}


def test_all_languages_have_the_same_words() -> None:
    assert set(WORDS) == {"az", "en", "ru", "de", "fr"}
    assert {language for language, words in WORDS.items() if set(words) != set(WORDS["en"])} == set()


def test_there_is_a_word_for_whatever_a_learning_agreement_shows_and_whatever_the_page_says() -> None:
    said = set(re.findall(r'word\("(\w+)"\)', SOURCE)) | set(re.findall(r'\? "(\w+)" : "(\w+)"', SOURCE)[0])
    fields = (set(Component.model_fields) | set(Signature.model_fields)) - {"table"}

    assert said | fields | SHOWN | set(Table) | set(Party) | {"language_level", "signatures"} <= set(WORDS["en"])


def test_there_is_a_word_for_whatever_an_enquiry_shows() -> None:
    coded = {"status": Status, "topic": Topic, "cause": Cause, "by": Side}
    values = {f"{name}_{value}" for name, values in coded.items() for value in values}

    assert {*TOLD, *Said.model_fields, *values, *Side, "exchange"} <= set(WORDS["en"])


@pytest.mark.parametrize(
    ("wanted", "language"), [("az", "az"), ("de-CH, fr;q=0.5", "de"), ("ja", "en"), ("", "en")], ids=str
)
async def test_the_page_speaks_the_guests_language_and_runs_its_own_script_alone(
    campus: Campus, wanted: str, language: str
) -> None:
    answer = await campus.client.get("/guest", headers={"accept-language": wanted})

    [script] = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    own = b64encode(sha256(script.encode()).digest()).decode()
    [words] = re.findall(r'<script id="words" type="application/json">(.*?)</script>', answer.text, re.DOTALL)
    assert answer.status_code == 200
    assert f"script-src 'sha256-{own}';" in answer.headers["content-security-policy"]
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert f'<html lang="{language}">' in answer.text
    assert orjson.loads(words) == WORDS[language]


def test_nothing_on_it_comes_from_elsewhere_or_becomes_a_tag() -> None:
    page, _ = guest_page("en")

    assert not re.findall(r"(?:src|href|action)=|https?:|innerHTML|insertAdjacent|document\.write|\bon\w+=", page)
    assert "__" not in page
