"""Files for translators name things and their texts in the caller's language, by the headings of lists."""

from collections import Counter
from importlib.resources import files

import pytest

from korpu_chassis.i18n.text import LANGUAGES
from korpu_gateway import exports
from korpu_gateway.exports.vocabulary import headings, named
from korpu_local.portal import camel, commands
from tests.gateway.conftest import OFFICER, Gateway
from tests.gateway.exports.desk import a_desk
from tests.gateway.test_translations import an_agreement

DECLARED = {
    name: next(each["enum"] for each in command.input["$defs"].values() if "enum" in each)
    for name, command in commands().items()
    if name.startswith("Translate")
}


@pytest.mark.parametrize("table", ["headings.csv", "words.csv"])
def test_nothing_is_named_twice(table: str) -> None:
    """The later one would win, for the type too that had meant the first."""
    keys = Counter(line.partition(";")[0] for line in files(exports).joinpath(table).read_text("utf-8").splitlines())

    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", DECLARED)
def test_every_text_and_what_it_is_of_has_a_name_in_every_language(command: str) -> None:
    thing = command.removeprefix("Translate")

    named_here = [thing[0].lower() + thing[1:], *map(camel, DECLARED[command])]

    unnamed = {(each, language) for each in named_here for language in LANGUAGES if not headings()[each][language]}
    assert unnamed == set()


def test_a_kind_of_two_words_is_named_by_them() -> None:
    assert [named("joint_project", each) for each in LANGUAGES] == [headings()["jointProject"][x] for x in LANGUAGES]


async def test_a_translator_reads_in_the_own_language_what_wants_which_text(gateway: Gateway) -> None:
    await gateway.hears("agreement", an_agreement(gateway, revision=2))
    asked = {"filter": {"language": ["FR"]}, "columns": ["kind", "field"]}

    lines = [await a_desk(gateway).lines("translations", OFFICER, speaks=each, **asked) for each in ("de", "az")]

    assert lines == [[{"Gegenstand": "Abkommen", "Textfeld": "Titel"}], [{"Nədir": "Saziş", "Mətn sahəsi": "Başlıq"}]]
