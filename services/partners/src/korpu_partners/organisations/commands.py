"""How an organisation comes to be known."""

from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from korpu_chassis.commands.command import Creates
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, SchacDomain, Text, Voen
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.duplicates import Signs, refuse_if_any, similar
from korpu_partners.organisations.hierarchy import placed_under
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.parts import Kind, Name, Scope, Tag, in_small_letters
from korpu_partners.organisations.placing import PLACE_REFUSALS, DomesticAbroad
from korpu_partners.organisations.refusals import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT

Names = Annotated[tuple[Name, ...], Field(min_length=1, max_length=40)]
Kinds = Annotated[tuple[Kind, ...], Field(min_length=1, max_length=5)]
Domains = Annotated[tuple[Annotated[SchacDomain, BeforeValidator(in_small_letters)], ...], Field(max_length=20)]
Tags = Annotated[tuple[Tag, ...], Field(max_length=30, description="Kept in lower case, each once.")]
Address = Annotated[Text, Field(max_length=300, description="Street, house and postal code, as letters are sent.")]
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
    address: Address | None = None
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
    emits=[says.OrganisationRegistered],
    refuses=[PossibleDuplicate, IdentifierTaken, DomesticOnly, *PLACE_REFUSALS],
)
async def register_organisation(command: RegisterOrganisation, uow: UnitOfWork) -> Organisation:
    """Register an organisation that the office may work with; known ones like it are offered first."""
    check_scope(command.scope, command.country, command.voen)
    parent_id = await placed_under(command.parent_id, command.kinds, uow)
    signs = Signs(
        names=command.names,
        country=command.country,
        domains=command.domains,
        ror=command.ror,
        parent_id=parent_id,
    )
    refuse_if_any(await similar(signs, uow, command.not_duplicate_of))
    organisation = prospect(command, await uow.number(SERIES))
    organisation.parent_id = parent_id
    await uow.emit(organisation, says.OrganisationRegistered())
    return organisation


def prospect(command: RegisterOrganisation, number: int) -> Organisation:
    """Make the organisation that a registration describes, under its number."""
    given = {"names", "not_duplicate_of", "idempotency_key", "kinds", "domains", "tags"}
    organisation = Organisation(
        **command.model_dump(exclude=given),
        kinds=list(command.kinds),
        domains=list(command.domains),
        tags=list(dict.fromkeys(command.tags)),
        status=Status.PROSPECT,
        code=f"ORG-{number:05d}",
    )
    organisation.named(command.names)
    return organisation


def check_scope(scope: str, country: str, voen: str | None) -> None:
    """A domestic organisation is in Azerbaijan, and only a domestic one has a VÖEN."""
    if scope == "domestic" and country != "AZ":
        raise DomesticAbroad("country")
    if voen and scope != "domestic":
        raise DomesticOnly("voen")
