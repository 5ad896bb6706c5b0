"""How an agreement goes on: the reminders before its end, the notice date, reviews, and the successor's terms."""

from datetime import date, timedelta

from uuid_utils.compat import uuid7

from korpu_partners.agreements.domain.kinds import RenewalMode
from korpu_partners.agreements.terms import Condition, Renewal, Terms


def notice_date(ends: date, renewal: Renewal) -> date:
    """The last day on which either side may say that an automatic renewal is not wanted."""
    return ends - timedelta(days=renewal.notice_days)


def renews_itself(terms: Terms) -> bool:
    """Whether the agreement goes on unless somebody gives notice."""
    return terms.renewal.mode is RenewalMode.AUTOMATIC and terms.ends is not None


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day."""
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def prolonged(terms: Terms, began: date) -> Terms:
    """The terms of the next automatic period: the same conditions, moved on."""
    assert terms.ends is not None  # noqa: S101 -- only what has an end renews itself
    starts, ends = next_period(terms.ends, terms.renewal.period_months)
    return successor_terms(terms, began, starts, ends)


def same_length(began: date, ended: date, starts: date) -> date:
    """The last day of a period as long as the present one, in months if that is a round number of them."""
    after = ended + timedelta(days=1)
    months = (after.year - began.year) * 12 + after.month - began.month
    if months_later(began, months) == after:
        return months_later(starts, months) - timedelta(days=1)
    return starts + (ended - began)


def next_period(ends: date, months: int) -> tuple[date, date]:
    """First and last day of a period that follows without a gap."""
    starts = ends + timedelta(days=1)
    return starts, months_later(starts, months) - timedelta(days=1)


def successor_terms(terms: Terms, began: date, starts: date, ends: date) -> Terms:
    """The same terms for another period, under new identities; academic years move on by as many years."""
    years = max(starts.year - began.year, 0)
    moved = {
        "starts": starts,
        "ends": ends,
        "conditions": tuple(_moved(condition, years) for condition in terms.conditions),
        "obligations": tuple(each.model_copy(update={"id": uuid7()}) for each in terms.obligations),
        "articles": tuple(each.model_copy(update={"id": uuid7()}) for each in terms.articles),
    }
    return terms.model_copy(update=moved)


def _moved(condition: Condition, years: int) -> Condition:
    first, last = _year(condition.first_year, years), _year(condition.last_year, years)
    return condition.model_copy(update={"id": uuid7(), "first_year": first, "last_year": last})


def _year(academic_year: str, years: int) -> str:
    begins = int(academic_year[:4]) + years
    return f"{begins}/{begins + 1}"
