"""Words of organisations."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class OrganisationStatus(Enum):
    """How the university stands to an organisation."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"
    MERGED = "merged"


@words
class OrganisationKind(Enum):
    """What sort of organisation it is."""

    UNIVERSITY = "university"
    RESEARCH_INSTITUTE = "research_institute"
    SCHOOL = "school"
    PUBLIC_ORGANISATION = "public_organisation"
    AGENCY = "agency"
    FUND = "fund"
    MINISTRY = "ministry"
    EMBASSY = "embassy"
    COMPANY = "company"
    NETWORK = "network"
    FACULTY = "faculty"
    DEPARTMENT = "department"


@words
class Scope(Enum):
    """Abroad or at home."""

    FOREIGN = "foreign"
    DOMESTIC = "domestic"


@words
class NameKind(Enum):
    """What sort of name it is."""

    LABEL = "label"
    ACRONYM = "acronym"
    NATIVE = "native"
    ALIAS = "alias"


@words
class ContactRole(Enum):
    """What a contact is for."""

    SIGNATORY = "signatory"
    COORDINATOR = "coordinator"
    NOMINATIONS = "nominations"
    RESEARCH = "research"
    PROTOCOL = "protocol"


@words
class ContactLevel(Enum):
    """Which contact answered: the agreement's own, the unit's, or that of the organisation above."""

    AGREEMENT = "agreement"
    UNIT = "unit"
    ORGANISATION = "organisation"


@words
class ContactGround(Enum):
    """Why a person's data is kept."""

    CONSENT = "consent"
    OFFICE = "office"


@words
class RiskRating(Enum):
    """How risky it is to work together."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@words
class GivenConsentPurpose(Enum):
    """What a contact person's data may be used for."""

    CORRESPONDENCE = "correspondence"
    DIRECTORY = "directory"
    PRESS = "press"


@words
class GivenConsentData(Enum):
    """What of a contact person may be kept."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
