"""Words of admissions."""

from enum import Enum

from korpu_gateway.reads.declared import words


@words
class AdmissionStatus(Enum):
    """Where the admission itself stands."""

    LEAD = "lead"
    APPLIED = "applied"
    DOCUMENTS_CHECKED = "documents_checked"
    RECOGNITION_PENDING = "recognition_pending"
    RECOGNISED = "recognised"
    WAITING = "waiting"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    ENROLLED = "enrolled"
    ACADEMIC_LEAVE = "academic_leave"
    GRADUATED = "graduated"
    EXPELLED = "expelled"
    LEFT = "left"
    DEPARTED = "departed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


@words
class MigrationStatus(Enum):
    """How far somebody is with the letter, the visa, the place of stay and the permit."""

    NOT_BEGUN = "not_begun"
    INVITED = "invited"
    VISA_PENDING = "visa_pending"
    VISA_GRANTED = "visa_granted"
    VISA_REFUSED = "visa_refused"
    ARRIVED = "arrived"
    REGISTERED = "registered"
    PERMIT_APPLIED = "permit_applied"
    PERMIT_VALID = "permit_valid"
    PERMIT_EXPIRING = "permit_expiring"
    PERMIT_RENEWED = "permit_renewed"
    ENDED = "ended"


@words
class AdmissionBasis(Enum):
    """On what a foreign citizen is admitted (Cabinet decision 125 of 2015)."""

    QUOTA = "quota"
    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    LEGAL_PERSON = "legal_person"
    NATURAL_PERSON = "natural_person"
    EXAM = "exam"


@words
class StudyFunding(Enum):
    """Who pays for the studies."""

    STATE = "state"
    PROGRAMME = "programme"
    UNIVERSITY = "university"
    SPONSOR = "sponsor"
    OWN = "own"


@words
class AdmissionCause(Enum):
    """Why an admission ended otherwise than planned."""

    OWN_WISH = "own_wish"
    OFFICE = "office"
    BASIS = "basis"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"
    VISA_REFUSED = "visa_refused"
    OFFER_LAPSED = "offer_lapsed"
    NOT_ADMITTED = "not_admitted"
    ERASED = "erased"


@words
class Arrangements(Enum):
    """Whether all is arranged for who comes: the sum of the requests."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    LACKING = "lacking"
    READY = "ready"
    RELEASED = "released"


@words
class Help(Enum):
    """What departments are asked for when somebody comes."""

    BED = "bed"
    INSURANCE = "insurance"
    PAYMENT_PLAN = "payment_plan"
    REGISTRATION = "registration"


@words
class HelpDepartment(Enum):
    """Who is asked for it."""

    DORMITORY = "dormitory"
    FINANCE = "finance"
    MIGRATION_LIAISON = "migration_liaison"


@words
class HelpStatus(Enum):
    """How a department stands to a request."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"


@words
class AdmissionDocumentKind(Enum):
    """What is handed in with an application."""

    PASSPORT_COPY = "passport_copy"
    DIPLOMA = "diploma"
    TRANSCRIPT = "transcript"
    MEDICAL_CERTIFICATE = "medical_certificate"
    LANGUAGE_CERTIFICATE = "language_certificate"
    PHOTO = "photo"
    OTHER = "other"


@words
class VisaKind(Enum):
    """For how many entries a visa is given."""

    SINGLE_ENTRY = "single_entry"
    MULTIPLE_ENTRY = "multiple_entry"


@words
class StayClockKind(Enum):
    """What has to be done with the migration office by a day."""

    REGISTRATION = "registration"
    PERMIT = "permit"
