"""The links by which guests see and answer things of mobility."""

from korpu_chassis.guest_links.links import GuestLinks
from korpu_mobility.tables import Table

guest_links = GuestLinks(Table.metadata)
