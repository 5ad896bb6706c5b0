"""Partners put together: the only place where its rooms meet."""

from pathlib import Path

from korpu_chassis.runtime.assembly import Service
from korpu_documents.files_backup import FilesBackup
from korpu_documents.routes import UPLOAD, file_routes
from korpu_partners.agreements import api as agreements_api
from korpu_partners.agreements.entries import agreement_entries
from korpu_partners.agreements.room import agreements
from korpu_partners.calendars.api import calendar_routes
from korpu_partners.files import files
from korpu_partners.inbox.activity import (
    agreement_acts,
    letter_acts,
    mobility_acts,
    project_acts,
    publication_acts,
    visit_acts,
)
from korpu_partners.inbox.events import visit_changed
from korpu_partners.inbox.letters import letter_changed
from korpu_partners.inbox.mobility import mobility_changed
from korpu_partners.inbox.people import person_changed
from korpu_partners.letters import api as letters_api
from korpu_partners.letters.entries import letter_entries
from korpu_partners.letters.room import letters
from korpu_partners.letters.workdays import check_holidays, remind_of_holidays
from korpu_partners.organisations import api as organisations_api
from korpu_partners.organisations.room import organisations
from korpu_partners.papers import api as papers_api
from korpu_partners.papers.room import papers
from korpu_partners.projects.entries import project_entries
from korpu_partners.projects.room import projects
from korpu_partners.publications import api as publications_api
from korpu_partners.publications.entries import publication_entries
from korpu_partners.publications.room import publications
from korpu_partners.registers import api as registers_api
from korpu_partners.registers.room import register_imports
from korpu_partners.tables import Table

service = Service(
    "partners",
    table=Table,
    definitions=[organisations, agreements, letters, projects, papers, publications, register_imports],
    consumes=[
        mobility_changed,
        person_changed,
        visit_changed,
        agreement_acts,
        letter_acts,
        letter_changed,
        project_acts,
        publication_acts,
        visit_acts,
        mobility_acts,
    ],
    routers=[
        organisations_api.router,
        agreements_api.router,
        agreements_api.batches,
        letters_api.router,
        publications_api.router,
        registers_api.router,
        file_routes(files),
        papers_api.router,
        calendar_routes([agreement_entries, letter_entries, project_entries, publication_entries]),
    ],
    streams={UPLOAD},
    needs=[files.check, check_holidays],
    sweeps=[files.sweep, remind_of_holidays],
    stored=FilesBackup(files),
    migrations=Path(__file__).parent / "migrations" / "versions",
)
