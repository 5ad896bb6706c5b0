"""Every text in five languages: who edits the original asks the translators, and each answers for a revision."""

from collections.abc import Iterator
from typing import Any

import pytest

from korpu_local.portal import camel, commands
from tests.journeys.departments import Department
from tests.journeys.office import Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.texts import TEXTS
from tests.journeys.wording import Text

pytestmark = pytest.mark.journey

TRANSLATE = "Translate"
OTHERS = ("EN", "RU", "DE", "FR")
ORIGINAL, EDITED, AGAIN = "Əsl mətn", "Dəyişmiş mətn", "Yenə dəyişmiş mətn"
WANTED = """query($of: ID!) { translations(filter: { of: [$of] }, first: 100) { nodes {
    field part language state originalText revision follows mutation
} } }"""
TOPICS = {
    "Agreement": "partners.agreements.v1",
    "Letter": "partners.letters.v1",
    "JointProject": "partners.projects.v1",
    "Publication": "partners.publications.v1",
    "AnswerTemplate": "mobility.answer-templates.v1",
    "FrequentAnswer": "mobility.frequent-answers.v1",
    "Opportunity": "mobility.opportunities.v1",
    "Visit": "events.visits.v1",
    "Event": "events.events.v1",
    "ActionPoint": "events.action-points.v1",
    "Proposal": "events.proposals.v1",
    "Report": "events.reports.v1",
    "ReportTemplate": "events.report-templates.v1",
}


def declared() -> dict[str, set[str]]:
    """The texts that the owners declare, by what they are texts of."""
    found = {}
    for name, command in commands().items():
        texts = {"/".join(each["enum"]) for each in command.input.get("$defs", {}).values() if "enum" in each}
        if name.startswith(TRANSLATE) and len(texts) == 1:
            found[command.type] = set(texts.pop().split("/"))
    return found


class Translators:
    """Those who translate one text of one thing, and what they see of it."""

    def __init__(self, office: Office, type_: str, field: str, text: Text, words: Thing) -> None:
        self.office, self.type, self.field, self.text = office, type_, field, text
        self.thing = text.make(office, words)

    def wanted(self) -> dict[str, Thing]:
        """What the translators' list has of this text, by language."""
        nodes = self.office.officer.asks(WANTED, of=self.thing["id"])["translations"]["nodes"]
        return {each["language"]: each for each in nodes if each["field"] == camel(self.field)}

    def shown(self) -> list[str]:
        """The languages that the portal shows as outdated."""
        asked = " { ".join((*self.text.shown.split("."), "outdated"))
        query = f"query($id: ID!) {{ node(id: $id) {{ ... on {self.type} {{ {asked} {'}' * asked.count('{')} }} }} }}"
        [outdated] = found(self.office.officer.asks(query, id=self.thing["id"]), "outdated")
        return list(outdated)

    def edits(self, words: str) -> None:
        """The original is edited."""
        assert self.text.edit
        self.text.edit(self.office, self.thing, {"az": words})

    def given(self, language: str, follows: int) -> Thing:
        """A translation into a language, made from a revision."""
        given: Thing = {"id": self.thing["id"], "field": self.field, "language": language.lower(), "follows": follows}
        return {**given, "part": self.part(), "words": f"{language} {follows}"}

    def part(self) -> str | None:
        """Which of several it is, as the list has named it."""
        if "." in self.text.shown and "part" not in self.thing:
            self.thing["part"] = next(iter(self.wanted().values()))["part"]
        part: str | None = self.thing.get("part")
        return part

    def translates(self, language: str, follows: int) -> None:
        """Somebody translates."""
        self.office.officer.does(f"{TRANSLATE}{self.type}", **self.given(language, follows))

    def refused(self, language: str, follows: int) -> str:
        """Somebody translates what is not the original any more, or not yet."""
        return self.office.officer.refuses(f"{TRANSLATE}{self.type}", **self.given(language, follows))


