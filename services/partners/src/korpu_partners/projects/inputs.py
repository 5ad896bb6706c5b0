"""Inputs of commands that others than the command itself know."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Creates
from korpu_chassis.validation.codes import Day, Money
from korpu_partners.projects.fields import Call, Consortium, Reason, Responsible, Summary, Title
from korpu_partners.projects.parts import Funder, ProjectOrigin, Unit


class PlanProject(Creates):
    """An idea, with as much as is known of it."""

    title: Title
    summary: Summary | None = None
    partners: Consortium
    call: Call | None = None
    funder: Funder | None = None
    budget: Annotated[Money | None, Field(description="The whole project's, all partners together.")] = None
    starts: Day | None = None
    ends: Day | None = None
    unit: Annotated[Unit | None, Field(description="The faculty that does it; its coordinator works on it.")] = None
    responsible: Annotated[Responsible | None, Field(description="If left out: whoever writes it down.")] = None
    principal_investigator_id: UUID | None = None
    agreement_id: UUID | None = None
    origin: ProjectOrigin | None = None


class ShapeProject(Changes):
    """The whole shape, as it is from now on; a grant is changed with the funder's consent alone."""

    partners: Consortium
    call: Call | None = None
    funder: Funder | None = None
    budget: Money | None = None
    starts: Day | None = None
    ends: Day | None = None
    reason: Annotated[Reason | None, Field(description="The funder's consent, if there is a grant already.")] = None
