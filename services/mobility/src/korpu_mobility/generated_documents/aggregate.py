"""The definition of mobility's papers: their topic, who reads them, and where their files hang."""

from dataclasses import replace

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_documents.papers.codes import PaperStatus
from korpu_documents.papers.owner import PaperService
from korpu_mobility.files import files
from korpu_mobility.generated_documents.domain.templates import templates
from korpu_mobility.generated_documents.facts import MobilityPaperForgotten, MobilityPaperMade
from korpu_mobility.generated_documents.state import MobilityPaperState
from korpu_mobility.generated_documents.tables import MobilityPaper
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, MIGRATION_LIAISON, THE_PERSON

OF_SOME = (replace(FINANCE, having="trip_id"), replace(MIGRATION_LIAISON, having="admission_id"))
READERS = (*DESK, AUDITOR, *OF_SOME, THE_PERSON)
"""Who arranges a stay or a trip, and the one person whom a paper is of; a list of several is for the office alone."""

mobility_papers = AggregateDefinition(
    MobilityPaper,
    state=MobilityPaperState,
    topic="mobility.papers.v1",
    readers=READERS,
    unasked={PaperStatus.ISSUED: [PaperStatus.REVOKED]},
)
mobility_papers.also_emits(MobilityPaperForgotten)
files.hang(mobility_papers, lambda paper: paper.files, about=lambda paper: paper.named_in)
paper_service = PaperService(mobility_papers, files, templates, made=MobilityPaperMade, series="MDOC")