def found(value: Any, name: str) -> Iterator[Any]:
    """Whatever stands under a name, however deep."""
    if isinstance(value, dict):
        for each, below in value.items():
            yield from [below] if each == name else found(below, name)
    for each in value if isinstance(value, list) else ():
        yield from found(each, name)


def outdated_in(state: Thing, field: str) -> tuple[str, ...]:
    """The languages of a published text whose words follow an older original."""
    [texts] = found({"texts": state[field]["texts"]} if "texts" in (state[field] or {}) else state[field], "texts")
    latest = max(each["revision"] for each in texts.values())
    return tuple(each for each in OTHERS if texts[each.lower()]["revision"] < latest)


def editable() -> list[tuple[str, str]]:
    return [(type_, field) for type_, texts in TEXTS.items() for field, text in texts.items() if text.edit]


def written_once() -> list[tuple[str, str]]:
    return [(type_, field) for type_, texts in TEXTS.items() for field, text in texts.items() if not text.edit]


def test_every_text_that_is_declared_has_its_translators_here() -> None:
    assert {type_: set(texts) for type_, texts in TEXTS.items()} == declared()


@pytest.mark.parametrize(("type_", "field"), editable())
def test_an_edited_original_marks_its_translations_until_each_follows(
    office: Office, department: Department, type_: str, field: str
) -> None:
    spoken = {"az": ORIGINAL} | {each.lower(): f"{each} 1" for each in OTHERS}
    text = Translators(office, type_, field, TEXTS[type_][field], spoken)
    fresh = text.wanted()

    text.edits(EDITED)
    marked = eventually(text.wanted)
    late = [text.refused(each, 1) for each in OTHERS[:1]]
    for language in OTHERS[:-1]:
        text.translates(language, 2)
    left = eventually(text.wanted, lambda them: len(them) == 1)
    shown = text.shown()
    text.translates(OTHERS[-1], 2)
    mended = eventually(lambda: [text.wanted()], lambda them: not them[0])[0]
    text.edits(AGAIN)
    again = eventually(text.wanted)

    assert (fresh, mended) == ({}, {})
    assert set(marked) == set(again) == set(OTHERS)
    assert {(each["state"], each["follows"], each["revision"]) for each in marked.values()} == {("OUTDATED", 1, 2)}
    assert {(each["state"], each["follows"], each["revision"]) for each in again.values()} == {("OUTDATED", 2, 3)}
    assert {each["mutation"] for each in marked.values()} == {f"translate{type_}"}
    assert {each["originalText"] for each in marked.values()} == {EDITED}
    assert late == ["translation-follows-another"]
    assert (list(left), shown) == (["FR"], ["FR"])
    steps = told(department, text)
    assert steps == [(), OTHERS, OTHERS[1:], OTHERS[2:], OTHERS[3:], (), OTHERS]


def told(department: Department, text: Translators) -> list[tuple[str, ...]]:
    """What the topic has told of this text, one after the other: which languages were outdated."""

    def said() -> list[tuple[str, ...]]:
        states = [each.state for each in department.about(TOPICS[text.type], text.thing)]
        steps = [outdated_in(each, text.field) for each in states if each[text.field]]
        return [step for place, step in enumerate(steps) if place == 0 or step != steps[place - 1]]

    return eventually(said, lambda steps: steps[-1:] == [OTHERS])


@pytest.mark.parametrize(("type_", "field"), written_once())
def test_what_is_written_once_is_translated_from_its_only_revision(office: Office, type_: str, field: str) -> None:
    spoken = {"az": ORIGINAL} | {each.lower(): f"{each} 1" for each in OTHERS[:-1]}
    text = Translators(office, type_, field, TEXTS[type_][field], spoken)
    missing = eventually(text.wanted)

    early = text.refused("FR", 2)
    text.translates("FR", 1)
    eventually(lambda: [text.wanted()], lambda them: not them[0])

    assert {name: (each["state"], each["follows"]) for name, each in missing.items()} == {"FR": ("MISSING", None)}
    assert early == "translation-follows-another"
    assert text.shown() == []
