"""The portal's language: what may be asked about the office's things, one module per thing."""

from korpu_gateway.reads.kinds import KINDS
from korpu_gateway.types import (
    action_point,
    agreement,
    letter,
    mobility,
    organisation,
    paper,
    person,
    project,
    publication,
    register_import,
    trip,
    visit,
)

__all__ = [
    "KINDS",
    "action_point",
    "agreement",
    "letter",
    "mobility",
    "organisation",
    "paper",
    "person",
    "project",
    "publication",
    "register_import",
    "trip",
    "visit",
]
