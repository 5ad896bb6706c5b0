"""What mobility's other aggregates may ask of admissions: ids come in, values go out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.admissions.domain.lifecycle import NOT_BEGUN, STUDYING, Cause, Status
from korpu_mobility.admissions.facts import AdmissionForgotten
from korpu_mobility.admissions.policies.ending import call_off
from korpu_mobility.admissions.tables import Admission


@dataclass(frozen=True)
class AdmissionOnPaper:
    """An admission as papers tell of it; its number in the portal, visa and addresses stay where they are."""

    id: UUID
    version: int
    status: str
    unit: str | None
    person_id: UUID
    programme: str
    level: int
    language: str
    funding: str
    academic_year: str
    letter_number: str | None
    letter_on: date | None

    @property
    def stands(self) -> bool:
        """Whether somebody is admitted, and did not end."""
        return self.status in (Status.ACCEPTED, *STUDYING)


async def admission_on_paper(admission_id: UUID, uow: UnitOfWork) -> AdmissionOnPaper:
    """The admission as it stands now; nobody is kept from changing it."""
    admission = await uow.session.get(Admission, admission_id)
    if admission is None:
        raise NotFound("admission_id")
    return AdmissionOnPaper(**{each.name: getattr(admission, each.name) for each in fields(AdmissionOnPaper)})


async def hold_admission_version(admission_id: UUID, uow: UnitOfWork) -> int:
    """The version of an admission that nobody changes until the transaction ends."""
    return await uow.hold(Admission, admission_id)


async def last_day_of_admissions(person_id: UUID, uow: UnitOfWork) -> date | None:
    """The last day on which somebody had to do with an admission: today, while one goes on or the person is here."""
    days = [_last_day(each, uow.today) for each in await _admissions_of(person_id, uow)]
    return max(filter(None, days), default=None)


async def forget_admissions(person_id: UUID, uow: UnitOfWork) -> Sequence[UUID]:
    """Cancel somebody's admissions that have not begun, and forget what is personal about all; gives their ids.

    Programme, basis and country of prior education stay: the statistics count them.
    """
    found = await _admissions_of(person_id, uow)
    for each in found:
        admission = await uow.take(Admission, each.id)
        admission.portal_number = admission.residence = None
        admission.visa = admission.place = admission.permit = None
        admission.documents = ()
        if admission.status in NOT_BEGUN:
            await call_off(admission, Cause.ERASED, None, uow)
        else:
            await uow.emit(admission, AdmissionForgotten())
        admission.reason = None
    return [each.id for each in found]


def _last_day(admission: Admission, today: date) -> date | None:
    if admission.status in (*NOT_BEGUN, *STUDYING):
        return today
    return max(filter(None, (admission.departed_on, admission.ended_on)), default=None)


async def _admissions_of(person_id: UUID, uow: UnitOfWork) -> list[Admission]:
    """In one order, so that they are always taken in it."""
    return sorted(await uow.find(Admission, col(Admission.person_id) == person_id), key=lambda each: each.id)
