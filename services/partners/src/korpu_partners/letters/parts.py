"""What a letter consists of: whom it comes from or goes to, what it is about in the system, the rule of its answer."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Text
from korpu_partners.letters.domain.lifecycle import Nature

Kind = Literal[
    "organisation", "agreement", "letter", "joint_project", "publication",
    "person", "opportunity", "application", "mobility", "learning_agreement", "admission", "trip", "enquiry",
    "visit", "event", "action_point", "proposal", "report",
]  # fmt: skip
Office = Annotated[Text, Field(max_length=300, description="An office or a function; no names of persons.")]


class Correspondent(Part):
    """Who is on the other side: a registered organisation, an office, or an office of an organisation."""

    organisation_id: UUID | None = None
    office: Office | None = None


class Link(Part):
    """A thing of the office that a letter is about."""

    kind: Kind
    id: UUID


class AnsweringTime(Part):
    """Within how many working days letters of a nature are answered, since when, and who says so."""

    nature: Nature
    since: date
    working_days: Annotated[int, Field(ge=1, le=365)]
    source: str
