"""Organisations as the portal sees them: partners abroad and at home, their names and what was agreed with them."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korpu_chassis.i18n.text import LANGUAGES
from korpu_gateway.owners.personal import CONSENTS, CONTACTS, ORGANISATION_IMPACTS, REACH
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, references, word, words, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at, called
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import EVERYBODY, STAFF, among, everything
from korpu_gateway.reads.relations import many, one
from korpu_gateway.types.impact import Impact
from korpu_gateway.types.lists.organisation import OrganisationFilter, OrganisationOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.reach import Reach, reached
from korpu_gateway.types.reciprocity import partner_balance
from korpu_gateway.types.words.organisation import (
    ContactGround,
    ContactRole,
    GivenConsentData,
    GivenConsentPurpose,
    NameKind,
    OrganisationKind,
    OrganisationStatus,
    RiskRating,
    Scope,
)

if TYPE_CHECKING:
    from korpu_gateway.reads.connection import Connection
    from korpu_gateway.types.admission import Admission
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.enquiry import Enquiry
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.mobility import Mobility
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.project import JointProject
    from korpu_gateway.types.publication import Publication
    from korpu_gateway.types.trip import Trip
    from korpu_gateway.types.visit import Visit


@part
class OrganisationName:
    """One name of an organisation, in one language."""

    language: str = at()
    kind: NameKind = at()
    text: str = at()


@part
class Contact:
    """A way to reach an organisation, without the person."""

    id: UUID = at()
    role: ContactRole = at()
    languages: list[str] = at()
    valid_from: date | None = at()
    valid_to: date | None = at()
    mailbox: str | None = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    ground: ContactGround | None = at()
    purged_on: date | None = at()


@part
class ContactPerson:
    """The person behind a contact, as the partners' owner tells it."""

    id: UUID = at()
    role: ContactRole = at()
    mailbox: str | None = at()
    name: str | None = at()
    position: str | None = at()
    email: str | None = at()
    phone: str | None = at()


@part
class ContactConsent:
    """What a contact person has agreed to, as the partners' owner tells it to those who may know."""

    id: UUID = at()
    contact_id: UUID = at()
    purpose: GivenConsentPurpose = at()
    data: list[GivenConsentData] = at()
    valid_from: date = at()
    valid_to: date | None = at()
    evidence: str = at()
    withdrawn_on: date | None = at()
    in_force: bool = at()


@part
class Risk:
    """How risky it is to work with an organisation, until a day."""

    rating: RiskRating = at()
    until: date = at()


@part
class HouseRule:
    """How many months a rule of the house gives, since when it holds, and where it is written."""

    since: date = at()
    months: int = at()
    source: str = at()


def _label(names: list[dict[str, Any]], language: str) -> str:
    ranked = sorted(
        (each for each in names if each["kind"] in {"label", "native"}),
        key=lambda each: (each["language"] != language, each["kind"] != "label", each["language"] != "en"),
    )
    return str((ranked or names or [{"text": ""}])[0]["text"])


def _prepared(state: dict[str, Any]) -> Words:
    names = state["names"]
    known_by = (state.get(name) or "" for name in ("city", "ror", "pic", "erasmus_code"))
    return {
        "sort": _label(names, "az"),
        "search": (*(each["text"] for each in names), state["code"], *state["domains"], *known_by),
        "name": {language: _label(names, language) for language in LANGUAGES},
    }


@aggregate(
    topic="partners.organisations.v1",
    plural="organisations",
    listed="Partners, by name.",
    readers={STAFF: everything, EVERYBODY: among("status", ("active", "suspended", "merged"))},
    columns=(
        ordered("country"),
        word("scope"),
        word("ror"),
        word("city"),
        references("aliases", "$.aliases[*]"),
        reference("parent_id"),
        ordered("confirmed_on"),
        words("tags"),
        words("kinds"),
        yes_no("dormant"),
        ordered("active_on"),
        word("pic"),
        word("erasmus_code"),
        word("voen"),
        word("risk", "risk,rating"),
        yes_no("risk_expired"),
    ),
    prepared=_prepared,
    filter=OrganisationFilter,
    order=OrganisationOrder,
)
class Organisation(Node):
    """A partner of the university, abroad or at home."""

    status: OrganisationStatus = at()
    name: str = called()
    names: list[OrganisationName] = at()
    kinds: list[OrganisationKind] = at()
    scope: Scope = at()
    country: str = at()
    region: str | None = at()
    city: str | None = at()
    address: str | None = at()
    website: str | None = at()
    domains: list[str] = at()
    ror: str | None = at()
    pic: str | None = at()
    erasmus_code: str | None = at()
    voen: str | None = at(seen_by={STAFF: everything})
    parent: "Organisation | None" = one("organisation", "parent_id")
    units: "Connection[Organisation]" = many("organisation", "parent_id", merged="organisation")
    tags: list[str] = at()
    risk: Risk | None = at(seen_by={STAFF: everything})
    risk_expired: bool | None = at(seen_by={STAFF: everything})
    contacts: list[Contact] = at()
    reach: list[Reach] | None = reached(REACH)
    contact_people: list[ContactPerson] | None = told(CONTACTS, "contacts")
    contact_consents: list[ContactConsent] | None = told(CONSENTS, "consents")
    merged_into: "Organisation | None" = one("organisation", "merged_into")
    merged_on: date | None = at(seen_by={STAFF: everything})
    aliases: list[UUID] = at()
    source: str | None = at()
    confirmed_on: date | None = at()
    active_on: date | None = at()
    dormant: bool | None = at()
    dormant_by: HouseRule | None = at(seen_by={STAFF: everything})
    agreements: "Connection[Agreement]" = many("agreement", "organisation_ids", merged="organisation")
    letters: "Connection[Letter]" = many("letter", "organisation_ids", merged="organisation")
    visits: "Connection[Visit]" = many("visit", "organisation_ids", merged="organisation")
    projects: "Connection[JointProject]" = many("joint_project", "partner_ids", merged="organisation")
    publications: "Connection[Publication]" = many(
        "publication", "organisation_ids", merged="organisation", told="distributions"
    )
    sent: "Connection[Mobility]" = many("mobility", "sender_id", merged="organisation")
    received: "Connection[Mobility]" = many("mobility", "receiver_id", merged="organisation")
    person_months_balance: Decimal | None = partner_balance("person_months")
    staff_days_balance: Decimal | None = partner_balance("staff_days")
    opportunities: "Connection[Opportunity]" = many("opportunity", "organisation_id", merged="organisation")
    enquiries: "Connection[Enquiry]" = many("enquiry", "organisation_id", merged="organisation")
    trips: "Connection[Trip]" = many("trip", "organisation_id", merged="organisation")
    admissions: "Connection[Admission]" = many("admission", "organisation_id", merged="organisation")
    impact: Impact | None = told(ORGANISATION_IMPACTS, "impact")
