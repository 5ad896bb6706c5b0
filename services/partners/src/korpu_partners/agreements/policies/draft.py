"""Writing an agreement: the first draft, with registered partners and terms that make sense."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_partners.agreements.domain.kinds import SERIES
from korpu_partners.agreements.domain.lifecycle import Status
from korpu_partners.agreements.domain.rules import LONGEST_YEARS, require_valid_terms, runs_long
from korpu_partners.agreements.policies.parties import require_open_partners
from korpu_partners.agreements.records import Document
from korpu_partners.agreements.refusals.terms import LongerThanUsual
from korpu_partners.agreements.tables import Agreement
from korpu_partners.agreements.terms import Party, Terms, terms_hash

Parties = Annotated[
    tuple[Party, ...], Field(min_length=2, max_length=20, description="Ours has `us` and no organisation.")
]
Papers = Annotated[tuple[Document, ...], Field(max_length=50)]


async def drafted(terms: Terms, title: LocalizedText, uow: UnitOfWork) -> Agreement:
    """A new draft of these terms, with the next number of its kind and year."""
    series = f"{SERIES[terms.kind]}-{uow.today.year}"
    return Agreement(
        status=Status.DRAFT,
        code=f"{series}-{await uow.number(series):03d}",
        kind=terms.kind,
        title=title,
        partner_ids=list(terms.partner_ids),
        owner=uow.principal.subject,
        terms=terms,
        terms_hash=terms_hash(terms),
        terms_author=uow.principal.subject,
    )


async def require_valid_draft(terms: Terms, uow: UnitOfWork) -> None:
    """The terms can be agreed with these partners; unusual ones are pointed out."""
    require_valid_terms(terms)
    await require_open_partners(terms.partner_ids, uow)
    if runs_long(terms, terms.starts or uow.today):
        uow.warn(LongerThanUsual("ends", years=LONGEST_YEARS))
