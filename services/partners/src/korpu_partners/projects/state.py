"""A joint project as messages carry it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.validation.codes import Money
from korpu_documents.attachments import Attachment
from korpu_partners.projects.domain.lifecycle import ProjectStatus
from korpu_partners.projects.parts import (
    Funder,
    ProjectMember,
    ProjectOrigin,
    ProjectOutput,
    ProjectPartner,
    ProjectReport,
)


class JointProjectState(State):
    """A joint project as everybody may know it who hears of it."""

    status: ProjectStatus
    title: LocalizedText
    summary: LocalizedText | None
    partners: tuple[ProjectPartner, ...]
    call: str | None
    funder: Funder | None
    grant_number: str | None
    budget: Money | None
    starts: date | None
    ends: date | None
    responsible: str
    principal_investigator_id: UUID | None
    members: tuple[ProjectMember, ...]
    team_ids: tuple[UUID, ...]
    outputs: tuple[ProjectOutput, ...]
    reports: tuple[ProjectReport, ...]
    overdue: bool
    agreement_id: UUID | None
    origin: ProjectOrigin | None
    proposed_on: date | None
    funded_on: date | None
    started_on: date | None
    ended_early_on: date | None
    closed_on: date | None
    no_outputs: str | None
    reason: str | None
    files: tuple[Attachment, ...]
