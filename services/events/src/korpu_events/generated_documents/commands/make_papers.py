"""Which papers are made: of visits invitation, programme and briefing, of events certificates, of periods reports."""

from korpu_documents.papers.refusals import OrganisationNameUnknown, PersonForgotten
from korpu_events.generated_documents.aggregate import paper_service
from korpu_events.generated_documents.inputs import (
    MakeAttendanceCertificate,
    MakeReportPaper,
    MakeVisitBriefing,
    MakeVisitInvitation,
    MakeVisitProgramme,
)
from korpu_events.generated_documents.policies.events import attendance_certificate
from korpu_events.generated_documents.policies.reports import report_paper
from korpu_events.generated_documents.policies.visits import visit_briefing, visit_invitation, visit_programme
from korpu_events.generated_documents.refusals import (
    BriefingMissing,
    EventNotHeld,
    NameMissing,
    NoSuchInvitation,
    NotAttended,
    ProgrammeEmpty,
    ReportNotFrozen,
    VisitNotHeld,
)
from korpu_events.permissions import HEAD, OFFICER

OFFICE = (OFFICER, HEAD)

paper_service.makes(
    MakeVisitInvitation,
    visit_invitation,
    "Make the letter of an invitation that was issued for members of the delegation.",
    who=OFFICE,
    refuses=[NoSuchInvitation, VisitNotHeld, PersonForgotten, OrganisationNameUnknown],
)
paper_service.makes(
    MakeVisitProgramme,
    visit_programme,
    "Make the programme that the delegation is given, in the time of Baku.",
    who=OFFICE,
    refuses=[ProgrammeEmpty, VisitNotHeld, OrganisationNameUnknown],
)
paper_service.makes(
    MakeVisitBriefing,
    visit_briefing,
    "Make the briefing that our side reads before a visit.",
    who=OFFICE,
    refuses=[BriefingMissing, VisitNotHeld, OrganisationNameUnknown],
)
paper_service.makes(
    MakeReportPaper,
    report_paper,
    "Make the report on a period, with its frozen figures drawn and in tables.",
    who=OFFICE,
    refuses=[ReportNotFrozen],
)
paper_service.makes(
    MakeAttendanceCertificate,
    attendance_certificate,
    "Make the certificate of somebody who was at an event that has taken place.",
    who=OFFICE,
    refuses=[EventNotHeld, NotAttended, NameMissing, PersonForgotten],
)
