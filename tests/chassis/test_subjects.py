"""Who acted is an opaque id, the same in every service that has the key."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.identity import subjects
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.identity.subjects import DERIVED, Subject, SubjectKeyMissing, opaque

KEY = "a key for these tests alone"
PLAIN = [
    "leyla", "officer-1", "demo-faculty-coordinator", "system:clock", "8b0a3c1e-7d2f-4f5c-9a51-0c1d2e3f4a5b",
    "auth0|5f7c8ec7c33c6c004bbafe82", "google-oauth2|103547991597142817347", "00u1a2b3C4D5e6F7g8h9",
    "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ", "f:8b0a3c1e-7d2f-4f5c-9a51-0c1d2e3f4a5b:417",
]  # fmt: skip
TELLING = [
    "leyla@gdu.edu.az", "Leyla Məmmədova", "leyla.mammadova", "leyla.mammadova2", "f:8b0a3c1e:leyla.mammadova",
    "ad|gdu|leyla.mammadova", "leyla%40gdu.edu.az", "CN=Leyla,OU=GDU", "+994501234567", "0501234567", "994501234567",
    "AZE12345678", "AA1234567", "GDU\\leyla",
]  # fmt: skip


@pytest.fixture
def key() -> Iterator[None]:
    subjects.hide_with(KEY)
    yield
    subjects.hide_with(None)


def principal(subject: Any) -> Principal:
    return Principal.of({"sub": subject, "exp": time.time() + 60}, "token")


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("subject", PLAIN)
def test_an_opaque_subject_stays_as_it_is_with_and_without_a_key(subject: str) -> None:
    assert opaque(subject) == subject
    subjects.hide_with(None)
    assert opaque(subject) == subject


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("subject", TELLING)
def test_a_subject_that_tells_who_it_is_becomes_an_id(subject: str) -> None:
    known = principal(subject).subject

    assert DERIVED.fullmatch(known)
    assert TypeAdapter(Subject).validate_python(subject) == known
    assert TypeAdapter(Subject).validate_python(known) == known


@pytest.mark.parametrize("subject", TELLING)
def test_without_a_key_such_a_caller_is_refused_and_told_what_is_missing(subject: str) -> None:
    with pytest.raises(SubjectKeyMissing) as refused:
        principal(subject)

    assert refused.value.status == 503
    assert all("KORPU_SUBJECT_KEY" in refused.value.message(language) for language in LANGUAGES)


@pytest.mark.usefixtures("key")
def test_another_key_gives_another_id() -> None:
    ours = opaque(TELLING[0])
    subjects.hide_with(KEY + "!")

    assert opaque(TELLING[0]) != ours


@pytest.mark.usefixtures("key")
def test_nobody_signs_in_under_an_id_that_we_have_derived() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- any token that is not good is a ValueError here
        principal(opaque("leyla@gdu.edu.az"))


@given(st.text(min_size=1, max_size=200))
def test_what_is_kept_of_any_subject_holds_nothing_but_letters_digits_and_a_few_signs(subject: str) -> None:
    subjects.hide_with(KEY)
    try:
        known = opaque(subject)
    finally:
        subjects.hide_with(None)

    assert opaque(known) == known
    assert not set(known) & set("@ %=,+/")
