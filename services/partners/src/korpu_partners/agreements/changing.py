"""Changing what shall be agreed: approvals of the former terms are void, and these stay readable."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from korpu_chassis.commands.aggregate import Moves
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import Refusal
from korpu_chassis.validation.codes import Day
from korpu_partners.agreements.drafting import Parties, check_draft
from korpu_partners.agreements.kinds import Kind
from korpu_partners.agreements.lifecycle import UNSIGNED, Status
from korpu_partners.agreements.messages.drafting import AgreementTermsChanged
from korpu_partners.agreements.objections import TERMS_REFUSALS
from korpu_partners.agreements.partners import with_successors
from korpu_partners.agreements.proposals import Conditions, Obligations, conditions_of, obligations_of
from korpu_partners.agreements.reviews import review_of
from korpu_partners.agreements.room import agreements
from korpu_partners.agreements.standing import PartnerClosed, PartnerUnknown
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import People, Renewal, Terms, terms_hash
from korpu_partners.people import DEPARTMENT

REVIEW_AGAIN: Moves = {**{status: [status] for status in UNSIGNED}, Status.APPROVED: [Status.IN_REVIEW]}


class TermsUnchanged(Refusal):
    """A change of terms changes something."""

    code = "agreement-terms-unchanged"
    text = {
        "az": "Şərtlər elə belədir; dəyişən bir şey yoxdur.",
        "en": "The terms are like this already; nothing would change.",
        "ru": "Условия уже такие; ничего не изменится.",
        "de": "Die Bedingungen sind schon so; nichts würde sich ändern.",
        "fr": "Les conditions sont déjà ainsi ; rien ne changerait.",
    }


class NoSuchCondition(Refusal):
    """Seats are changed in a condition of the agreement."""

    code = "agreement-no-such-condition"
    status = 422
    text = {
        "az": "Sənəddə belə şərt yoxdur.",
        "en": "The agreement has no such condition.",
        "ru": "В документе нет такого условия.",
        "de": "Der Vertrag hat keine solche Bedingung.",
        "fr": "L'accord n'a pas cette condition.",
    }


class NewTerms(Changes):
    """What is given replaces what was agreed; what is left out stays."""

    starts: Day | None = None
    ends: Day | None = None
    renewal: Annotated[Renewal | None, Field(description="Evergreen drops the last day.")] = None
    conditions: Conditions | None = None
    obligations: Obligations | None = None


class ChangeTerms(NewTerms):
    """What is given replaces what was to be agreed; what is left out stays."""

    kind: Kind | None = None
    parties: Parties | None = None


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    emits=[AgreementTermsChanged],
    refuses=[*TERMS_REFUSALS, PartnerUnknown, PartnerClosed, TermsUnchanged],
)
async def change_terms(agreement: Agreement, command: ChangeTerms, uow: UnitOfWork) -> None:
    """Change what shall be agreed; approvals of the former terms are void, and a review begins anew."""
    terms = rewritten(agreement.terms, command)
    framed = {name: value for name in ("kind", "parties") if (value := getattr(command, name)) is not None}
    await _take(agreement, terms.model_copy(update=framed), uow)


class ChangeSeats(Changes):
    """How many people a year one condition is for."""

    condition_id: UUID
    people_per_year: People


@agreements.changes(
    who=DEPARTMENT,
    when=UNSIGNED,
    to=REVIEW_AGAIN,
    emits=[AgreementTermsChanged],
    refuses=[NoSuchCondition, TermsUnchanged, *TERMS_REFUSALS, PartnerUnknown, PartnerClosed],
)
async def change_seats(agreement: Agreement, command: ChangeSeats, uow: UnitOfWork) -> None:
    """Change the seats of one condition; like any change of terms it voids all approvals."""
    if command.condition_id not in {each.id for each in agreement.conditions}:
        raise NoSuchCondition("condition_id")
    seats = {"people_per_year": command.people_per_year}
    conditions = tuple(
        each.model_copy(update=seats) if each.id == command.condition_id else each for each in agreement.conditions
    )
    await _take(agreement, agreement.terms.model_copy(update={"conditions": conditions}), uow)


def rewritten(terms: Terms, wanted: NewTerms) -> Terms:
    """The terms with what is wanted in place of what was."""
    given = {name: value for name in ("starts", "ends", "renewal") if (value := getattr(wanted, name)) is not None}
    if wanted.conditions is not None:
        given["conditions"] = conditions_of(wanted.conditions, terms.conditions)
    if wanted.obligations is not None:
        given["obligations"] = obligations_of(wanted.obligations, terms.obligations)
    changed = terms.model_copy(update=given)
    drops_end = changed.evergreen and wanted.ends is None
    return changed.model_copy(update={"ends": None}) if drops_end else changed


async def _take(agreement: Agreement, terms: Terms, uow: UnitOfWork) -> None:
    """Put new terms in place of the present ones, which stay readable once they were reviewed."""
    terms = await with_successors(terms, uow)
    await check_draft(terms, uow)
    digest = terms_hash(terms)
    if digest == agreement.terms_hash:
        raise TermsUnchanged
    voided = tuple(approval.by for approval in agreement.approvals)
    if agreement.review:
        agreement.former_terms = (*agreement.former_terms, agreement.version_of_terms(uow.today))
    agreement.terms, agreement.terms_hash = terms, digest
    agreement.terms_version += 1
    agreement.terms_author = uow.principal.subject
    agreement.kind, agreement.partner_ids = terms.kind, list(terms.partner_ids)
    agreement.approved_on, agreement.review = None, None
    if agreement.status in (Status.IN_REVIEW, Status.APPROVED):
        agreement.status = Status.IN_REVIEW
        agreement.review = review_of(terms, agreement.terms_version, digest, agreement.unit, uow.today)
    await uow.emit(agreement, AgreementTermsChanged(terms_version=agreement.terms_version, voided=voided))
