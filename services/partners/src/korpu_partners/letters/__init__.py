"""Letters: the register of what comes in and goes out, who answers it, and by when."""

from korpu_partners.letters import annulling, assigning, closing, correcting, deadlines, linking, registering
from korpu_partners.letters.room import letters

__all__ = ["annulling", "assigning", "closing", "correcting", "deadlines", "letters", "linking", "registering"]
