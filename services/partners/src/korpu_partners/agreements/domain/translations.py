"""Translations of what is agreed: they reach the amendments that wait, whose terms will hold one day."""

from typing import Any

from korpu_chassis.i18n.text import LocalizedText, Translation
from korpu_partners.agreements.domain.amendments import SETTLED, Amendment
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Article, Obligation

OF_TERMS = ("obligations", "articles")


def into_waiting_amendments(agreement: Agreement, given: Any) -> None:
    """Give the same promise or article in the terms of an amendment that waits what was given to the present ones.

    Where the amendment has reworded it, the translation is outdated there from the first day, and is shown so.
    The hash of the terms binds to originals, so that no approval or signature is touched.
    """
    if given.field in OF_TERMS:
        agreement.amendments = tuple(
            each if each.status in SETTLED else _translated(each, given) for each in agreement.amendments
        )


def _translated(amendment: Amendment, given: Any) -> Amendment:
    held = getattr(amendment.terms, given.field)
    agreed = tuple(_given(each, given) if str(each.id) == given.part else each for each in held)
    return amendment.model_copy(update={"terms": amendment.terms.model_copy(update={str(given.field): agreed})})


def _given(agreed: Obligation | Article, given: Any) -> Obligation | Article:
    held = agreed.text.texts.get(given.language)
    if held and held.revision > given.follows:
        return agreed
    return agreed.model_copy(update={"text": _with(agreed.text, given)})


def _with(text: LocalizedText, given: Any) -> LocalizedText:
    said = {given.language: Translation(text=given.words, revision=given.follows)}
    return text.model_copy(update={"texts": {**text.texts, **said}})
