"""The terms of agreements as the portal sees them: who is bound to what, and the seats that are left."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import argument, at, looked
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.reciprocity import condition_balance
from korpu_gateway.types.values import LocalizedText, Money
from korpu_gateway.types.words.terms import AgreementKind, RenewalMode, Stay

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.organisation import Organisation

SEATS_LEFT = """
    SELECT CASE WHEN {academic_year} BETWEEN {first_year} AND {last_year} THEN {people_per_year} ELSE 0 END - count(*)
    FROM mobility WHERE condition_id = {id} AND academic_year = {academic_year} AND status IN ('offered', 'nominated',
        'accepted', 'agreed', 'arrived', 'returned', 'returned_early', 'recognised', 'closed')
"""


@part
class Side:
    """One end of a direction; without an organisation it is our university."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    unit: str | None = at()


@part
class Party:
    """Who is bound, at the level of the organisation or of one unit."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    unit: str | None = at()
    us: bool = at()


@part
class Renewal:
    """How the agreement goes on."""

    mode: RenewalMode = at()
    notice_days: int = at()
    period_months: int = at()
    review_months: int = at()


@part
class Condition:
    """Seats in one direction."""

    id: UUID = at()
    from_: Side = at("from", name="from")
    to: Side = at()
    kind: Stay = at()
    first_year: str = at()
    last_year: str = at()
    people_per_year: int = at()
    months_per_year: int | None = at()
    days_per_year: int | None = at()
    isced: list[str] = at()
    eqf: list[int] = at()
    language: str | None = at()
    cefr: str | None = at()
    blended: bool = at()
    seats_left: int | None = looked(
        SEATS_LEFT,
        argument("academic_year", str),
        id="uuid",
        first_year="text",
        last_year="text",
        people_per_year="integer",
    )
    person_months_balance: Decimal | None = condition_balance("person_months")
    staff_days_balance: Decimal | None = condition_balance("staff_days")
    mobilities: "Connection[Mobility]" = many("mobility", "condition_id")


@part
class Obligation:
    """What one side promises."""

    id: UUID = at()
    text: LocalizedText = at()
    ours: bool = at()
    due: date | None = at()
    amount: Money | None = at()


@part
class Article:
    """What is agreed in words of its own; the first of several lines is the heading."""

    id: UUID = at()
    text: LocalizedText = at()


@part
class Terms:
    """All that is agreed."""

    kind: AgreementKind = at()
    parties: list[Party] = at()
    starts: date | None = at()
    ends: date | None = at()
    renewal: Renewal = at()
    conditions: list[Condition] = at()
    obligations: list[Obligation] = at()
    articles: list[Article] | None = at()


@part
class TermsVersion:
    """Terms as they stood on a day; they stay readable whatever follows."""

    version: int = at()
    hash: str = at()
    terms: Terms = at()
    on: date = at()
