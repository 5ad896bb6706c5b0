"""The links by which guests see and answer things of events."""

from korpu_chassis.guest_links.links import GuestLinks
from korpu_events.tables import Table

guest_links = GuestLinks(Table.metadata)
