"""Agreements: from the first draft to the signature, the seats they open, and their end."""

from korpu_partners.agreements import amending, calendar, drafting, ending, renewing, reviewing, signing
from korpu_partners.agreements.room import agreements

__all__ = ["agreements", "amending", "calendar", "drafting", "ending", "renewing", "reviewing", "signing"]
