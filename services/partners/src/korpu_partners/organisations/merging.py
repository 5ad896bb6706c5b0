"""How a duplicate goes into the organisation that stays, and how it comes out again if it was none."""

from uuid import UUID

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Text
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.dormancy import reckon
from korpu_partners.organisations.hierarchy import check_joined
from korpu_partners.organisations.lifecycle import LIVING, Status
from korpu_partners.organisations.merge_refusals import IntoItself
from korpu_partners.organisations.parts import Merger
from korpu_partners.organisations.placing import HierarchyCycle, HierarchyTooDeep
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import DEPARTMENT

TAKEN_OVER = ("ror", "pic", "erasmus_code", "voen", "website", "region", "city", "address")


class MergeOrganisation(Changes):
    """The duplicate goes into the organisation that stays."""

    into: UUID
    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=LIVING,
    to=[Status.MERGED],
    emits=[says.OrganisationMerged, says.OrganisationAbsorbed],
    refuses=[IntoItself, HierarchyCycle, HierarchyTooDeep],
)
async def merge_organisation(organisation: Organisation, command: MergeOrganisation, uow: UnitOfWork) -> None:
    """Merge a duplicate into the organisation that stays; the old identity goes on as its alias."""
    if command.into == organisation.id:
        raise IntoItself("into")
    kept = await uow.lock(Organisation, command.into, "into")
    if kept.status not in LIVING:
        raise IntoItself("into")
    await check_joined(organisation, kept, uow)
    merger = _merger(organisation, kept, uow)
    moved, consents = organisation.contacts, organisation.consents
    organisation.status, organisation.merged_into = Status.MERGED, kept.id
    organisation.merger, organisation.contacts, organisation.consents = merger, (), ()
    await uow.emit(organisation, says.OrganisationMerged(into=kept.id, reason=command.reason))
    kept.named((*kept.names, *merger.names))
    kept.aliases = (*kept.aliases, organisation.id, *organisation.aliases)
    kept.contacts, kept.consents = (*kept.contacts, *moved), (*kept.consents, *consents)
    kept.domains, kept.tags = [*kept.domains, *merger.domains], [*kept.tags, *merger.tags]
    kept.risk = kept.risk or merger.risk
    for name, value in merger.fields.items():
        setattr(kept, name, value)
    await reckon(kept, uow)
    await uow.emit(kept, says.OrganisationAbsorbed(merged=organisation.id))


def _merger(merged: Organisation, kept: Organisation, uow: UnitOfWork) -> Merger:
    """What the organisation that stays has not yet, so that it can be given back."""
    known = {(name.language, name.text) for name in kept.names}
    fields = {name: getattr(merged, name) for name in TAKEN_OVER if getattr(kept, name) is None}
    return Merger(
        on=uow.today,
        former_status=merged.status,
        names=tuple(
            name.model_copy(update={"kind": "alias"})
            for name in merged.names
            if (name.language, name.text) not in known
        ),
        contacts=tuple(each.id for each in merged.contacts),
        domains=tuple(each for each in merged.domains if each not in kept.domains),
        tags=tuple(each for each in merged.tags if each not in kept.tags),
        risk=None if kept.risk else merged.risk,
        fields={name: value for name, value in fields.items() if value is not None},
    )
