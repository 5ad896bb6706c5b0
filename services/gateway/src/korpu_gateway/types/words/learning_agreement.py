"""Words of learning agreements."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class LearningAgreementStatus(Enum):
    """Where a learning agreement stands."""

    DRAFT = "draft"
    SIGNED_BY_PERSON = "signed_by_person"
    SIGNED_BY_SENDER = "signed_by_sender"
    SIGNED = "signed"
    REJECTED = "rejected"
    TRANSCRIBED = "transcribed"
    RECOGNISED = "recognised"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


@words
class LearningParty(Enum):
    """Who signs, in this order."""

    PERSON = "person"
    SENDER = "sender"
    RECEIVER = "receiver"


@words
class LearningChangeReason(Enum):
    """Why a component was left out or put in, after all three had signed."""

    NOT_AVAILABLE = "not_available"
    LANGUAGE_MISMATCH = "language_mismatch"
    TIMETABLE_CONFLICT = "timetable_conflict"
    SUBSTITUTING_DELETED = "substituting_deleted"
    EXTENDING_MOBILITY = "extending_mobility"
    ADDING_VIRTUAL_COMPONENT = "adding_virtual_component"


@words
class ComponentTable(Enum):
    """At the host (A), recognised at home (B), or virtual and blended (C)."""

    HOST = "host"
    HOME = "home"
    VIRTUAL = "virtual"
