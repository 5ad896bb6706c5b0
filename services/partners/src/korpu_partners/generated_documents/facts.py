"""What happened, as messages tell it."""

from korpu_chassis.commands.state import Fact


class PaperMade(Fact):
    """The office has made a document; this is the hash of its file."""

    sha256: str


class PaperRefiled(Fact):
    """Other people may read it than before, because the letter that it is of was made confidential, or moved."""


class PaperRevoked(Fact):
    """What a document says is not so any more."""

    reason: str
