"""Papers: what the office makes as PDF from its templates, and how anybody can check it."""

from korpu_partners.papers import of_agreements, of_amendments, of_letters, standing
from korpu_partners.papers.room import papers

__all__ = ["of_agreements", "of_amendments", "of_letters", "papers", "standing"]
