"""Organisations: everybody the university works with, once each."""

from korpu_partners.organisations import commands, contacts, merging, standing
from korpu_partners.organisations.room import organisations

__all__ = ["commands", "contacts", "merging", "organisations", "standing"]
