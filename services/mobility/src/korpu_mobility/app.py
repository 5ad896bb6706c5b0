"""Mobility put together: the only place where its aggregates meet."""

from pathlib import Path

from korpu_chassis.calendar_feeds.routes import calendar_routes
from korpu_chassis.dated_rules import check_rules
from korpu_chassis.guest_links.routes import guest_routes
from korpu_chassis.runtime.assembly import Service, Substituting
from korpu_chassis.runtime.discovery import load_all
from korpu_chassis.runtime.refused_answers import refused_answer_routes
from korpu_chassis.workdays.counting import check_holidays, remind_of_holidays
from korpu_documents.files_backup import FilesBackup
from korpu_documents.routes import UPLOAD, file_routes
from korpu_mobility.admissions import api as admissions_api
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.ical import admission_entries
from korpu_mobility.advice_slots import ical as advice_calendar
from korpu_mobility.advice_slots.aggregate import advice_slots
from korpu_mobility.answer_templates.aggregate import answer_templates
from korpu_mobility.applications import api as applications_api
from korpu_mobility.applications.aggregate import applications
from korpu_mobility.applications.ical import application_entries
from korpu_mobility.calendar_feeds import calendar_feeds
from korpu_mobility.consumers.departments import department_answers
from korpu_mobility.consumers.deputyships import deputies, deputyship_changed
from korpu_mobility.consumers.partners import agreement_changed, organisation_changed
from korpu_mobility.enquiries import api as enquiries_api
from korpu_mobility.enquiries import guest_questions
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.files import files
from korpu_mobility.frequent_answers.aggregate import frequent_answers
from korpu_mobility.generated_documents import api as papers_api
from korpu_mobility.generated_documents.aggregate import mobility_papers
from korpu_mobility.guest_links import guest_links
from korpu_mobility.imports.aggregate import imports, register_imports
from korpu_mobility.learning_agreements import api as learning_agreements_api
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.mobilities import api
from korpu_mobility.mobilities.aggregate import mobilities
from korpu_mobility.opportunities import api as opportunities_api
from korpu_mobility.opportunities import board as opportunities_board
from korpu_mobility.opportunities.aggregate import opportunities
from korpu_mobility.opportunities.ical import opportunity_entries
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.api import access_log, search, statistics
from korpu_mobility.people.api import documents as restricted
from korpu_mobility.people.api import fields as people_reading
from korpu_mobility.permissions import AUDITOR, HEAD, OFFICER
from korpu_mobility.selections.aggregate import selections
from korpu_mobility.tables import Table
from korpu_mobility.trips import api as trips_api
from korpu_mobility.trips.aggregate import trips
from korpu_mobility.trips.ical import trip_entries
from korpu_registers.api import import_routes

load_all("korpu_mobility")

service = Service(
    "mobility",
    table=Table,
    definitions=[
        people,
        mobilities,
        learning_agreements,
        opportunities,
        applications,
        enquiries,
        answer_templates,
        frequent_answers,
        advice_slots,
        selections,
        trips,
        admissions,
        register_imports,
        mobility_papers,
    ],
    consumes=[organisation_changed, agreement_changed, deputyship_changed],
    foreign=[department_answers],
    routers=[
        people_reading.router,
        search.router,
        restricted.router,
        access_log.router,
        statistics.router,
        api.router,
        learning_agreements_api.router,
        opportunities_api.router,
        opportunities_board.router,
        applications_api.router,
        advice_calendar.router,
        enquiries_api.router,
        guest_questions.router,
        trips_api.router,
        admissions_api.router,
        refused_answer_routes((OFFICER, HEAD, AUDITOR)),
        import_routes(imports),
        papers_api.router,
        guest_routes(guest_links),
        calendar_routes(calendar_feeds, [opportunity_entries, application_entries, admission_entries, trip_entries]),
        file_routes(files),
    ],
    streams={UPLOAD},
    needs=[files.check, check_rules, check_holidays],
    sweeps=[files.sweep, remind_of_holidays],
    stored=FilesBackup(files),
    substituting=Substituting(needs=OFFICER, lends=HEAD, known=deputies),
    migrations=Path(__file__).parent / "migrations" / "versions",
)
