"""Words of reports, of their templates, and of the parts of units."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class ReportTemplateStatus(Enum):
    """Whether reports are requested by it."""

    ACTIVE = "active"
    RETIRED = "retired"


@words
class ReportStatus(Enum):
    """Where a report stands between the request to units and the public."""

    REQUESTED = "requested"
    CONSOLIDATED = "consolidated"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@words
class UnitReportStatus(Enum):
    """Where a unit's part of a report stands."""

    REQUESTED = "requested"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@words
class FreezingStatus(Enum):
    """How it stands with figures that were asked for."""

    WAITING = "waiting"
    REFUSED = "refused"
