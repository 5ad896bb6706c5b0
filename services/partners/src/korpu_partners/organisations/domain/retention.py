"""What is kept of a contact person on a day, and until when."""

from collections.abc import Iterable, Sequence
from datetime import date

from korpu_partners.house_rules import last_day
from korpu_partners.organisations.consents import ContactConsent
from korpu_partners.organisations.parts import PERSONAL, Contact
from korpu_partners.organisations.refusals.consents import ConsentMissing, GroundMissing


def allowed(contact: Contact, consents: Iterable[ContactConsent], day: date) -> frozenset[str]:
    """Which of a person's data may be kept and used on this day."""
    if contact.ground != "consent":
        return frozenset(PERSONAL)
    held = (each for each in consents if each.contact_id == contact.id and each.holds(day))
    return frozenset(datum for each in held for datum in each.data)


def require_ground(contact: Contact, consents: Sequence[ContactConsent], today: date) -> None:
    """A person's data has a ground with evidence, and consent goes as far as the data does."""
    if not contact.personal:
        return
    if contact.ground is None or (contact.ground == "office" and not contact.evidence):
        raise GroundMissing("ground")
    if over := sorted(contact.personal - allowed(contact, consents, today)):
        raise ConsentMissing("consent", data=", ".join(over))


def kept_on(contact: Contact, consents: Iterable[ContactConsent], day: date) -> frozenset[str]:
    """Which of a person's data is kept on this day: as far as its ground goes, and for some time after the end."""
    over = contact.valid_to is not None and last_day("person_kept", contact.valid_to) < day
    return frozenset() if over else allowed(contact, consents, day)


def ends_of(contact: Contact, consents: Iterable[ContactConsent]) -> set[date]:
    """The last days of a person's data: of each consent, and of the time for which the person is kept."""
    if not contact.personal:
        return set()
    ended = {last_day("person_kept", contact.valid_to)} if contact.valid_to else set()
    if contact.ground != "consent":
        return ended
    held = (each for each in consents if each.contact_id == contact.id and each.withdrawn_on is None)
    return ended | {each.valid_to for each in held if each.valid_to}


def usable(contact: Contact, consents: Iterable[ContactConsent], day: date) -> Contact:
    """The contact with what may be used of the person on this day, even if nobody has purged the rest yet."""
    gone = contact.personal - kept_on(contact, consents, day)
    return contact.model_copy(update=_without(gone)) if gone else contact


def purged(contact: Contact, kept: frozenset[str], today: date) -> Contact:
    """The contact without what is not kept of the person; its task and mailbox stay."""
    gone = contact.personal - kept
    return contact.model_copy(update={**_without(gone), "purged_on": today}) if gone else contact


def _without(gone: frozenset[str]) -> dict[str, None]:
    """What is taken away; a post without the name of who holds it tells of nobody, and goes along with the name."""
    return dict.fromkeys([*gone, *(["position"] if "name" in gone else [])])
