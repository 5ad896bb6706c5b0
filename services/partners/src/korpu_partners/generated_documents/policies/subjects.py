"""What papers are made of: an agreement or a letter as it stood when it was read, and whom it names."""

from collections.abc import Iterable
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import AgreementOnPaper, hold_agreement
from korpu_partners.generated_documents.letterhead import NAMES
from korpu_partners.generated_documents.refusals import SubjectChanged
from korpu_partners.letters.interface import LetterOnPaper, hold_letter
from korpu_partners.organisations.interface import addressees_of

Names = dict[str, str]
Subject = AgreementOnPaper | LetterOnPaper


async def require_unchanged(subject: Subject, uow: UnitOfWork) -> None:
    """Hold what a paper is of until the paper is recorded; refused if it was changed while the paper was set.

    Nobody waits for the typesetting to change an agreement or a letter: it is held only now, and read before.
    """
    hold = hold_agreement if isinstance(subject, AgreementOnPaper) else hold_letter
    if await hold(subject.id, uow) != subject.version:
        raise SubjectChanged


async def names_of(ids: Iterable[UUID], languages: Iterable[str], uow: UnitOfWork) -> dict[UUID, Names]:
    """What these organisations are called in these languages; a merged one by the name of its successor."""
    spoken = tuple(languages)
    named = await addressees_of(ids, uow)
    return {id: {each: addressee.called(each) for each in spoken} for id, addressee in named.items()}


def our_names(languages: Iterable[str]) -> Names:
    """What our university is called in these languages."""
    return {each: NAMES[each] for each in languages}
