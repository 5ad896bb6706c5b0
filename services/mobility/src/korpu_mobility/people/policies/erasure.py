"""Erasing a person: personal data goes everywhere that we keep it, the statistics stand."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.persistence import store
from korpu_chassis.validation.codes import Personal
from korpu_mobility.admissions.interface import forget_admissions
from korpu_mobility.advice_slots.interface import forget_appointments
from korpu_mobility.applications.interface import forget_applications
from korpu_mobility.calendar_feeds import CalendarFeed, calendar_feeds
from korpu_mobility.enquiries.interface import forget_enquiries
from korpu_mobility.files import files
from korpu_mobility.generated_documents.interface import forget_papers
from korpu_mobility.imports.interface import forget_person_in_rows
from korpu_mobility.learning_agreements.interface import forget_learning_agreements
from korpu_mobility.mobilities.interface import forget_stays
from korpu_mobility.people.api.statistics import count_erased
from korpu_mobility.people.domain.lifecycle import Basis, Status
from korpu_mobility.people.facts import PersonErased
from korpu_mobility.people.policies.documents import empty_file
from korpu_mobility.people.tables import Person
from korpu_mobility.trips.interface import forget_trips


async def forget(person: Person, basis: Basis, uow: UnitOfWork) -> None:
    """All personal data of a person goes; whoever was entered by mistake is not counted in the statistics either.

    Stays that have not begun are cancelled; those that were keep their place in the statistics without the words that
    were written about them. Nothing personal is left in the books either: the reasons go too.
    """
    # Applications first: who confirms a place takes its selection, and then the seats on which stays hang.
    applications = await forget_applications(person.id, uow)
    stays = await forget_stays(person.id, uow)
    agreements = await forget_learning_agreements(person.id, uow)
    trips = await forget_trips(person.id, uow)
    admissions = await forget_admissions(person.id, uow)
    papers = await forget_papers(person.id, uow)
    asked = await forget_enquiries(person.id, uow)
    await forget_appointments(person.id, uow)
    await calendar_feeds.take(col(CalendarFeed.person_id) == person.id, uow)
    if basis != Basis.ENTERED_BY_MISTAKE:
        await count_erased(person, uow)
    await forget_person_in_rows([person.id, *stays], _words_of(person), uow)
    await empty_file(person, uow)
    await files.forget(uow.session, person.id)
    for name, empty in PERSONAL.items():
        setattr(person, name, empty)
    person.consents, person.documents = (), ()
    person.status, person.erased_on = Status.ERASED, uow.today
    await uow.emit(person, PersonErased(basis=basis))
    await _forget_words([person.id, *stays, *agreements, *trips, *admissions, *applications, *papers, *asked], uow)


def _words_of(person: Person) -> list[str]:
    """What names this person and hardly anybody else, wherever it stands."""
    given, family = person.given_name, person.family_name
    names = [f"{family} {given}", f"{given} {family}", f"{family}, {given}"] if given and family else []
    return [*names, *filter(None, (person.native_name, person.university_number, person.email, person.phone))]


PERSONAL = {name: field.default for name, field in Person.model_fields.items() if Personal in field.metadata}
"""What is personal, and what stands there of somebody of whom nothing is known."""


async def _forget_words(about: list[UUID], uow: UnitOfWork) -> None:
    """Free text in the books may name somebody; what happened, when and by whom stays."""
    await uow.session.execute(update(store.audit).where(store.audit.c.aggregate_id.in_(about)).values(why=None))
    await uow.session.execute(update(store.read_log).where(store.read_log.c.about.in_(about)).values(purpose=None))
