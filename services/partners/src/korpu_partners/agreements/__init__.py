"""Agreements: from the first draft to the signature, the seats they open, and their end.

Nouns hold rules (`routes`, `renewal`, `amendments`), verbs what the office does (`reviewing`, `renewing`, `amending`).
"""

from korpu_partners.agreements import (
    amending,
    calendar,
    changing,
    drafting,
    ending,
    keeping,
    renewing,
    reviewing,
    signing,
)
from korpu_partners.agreements.room import agreements

__all__ = [
    "agreements",
    "amending",
    "calendar",
    "changing",
    "drafting",
    "ending",
    "keeping",
    "renewing",
    "reviewing",
    "signing",
]
