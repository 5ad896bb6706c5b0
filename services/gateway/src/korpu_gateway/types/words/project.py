"""Words of joint projects."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ProjectStatus(Enum):
    """Where a joint project stands."""

    IDEA = "idea"
    PROPOSED = "proposed"
    FUNDED = "funded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACTIVE = "active"
    REPORTED = "reported"
    CLOSED = "closed"


@words
class PartnerRole(Enum):
    """What a partner is in the consortium."""

    COORDINATOR = "coordinator"
    BENEFICIARY = "beneficiary"
    ASSOCIATED = "associated"


@words
class MemberRole(Enum):
    """What a person does in the project."""

    RESEARCHER = "researcher"
    TEACHER = "teacher"
    STUDENT = "student"
    ADMINISTRATOR = "administrator"


@words
class OutputKind(Enum):
    """What a project has brought forth."""

    ARTICLE = "article"
    BOOK = "book"
    CURRICULUM = "curriculum"
    DATASET = "dataset"
    EVENT = "event"
    PATENT = "patent"
    SOFTWARE = "software"
    OTHER = "other"


@words
class ReportKind(Enum):
    """What a funder wants to read, and when."""

    INTERIM = "interim"
    FINAL = "final"
