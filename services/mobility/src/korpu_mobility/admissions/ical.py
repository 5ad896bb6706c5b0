"""The days of admissions: the offer, and what is due with the migration office."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import false, or_
from sqlmodel import col

from korpu_chassis.calendars.entry import Entry
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import STAYING, Status
from korpu_mobility.admissions.parts import ClockKind
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import MIGRATION_LIAISON

ACCEPT = {
    "az": "Qəbul təklifinə cavab üçün son gün",
    "en": "Last day to accept the admission",
    "ru": "Последний день принять предложение о зачислении",
    "de": "Letzter Tag, die Zulassung anzunehmen",
    "fr": "Dernier jour pour accepter l'admission",
}
CLOCKS: Mapping[ClockKind, Mapping[str, str]] = {
    ClockKind.REGISTRATION: {
        "az": "Olduğu yer üzrə qeydiyyat üçün son gün",
        "en": "Place of stay to be registered",
        "ru": "Последний день регистрации по месту пребывания",
        "de": "Aufenthaltsort ist anzumelden",
        "fr": "Lieu de séjour à enregistrer",
    },
    ClockKind.PERMIT: {
        "az": "İcazə üçün müraciətin son günü",
        "en": "Permit to be applied for",
        "ru": "Последний день подачи на разрешение",
        "de": "Erlaubnis ist zu beantragen",
        "fr": "Titre de séjour à demander",
    },
}
PERMIT_ENDS = {
    "az": "İcazənin son günü",
    "en": "Permit ends",
    "ru": "Последний день разрешения",
    "de": "Erlaubnis endet",
    "fr": "Fin du titre de séjour",
}


async def admission_entries(whose: Principal, uow: UnitOfWork) -> Sequence[Entry]:
    """Somebody's own days, those of all who are here for the migration liaison, and of those whom one has entered."""
    mine = col(Admission.person_id) == whose.person_id if whose.person_id else false()
    entered = col(Admission.author) == whose.subject
    theirs = [mine, entered, *([col(Admission.status).in_(STAYING)] if MIGRATION_LIAISON.borne_by(whose) else [])]
    found = await uow.find(Admission, or_(*theirs))
    return [entry for each in found if admissions.shows(each, whose) for entry in _entries(each)]


def _entries(admission: Admission) -> Iterator[Entry]:
    for what, day, words in _days(admission):
        key = f"admission-{admission.id}-{what}"
        yield Entry(key, day, words, admission.code, None, admission.version, admission.changed_at)


def _days(admission: Admission) -> Iterator[tuple[str, date, Mapping[str, str]]]:
    if admission.status == Status.OFFERED and admission.offer_until:
        yield "offer", admission.offer_until, ACCEPT
    if admission.status in STAYING:
        for clock in admission.clocks:
            yield str(clock.kind), clock.due, CLOCKS[clock.kind]
        if admission.permit_until and admission.departed_on is None:
            yield "permit-ends", admission.permit_until, PERMIT_ENDS
