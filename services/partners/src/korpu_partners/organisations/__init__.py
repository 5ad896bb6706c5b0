"""Organisations: everybody the university works with, once each."""

from korpu_partners.organisations import (
    commands,
    consenting,
    contacts,
    correcting,
    dormancy,
    merging,
    separating,
    standing,
)
from korpu_partners.organisations.room import organisations

__all__ = [
    "commands",
    "consenting",
    "contacts",
    "correcting",
    "dormancy",
    "merging",
    "organisations",
    "separating",
    "standing",
]
