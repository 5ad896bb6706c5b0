"""Translations of what is promised: they reach the amendments that wait, whose terms will hold one day."""

from typing import Any

from korpu_chassis.i18n.text import LocalizedText, Translation
from korpu_partners.agreements.domain.amendments import SETTLED, Amendment
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Obligation

OF_PROMISES = "obligations"


def into_waiting_amendments(agreement: Agreement, given: Any) -> None:
    """Give the same promise in the terms of an amendment that waits what was given to the present ones.

    Where the amendment has reworded the promise, the translation is outdated there from the first day, and is shown so.
    The hash of the terms binds to originals, so that no approval or signature is touched.
    """
    if given.field == OF_PROMISES:
        agreement.amendments = tuple(
            each if each.status in SETTLED else _translated(each, given) for each in agreement.amendments
        )


def _translated(amendment: Amendment, given: Any) -> Amendment:
    promises = tuple(
        _given(each, given) if str(each.id) == given.part else each for each in amendment.terms.obligations
    )
    return amendment.model_copy(update={"terms": amendment.terms.model_copy(update={"obligations": promises})})


def _given(promise: Obligation, given: Any) -> Obligation:
    held = promise.text.texts.get(given.language)
    if held and held.revision > given.follows:
        return promise
    return promise.model_copy(update={"text": _with(promise.text, given)})


def _with(text: LocalizedText, given: Any) -> LocalizedText:
    said = {given.language: Translation(text=given.words, revision=given.follows)}
    return text.model_copy(update={"texts": {**text.texts, **said}})
