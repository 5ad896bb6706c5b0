"""Partners put together: the only place where its aggregates meet."""

from pathlib import Path

from korpu_chassis.calendar_feeds.routes import calendar_routes
from korpu_chassis.dated_rules import check_rules
from korpu_chassis.runtime.assembly import Service, Substituting
from korpu_chassis.runtime.discovery import load_all
from korpu_chassis.workdays.counting import check_holidays, remind_of_holidays
from korpu_documents.files_backup import FilesBackup
from korpu_documents.routes import UPLOAD, file_routes
from korpu_partners.agreements import api as agreements_api
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.agreements.ical import agreement_entries
from korpu_partners.calendar_feeds import calendar_feeds
from korpu_partners.consumers.activity import (
    agreement_acts,
    letter_acts,
    mobility_acts,
    project_acts,
    publication_acts,
    trip_acts,
    visit_acts,
)
from korpu_partners.consumers.events import visit_changed
from korpu_partners.consumers.letters import letter_changed
from korpu_partners.consumers.mobility import mobility_changed, trip_changed
from korpu_partners.consumers.people import person_changed
from korpu_partners.deputyships.aggregate import deputyships
from korpu_partners.deputyships.interface import deputies
from korpu_partners.files import files
from korpu_partners.generated_documents import api as papers_api
from korpu_partners.generated_documents.aggregate import papers
from korpu_partners.imports.aggregate import imports, register_imports
from korpu_partners.letters import api as letters_api
from korpu_partners.letters.aggregate import letters
from korpu_partners.letters.ical import letter_entries
from korpu_partners.organisations import api as organisations_api
from korpu_partners.organisations import impact as organisations_impact
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.permissions import HEAD, OFFICER
from korpu_partners.projects.aggregate import projects
from korpu_partners.projects.ical import project_entries
from korpu_partners.publications import api as publications_api
from korpu_partners.publications.aggregate import publications
from korpu_partners.publications.ical import publication_entries
from korpu_partners.tables import Table
from korpu_registers.api import import_routes

load_all("korpu_partners")

service = Service(
    "partners",
    table=Table,
    definitions=[organisations, agreements, letters, projects, papers, publications, deputyships, register_imports],
    consumes=[
        mobility_changed,
        trip_changed,
        person_changed,
        visit_changed,
        agreement_acts,
        letter_acts,
        letter_changed,
        project_acts,
        publication_acts,
        visit_acts,
        mobility_acts,
        trip_acts,
    ],
    routers=[
        organisations_api.router,
        organisations_impact.router,
        agreements_api.router,
        agreements_api.batches,
        letters_api.router,
        publications_api.router,
        import_routes(imports),
        file_routes(files),
        papers_api.router,
        calendar_routes(calendar_feeds, [agreement_entries, letter_entries, project_entries, publication_entries]),
    ],
    streams={UPLOAD},
    needs=[files.check, check_rules, check_holidays],
    sweeps=[files.sweep, remind_of_holidays],
    stored=FilesBackup(files),
    substituting=Substituting(needs=OFFICER, lends=HEAD, known=deputies),
    migrations=Path(__file__).parent / "migrations" / "versions",
)
