"""Events put together: the only place where its aggregates meet."""

from pathlib import Path

from korpu_chassis.dated_rules import check_rules
from korpu_chassis.guest_links.routes import guest_routes
from korpu_chassis.runtime.assembly import Service, Substituting
from korpu_chassis.runtime.discovery import load_all
from korpu_chassis.runtime.refused_answers import refused_answer_routes
from korpu_chassis.workdays.counting import check_holidays, remind_of_holidays
from korpu_documents.files_backup import FilesBackup
from korpu_documents.routes import UPLOAD, file_routes
from korpu_events.action_points.aggregate import action_points
from korpu_events.consumers.departments import department_answers
from korpu_events.consumers.deputyships import deputies, deputyship_changed
from korpu_events.consumers.partners import agreement_changed, organisation_changed
from korpu_events.consumers.people import person_changed
from korpu_events.consumers.trips import trip_changed
from korpu_events.diary import api as diary_api
from korpu_events.events import board
from korpu_events.events import impact as events_impact
from korpu_events.events.aggregate import events
from korpu_events.feedback import api as feedback_api
from korpu_events.files import files
from korpu_events.generated_documents import api as papers_api
from korpu_events.generated_documents.aggregate import event_papers
from korpu_events.guest_links import guest_links
from korpu_events.imports.aggregate import imports, register_imports
from korpu_events.permissions import AUDITOR, HEAD, OFFICER
from korpu_events.proposals import api as proposals_api
from korpu_events.proposals.aggregate import proposals
from korpu_events.registrations.aggregate import registrations
from korpu_events.registrations.api import by_link, guest_requests
from korpu_events.registrations.api import reading as registrations_reading
from korpu_events.report_templates.aggregate import report_templates
from korpu_events.reports import api as reports_api
from korpu_events.reports.aggregate import reports
from korpu_events.reports.freezer import check_figures, freezes_reports
from korpu_events.resources.aggregate import resources
from korpu_events.tables import Table
from korpu_events.unit_reports.aggregate import unit_reports
from korpu_events.visits.aggregate import visits
from korpu_events.visits.api import impact as visits_impact
from korpu_events.visits.api import members, readiness
from korpu_registers.api import import_routes

load_all("korpu_events")

service = Service(
    "events",
    table=Table,
    definitions=[
        visits,
        events,
        registrations,
        action_points,
        proposals,
        report_templates,
        reports,
        unit_reports,
        resources,
        event_papers,
        register_imports,
    ],
    consumes=[organisation_changed, agreement_changed, person_changed, trip_changed, deputyship_changed],
    foreign=[department_answers],
    routers=[
        members.router,
        readiness.router,
        visits_impact.router,
        events_impact.router,
        refused_answer_routes((OFFICER, HEAD, AUDITOR)),
        papers_api.router,
        diary_api.router,
        board.router,
        guest_requests.router,
        by_link.router,
        feedback_api.router,
        registrations_reading.router,
        proposals_api.router,
        reports_api.router,
        guest_routes(guest_links),
        file_routes(files),
        import_routes(imports),
    ],
    streams={UPLOAD},
    needs=[files.check, check_rules, check_holidays, check_figures],
    sweeps=[files.sweep, remind_of_holidays],
    effects=[freezes_reports],
    stored=FilesBackup(files),
    substituting=Substituting(needs=OFFICER, lends=HEAD, known=deputies),
    migrations=Path(__file__).parent / "migrations" / "versions",
)
