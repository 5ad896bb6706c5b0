"""Learning agreements as the portal sees them: what is studied, and who has signed which version."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import LEARNING_AGREEMENTS
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.learning_agreement import LearningAgreementFilter, LearningAgreementOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.words.learning_agreement import (
    ComponentTable,
    LearningAgreementStatus,
    LearningChangeReason,
    LearningParty,
)
from korpu_gateway.types.words.mobility import MobilityDirection

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.mobility_paper import MobilityPaper
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@part
class LearningComponent:
    """One course or other piece of study."""

    table: ComponentTable = at()
    code: str | None = at()
    title: str = at()
    ects: Decimal = at()
    term: str | None = at()
    language: str | None = at()


@part
class LearningSignature:
    """One party's yes to the version of this hash."""

    party: LearningParty = at()
    on: date = at()
    hash: str = at()


@part
class LearningChange:
    """Why one component was left out or put in, after all three had signed."""

    table: ComponentTable = at()
    component: str = at()
    reason: LearningChangeReason = at()


@part
class LearningVersion:
    """What was to be studied in one version, and who signed or rejected it."""

    number: int = at()
    components: list[LearningComponent] = at()
    changes: list[LearningChange] = at()
    language: str | None = at()
    hash: str = at()
    made_on: date = at()
    signatures: list[LearningSignature] = at()
    rejected_by: LearningParty | None = at()
    rejected_on: date | None = at()


@part
class LearningResult:
    """What was achieved in one component."""

    component: str = at()
    ects: Decimal = at()
    grade: str | None = at()


@part
class NotRecognisedComponent:
    """A component at the host that does not count at home, and why."""

    component: str = at()
    why: str = at()


@part
class LearningTranscript:
    """What the host says was achieved, by its scale, with the paper itself."""

    on: date = at()
    scale: str | None = at()
    results: list[LearningResult] = at()
    file: Attachment = at()


@part
class LearningRecognition:
    """What counts at home, what does not and why, with the paper itself."""

    on: date = at()
    results: list[LearningResult] = at()
    not_recognised: list[NotRecognisedComponent] = at()
    file: Attachment = at()


@part
class LearningContacts:
    """Functional mailboxes of the offices that look after it."""

    home: str | None = at()
    host: str | None = at()


def _prepared(state: dict[str, Any]) -> Words:
    titles = (each["title"] for each in state["versions"][-1]["components"])
    return {"sort": state["code"], "search": (state["code"], *titles)}


@aggregate(
    topic="mobility.learning-agreements.v1",
    plural="learning_agreements",
    listed="Learning agreements, by code.",
    readers={
        OFFICE | {"rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own(),
    },
    columns=(
        word("direction"),
        word("waits_for"),
        ordered("academic_year"),
        ordered("decision_due", empty="9999-12-31"),
        ordered("transcript_due", empty="9999-12-31"),
        yes_no("overdue"),
        reference("mobility_id"),
        reference("person_id"),
        reference("sender_id"),
        reference("receiver_id"),
    ),
    prepared=_prepared,
    filter=LearningAgreementFilter,
    order=LearningAgreementOrder,
    came_of=("mobility_id",),
)
class LearningAgreement(Node):
    """What one person studies on one stay; signed by person, sender and receiver, version by version."""

    status: LearningAgreementStatus = at()
    mobility: "Mobility | None" = one("mobility", "mobility_id")
    person: "Person | None" = one("person", "person_id")
    direction: MobilityDirection = at()
    sender: "Organisation | None" = one("organisation", "sender_id")
    receiver: "Organisation | None" = one("organisation", "receiver_id")
    papers: "Connection[MobilityPaper]" = many("mobility_paper", "learning_agreement_id")
    academic_year: str = at()
    number: int = at()
    hash: str = at()
    waits_for: LearningParty | None = at()
    agreed: int | None = at()
    host_ects: Decimal = at()
    home_ects: Decimal = at()
    ects_difference: Decimal = at()
    decision_due: date | None = at()
    transcript_due: date | None = at()
    overdue: bool = at()
    transcribed_on: date | None = at()
    earned_ects: Decimal | None = at()
    recognised_on: date | None = at()
    recognised_ects: Decimal | None = at()
    versions: list[LearningVersion] = at()
    language_level: str | None = told(LEARNING_AGREEMENTS, "language_level")
    comment: str | None = told(
        LEARNING_AGREEMENTS, "comment", description="Why it was rejected, as the owner tells it."
    )
    reason: str | None = told(LEARNING_AGREEMENTS, "reason", description="Why it was withdrawn, as the owner tells it.")
    transcript: LearningTranscript | None = told(LEARNING_AGREEMENTS, "transcript")
    recognition: LearningRecognition | None = told(LEARNING_AGREEMENTS, "recognition")
    contacts: LearningContacts | None = told(LEARNING_AGREEMENTS, "contacts")
