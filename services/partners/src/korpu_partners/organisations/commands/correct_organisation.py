"""`CorrectOrganisation`: correct what is known of an organisation."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.command import Corrects
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, Text, Voen
from korpu_partners.corrections import FORGOTTEN, corrected
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.domain.registration import require_valid_scope
from korpu_partners.organisations.facts import OrganisationCorrected
from korpu_partners.organisations.inputs import Address, Domains, Kinds, Known, Names, Tags
from korpu_partners.organisations.parts import Scope
from korpu_partners.organisations.policies.correction import COMPARED, Forgettable, offer_duplicates
from korpu_partners.organisations.policies.hierarchy import placed_under
from korpu_partners.organisations.refusals.general import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.refusals.hierarchy import PLACE_REFUSALS
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import COORDINATOR, DEPARTMENT


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
    emits=[OrganisationCorrected],
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
    require_valid_scope(after["scope"], after["country"], after["voen"])
    if changes.keys() & {"parent_id", "kinds"}:
        parent_id = await placed_under(after["parent_id"], after["kinds"], uow, organisation)
        changes |= {"parent_id": parent_id} if "parent_id" in changes else {}
    if changes.keys() & COMPARED:
        await offer_duplicates(organisation, changes, after, command.not_duplicate_of, uow)
    if "names" in changes:
        organisation.named(changes["names"])
    for name in changes.keys() - {"names"}:
        setattr(organisation, name, changes[name])
    await uow.emit(organisation, OrganisationCorrected(fields=tuple(sorted(changes))))
