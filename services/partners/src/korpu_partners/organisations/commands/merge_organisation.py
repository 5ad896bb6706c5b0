"""`MergeOrganisation`: merge a duplicate into the organisation that stays."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations.aggregate import organisations
from korpu_partners.organisations.domain.lifecycle import LIVING, Status
from korpu_partners.organisations.facts import OrganisationAbsorbed, OrganisationMerged
from korpu_partners.organisations.policies.dormancy import reckon
from korpu_partners.organisations.policies.hierarchy import require_joinable
from korpu_partners.organisations.policies.merger import merger_of
from korpu_partners.organisations.refusals.hierarchy import HierarchyCycle, HierarchyTooDeep
from korpu_partners.organisations.refusals.merging import IntoItself
from korpu_partners.organisations.tables import Organisation
from korpu_partners.permissions import DEPARTMENT


class MergeOrganisation(Changes):
    """The duplicate goes into the organisation that stays."""

    into: UUID
    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=LIVING,
    to=[Status.MERGED],
    emits=[OrganisationMerged, OrganisationAbsorbed],
    refuses=[IntoItself, HierarchyCycle, HierarchyTooDeep],
)
async def merge_organisation(organisation: Organisation, command: MergeOrganisation, uow: UnitOfWork) -> None:
    """Merge a duplicate into the organisation that stays; the old identity goes on as its alias."""
    if command.into == organisation.id:
        raise IntoItself("into")
    kept = await uow.lock(Organisation, command.into, "into")
    if kept.status not in LIVING:
        raise IntoItself("into")
    await require_joinable(organisation, kept, uow)
    merger = merger_of(organisation, kept, uow)
    moved, consents = organisation.contacts, organisation.consents
    organisation.status, organisation.merged_into = Status.MERGED, kept.id
    organisation.merger, organisation.contacts, organisation.consents = merger, (), ()
    await uow.emit(organisation, OrganisationMerged(into=kept.id, reason=command.reason))
    kept.named((*kept.names, *merger.names))
    kept.aliases = (*kept.aliases, organisation.id, *organisation.aliases)
    kept.contacts, kept.consents = (*kept.contacts, *moved), (*kept.consents, *consents)
    kept.domains, kept.tags = [*kept.domains, *merger.domains], [*kept.tags, *merger.tags]
    kept.risk = kept.risk or merger.risk
    for name, value in merger.fields.items():
        setattr(kept, name, value)
    await reckon(kept, uow)
    await uow.emit(kept, OrganisationAbsorbed(merged=organisation.id))
