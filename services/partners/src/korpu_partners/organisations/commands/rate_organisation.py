"""`RateOrganisation`: judge how risky it is to work with an organisation, until a day."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING
from korpu_partners.organisations.facts import (
    OrganisationRated,
)
from korpu_partners.organisations.parts import Risk
from korpu_partners.organisations.refusals.general import RiskUntilPast
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class RateOrganisation(Changes):
    """A judgement that holds until a day."""

    risk: Risk


@organisations.changes(who=DEPARTMENT, when=LIVING, emits=[OrganisationRated], refuses=[RiskUntilPast])
async def rate_organisation(organisation: Organisation, command: RateOrganisation, uow: UnitOfWork) -> None:
    """Judge how risky it is to work with an organisation, until a day."""
    if command.risk.until < uow.today:
        raise RiskUntilPast("risk.until")
    organisation.risk = command.risk
    await uow.emit(organisation, OrganisationRated(rating=command.risk.rating))
