"""A refusal has a code that never changes, and words for whoever reads it."""

import re
from typing import Any, Self

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from korpu_chassis.refusals import (
    CHASSIS,
    InvalidInput,
    NotFound,
    Notice,
    Refusal,
    StaleVersion,
    all_refusals,
    problem,
    wording,
)

LANGUAGES = ("az", "en", "ru", "de", "fr")


class TooEarly(Refusal):
    """Nothing starts before its day."""

    code = "too-early"
    text = {"az": "{day} tarixindən əvvəl olmaz.", "en": "Not before {day}.", "ru": "Не раньше {day}."}


class Bread(BaseModel):
    model_config = ConfigDict(extra="forbid")

    loaves: int = Field(ge=1, le=9)
    kind: str = Field(max_length=5)


class Basket(BaseModel):
    breads: tuple[Bread, ...] = Field(min_length=2)


def wrong_fields(model: type[BaseModel], given: dict[str, Any]) -> InvalidInput:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(given)
    return InvalidInput.of(caught.value.errors())


def test_a_reader_is_answered_in_their_language() -> None:
    refusal = TooEarly(day="2026-11-23")

    assert refusal.message("ru") == "Не раньше 2026-11-23."


@pytest.mark.parametrize("language", ["fr", "tlh", ""])
def test_a_language_without_words_falls_back_to_azerbaijani(language: str) -> None:
    assert TooEarly(day="1 may").message(language) == "1 may tarixindən əvvəl olmaz."


def test_a_detail_that_nobody_gave_breaks_nothing() -> None:
    assert TooEarly().message("en") == "Not before …."


def test_a_code_is_kebab_case_or_the_class_cannot_be_declared() -> None:
    with pytest.raises(TypeError, match="kebab-case"):
        type("Shouting", (Refusal,), {"code": "Too_Early", "text": {"az": "a", "en": "b"}})


def test_words_in_azerbaijani_and_english_are_mandatory() -> None:
    with pytest.raises(TypeError, match="no words in en"):
        type("Halved", (Refusal,), {"code": "halved", "text": {"az": "a"}})


def test_words_that_cannot_be_filled_in_are_refused_where_they_are_declared() -> None:
    with pytest.raises(TypeError, match="cannot be filled in"):
        type("Plural", (Refusal,), {"code": "plural", "text": {"az": "a", "en": "{n, plural, one {#} other {# s}}"}})


def test_a_notice_speaks_like_a_refusal_and_stops_nothing() -> None:
    class AlreadyWarm(Notice):
        code = "already-warm"
        text = {"az": "Artıq istidir: {degrees}.", "en": "Already warm: {degrees}."}

    notice = AlreadyWarm("oven", degrees=200)

    assert (notice.code, notice.path, notice.message("en")) == ("already-warm", "oven", "Already warm: 200.")
    assert not isinstance(notice, Exception)


@pytest.mark.parametrize("code", sorted(wording()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chassis_speaks_all_five_languages(code: str, language: str) -> None:
    words = wording()[code]

    assert words[language].strip()
    assert set(re.findall(r"{(\w+)}", words[language])) == set(re.findall(r"{(\w+)}", words["az"]))


def test_no_two_languages_share_their_words() -> None:
    repeated = [code for code, words in wording().items() if len(set(words.values())) < len(LANGUAGES)]

    assert repeated == []


def test_declared_refusals_join_those_of_the_chassis() -> None:
    found = all_refusals([TooEarly], [TooEarly, NotFound])

    assert found["too-early"] is TooEarly
    assert set(found) == {refusal.code for refusal in CHASSIS} | {"too-early"}


def test_one_code_belongs_to_one_class() -> None:
    impostor = type("Impostor", (Refusal,), {"code": "too-early", "text": TooEarly.text})

    with pytest.raises(ValueError, match="share the code 'too-early'"):
        all_refusals([TooEarly], [impostor])


def test_a_refusal_is_told_as_problem_details() -> None:
    told = problem(StaleVersion("seen", seen=3, version=5), "en", "r-1")

    assert told == {
        "type": "urn:korpu:refusal:stale-version",
        "title": "Conflict",
        "status": 409,
        "detail": "It has changed since you looked: you saw version 3, it is now 5. Reload and try again.",
        "code": "stale-version",
        "path": "seen",
        "errors": [],
        "request_id": "r-1",
    }


def test_every_wrong_field_is_named_with_its_rule_in_the_readers_language() -> None:
    told = problem(wrong_fields(Bread, {"loaves": 0, "kind": "sourdough", "crumbs": 1}), "en", "r-2")

    assert told["errors"] == [
        {"path": "loaves", "code": "too-small", "message": "The number is too small: the limit is 1."},
        {"path": "kind", "code": "too-long", "message": "The text is too long: 5 characters at most."},
        {"path": "crumbs", "code": "unknown-field", "message": "There is no such field."},
    ]


def test_what_was_sent_is_never_repeated() -> None:
    told = problem(wrong_fields(Bread, {"loaves": "Nərmin", "kind": "Nərmin Quliyeva"}), "az", "r-3")

    assert "Nərmin" not in str(told)
    assert [error["code"] for error in told["errors"]] == ["wrong-type", "too-long"]


def test_a_services_own_rule_keeps_its_code_and_its_words() -> None:
    class Rye(BaseModel):
        @model_validator(mode="after")
        def _sold_out(self) -> Self:
            raise PydanticCustomError("no-rye", "There is no rye today")

    [error] = wrong_fields(Rye, {}).errors

    assert (error.code, error.message("de")) == ("no-rye", "There is no rye today")


@pytest.mark.parametrize(
    ("loaves", "told"),
    [
        ([0, 1], [("breads.0.loaves", "too-small")]),
        ([0, 0], [("breads.0.loaves", "too-small"), ("breads.1.loaves", "too-small")]),
        ([0], [("breads.0.loaves", "too-small"), ("breads", "too-few")]),
        ([1], [("breads", "too-few")]),
    ],
)
def test_a_wrong_item_is_not_a_missing_one(loaves: list[int], told: list[tuple[str, str]]) -> None:
    refusal = wrong_fields(Basket, {"breads": [{"loaves": each, "kind": "rye"} for each in loaves]})

    assert [(each.path, each.code) for each in refusal.errors] == told
