"""`RevokeMobilityPaper`: revoke a paper that was wrong."""

from korpu_mobility.generated_documents.aggregate import paper_service
from korpu_mobility.generated_documents.facts import MobilityPaperRevoked
from korpu_mobility.permissions import OFFICE

paper_service.revokes(MobilityPaperRevoked, who=OFFICE)
