"""How an organisation comes out of another one again, if it was no duplicate."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.dormancy import reckon
from korpu_partners.organisations.hierarchy import check_parted
from korpu_partners.organisations.lifecycle import LIVING, Status
from korpu_partners.organisations.merge_refusals import SeparationTooLate, SuccessorMerged
from korpu_partners.organisations.parts import UNDONE_WITHIN, Merger
from korpu_partners.organisations.placing import HierarchyCycle, HierarchyTooDeep
from korpu_partners.organisations.refusals import IdentifierTaken
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import DEPARTMENT


class SeparateOrganisation(Changes):
    """It was no duplicate; the reason is shown to those concerned."""

    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=[Status.MERGED],
    to=LIVING,
    emits=[says.OrganisationSeparated, says.OrganisationReleased],
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
    await check_parted(organisation, uow)
    organisation.contacts = tuple(each for each in kept.contacts if each.id in merger.contacts)
    organisation.consents = tuple(each for each in kept.consents if each.contact_id in merger.contacts)
    _give_back(kept, organisation, merger)
    await reckon(kept, uow)
    await uow.emit(kept, says.OrganisationReleased(separated=organisation.id))
    organisation.status, organisation.merged_into, organisation.merger = Status(merger.former_status), None, None
    await reckon(organisation, uow)
    await uow.emit(organisation, says.OrganisationSeparated(successor=kept.id, reason=command.reason))


def _give_back(kept: Organisation, parted: Organisation, merger: Merger) -> None:
    """Take from the one that stayed whatever it still has from the other, and nothing that it got since."""
    kept.named(tuple(each for each in kept.names if each not in merger.names))
    kept.aliases = tuple(each for each in kept.aliases if each not in {parted.id, *parted.aliases})
    kept.contacts = tuple(each for each in kept.contacts if each.id not in merger.contacts)
    kept.consents = tuple(each for each in kept.consents if each.contact_id not in merger.contacts)
    kept.domains = [each for each in kept.domains if each not in merger.domains]
    kept.tags = [each for each in kept.tags if each not in merger.tags]
    if kept.risk == merger.risk:
        kept.risk = None
    for name, value in merger.fields.items():
        if getattr(kept, name) == value:
            setattr(kept, name, None)
