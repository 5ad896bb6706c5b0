"""What goes back to an organisation that was no duplicate."""

from korpu_partners.organisations.parts import Merger
from korpu_partners.organisations.tables import Organisation


def give_back(kept: Organisation, parted: Organisation, merger: Merger) -> None:
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
