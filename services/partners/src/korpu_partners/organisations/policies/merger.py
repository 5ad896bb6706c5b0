"""What is written down of a merger, so that it can be undone."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.parts import Merger
from korpu_partners.organisations.tables import Organisation

TAKEN_OVER = ("ror", "pic", "erasmus_code", "voen", "website", "region", "city", "address")


def merger_of(merged: Organisation, kept: Organisation, uow: UnitOfWork) -> Merger:
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
