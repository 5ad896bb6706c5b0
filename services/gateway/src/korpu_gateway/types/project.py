"""Joint projects as the portal sees them: with whom, paid by whom, and what came out."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_gateway.readmodel.columns import ordered, reference, references, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import EVERYBODY, INSIDE, SIGNED_IN, among, own_among
from korpu_gateway.reads.relations import each, many, one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.project import JointProjectFilter, JointProjectOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, Money, in_all_languages, spoken
from korpu_gateway.types.words.project import MemberRole, OutputKind, PartnerRole, ProjectStatus, ReportKind

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person
    from korpu_gateway.types.publication import Publication
    from korpu_gateway.types.trip import Trip
    from korpu_gateway.types.visit import Visit

TEAM = {**INSIDE, SIGNED_IN: own_among("team_ids")}
PUBLISHED = ("funded", "active", "reported", "closed")


@part
class ProjectPartner:
    """One of the consortium; our university has no organisation."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    us: bool = at()
    role: PartnerRole = at()
    unit: str | None = at()
    share: Money | None = at(seen_by=INSIDE)


@part
class Funder:
    """Who pays."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    name: str | None = at()


@part
class ProjectOrigin:
    """What a project came out of."""

    kind: str = at()
    id: UUID = at()
    visit: "Visit | None" = one("visit", "id")
    letter: "Letter | None" = one("letter", "id")
    agreement: "Agreement | None" = one("agreement", "id")


@part
class ProjectMember:
    """Somebody who works in the project for a time."""

    id: UUID = at()
    person: "Person | None" = one("person", "person_id")
    role: MemberRole = at()
    since: date = at()
    until: date | None = at()


@part
class ProjectOutput:
    """Something that the project has brought forth."""

    id: UUID = at()
    kind: OutputKind = at()
    title: LocalizedText = at()
    on: date = at()
    doi: str | None = at()
    url: str | None = at()


@part
class ProjectReport:
    """A report that the funder wants by a day, and how it fared."""

    id: UUID = at()
    kind: ReportKind = at()
    due: date = at()
    submitted_on: date | None = at()
    accepted_on: date | None = at()
    returned: str | None = at()
    late: bool = at()


def _prepared(state: dict[str, Any]) -> Words:
    numbers = (state["code"], state["grant_number"] or "", state["call"] or "")
    return {
        "sort": spoken(state["title"]),
        "search": (*in_all_languages(state["title"]), *in_all_languages(state["summary"]), *numbers),
    }


@aggregate(
    topic="partners.projects.v1",
    plural="joint_projects",
    listed="Joint projects, by title.",
    readers={**TEAM, EVERYBODY: among("status", PUBLISHED)},
    columns=(
        ordered("starts"),
        ordered("ends", empty="9999-12-31"),
        yes_no("overdue"),
        word("responsible"),
        reference("principal_investigator_id"),
        references("team_ids", "$.team_ids[*]"),
        reference("agreement_id"),
        reference("origin_id", "origin,id"),
        references("partner_ids", "$.partners[*].organisation_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=JointProjectFilter,
    order=JointProjectOrder,
    came_of=("origin_id", "agreement_id"),
)
class JointProject(Node):
    """Research or teaching that the university does together with partners."""

    status: ProjectStatus = at()
    title: LocalizedText = at()
    summary: LocalizedText | None = at()
    partners: list[ProjectPartner] = at()
    call: str | None = at()
    funder: Funder | None = at()
    grant_number: str | None = at()
    budget: Money | None = at(seen_by=TEAM)
    starts: date | None = at()
    ends: date | None = at()
    responsible: str | None = at(seen_by=TEAM)
    principal_investigator: "Person | None" = one("person", "principal_investigator_id")
    members: list[ProjectMember] | None = at(seen_by=TEAM)
    team: "list[Person] | None" = each("person", "team_ids", seen_by=TEAM)
    outputs: list[ProjectOutput] = at()
    reports: list[ProjectReport] | None = at(seen_by=TEAM)
    overdue: bool | None = at(seen_by=TEAM)
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    origin: ProjectOrigin | None = at(seen_by=INSIDE)
    proposed_on: date | None = at(seen_by=TEAM)
    funded_on: date | None = at()
    started_on: date | None = at()
    ended_early_on: date | None = at()
    closed_on: date | None = at()
    no_outputs: str | None = at(seen_by=TEAM)
    reason: str | None = at(seen_by=TEAM)
    files: list[Attachment] | None = at(seen_by=TEAM)
    publications: "Connection[Publication]" = many("publication", "project_id")
    trips: "Connection[Trip]" = many("trip", "project_id")
