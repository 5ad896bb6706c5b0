"""When an agreement speaks by the clock; it follows from its facts alone."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from korpu_chassis.clock import end_of_day, start_of_day
from korpu_chassis.dated_rules import Ladder, rungs
from korpu_chassis.deadlines import Deadline
from korpu_partners.agreements.domain.amendments import AmendmentStatus
from korpu_partners.agreements.domain.lifecycle import Status, expiring_from
from korpu_partners.agreements.domain.renewal import months_later, notice_date, renews_itself
from korpu_partners.agreements.tables import Agreement


def deadlines_of(agreement: Agreement, ladders: Sequence[Ladder]) -> list[Deadline]:
    """Every moment at which something is to be said, if nothing changes until then; reminders by these ladders."""
    if agreement.status == Status.IN_REVIEW and agreement.review:
        days = {each.due for each in agreement.review.open if each.due and not each.decided}
        return [Deadline(end_of_day(day), "review-overdue") for day in sorted(days)]
    over = agreement.terminated_on or agreement.renewed_on or agreement.is_annulled
    if agreement.signed_on is None or over:
        return []
    return [*_beginning(agreement), *_middle(agreement), *_before_the_end(agreement, ladders), *_end(agreement)]


def next_review(agreement: Agreement) -> date | None:
    """The day on which an evergreen agreement is looked at again."""
    last = agreement.reviewed_on or agreement.takes_effect
    if not agreement.evergreen or last is None:
        return None
    return months_later(last, agreement.renewal.review_months)


def _beginning(agreement: Agreement) -> Iterator[Deadline]:
    if agreement.in_force_on is None and agreement.takes_effect:
        yield Deadline(start_of_day(agreement.takes_effect), "in-force")


def _middle(agreement: Agreement) -> Iterator[Deadline]:
    if agreement.expired_on:
        return
    for amendment in agreement.amendments:
        if amendment.status is AmendmentStatus.SIGNED and amendment.effective:
            yield Deadline(start_of_day(amendment.effective), f"amendment-{amendment.number}")
    if agreement.suspension and agreement.suspension.until:
        yield Deadline(start_of_day(agreement.suspension.until + timedelta(days=1)), "suspension-over")
    review = next_review(agreement)
    if review and not _closed_by(agreement, review):
        yield Deadline(start_of_day(review), "review-due")


def _before_the_end(agreement: Agreement, ladders: Sequence[Ladder]) -> Iterator[Deadline]:
    """Reminders and warnings; those that lay behind when the dates were recorded are not said late."""
    ends, known_from = agreement.ends, agreement.calendar_from
    if ends is None or known_from is None or agreement.expired_on:
        return
    ahead = [(day, f"reminder-{days}") for days, day in rungs(ends, ladders) if not agreement.renews_on]
    if not agreement.suspension:
        ahead.append((expiring_from(ends), "expiring"))
    for day, rule in ahead:
        if day > known_from and not _closed_by(agreement, day):
            yield Deadline(start_of_day(day), rule)
    if will_renew_itself(agreement) and notice_date(ends, agreement.renewal) >= known_from:
        yield Deadline(end_of_day(notice_date(ends, agreement.renewal)), "notice-date")


def _end(agreement: Agreement) -> Iterator[Deadline]:
    if agreement.termination:
        yield Deadline(start_of_day(agreement.termination.effective), "terminated")
    if agreement.renews_on and not agreement.termination:
        yield Deadline(start_of_day(agreement.renews_on), "renewed")
    if agreement.ends is None or agreement.expired_on or agreement.termination:
        return
    over = agreement.ends + timedelta(days=1)
    if will_renew_itself(agreement):
        yield Deadline(start_of_day(over), "renews-itself")
    elif not (agreement.renews_on and agreement.renews_on <= over):
        yield Deadline(start_of_day(over), "expired")


def will_renew_itself(agreement: Agreement) -> bool:
    """Whether it goes on by itself after its end, as things stand."""
    declined = agreement.non_renewal or agreement.termination or agreement.renews_on or agreement.suspension
    return renews_itself(agreement.terms) and not declined


def _closed_by(agreement: Agreement, day: date) -> bool:
    """Whether the agreement will have ended by termination or renewal before this day."""
    return any(end is not None and end <= day for end in (agreement.terminates_on, agreement.renews_on))
