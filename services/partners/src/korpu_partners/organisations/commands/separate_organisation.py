"""`SeparateOrganisation`: undo a merge within thirty days: both are as they were."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING, Status
from korpu_partners.organisations.domain.separation import give_back
from korpu_partners.organisations.facts import OrganisationReleased, OrganisationSeparated
from korpu_partners.organisations.parts import UNDONE_WITHIN
from korpu_partners.organisations.policies.dormancy import reckon
from korpu_partners.organisations.policies.hierarchy import require_separable
from korpu_partners.organisations.refusals.general import IdentifierTaken
from korpu_partners.organisations.refusals.hierarchy import HierarchyCycle, HierarchyTooDeep
from korpu_partners.organisations.refusals.merging import SeparationTooLate, SuccessorMerged
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class SeparateOrganisation(Changes):
    """It was no duplicate; the reason is shown to those concerned."""

    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=[Status.MERGED],
    to=LIVING,
    emits=[OrganisationSeparated, OrganisationReleased],
    refuses=[SeparationTooLate, SuccessorMerged, IdentifierTaken, HierarchyCycle, HierarchyTooDeep],
)
async def separate_organisation(organisation: Organisation, command: SeparateOrganisation, uow: UnitOfWork) -> None:
    """Undo a merge within thirty days: both are as they were, and what was added since stays where it was added."""
    merger, successor = organisation.merger, organisation.merged_into
    if merger is None or successor is None or uow.today > merger.on + UNDONE_WITHIN:
        raise SeparationTooLate("id", days=UNDONE_WITHIN.days)
    kept = await uow.lock(Organisation, successor)
    if kept.status == Status.MERGED:
        raise SuccessorMerged("id", code=kept.code)
    await require_separable(organisation, uow)
    organisation.contacts = tuple(each for each in kept.contacts if each.id in merger.contacts)
    organisation.consents = tuple(each for each in kept.consents if each.contact_id in merger.contacts)
    give_back(kept, organisation, merger)
    await reckon(kept, uow)
    await uow.emit(kept, OrganisationReleased(separated=organisation.id))
    organisation.status, organisation.merged_into, organisation.merger = Status(merger.former_status), None, None
    await reckon(organisation, uow)
    await uow.emit(organisation, OrganisationSeparated(successor=kept.id, reason=command.reason))
