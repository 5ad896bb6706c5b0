"""How an organisation stands with the university: active, suspended, archived; how risky, and how sure that is."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Deadline
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.lifecycle import LIVING, Status, reachable
from korpu_partners.organisations.parts import Risk
from korpu_partners.organisations.refusals import NotReachable, RiskExpired, RiskUntilPast
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import COORDINATOR, DEPARTMENT, HEAD


class ActivateOrganisation(Changes):
    """The university works with it, or works with it again."""


@organisations.changes(
    who=DEPARTMENT,
    when=[Status.PROSPECT, Status.SUSPENDED],
    to=[Status.ACTIVE],
    emits=[says.OrganisationActivated],
    refuses=[NotReachable],
)
async def activate_organisation(organisation: Organisation, command: ActivateOrganisation, uow: UnitOfWork) -> None:
    """Begin to work with an organisation that can be reached."""
    if not reachable(organisation.contacts, uow.today):
        raise NotReachable("contacts")
    if organisation.risk and organisation.risk.until < uow.today:
        uow.warn(RiskExpired("risk"))
    organisation.status = Status.ACTIVE
    await uow.emit(organisation, says.OrganisationActivated())


class SuspendOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text


@organisations.changes(who=[HEAD], when=[Status.ACTIVE], to=[Status.SUSPENDED], emits=[says.OrganisationSuspended])
async def suspend_organisation(organisation: Organisation, command: SuspendOrganisation, uow: UnitOfWork) -> None:
    """Stop working with an organisation for a time."""
    organisation.status = Status.SUSPENDED
    await uow.emit(organisation, says.OrganisationSuspended(reason=command.reason))


class ArchiveOrganisation(Changes):
    """The reason is shown to those concerned."""

    reason: Text


@organisations.changes(who=DEPARTMENT, when=LIVING, to=[Status.ARCHIVED], emits=[says.OrganisationArchived])
async def archive_organisation(organisation: Organisation, command: ArchiveOrganisation, uow: UnitOfWork) -> None:
    """Put an organisation away that the university works with no more."""
    organisation.status = Status.ARCHIVED
    await uow.emit(organisation, says.OrganisationArchived(reason=command.reason))


class RateOrganisation(Changes):
    """A judgement that holds until a day."""

    risk: Risk


@organisations.changes(who=DEPARTMENT, when=LIVING, emits=[says.OrganisationRated], refuses=[RiskUntilPast])
async def rate_organisation(organisation: Organisation, command: RateOrganisation, uow: UnitOfWork) -> None:
    """Judge how risky it is to work with an organisation, until a day."""
    if command.risk.until < uow.today:
        raise RiskUntilPast("risk.until")
    organisation.risk = command.risk
    await uow.emit(organisation, says.OrganisationRated(rating=command.risk.rating))


class ConfirmOrganisation(Changes):
    """What is known was looked at, and is true."""


@organisations.changes(who=[*DEPARTMENT, COORDINATOR.of("unit")], when=LIVING, emits=[says.OrganisationConfirmed])
async def confirm_organisation(organisation: Organisation, command: ConfirmOrganisation, uow: UnitOfWork) -> None:
    """Confirm that what is known of an organisation is still true."""
    organisation.confirmed_on = uow.today
    await uow.emit(organisation, says.OrganisationConfirmed(on=uow.today))


@organisations.due("risk-expired", emits=[says.OrganisationRiskExpired])
async def risk_expired(organisation: Organisation, deadline: Deadline, uow: UnitOfWork) -> None:
    """The judgement is too old to be used; those who watch are told."""
    await uow.emit(organisation, says.OrganisationRiskExpired())
