"""Terms to try rules on, without an office around them."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_partners.agreements.domain.kinds import Kind, Stay
from korpu_partners.agreements.terms import Condition, Obligation, Party, Side, Terms

PARTNER, OTHER = UUID(int=1), UUID(int=2)
TODAY = date(2026, 9, 7)


def condition(**other: Any) -> Condition:
    given = {
        "id": uuid4(),
        "from_": Side(),
        "to": Side(organisation_id=PARTNER),
        "kind": Stay.STUDY,
        "first_year": "2026/2027",
        "last_year": "2028/2029",
        "people_per_year": 5,
    }
    return Condition.model_validate({**given, **other})


def obligation(**other: Any) -> Obligation:
    text = LocalizedText.of(Texts(en="Pays the fee", az="Haqqı ödəyir"))
    return Obligation.model_validate({"id": uuid4(), "text": text, **other})


def terms(**other: Any) -> Terms:
    parties = (Party(us=True), Party(organisation_id=PARTNER), Party(organisation_id=OTHER))
    given = {"kind": Kind.RESEARCH, "parties": parties, "starts": date(2026, 10, 1), "ends": date(2029, 9, 30)}
    return Terms.model_validate({**given, **other})


HELD, OWED = condition(), obligation(amount={"amount": "5", "currency": "EUR"})
