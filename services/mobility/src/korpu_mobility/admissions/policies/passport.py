"""Whether the passport in the person's restricted file is valid long enough for a permit."""

from datetime import date

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.admissions.domain.margin import months_after, require_margin
from korpu_mobility.admissions.parts import PermitApplication
from korpu_mobility.admissions.refusals.migration import PassportEndsSoon, PermitAtRisk
from korpu_mobility.admissions.rules import PASSPORT_MARGIN
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.people.interface import passport_valid_to


async def application_for(admission: Admission, on: date, until: date, uow: UnitOfWork) -> PermitApplication:
    """The application, by the rule of its day; the passport has to reach some months beyond the permit."""
    rule = PASSPORT_MARGIN.holding(on)
    require_margin(await passport_valid_to(admission.person_id, uow), months_after(until, rule.months))
    return PermitApplication(on=on, until=until, since=rule.since, source=rule.source)


async def warn_of_passport(admission: Admission, ends: date, uow: UnitOfWork) -> None:
    """Warn when the passport does not reach beyond what is known now: nobody can apply for more with it."""
    needed = months_after(ends, PASSPORT_MARGIN.holding(uow.today).months)
    known = await passport_valid_to(admission.person_id, uow)
    if known is None or known < needed:
        uow.warn(PassportEndsSoon(needed=needed))
        uow.warn(PermitAtRisk(due=admission.permit_due or ends))
