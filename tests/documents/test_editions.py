"""A released version of a template never changes: papers that were made by it must mean what they meant."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from korpu_chassis.i18n.text import LANGUAGES
from korpu_documents.papers.editions import HOUSE, PLACE, SHARED, Edition, Templates
from korpu_events.generated_documents.domain.templates import templates as of_events
from korpu_mobility.generated_documents.domain.templates import templates as of_mobility
from korpu_partners.generated_documents.domain.templates import templates as of_partners

OWNERS = [of_partners, of_mobility, of_events]
EACH = [
    pytest.param(owner, each.name, id=f"{owner.root.parents[1].name}:{each.name}")
    for owner in OWNERS
    for each in sorted(owner.root.iterdir())
    if each.is_dir()
]


def files(root: Path) -> dict[str, str]:
    return {
        str(file.relative_to(root)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(root.rglob("*"))
        if file.is_file() and file.name != "released.toml"
    }


@pytest.mark.parametrize("root", [SHARED, *(owner.root for owner in OWNERS)], ids=lambda root: root.parents[1].name)
def test_the_files_of_released_templates_are_as_they_were_released(root: Path) -> None:
    assert files(root) == tomllib.loads((root / "released.toml").read_text("utf-8"))


@pytest.mark.parametrize(("owner", "template"), EACH)
def test_every_word_of_a_template_is_written_in_every_language(owner: Templates, template: str) -> None:
    for version in owner.versions_of(template):
        made = owner.edition(template, version)
        texts = [made.title, *made.words.values(), *(text for each in made.clauses.values() for text in each.values())]

        assert {tuple(sorted(text)) for text in texts} == {tuple(sorted(LANGUAGES))}


@pytest.mark.parametrize(("owner", "template"), EACH)
def test_a_clause_has_room_for_the_same_values_in_every_language(owner: Templates, template: str) -> None:
    for version in owner.versions_of(template):
        for name, clause in owner.edition(template, version).clauses.items():
            places = [Edition("", 0, {}, {name: {"text": {"": text}}}, {}).places for text in clause["text"].values()]

            assert all(each == places[0] for each in places), name


@pytest.mark.parametrize(("owner", "template"), EACH)
def test_a_word_has_room_for_the_same_values_in_every_language(owner: Templates, template: str) -> None:
    for version in owner.versions_of(template):
        for name, word in owner.edition(template, version).words.items():
            places = [set(PLACE.findall(text)) for text in word.values()]

            assert all(each == places[0] for each in places), name


def test_no_owner_has_a_template_of_the_name_of_what_all_share() -> None:
    assert not [owner.root for owner in OWNERS if (owner.root / HOUSE).exists()]


def test_a_value_with_braces_is_a_value() -> None:
    made = Edition("letter", 1, {}, {"c": {"heading": {"az": "h"}, "text": {"az": "«{title}» bitdi"}}}, {})

    filled = made.clause("c", ("az",), {"title": {"az": "{notice} #let"}})

    assert filled["text"]["az"] == "«{notice} #let» bitdi"
