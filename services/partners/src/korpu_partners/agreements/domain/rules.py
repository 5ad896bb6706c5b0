"""What terms must satisfy to make sense at all, and what more they need to be signed."""

from collections.abc import Sequence
from datetime import date, timedelta

from korpu_partners.agreements.domain.kinds import Kind
from korpu_partners.agreements.refusals.terms import (
    ConditionUnclear,
    EndedAlready,
    EndsBeforeStart,
    EvergreenHasEnd,
    MemorandumBindsNothing,
    NoEnd,
    PartiesUnclear,
    TooLong,
)
from korpu_partners.agreements.terms import Condition, Party, Terms

LONGEST_YEARS = 5
FIRST_YEAR, LAST_YEAR = "1900/1901", "2200/2201"


def require_valid_terms(terms: Terms) -> None:
    """The terms make sense, whoever will sign them."""
    _require_valid_parties(terms.parties)
    for place, condition in enumerate(terms.conditions):
        if broken := _unclear(condition, terms):
            raise ConditionUnclear(f"conditions.{place}", rule=broken)
    if terms.starts and terms.ends and terms.ends <= terms.starts:
        raise EndsBeforeStart("ends")
    if terms.evergreen and terms.ends:
        raise EvergreenHasEnd("ends")
    if terms.kind is Kind.MEMORANDUM and terms.obligations:
        raise MemorandumBindsNothing("obligations")


def _require_valid_parties(parties: Sequence[Party]) -> None:
    for place, party in enumerate(parties):
        if party.us == (party.organisation_id is not None):
            raise PartiesUnclear(f"parties.{place}")
    sides = {(party.organisation_id, party.unit) for party in parties}
    if len(sides) < len(parties) or {party.us for party in parties} != {True, False}:
        raise PartiesUnclear("parties")


def _unclear(condition: Condition, terms: Terms) -> str | None:
    bound = {party.organisation_id for party in terms.parties}
    broken = {
        "stranger": not {condition.from_.organisation_id, condition.to.organisation_id} <= bound,
        "one-sided": condition.from_.organisation_id == condition.to.organisation_id,
        "years": not FIRST_YEAR <= condition.first_year <= condition.last_year <= LAST_YEAR,
        "length": condition.months_per_year is not None and condition.days_per_year is not None,
        "language": condition.cefr is not None and condition.language is None,
        "id": sum(other.id == condition.id for other in terms.conditions) > 1,
    }
    return next((rule for rule, holds in broken.items() if holds), None)


def require_signable_dates(terms: Terms, signed_on: date, *, long_allowed: bool) -> None:
    """The dates of the terms can be signed on this day."""
    if terms.ends is None:
        if not terms.evergreen:
            raise NoEnd("ends")
        return
    if terms.ends < signed_on:
        raise EndedAlready("ends")
    if runs_long(terms, signed_on) and not long_allowed:
        raise TooLong("ends", years=LONGEST_YEARS)


def runs_long(terms: Terms, signed_on: date) -> bool:
    """Whether more than five years lie between the first and the last day."""
    starts = max(terms.starts or signed_on, signed_on)
    return terms.ends is not None and terms.ends >= _years_later(starts, LONGEST_YEARS)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=2, day=28) + timedelta(days=1)
