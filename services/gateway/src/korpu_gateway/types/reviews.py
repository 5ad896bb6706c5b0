"""How agreements are agreed, as the portal sees it: reviews, approvals, signatures, amendments, endings."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.relations import one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.terms import Terms
from korpu_gateway.types.values import LocalizedText
from korpu_gateway.types.words.reviews import (
    AmendmentStatus,
    Decision,
    Initiative,
    JourneyOccasion,
    ReviewStepName,
)

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.paper import Paper
    from korpu_gateway.types.trip import Trip
    from korpu_gateway.types.visit import Visit


@part
class Evidence:
    """Where it is written."""

    reference: str = at()
    url: str | None = at()
    attachment_id: UUID | None = at()
    paper: "Paper | None" = one("paper", "paper_id")


@part
class History:
    """How an agreement of the past was entered: its number then, and how exactly its days were known."""

    number: str | None = at()
    signed_precision: str = at()
    ends_precision: str = at()
    annulled_on: date | None = at()


@part
class ReviewStep:
    """One step of the route, and what was decided."""

    step: ReviewStepName = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    stage: int = at()
    due: date | None = at()
    decided: Decision | None = at()
    decided_on: date | None = at()


@part
class Approval:
    """One yes to exactly these terms."""

    by: ReviewStepName = at()
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    terms_version: int = at()
    terms_hash: str = at()
    on: date = at()
    subject: str = at()
    evidence: Evidence | None = at()


@part
class Signature:
    """Which party signed, and when; not who held the pen."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    unit: str | None = at()
    on: date = at()
    evidence: Evidence | None = at()


@part
class Review:
    """The route and the approvals of an amendment."""

    steps: list[ReviewStep] = at()
    approvals: list[Approval] = at()


@part
class Amendment:
    """A numbered change of signed terms."""

    number: int = at()
    title: LocalizedText = at()
    status: AmendmentStatus = at()
    terms: Terms = at()
    terms_hash: str = at()
    review: Review = at()
    proposed_on: date = at()
    effective: date | None = at()
    signed_on: date | None = at()
    signatures: list[Signature] = at()
    reason: str | None = at()


@part
class NonRenewal:
    """Notice that the agreement shall not go on after its end."""

    on: date = at()
    wished_by: Initiative = at()
    document: Evidence = at()
    reason: str = at()


@part
class Suspension:
    """A pause: nothing new begins under the agreement."""

    since: date = at()
    until: date | None = at()
    reason: str = at()
    document: Evidence | None = at()


@part
class Termination:
    """Notice that the agreement ends early; what was signed stays as it was."""

    effective: date = at()
    given_on: date = at()
    wished_by: Initiative = at()
    document: Evidence = at()
    reason: str = at()


@part
class Origin:
    """What an agreement came out of."""

    kind: str = at()
    id: UUID = at()
    visit: "Visit | None" = one("visit", "id")
    letter: "Letter | None" = one("letter", "id")
    agreement: "Agreement | None" = one("agreement", "id")


@part
class Document:
    """A paper that belongs to an agreement."""

    title: str = at()
    reference: str = at()
    url: str | None = at()
    language: str | None = at()
    attachment: Attachment | None = at()


@part
class Waiver:
    """An exception that the head has allowed, and why."""

    rule: str = at()
    reason: str = at()
    by: str = at()
    on: date = at()


@part
class JourneyNear:
    """A trip or a delegation of ours that comes near a partner of the agreement, and what there is to speak of."""

    kind: str = at()
    id: UUID = at()
    trip: "Trip | None" = one("trip", "id")
    visit: "Visit | None" = one("visit", "id")
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    starts: date = at()
    ends: date = at()
    occasions: list[JourneyOccasion] = at()
