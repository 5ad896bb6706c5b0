"""What happens to papers of any owner; each names its own, since a fact is called by its aggregate."""

from korpu_chassis.commands.state import Fact


class Made(Fact):
    """The office has made a document; this is the hash of its file."""

    sha256: str


class Revoked(Fact):
    """What a document says is not so any more."""

    reason: str
