"""What happened, as messages tell it."""

from korpu_chassis.commands.state import Fact
from korpu_documents.papers.facts import Made, Revoked


class PaperMade(Made):
    """The office has made a document; this is the hash of its file."""


class PaperRefiled(Fact):
    """Other people may read it than before, because the letter that it is of was made confidential, or moved."""


class PaperRevoked(Revoked):
    """What a document says is not so any more."""
