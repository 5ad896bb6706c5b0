"""Papers: what the office makes as PDF from its templates, and how anybody can check it."""

from korpu_partners.papers import commands
from korpu_partners.papers.room import papers

__all__ = ["commands", "papers"]
