"""How an organisation comes to be known, and is corrected."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, SchacDomain, Text, Voen
from korpu_chassis.commands import Changes, Creates
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.duplicates import refuse_if_any, similar
from korpu_partners.organisations.lifecycle import LIVING, Status
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
    _check_voen(command.voen, command.country)
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


class CorrectOrganisation(Changes):
    """What is given replaces what was known; what is left out stays."""

    names: Names | None = None
    kinds: Kinds | None = None
    country: Country | None = None
    region: Text | None = None
    city: Text | None = None
    website: HttpUrl | None = None
    domains: Domains | None = None
    ror: Ror | None = None
    pic: Pic | None = None
    erasmus_code: ErasmusCode | None = None
    voen: Voen | None = None
    parent_id: UUID | None = None
    tags: Tags | None = None
    not_duplicate_of: Known = ()


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    says=[says.OrganisationCorrected],
    refuses=[PossibleDuplicate, IdentifierTaken, DomesticOnly],
)
async def correct_organisation(organisation: Organisation, command: CorrectOrganisation, work: Work) -> None:
    """Correct what is known of an organisation."""
    given = {
        name: getattr(command, name)
        for name in command.model_fields_set - {"id", "seen", "idempotency_key", "not_duplicate_of"}
        if getattr(command, name) is not None
    }
    names, country = given.get("names", organisation.names), given.get("country", organisation.country)
    _check_voen(given.get("voen", organisation.voen), country)
    if given.keys() & {"names", "country", "domains"}:
        apart_from = (organisation.id, *command.not_duplicate_of)
        domains = given.get("domains", ())
        refuse_if_any(await similar(work.session, names=names, country=country, domains=domains, apart_from=apart_from))
    organisation.named(names)
    for name, value in given.items():
        if name != "names":
            setattr(organisation, name, list(value) if isinstance(value, tuple) else value)
    await work.say(organisation, says.OrganisationCorrected(fields=tuple(sorted(given))))


def _check_voen(voen: str | None, country: str) -> None:
    if voen and country != "AZ":
        raise DomesticOnly("voen")
