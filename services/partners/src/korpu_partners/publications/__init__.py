"""Publications: scientific-methodical literature, from the plan over reviews and translations to the partners."""

from korpu_partners.publications import (
    blind_copies,
    closing,
    deadlines,
    deciding,
    distributing,
    history,
    manuscripts,
    planning,
    printings,
    producing,
    publishing,
    returning,
    reviewing,
    revising,
    submitting,
    translating,
)
from korpu_partners.publications.room import publications

__all__ = [
    "blind_copies",
    "closing",
    "deadlines",
    "deciding",
    "distributing",
    "history",
    "manuscripts",
    "planning",
    "printings",
    "producing",
    "publications",
    "publishing",
    "returning",
    "reviewing",
    "revising",
    "submitting",
    "translating",
]
