"""The rules of joint projects: a consortium, a budget that adds up, dates in order, and what a proposal needs."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from korpu_chassis.validation.codes import Money
from korpu_partners.projects.domain.lifecycle import PartnerRole, ReportKind
from korpu_partners.projects.parts import Funder, ProjectMember, ProjectPartner, ProjectReport
from korpu_partners.projects.refusals.general import (
    BudgetDoesNotAddUp,
    ConsortiumWrong,
    EndsBeforeItStarts,
    FunderUnclear,
    MemberTwice,
    NoFinalReport,
)


def require_valid_consortium(partners: Sequence[ProjectPartner]) -> None:
    """Our university is in it once, each other partner once and registered, and one at most coordinates."""
    ours = [each for each in partners if each.us]
    others = [each.organisation_id for each in partners if not each.us]
    coordinators = [each for each in partners if each.role is PartnerRole.COORDINATOR]
    named = [each for each in others if each is not None]
    wrong = (
        len(ours) != 1 or len(named) != len(others) or len(set(named)) != len(named) or ours[0].organisation_id
    ) or len(coordinators) > 1
    if wrong:
        raise ConsortiumWrong("partners")


def require_valid_budget(budget: Money | None, partners: Sequence[ProjectPartner]) -> None:
    """Shares are in the budget's currency, and together not more than it."""
    shares = [each.share for each in partners if each.share]
    if not shares:
        return
    total = sum((share.amount for share in shares), Decimal(0))
    if budget is None or any(share.currency != budget.currency for share in shares) or total > budget.amount:
        raise BudgetDoesNotAddUp("budget", shares=total, budget=budget.amount if budget else 0)


def require_valid_period(starts: date | None, ends: date | None, path: str = "ends") -> None:
    """It ends after it has started."""
    if starts and ends and ends <= starts:
        raise EndsBeforeItStarts(path, starts=starts, ends=ends)


def require_clear_funder(funder: Funder | None) -> None:
    """The funder is registered or named, not both and not neither."""
    if funder and (funder.organisation_id is None) == (funder.name is None):
        raise FunderUnclear("funder")


def require_one_final_report(kinds: Iterable[ReportKind]) -> None:
    """A funder wants one final report."""
    if list(kinds).count(ReportKind.FINAL) != 1:
        raise NoFinalReport("reports")


def missing(values: dict[str, object]) -> list[str]:
    """What a proposal still lacks."""
    return [name for name, value in values.items() if not value]


def require_new_member(members: Sequence[ProjectMember], new: ProjectMember) -> None:
    """Nobody is in the same project twice at one time."""
    last = new.until or date.max
    for each in members:
        overlap = each.since <= last and new.since <= (each.until or date.max)
        if each.person_id == new.person_id and overlap:
            raise MemberTwice("person_id")


def is_late(reports: Iterable[ProjectReport], today: date) -> bool:
    """A report is still to be written whose day is over."""
    return any(each.open and each.due < today for each in reports)
