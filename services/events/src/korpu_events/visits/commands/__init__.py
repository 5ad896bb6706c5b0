"""What may be asked of a visit, in the order of its life."""

from korpu_events.visits.commands import asking, screening  # noqa: I001 -- the order of a visit's life
from korpu_events.visits.commands import members, hosts
from korpu_events.visits.commands import schedule, arrangements, requests
from korpu_events.visits.commands import course, moving, outcome

__all__ = [
    "arrangements",
    "asking",
    "course",
    "hosts",
    "members",
    "moving",
    "outcome",
    "requests",
    "schedule",
    "screening",
]
