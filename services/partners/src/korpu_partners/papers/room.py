"""The room of papers: its table, its topic, and who reads it."""

from korpu_chassis.commands import Room
from korpu_partners.papers.state import PaperState
from korpu_partners.papers.tables import Paper
from korpu_partners.people import AUDITOR, COORDINATOR, DEPARTMENT, RECTORATE

PAPER_READERS = (*DEPARTMENT, RECTORATE, AUDITOR, COORDINATOR.of("unit"))

papers = Room(Paper, state=PaperState, topic="partners.papers.v1", readers=PAPER_READERS)
