"""Where joint projects are kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from korpu_chassis.clock import today
from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Aggregate, part, parts
from korpu_chassis.validation.codes import Money
from korpu_documents.attachments import Attachment
from korpu_partners.indexes import index_into
from korpu_partners.parts import put
from korpu_partners.projects.domain.rules import is_late
from korpu_partners.projects.parts import (
    Funder,
    ProjectMember,
    ProjectOrigin,
    ProjectOutput,
    ProjectPartner,
    ProjectReport,
)
from korpu_partners.tables import Table


class JointProject(Aggregate, Table, table=True):
    """Research or teaching that the university does together with partners, from the idea to the closed file."""

    __tablename__ = "joint_project"
    __table_args__ = (
        Index(
            "joint_project_grant_once",
            "funder_key",
            "grant_number",
            unique=True,
            postgresql_where=text("grant_number IS NOT NULL"),
        ),
        index_into("joint_project_partner_ids", "partner_ids"),
    )

    title: LocalizedText = part(LocalizedText, nullable=False)
    summary: LocalizedText | None = part(LocalizedText | None)
    partners: tuple[ProjectPartner, ...] = parts(ProjectPartner)
    partner_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid))
    call: str | None = None
    funder: Funder | None = part(Funder)
    funder_key: str | None = None
    grant_number: str | None = None
    budget: Money | None = part(Money)
    starts: date | None = None
    ends: date | None = None
    responsible: str = Field(index=True)
    shaped_by: str
    principal_investigator_id: UUID | None = None
    members: tuple[ProjectMember, ...] = parts(ProjectMember)
    outputs: tuple[ProjectOutput, ...] = parts(ProjectOutput)
    reports: tuple[ProjectReport, ...] = parts(ProjectReport)
    overdue: bool = False
    agreement_id: UUID | None = None
    origin: ProjectOrigin | None = part(ProjectOrigin)
    proposed_on: date | None = None
    funded_on: date | None = None
    started_on: date | None = None
    ended_early_on: date | None = None
    closed_on: date | None = None
    no_outputs: str | None = None
    reason: str | None = None
    files: tuple[Attachment, ...] = parts(Attachment)

    @property
    def team_ids(self) -> tuple[UUID, ...]:
        """The persons who lead it or are members today."""
        here = (each.person_id for each in self.members if each.is_here(today()))
        return tuple(dict.fromkeys(each for each in (self.principal_investigator_id, *here) if each))

    @property
    def waits_for_reports(self) -> bool:
        """A grant runs, and the funder waits for what is still to be written."""
        return self.funded_on is not None and self.closed_on is None

    def shaped(self, partners: tuple[ProjectPartner, ...], funder: Funder | None) -> None:
        """Take this consortium and funder, and the keys under which they are found."""
        self.partners, self.funder = partners, funder
        self.partner_ids = [each.organisation_id for each in partners if each.organisation_id]
        self.funder_key = funder.key if funder else None

    def report_is(self, report: ProjectReport, today: date) -> None:
        """Take a report as it now is."""
        self.reports = put(self.reports, report)
        self.overdue = is_late(self.reports, today)
