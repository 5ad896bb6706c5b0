"""Routes of papers of events: what one would look like, before anything is made."""

from korpu_chassis.runtime.discovery import load_all
from korpu_events.generated_documents.aggregate import paper_service
from korpu_events.generated_documents.domain.templates import EventTemplate
from korpu_events.permissions import HEAD, OFFICER

load_all("korpu_events.generated_documents.commands")
router = paper_service.previews(EventTemplate, who=[OFFICER, HEAD])
