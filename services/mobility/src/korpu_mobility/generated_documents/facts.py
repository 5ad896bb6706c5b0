"""What happens to mobility's papers."""

from korpu_chassis.commands.state import Fact
from korpu_documents.papers.facts import Made, Revoked


class MobilityPaperMade(Made):
    """The office has made a document of a stay, a trip, an admission or a selection; this is the hash of its file."""


class MobilityPaperRevoked(Revoked):
    """What a document says is not so any more."""


class MobilityPaperForgotten(Fact):
    """Its file is gone, because a person whom it names was forgotten."""
