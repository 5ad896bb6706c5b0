"""What approvals bind to, and the seats that terms open."""

import random
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import Money
from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.domain.rules import require_valid_terms
from korpu_partners.agreements.domain.seats import admits, balance_in, seats_in
from korpu_partners.agreements.refusals.terms import ConditionUnclear
from korpu_partners.agreements.terms import Article, Party, Renewal, Side, Terms, terms_hash
from tests.partners.agreements.agreed import HELD, OTHER, OWED, PARTNER, TODAY, condition, obligation, terms

SAID = tuple(Article(id=uuid7(), text=LocalizedText.of(Texts(az=each))) for each in ("Mülkiyyət", "Mübahisələr"))
BEFORE_ARTICLES = "657eb84e97ecb6a814d3c0dabf2ce22704e00df9ef480c085c800ab2222b1441"


@given(st.randoms())
def test_the_hash_does_not_depend_on_the_order_of_the_list(chance: random.Random) -> None:
    conditions = [
        condition(isced=("0231", "0114"), eqf=(6, 7)),
        condition(people_per_year=2),
        condition(kind="training"),
    ]
    obligations = [obligation(), obligation(due=TODAY), obligation(amount={"amount": "5", "currency": "EUR"})]
    parties = list(terms().parties)
    before = terms(conditions=conditions, obligations=obligations)
    for each in (conditions, obligations, parties):
        chance.shuffle(each)

    after = terms(conditions=conditions, obligations=obligations, parties=parties)

    assert terms_hash(after) == terms_hash(before)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": Kind.COOPERATION},
        {"starts": date(2026, 10, 2)},
        {"ends": date(2029, 9, 29)},
        {"ends": None},
        {"renewal": Renewal(notice_days=91)},
        {"parties": (Party(us=True), Party(organisation_id=PARTNER))},
        {"parties": (Party(us=True, unit="physics"), Party(organisation_id=PARTNER), Party(organisation_id=OTHER))},
        {"conditions": ()},
        *(
            {"conditions": (HELD.model_copy(update={name: value}),)}
            for name, value in {
                "people_per_year": 6,
                "eqf": (8,),
                "isced": ("0231",),
                "last_year": "2029/2030",
                "blended": True,
                "language": "en",
                "to": Side(organisation_id=OTHER),
            }.items()
        ),
        {"articles": ()},
        {"articles": (SAID[1], SAID[0])},
        {"articles": (SAID[0], SAID[1].model_copy(update={"text": SAID[0].text}))},
        {"obligations": ()},
        *(
            {"obligations": (OWED.model_copy(update={name: value}),)}
            for name, value in {
                "due": TODAY,
                "ours": False,
                "amount": None,
                "text": OWED.text.edited(Texts(az="Haqları ödəyir")),
            }.items()
        ),
    ],
)
def test_the_hash_changes_with_anything_that_is_agreed(changed: dict[str, Any]) -> None:
    before = terms(conditions=(HELD,), obligations=(OWED,), articles=SAID)

    assert terms_hash(before.model_copy(update=changed)) != terms_hash(before)


def test_terms_without_articles_have_the_hash_that_approvals_of_before_bind_to() -> None:
    known = {"kind": "memorandum", "parties": [{"us": True}, {"organisation_id": str(UUID(int=7))}]}

    assert terms_hash(Terms.model_validate(known)) == BEFORE_ARTICLES


def test_a_translation_is_not_a_change_of_what_is_agreed() -> None:
    told = OWED.model_copy(update={"text": OWED.text.edited(Texts(en="Pays the fees", de="Zahlt die Gebühr"))})

    assert terms_hash(terms(obligations=(told,))) == terms_hash(terms(obligations=(OWED,)))


def test_a_condition_does_not_reach_beyond_the_years_that_can_be_written() -> None:
    beyond = HELD.model_copy(update={"last_year": "2201/2202"})

    with pytest.raises(ConditionUnclear):
        require_valid_terms(terms(conditions=(beyond,)))


def test_an_amount_written_otherwise_is_the_same_amount() -> None:
    same = OWED.model_copy(update={"amount": Money(amount=Decimal("5.00"), currency="EUR")})

    assert terms_hash(terms(obligations=(same,))) == terms_hash(terms(obligations=(OWED,)))


@pytest.mark.parametrize(
    ("level", "field", "wanted"),
    [
        (6, None, True),
        (8, None, False),
        (None, None, True),
        (7, "0231", True),
        (7, "0232", True),
        (7, "0213", False),
        (7, "0314", True),
        (7, "0311", False),
    ],
)
def test_a_condition_is_for_its_levels_and_fields(level: int | None, field: str | None, *, wanted: bool) -> None:
    asked = condition(eqf=(6, 7), isced=("0230", "0314"))

    assert admits(asked, level, field) is wanted


def test_an_open_condition_is_for_everybody() -> None:
    assert admits(condition(), 8, "0731")


def test_seats_are_open_in_their_years_and_balanced_by_direction() -> None:
    out, back = condition(), condition(from_=Side(organisation_id=PARTNER), to=Side(), people_per_year=3)

    assert [(each.outgoing, each.people) for each in seats_in([out, back], "2027/2028")] == [(True, 5), (False, 3)]
    assert seats_in([out, back], "2029/2030") == ()
    assert balance_in([out, back], "2027/2028").difference == -2
