"""`RevokeEventPaper`: revoke a paper that was wrong."""

from korpu_events.generated_documents.aggregate import paper_service
from korpu_events.generated_documents.facts import EventPaperRevoked
from korpu_events.permissions import HEAD, OFFICER

paper_service.revokes(EventPaperRevoked, who=[OFFICER, HEAD])
