"""The life of a joint project: its statuses, and the words for its partners, people, outputs and reports."""

from enum import StrEnum


class ProjectStatus(StrEnum):
    """Where a joint project stands."""

    IDEA = "idea"
    PROPOSED = "proposed"
    FUNDED = "funded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACTIVE = "active"
    REPORTED = "reported"
    CLOSED = "closed"


class PartnerRole(StrEnum):
    """What a partner is in the consortium."""

    COORDINATOR = "coordinator"
    BENEFICIARY = "beneficiary"
    ASSOCIATED = "associated"


class MemberRole(StrEnum):
    """What a person does in the project."""

    RESEARCHER = "researcher"
    TEACHER = "teacher"
    STUDENT = "student"
    ADMINISTRATOR = "administrator"


class OutputKind(StrEnum):
    """What a project has brought forth."""

    ARTICLE = "article"
    BOOK = "book"
    CURRICULUM = "curriculum"
    DATASET = "dataset"
    EVENT = "event"
    PATENT = "patent"
    SOFTWARE = "software"
    OTHER = "other"


class ReportKind(StrEnum):
    """What a funder wants to read, and when."""

    INTERIM = "interim"
    FINAL = "final"


PREPARED = (ProjectStatus.IDEA, ProjectStatus.PROPOSED)
GRANTED = (ProjectStatus.FUNDED, ProjectStatus.ACTIVE)
LIVING = (*PREPARED, *GRANTED, ProjectStatus.REPORTED)
STAFFED = (ProjectStatus.IDEA, *GRANTED)
JUDGED = (ProjectStatus.ACTIVE, ProjectStatus.REPORTED)
FRUITFUL = (*JUDGED, ProjectStatus.CLOSED)
"""What a project has brought forth often comes out after its end."""
OVER = (ProjectStatus.REJECTED, ProjectStatus.WITHDRAWN, ProjectStatus.CLOSED)
PUBLISHED = (*GRANTED, ProjectStatus.REPORTED, ProjectStatus.CLOSED)
