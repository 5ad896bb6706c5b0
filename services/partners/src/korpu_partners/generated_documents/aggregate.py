"""The definition of papers: its table, its topic, who reads it, and from which templates they are made."""

from dataclasses import replace

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_documents.papers.owner import PaperService
from korpu_partners.files import files
from korpu_partners.generated_documents.domain.templates import templates
from korpu_partners.generated_documents.facts import PaperMade, PaperRefiled
from korpu_partners.generated_documents.state import PaperState
from korpu_partners.generated_documents.tables import Paper
from korpu_partners.permissions import AUDITOR, COORDINATOR, DEPARTMENT, FINANCE, LEGAL, RECTORATE

OF_AGREEMENTS = tuple(replace(role, having="agreement_id") for role in (LEGAL, FINANCE))
READERS = (*DEPARTMENT, RECTORATE, AUDITOR, COORDINATOR.of("unit"), *OF_AGREEMENTS)
"""Who reads an agreement reads its papers, and who reads a letter its own."""

papers = AggregateDefinition(Paper, state=PaperState, topic="partners.papers.v1", readers=READERS)
papers.also_emits(PaperRefiled)
files.hang(papers, lambda paper: [paper.file])
paper_service = PaperService(papers, files, templates, made=PaperMade, series="DOC")
