"""Agreements: from the first draft to the signature, the seats they open, and their end.

Nouns hold rules (`routes`, `renewal`, `amendments`), verbs what the office does (`reviewing`, `renewing`, `amending`).
"""

from korpu_partners.agreements import (
    amending,
    approving,
    approving_amendments,
    calendar,
    changing,
    drafting,
    history,
    keeping,
    removing,
    renewing,
    reviewing,
    signing,
    signing_amendments,
    suspending,
    terminating,
)
from korpu_partners.agreements.room import agreements

__all__ = [
    "agreements",
    "amending",
    "approving",
    "approving_amendments",
    "calendar",
    "changing",
    "drafting",
    "history",
    "keeping",
    "removing",
    "renewing",
    "reviewing",
    "signing",
    "signing_amendments",
    "suspending",
    "terminating",
]
