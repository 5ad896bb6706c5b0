"""People as the portal sees them: that there is somebody; who it is, their owner tells."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import PEOPLE
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import many
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.person import PersonFilter, PersonOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.person import Gender, PersonFileKind, PersonKind, PersonStatus

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.admission import Admission
    from korpu_gateway.types.advice_slot import AdviceSlot
    from korpu_gateway.types.application import Application
    from korpu_gateway.types.enquiry import Enquiry
    from korpu_gateway.types.learning_agreement import LearningAgreement
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.trip import Trip


@part
class PersonFile:
    """A file of a person, until when it is valid, and its last day here; without one it goes with the person."""

    kind: PersonFileKind = at()
    file: Attachment = at()
    expires: date | None = at()
    keep_until: date | None = at()


def in_full(*names: str | None) -> str:
    """The names that are known, as one."""
    return " ".join(name for name in names if name)


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="mobility.people.v1",
    plural="people",
    listed="People without their names, by code.",
    readers={
        OFFICE | {"auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own("id"),
    },
    prepared=_prepared,
    filter=PersonFilter,
    order=PersonOrder,
)
class Person(Node):
    """Somebody with whom the office has to do."""

    status: PersonStatus = at()
    kind: PersonKind = at()
    erased_on: date | None = at()
    mobilities: "Connection[Mobility]" = many("mobility", "person_id")
    learning_agreements: "Connection[LearningAgreement]" = many("learning_agreement", "person_id")
    admissions: "Connection[Admission]" = many("admission", "person_id")
    trips: "Connection[Trip]" = many("trip", "person_id")
    applications: "Connection[Application]" = many("application", "person_id")
    enquiries: "Connection[Enquiry]" = many("enquiry", "person_id")
    appointments: "Connection[AdviceSlot]" = many("advice_slot", "person_id")
    name: str | None = told(PEOPLE, "given_name", "family_name", made=in_full)
    given_name: str | None = told(PEOPLE, "given_name")
    family_name: str | None = told(PEOPLE, "family_name")
    native_name: str | None = told(PEOPLE, "native_name")
    university_number: str | None = told(PEOPLE, "university_number")
    birth_date: date | None = told(PEOPLE, "birth_date")
    gender: Gender | None = told(PEOPLE, "gender", made=Gender)
    citizenship: str | None = told(PEOPLE, "citizenship")
    education_country: str | None = told(PEOPLE, "education_country")
    email: str | None = told(PEOPLE, "email")
    phone: str | None = told(PEOPLE, "phone")
    files: list[PersonFile] | None = told(
        PEOPLE, "files", description="The restricted file's own files, for the office, the auditor and the person."
    )
