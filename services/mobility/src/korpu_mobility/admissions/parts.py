"""The pieces of an admission that are kept in its row."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import Day, Personal, Text
from korpu_mobility.department_requests import AskedHelp


class DocumentKind(StrEnum):
    """What is handed in with an application."""

    PASSPORT_COPY = "passport_copy"
    DIPLOMA = "diploma"
    TRANSCRIPT = "transcript"
    MEDICAL_CERTIFICATE = "medical_certificate"
    LANGUAGE_CERTIFICATE = "language_certificate"
    PHOTO = "photo"
    OTHER = "other"


class ChecklistEntry(Part):
    """One document of the application, in which form it is here, and until when it is valid."""

    kind: DocumentKind
    original: bool = False
    translated: bool = False
    notarised: bool = False
    apostille: bool = False
    received: Day
    valid_to: Day | None = None


class VisaKind(StrEnum):
    """For how many entries a visa is given."""

    SINGLE_ENTRY = "single_entry"
    MULTIPLE_ENTRY = "multiple_entry"


class Visa(Part):
    """The visa with which somebody enters."""

    kind: VisaKind
    number: Annotated[Text, Personal, Field(max_length=60)]
    valid_from: Day
    valid_to: Day


class PlaceOfStay(Part):
    """Where somebody is registered, and for how long."""

    address: Annotated[Text, Personal, Field(max_length=300)]
    valid_from: Day
    valid_to: Day


class Permit(Part):
    """The permit to stay in the country for some time."""

    number: Annotated[Text, Personal, Field(max_length=60)]
    valid_from: Day
    valid_to: Day


class PermitApplication(Part):
    """For how long a permit was asked for, and by which form of the rule the passport was long enough."""

    on: date
    until: date
    since: date
    source: str


class ClockKind(StrEnum):
    """What has to be done with the migration office by a day."""

    REGISTRATION = "registration"
    PERMIT = "permit"


class RunningClock(Part):
    """What is due by a day, with the form of the rule that it was judged by; a later form changes nothing here."""

    kind: ClockKind
    started: date
    due: date
    since: date
    source: str
    reminders: tuple[int, ...]
    overdue: bool = False


class Help(StrEnum):
    """What departments are asked for when somebody comes."""

    BED = "bed"
    INSURANCE = "insurance"
    PAYMENT_PLAN = "payment_plan"
    REGISTRATION = "registration"


class HelpDepartment(StrEnum):
    """Who is asked for it."""

    DORMITORY = "dormitory"
    FINANCE = "finance"
    MIGRATION_LIAISON = "migration_liaison"


class HelpRequest(AskedHelp):
    """What a department is asked for when somebody comes, by when, and how it stands."""

    help: Help
    department: HelpDepartment


class LateHelp(Part):
    """A request that nobody has answered in time."""

    request_id: UUID
    department: HelpDepartment
    help: Help
    due: date
