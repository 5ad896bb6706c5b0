"""How a duplicate goes into the organisation that stays."""

from uuid import UUID

from korpu_chassis.codes import Text
from korpu_chassis.commands import Changes
from korpu_chassis.work import Work
from korpu_partners.organisations import messages as says
from korpu_partners.organisations.lifecycle import LIVING, Status
from korpu_partners.organisations.refusals import IntoItself
from korpu_partners.organisations.room import organisations
from korpu_partners.organisations.tables import Organisation
from korpu_partners.people import DEPARTMENT


class MergeOrganisation(Changes):
    """The duplicate goes into the organisation that stays."""

    into: UUID
    reason: Text


@organisations.changes(
    who=DEPARTMENT,
    when=LIVING,
    to=[Status.MERGED],
    says=[says.OrganisationMerged, says.OrganisationAbsorbed],
    refuses=[IntoItself],
)
async def merge_organisation(organisation: Organisation, command: MergeOrganisation, work: Work) -> None:
    """Merge a duplicate into the organisation that stays; the old identity goes on as its alias."""
    if command.into == organisation.id:
        raise IntoItself("into")
    kept = await work.lock(Organisation, command.into, "into")
    if kept.status not in LIVING:
        raise IntoItself("into")
    taken = {
        name: getattr(organisation, name)
        for name in ("ror", "pic", "erasmus_code", "voen", "website", "region", "city")
    }
    organisation.status, organisation.merged_into = Status.MERGED, kept.id
    await work.say(organisation, says.OrganisationMerged(into=kept.id, reason=command.reason))
    _absorb(kept, organisation, taken)
    await work.say(kept, says.OrganisationAbsorbed(merged=organisation.id))


def _absorb(kept: Organisation, merged: Organisation, taken: dict[str, str | None]) -> None:
    known = {(name.language, name.text) for name in kept.names}
    further = [
        name.model_copy(update={"kind": "alias"}) for name in merged.names if (name.language, name.text) not in known
    ]
    kept.named((*kept.names, *further))
    kept.aliases = (*kept.aliases, merged.id, *merged.aliases)
    kept.contacts = (*kept.contacts, *merged.contacts)
    kept.domains = sorted({*kept.domains, *merged.domains})
    for name, value in taken.items():
        if getattr(kept, name) is None:
            setattr(kept, name, value)
