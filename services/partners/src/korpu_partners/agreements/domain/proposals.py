"""Terms as somebody proposes them, before their conditions and obligations have identities."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from korpu_chassis.i18n.text import LocalizedText, Texts
from korpu_chassis.validation.codes import AcademicYear, Cefr, Day, Eqf, IscedF, LanguageTag, Money, sent_decimal
from korpu_partners.agreements.domain.kinds import Stay
from korpu_partners.agreements.refusals.terms import ConditionUnclear
from korpu_partners.agreements.terms import Article, Condition, Length, Obligation, People, Side, Value

MONTHS = r"^(?=.*[1-9])(100000|[0-9]{1,5}(\.[0-9]{1,2})?)$"
DAYS_OF_A_MONTH = 30
"""As the European exchange counts them, and stays are held against their seats."""
Months = Annotated[Decimal, Field(gt=0, le=100_000, decimal_places=2), sent_decimal(100_000, MONTHS, 0.01)]


class ProposedCondition(Value):
    """Seats in one direction, as they are proposed; an `id` names the condition that is changed."""

    id: UUID | None = None
    from_: Annotated[Side, Field(alias="from", description="Who sends; without an organisation it is us.")]
    to: Annotated[Side, Field(description="Who receives; without an organisation it is us.")]
    kind: Stay
    first_year: AcademicYear
    last_year: AcademicYear
    people_per_year: People
    months_per_year: Annotated[
        Months | None, Field(description="Of all people together; a part of a month is kept as days, 30 to a month.")
    ] = None
    days_per_year: Annotated[Length | None, Field(description="Of all people together.")] = None
    isced: Annotated[tuple[IscedF, ...], Field(max_length=50, description="None given: all fields.")] = ()
    eqf: Annotated[tuple[Eqf, ...], Field(max_length=8, description="None given: all levels.")] = ()
    language: LanguageTag | None = None
    cefr: Cefr | None = None
    blended: bool = False


class ProposedObligation(Value):
    """What one side promises, as it is proposed; an `id` names the obligation that is changed."""

    id: UUID | None = None
    text: Texts
    ours: Annotated[bool, Field(description="Whether we owe it; otherwise the partner does.")] = True
    due: Day | None = None
    amount: Money | None = None


class ProposedArticle(Value):
    """What is agreed in words of its own, as it is proposed; an `id` names the article that is changed."""

    id: UUID | None = None
    text: Annotated[Texts, Field(description="The first of several lines is the heading.")]


Conditions = Annotated[tuple[ProposedCondition, ...], Field(max_length=100)]
Obligations = Annotated[tuple[ProposedObligation, ...], Field(max_length=100)]
Articles = Annotated[tuple[ProposedArticle, ...], Field(max_length=60, description="In the order of the paper.")]


def conditions_of(proposed: Sequence[ProposedCondition], held: Sequence[Condition] = ()) -> tuple[Condition, ...]:
    """The conditions as proposed; those that name a held one keep its identity, the others get a new one."""
    known = {each.id for each in held}
    for place, each in enumerate(proposed):
        if each.id and each.id not in known:
            raise ConditionUnclear(f"conditions.{place}.id", rule="id")
    return tuple(
        Condition.model_validate({**dict(each), **_length(each), "id": each.id or uuid7()}) for each in proposed
    )


def _length(proposed: ProposedCondition) -> dict[str, Any]:
    """Whole months as such; parts of a month as whole days, so that every reader counts the same."""
    months, days = proposed.months_per_year, proposed.days_per_year
    if months is None or days is not None or months == months.to_integral_value():
        return {"months_per_year": max(int(months), 1) if months is not None else None}
    counted = (months * DAYS_OF_A_MONTH).to_integral_value(ROUND_HALF_UP)
    return {"months_per_year": None, "days_per_year": max(int(counted), 1)}


def obligations_of(proposed: Sequence[ProposedObligation], held: Sequence[Obligation] = ()) -> tuple[Obligation, ...]:
    """The obligations as proposed; the text of a held one is edited, so that its translations show their age."""
    before = {each.id: each for each in held}
    return tuple(_obligation(each, before.get(each.id) if each.id is not None else None) for each in proposed)


def _obligation(proposed: ProposedObligation, held: Obligation | None) -> Obligation:
    return Obligation(
        id=held.id if held else uuid7(),
        text=held.text.edited(proposed.text) if held else LocalizedText.of(proposed.text),
        ours=proposed.ours,
        due=proposed.due,
        amount=proposed.amount,
    )


def articles_of(proposed: Sequence[ProposedArticle], held: Sequence[Article] = ()) -> tuple[Article, ...]:
    """The articles as proposed; the text of a held one is edited, so that its translations show their age."""
    before = {each.id: each for each in held}
    return tuple(_article(each, before.pop(each.id, None) if each.id else None) for each in proposed)


def _article(proposed: ProposedArticle, held: Article | None) -> Article:
    if held is None:
        return Article(id=uuid7(), text=LocalizedText.of(proposed.text))
    return Article(id=held.id, text=held.text.edited(proposed.text))
