"""How what is known of an organisation is corrected, and who of us looks after it."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Changes, Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, Text, Voen
from korpu_partners.corrections import FORGOTTEN, corrected
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.commands import Address, Domains, Kinds, Known, Names, Tags, check_scope
from korpu_partners.organisations.duplicates import Signs, refuse_if_any, similar
from korpu_partners.organisations.hierarchy import placed_under
from korpu_partners.organisations.lifecycle import LIVING
from korpu_partners.organisations.parts import Scope
from korpu_partners.organisations.placing import PLACE_REFUSALS
from korpu_partners.organisations.refusals import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT

Forgettable = Literal[
    "region", "city", "address", "website", "ror", "pic", "erasmus_code", "voen", "parent_id", "source"
]
COMPARED = frozenset({"names", "country", "domains", "ror", "parent_id"})


class CorrectOrganisation(Corrects):
    """What is given replaces what was known; what is left out stays, and what is to be forgotten goes."""

    names: Names | None = None
    kinds: Kinds | None = None
    scope: Scope | None = None
    country: Country | None = None
    region: Text | None = None
    city: Text | None = None
    address: Address | None = None
    website: HttpUrl | None = None
    domains: Domains | None = None
    ror: Ror | None = None
    pic: Pic | None = None
    erasmus_code: ErasmusCode | None = None
    voen: Voen | None = None
    parent_id: UUID | None = None
    tags: Tags | None = None
    source: Text | None = None
    forget: Annotated[tuple[Forgettable, ...], Field(max_length=10, description=FORGOTTEN)] = ()
    not_duplicate_of: Known = ()


@organisations.changes(
    who=[*DEPARTMENT, COORDINATOR.of("unit")],
    when=LIVING,
    emits=[says.OrganisationCorrected],
    refuses=[PossibleDuplicate, IdentifierTaken, DomesticOnly, *PLACE_REFUSALS],
)
async def correct_organisation(organisation: Organisation, command: CorrectOrganisation, uow: UnitOfWork) -> None:
    """Correct what is known of an organisation."""
    changes = corrected(command)
    after = {
        name: changes.get(name, getattr(organisation, name))
        for name in CorrectOrganisation.model_fields
        if hasattr(organisation, name)
    }
    check_scope(after["scope"], after["country"], after["voen"])
    if changes.keys() & {"parent_id", "kinds"}:
        parent_id = await placed_under(after["parent_id"], after["kinds"], uow, organisation)
        changes |= {"parent_id": parent_id} if "parent_id" in changes else {}
    if changes.keys() & COMPARED:
        await _offer_duplicates(organisation, changes, after, command.not_duplicate_of, uow)
    if "names" in changes:
        organisation.named(changes["names"])
    for name in changes.keys() - {"names"}:
        setattr(organisation, name, changes[name])
    await uow.emit(organisation, says.OrganisationCorrected(fields=tuple(sorted(changes))))


async def _offer_duplicates(
    organisation: Organisation,
    changes: dict[str, Any],
    after: dict[str, Any],
    others: tuple[UUID, ...],
    uow: UnitOfWork,
) -> None:
    """Whoever is like the organisation as it would be; a domain or ROR that it has already says nothing new."""
    signs = Signs(
        names=after["names"] if changes.keys() & {"names", "country", "parent_id"} else (),
        country=after["country"],
        domains=changes.get("domains", ()),
        ror=changes.get("ror"),
        parent_id=after["parent_id"],
    )
    refuse_if_any(await similar(signs, uow, (organisation.id, *others)))


class AssignOrganisation(Changes):
    """The unit of ours that looks after it; none is the department itself."""

    unit: Annotated[Text | None, Field(max_length=100)] = None


@organisations.changes(who=DEPARTMENT, when=LIVING, emits=[says.OrganisationAssigned])
async def assign_organisation(organisation: Organisation, command: AssignOrganisation, uow: UnitOfWork) -> None:
    """Hand an organisation to the unit that looks after it from now on."""
    organisation.unit = command.unit
    await uow.emit(organisation, says.OrganisationAssigned(unit=command.unit))
