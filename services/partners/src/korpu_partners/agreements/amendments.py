"""Amendments: numbered changes of signed terms, with approvals and signatures of their own."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Text
from korpu_partners.agreements.reviews import Review
from korpu_partners.agreements.signatures import Signature
from korpu_partners.agreements.terms import Terms, Value, terms_hash


class AmendmentOpen(Refusal):
    """Amendments are settled one after the other."""

    code = "agreement-amendment-open"
    text = {
        "az": "{number} nömrəli əlavə hələ bitməyib; əvvəlcə onu imzalayın və ya geri götürün.",
        "en": "Amendment {number} is still open; sign or drop it first.",
        "ru": "Дополнение {number} ещё не завершено; сначала подпишите или снимите его.",
        "de": "Nachtrag {number} ist noch offen; bitte erst unterschreiben oder fallen lassen.",
        "fr": "L'avenant {number} est encore ouvert ; signez-le ou abandonnez-le d'abord.",
    }


class NoAmendment(Refusal):
    """There is no open amendment with this number."""

    code = "agreement-no-amendment"
    status = 404
    text = {
        "az": "Bu nömrə ilə açıq əlavə yoxdur.",
        "en": "There is no open amendment with this number.",
        "ru": "Открытого дополнения с этим номером нет.",
        "de": "Es gibt keinen offenen Nachtrag mit dieser Nummer.",
        "fr": "Il n'y a pas d'avenant ouvert portant ce numéro.",
    }


class AmendsNothing(Refusal):
    """An amendment changes the terms, and neither the kind nor the parties."""

    code = "agreement-amends-nothing"
    text = {
        "az": "Əlavə şərtləri dəyişməlidir; növ və tərəflər üçün yeni sənəd lazımdır.",
        "en": "An amendment must change the terms; another kind or other parties need a new agreement.",
        "ru": "Дополнение должно менять условия; для другого вида или сторон нужен новый документ.",
        "de": "Ein Nachtrag muss die Bedingungen ändern; andere Art oder Parteien brauchen einen neuen Vertrag.",
        "fr": "Un avenant doit modifier les conditions ; autre type ou parties : nouvel accord.",
    }


class AmendmentNotApproved(Refusal):
    """An amendment is signed when it is approved by all."""

    code = "agreement-amendment-not-approved"
    text = {
        "az": "Əlavə təsdiqlənməyib; çatışmayan təsdiqlər: {missing}.",
        "en": "The amendment is not approved by all; still missing: {missing}.",
        "ru": "Дополнение согласовано не всеми; не хватает: {missing}.",
        "de": "Der Nachtrag ist nicht von allen genehmigt; es fehlen: {missing}.",
        "fr": "L'avenant n'est pas approuvé par tous ; il manque : {missing}.",
    }


class AmendmentStatus(StrEnum):
    """Where an amendment stands."""

    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_EFFECT = "in_effect"
    DROPPED = "dropped"


OPEN = (AmendmentStatus.IN_REVIEW, AmendmentStatus.APPROVED)
SETTLED = (AmendmentStatus.IN_EFFECT, AmendmentStatus.DROPPED)


class Amendment(Value):
    """One numbered change: the terms as they shall be, who agrees, who has signed, and from when."""

    number: int
    title: LocalizedText
    status: AmendmentStatus
    terms: Terms
    terms_hash: str
    review: Review
    author: str
    proposed_on: date
    effective: date | None = None
    signed_on: date | None = None
    signatures: tuple[Signature, ...] = ()
    reason: Text | None = None


def open_amendment(amendments: Sequence[Amendment]) -> Amendment | None:
    """The amendment that waits for approvals or signatures, if there is one."""
    return next((each for each in amendments if each.status in OPEN), None)


def the_open(amendments: Sequence[Amendment], number: int) -> Amendment:
    """The open amendment with this number."""
    found = open_amendment(amendments)
    if found is None or found.number != number:
        raise NoAmendment("number")
    return found


def replaced(amendments: Sequence[Amendment], changed: Amendment) -> tuple[Amendment, ...]:
    """The amendments with this one as it now is; the others stay untouched."""
    return tuple(changed if each.number == changed.number else each for each in amendments)


def check_amendment(amendments: Sequence[Amendment], current: Terms, proposed: Terms) -> None:
    """The next amendment may be proposed, and changes what an amendment can change: no translations alone."""
    if found := next((each for each in amendments if each.status not in SETTLED), None):
        raise AmendmentOpen(number=found.number)
    same_frame = (proposed.kind, proposed.parties) == (current.kind, current.parties)
    if not same_frame or terms_hash(proposed) == terms_hash(current):
        raise AmendsNothing("terms")
