"""How what is known of an organisation is corrected."""

from uuid import UUID

from korpu_chassis.codes import Country, ErasmusCode, HttpUrl, Pic, Ror, Text, Voen
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.commands import Domains, Kinds, Known, Names, Tags, check_voen
from korpu_partners.organisations.duplicates import refuse_if_any, similar
from korpu_partners.organisations.lifecycle import LIVING
from korpu_partners.organisations.refusals import DomesticOnly, IdentifierTaken, PossibleDuplicate
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT


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
    check_voen(given.get("voen", organisation.voen), country)
    if given.keys() & {"names", "country", "domains"}:
        apart_from = (organisation.id, *command.not_duplicate_of)
        domains = given.get("domains", ())
        refuse_if_any(await similar(work.session, names=names, country=country, domains=domains, apart_from=apart_from))
    organisation.named(names)
    for name, value in given.items():
        if name != "names":
            setattr(organisation, name, list(value) if isinstance(value, tuple) else value)
    await work.say(organisation, says.OrganisationCorrected(fields=tuple(sorted(given))))
