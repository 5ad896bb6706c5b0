"""How a duplicate goes into the organisation that stays, and how it comes out again if it was none."""

from datetime import timedelta
from uuid import UUID

from korpu_chassis.codes import Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.activity import reckon
from korpu_partners.organisations.hierarchy import check_joined, check_parted
from korpu_partners.organisations.lifecycle import LIVING, Status
from korpu_partners.organisations.parts import Merger
from korpu_partners.organisations.placing import HierarchyCycle, HierarchyTooDeep
from korpu_partners.organisations.refusals import IdentifierTaken, IntoItself, SeparationTooLate, SuccessorMerged
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import DEPARTMENT

UNDONE_WITHIN = timedelta(days=30)
TAKEN_OVER = ("ror", "pic", "erasmus_code", "voen", "website", "region", "city")


class MergeOrganisation(Changes):
    """The duplicate goes into the organisation that stays."""

    into: UUID
    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=LIVING,
    to=[Status.MERGED],
    says=[says.OrganisationMerged, says.OrganisationAbsorbed],
    refuses=[IntoItself, HierarchyCycle, HierarchyTooDeep],
)
async def merge_organisation(organisation: Organisation, command: MergeOrganisation, work: Work) -> None:
    """Merge a duplicate into the organisation that stays; the old identity goes on as its alias."""
    if command.into == organisation.id:
        raise IntoItself("into")
    kept = await work.lock(Organisation, command.into, "into")
    if kept.status not in LIVING:
        raise IntoItself("into")
    await check_joined(organisation, kept, work)
    merger = _merger(organisation, kept, work)
    moved = organisation.contacts
    organisation.status, organisation.merged_into = Status.MERGED, kept.id
    organisation.merger, organisation.contacts = merger, ()
    await work.say(organisation, says.OrganisationMerged(into=kept.id, reason=command.reason))
    kept.named((*kept.names, *merger.names))
    kept.aliases = (*kept.aliases, organisation.id, *organisation.aliases)
    kept.contacts = (*kept.contacts, *moved)
    kept.domains, kept.tags = [*kept.domains, *merger.domains], [*kept.tags, *merger.tags]
    for name, value in merger.fields.items():
        setattr(kept, name, value)
    await reckon(kept, work)
    await work.say(kept, says.OrganisationAbsorbed(merged=organisation.id))


def _merger(merged: Organisation, kept: Organisation, work: Work) -> Merger:
    """What the organisation that stays has not yet, so that it can be given back."""
    known = {(name.language, name.text) for name in kept.names}
    fields = {name: getattr(merged, name) for name in TAKEN_OVER if getattr(kept, name) is None}
    return Merger(
        on=work.today,
        former_status=merged.status,
        names=tuple(
            name.model_copy(update={"kind": "alias"})
            for name in merged.names
            if (name.language, name.text) not in known
        ),
        contacts=tuple(each.id for each in merged.contacts),
        domains=tuple(each for each in merged.domains if each not in kept.domains),
        tags=tuple(each for each in merged.tags if each not in kept.tags),
        fields={name: value for name, value in fields.items() if value is not None},
    )


class SeparateOrganisation(Changes):
    """It was no duplicate; the reason is shown to those concerned."""

    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=[Status.MERGED],
    to=LIVING,
    says=[says.OrganisationSeparated, says.OrganisationReleased],
    refuses=[SeparationTooLate, SuccessorMerged, IdentifierTaken, HierarchyCycle, HierarchyTooDeep],
)
async def separate_organisation(organisation: Organisation, command: SeparateOrganisation, work: Work) -> None:
    """Undo a merge within thirty days: both are as they were, and what was added since stays where it was added."""
    merger, successor = organisation.merger, organisation.merged_into
    if merger is None or successor is None or work.today > merger.on + UNDONE_WITHIN:
        raise SeparationTooLate("id", days=UNDONE_WITHIN.days)
    kept = await work.lock(Organisation, successor)
    if kept.status == Status.MERGED:
        raise SuccessorMerged("id", code=kept.code)
    await check_parted(organisation, work)
    organisation.contacts = tuple(each for each in kept.contacts if each.id in merger.contacts)
    _give_back(kept, organisation, merger)
    await reckon(kept, work)
    await work.say(kept, says.OrganisationReleased(separated=organisation.id))
    organisation.status, organisation.merged_into, organisation.merger = Status(merger.former_status), None, None
    await reckon(organisation, work)
    await work.say(organisation, says.OrganisationSeparated(successor=kept.id, reason=command.reason))


def _give_back(kept: Organisation, parted: Organisation, merger: Merger) -> None:
    """Take from the one that stayed whatever it still has from the other, and nothing that it got since."""
    kept.named(tuple(each for each in kept.names if each not in merger.names))
    kept.aliases = tuple(each for each in kept.aliases if each not in {parted.id, *parted.aliases})
    kept.contacts = tuple(each for each in kept.contacts if each.id not in merger.contacts)
    kept.domains = [each for each in kept.domains if each not in merger.domains]
    kept.tags = [each for each in kept.tags if each not in merger.tags]
    for name, value in merger.fields.items():
        if getattr(kept, name) == value:
            setattr(kept, name, None)
