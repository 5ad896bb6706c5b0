"""A released version of a template never changes: papers that were made by it must mean what they meant."""

import hashlib
import tomllib

import pytest

from korpu_chassis.i18n.text import LANGUAGES
from korpu_partners.generated_documents.domain.editions import TEMPLATES, Edition, Template, edition, versions_of

RELEASED = tomllib.loads((TEMPLATES / "released.toml").read_text("utf-8"))


def files() -> dict[str, str]:
    return {
        str(file.relative_to(TEMPLATES)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(TEMPLATES.rglob("*"))
        if file.is_file() and file.name != "released.toml"
    }


def test_the_files_of_released_templates_are_as_they_were_released() -> None:
    assert files() == RELEASED


@pytest.mark.parametrize("template", list(Template))
def test_every_word_of_a_template_is_written_in_every_language(template: str) -> None:
    for version in versions_of(template):
        made = edition(template, version)
        texts = [made.title, *made.words.values(), *(text for each in made.clauses.values() for text in each.values())]

        assert {tuple(sorted(text)) for text in texts} == {tuple(sorted(LANGUAGES))}


def test_a_value_with_braces_is_a_value() -> None:
    made = Edition("letter", 1, {}, {"c": {"heading": {"az": "h"}, "text": {"az": "«{title}» bitdi"}}}, {})

    filled = made.clause("c", ("az",), {"title": {"az": "{notice} #let"}})

    assert filled["text"]["az"] == "«{notice} #let» bitdi"
