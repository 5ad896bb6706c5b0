"""How an organisation comes to be known."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, SchacDomain, Text, Voen
from korpu_chassis.commands import Creates
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.duplicates import refuse_if_any, similar
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.parts import Kind, Name, Scope
from korpu_partners.organisations.refusals import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT

Names = Annotated[tuple[Name, ...], Field(min_length=1, max_length=40)]
Kinds = Annotated[tuple[Kind, ...], Field(min_length=1, max_length=5)]
Domains = Annotated[tuple[SchacDomain, ...], Field(max_length=20)]
Tags = Annotated[tuple[Text, ...], Field(max_length=30)]
Known = Annotated[tuple[UUID, ...], Field(max_length=20, description="Known organisations that this one is not.")]


SERIES = "organisation"


class RegisterOrganisation(Creates):
    """An organisation that the office did not know."""

    names: Names
    kinds: Kinds
    scope: Scope
    country: Country
    region: Text | None = None
    city: Text | None = None
    website: HttpUrl | None = None
    domains: Domains = ()
    ror: Ror | None = None
    pic: Pic | None = None
    erasmus_code: ErasmusCode | None = None
    voen: Voen | None = None
    parent_id: UUID | None = None
    tags: Tags = ()
    unit: Text | None = None
    source: Text | None = None
    not_duplicate_of: Known = ()


@organisations.creates(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    to=[Status.PROSPECT],
    says=[says.OrganisationRegistered],
    refuses=[PossibleDuplicate, IdentifierTaken, DomesticOnly],
)
async def register_organisation(command: RegisterOrganisation, work: Work) -> Organisation:
    """Register an organisation that the office may work with; known ones like it are offered first."""
    check_voen(command.voen, command.country)
    refuse_if_any(
        await similar(
            work.session,
            names=command.names,
            country=command.country,
            domains=command.domains,
            ror=command.ror,
            apart_from=command.not_duplicate_of,
        )
    )
    organisation = prospect(command, await work.number(SERIES))
    await work.say(organisation, says.OrganisationRegistered())
    return organisation


def prospect(command: RegisterOrganisation, number: int) -> Organisation:
    """Make the organisation that a registration describes, under its number."""
    given = {"names", "not_duplicate_of", "idempotency_key", "kinds", "domains", "tags"}
    organisation = Organisation(
        **command.model_dump(exclude=given),
        kinds=list(command.kinds),
        domains=list(command.domains),
        tags=list(command.tags),
        status=Status.PROSPECT,
        code=f"ORG-{number:05d}",
    )
    organisation.named(command.names)
    return organisation


def check_voen(voen: str | None, country: str) -> None:
    """A VÖEN is Azerbaijani, wherever it is written."""
    if voen and country != "AZ":
        raise DomesticOnly("voen")
