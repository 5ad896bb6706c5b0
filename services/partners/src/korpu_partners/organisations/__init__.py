"""Organisations: everybody the university works with, once each."""

from korpu_partners.organisations import activity, commands, contacts, correcting, merging, standing
from korpu_partners.organisations.room import organisations

__all__ = ["activity", "commands", "contacts", "correcting", "merging", "organisations", "standing"]
