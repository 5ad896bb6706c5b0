"""Whom papers name, in the languages of a paper."""

from collections.abc import Iterable
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import Names
from korpu_partners.organisations.interface import addressees_of


async def names_of(ids: Iterable[UUID], languages: Iterable[str], uow: UnitOfWork) -> dict[UUID, Names]:
    """What these organisations are called in these languages; a merged one by the name of its successor."""
    spoken = tuple(languages)
    named = await addressees_of(ids, uow)
    return {id: {each: addressee.called(each) for each in spoken} for id, addressee in named.items()}
