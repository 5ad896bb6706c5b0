"""What a joint project consists of: who takes part, who pays, what is promised and what comes out."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.i18n.text import LocalizedText, fold
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Doi, HttpUrl, Money, Text
from korpu_partners.projects.domain.lifecycle import MemberRole, OutputKind, PartnerRole, ReportKind

Unit = Annotated[Text, Field(max_length=100)]


class ProjectPartner(Part):
    """One of the consortium; our university has `us` and no organisation."""

    organisation_id: UUID | None = None
    us: bool = False
    role: PartnerRole
    unit: Unit | None = None
    share: Annotated[Money | None, Field(description="What of the budget this partner manages.")] = None


class Funder(Part):
    """Who pays: a registered organisation, or a fund that the office does not keep."""

    organisation_id: UUID | None = None
    name: Annotated[Text | None, Field(max_length=300, description="If it is not registered.")] = None

    @property
    def key(self) -> str:
        """Under which its grants are told apart."""
        return str(self.organisation_id or fold(self.name or ""))


class ProjectOrigin(Part):
    """What a project came out of."""

    kind: Literal["visit", "letter", "agreement"]
    id: UUID


class ProjectMember(Part):
    """Somebody who works in the project for a time; who it is, mobility knows."""

    id: UUID
    person_id: UUID
    role: MemberRole
    since: date
    until: date | None = None

    def is_here(self, day: date) -> bool:
        """Whether they have been named and are not gone; who joins next month reads up today."""
        return self.until is None or day <= self.until


class ProjectOutput(Part):
    """Something that the project has brought forth."""

    id: UUID
    kind: OutputKind
    title: LocalizedText
    on: date
    doi: Doi | None = None
    url: HttpUrl | None = None


class ProjectReport(Part):
    """A report that the funder wants by a day, and how it fared."""

    id: UUID
    kind: ReportKind
    due: date
    submitted_on: date | None = None
    accepted_on: date | None = None
    returned: str | None = None
    late: bool = False

    @property
    def open(self) -> bool:
        """It is still to be written."""
        return self.submitted_on is None


class WantedReport(Part):
    """A report that is to be written by a day."""

    kind: ReportKind
    due: Day
