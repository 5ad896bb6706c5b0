"""The life of a publication and of its editions: which step may follow which."""

from enum import StrEnum


class PublicationStatus(StrEnum):
    """Where a publication stands."""

    PLANNED = "planned"
    SUBMITTED = "submitted"
    INTERNAL_REVIEW = "internal_review"
    EXTERNAL_REVIEW = "external_review"
    LANGUAGE_EDIT = "language_edit"
    APPROVED = "approved"
    IN_PRODUCTION = "in_production"
    PUBLISHED = "published"
    DISTRIBUTED = "distributed"
    RETURNED = "returned"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class EditionStatus(StrEnum):
    """Where the translation of an edition stands."""

    PENDING = "pending"
    IN_TRANSLATION = "in_translation"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"


UNDER_REVIEW = (PublicationStatus.INTERNAL_REVIEW, PublicationStatus.EXTERNAL_REVIEW)
UNDECIDED = (PublicationStatus.SUBMITTED, *UNDER_REVIEW, PublicationStatus.LANGUAGE_EDIT)
DECIDED = (PublicationStatus.APPROVED, PublicationStatus.IN_PRODUCTION)
OPEN = (PublicationStatus.PLANNED, *UNDECIDED, PublicationStatus.RETURNED, *DECIDED)
OUT = (PublicationStatus.PUBLISHED, PublicationStatus.DISTRIBUTED)
OVER = (*OUT, PublicationStatus.DECLINED, PublicationStatus.WITHDRAWN)
STANDING = (*OPEN, *OUT)
GROWING = (*OPEN, PublicationStatus.PUBLISHED)
"""A work that is out may still come out in one more language or medium, until its distribution is closed."""
