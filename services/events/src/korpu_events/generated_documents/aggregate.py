"""The definition of papers of events: their topic, who reads them, and where their files hang."""

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import ANYONE
from korpu_documents.papers.owner import PaperService
from korpu_events.files import files
from korpu_events.generated_documents.domain.templates import templates
from korpu_events.generated_documents.facts import EventPaperForgotten, EventPaperMade
from korpu_events.generated_documents.state import EventPaperState
from korpu_events.generated_documents.tables import EventPaper
from korpu_events.permissions import AUDITOR, COORDINATOR, HEAD, OFFICER, RECTORATE

READERS = (OFFICER, HEAD, RECTORATE, AUDITOR, COORDINATOR.of("unit"), ANYONE.own("person_id"))
"""Who may read who the members of a delegation are, and the one person for whom a certificate was made."""

event_papers = AggregateDefinition(EventPaper, state=EventPaperState, topic="events.papers.v1", readers=READERS)
event_papers.also_emits(EventPaperForgotten)
files.hang(event_papers, lambda paper: paper.files, about=lambda paper: paper.named_in)
paper_service = PaperService(event_papers, files, templates, made=EventPaperMade, series="EDOC")
