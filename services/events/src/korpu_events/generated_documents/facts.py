"""What happens to papers of events."""

from korpu_chassis.commands.state import Fact
from korpu_documents.papers.facts import Made, Revoked


class EventPaperMade(Made):
    """The office has made a document; this is the hash of its file."""


class EventPaperRevoked(Revoked):
    """What a document says is not so any more."""


class EventPaperForgotten(Fact):
    """Its file is gone, because the names of those whom it names are."""
