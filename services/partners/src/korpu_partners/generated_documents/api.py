"""Routes of papers: what one would look like, before anything is made; the files themselves are fetched by links."""

from korpu_chassis.runtime.discovery import load_all
from korpu_partners.generated_documents.aggregate import paper_service
from korpu_partners.generated_documents.domain.templates import Template
from korpu_partners.permissions import DEPARTMENT

load_all("korpu_partners.generated_documents.commands")
router = paper_service.previews(Template, who=DEPARTMENT)
