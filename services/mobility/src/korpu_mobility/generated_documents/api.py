"""Routes of mobility's papers: what one would look like, before anything is made."""

from korpu_chassis.runtime.discovery import load_all
from korpu_mobility.generated_documents.aggregate import paper_service
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate
from korpu_mobility.permissions import OFFICE

load_all("korpu_mobility.generated_documents.commands")
router = paper_service.previews(MobilityTemplate, who=OFFICE)
