"""Agreements, letters and organisations as papers need them: read by id, as they stand now."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import TableClause, Uuid, column, literal, select, table
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_partners.generated_documents.letterhead import NAMES
from korpu_partners.generated_documents.refusals import SubjectChanged
from korpu_partners.lookup import standing_of

_agreement = table(
    "agreement",
    *(column(name) for name in ("code", "version", "kind", "status", "unit", "signed_on")),
    column("id", Uuid),
    *(column(name, JSONB) for name in ("title", "terms", "former_terms", "signed_terms", "approved_terms")),
    *(column(name, JSONB) for name in ("amendments", "termination")),
    *(column(name) for name in ("terms_hash", "terms_version")),
)
_letter = table(
    "letter",
    *(column(name) for name in ("code", "version", "status", "direction", "unit", "confidential", "travelled_on")),
    column("id", Uuid),
    *(column(name, JSONB) for name in ("about", "correspondents")),
)
_KEPT = {each.name: each for each in (_agreement, _letter)}
_organisation = table(
    "organisation",
    column("id", Uuid),
    column("names", JSONB),
    *(column(name) for name in ("address", "city", "country")),
)

Names = dict[str, str]


async def agreement_named(id: UUID, uow: UnitOfWork) -> Any:
    """The agreement with this id, as it stands now."""
    return await _one(_agreement, id, "agreement_id", uow)


async def letter_named(id: UUID, uow: UnitOfWork) -> Any:
    """The letter with this id, as it stands now."""
    return await _one(_letter, id, "letter_id", uow)


async def ends_by(agreement_id: UUID, uow: UnitOfWork) -> UUID | None:
    """The paper that a termination of this agreement names as its document."""
    ended = select(_agreement.c.termination).where(_agreement.c.id == agreement_id)
    termination = await uow.session.scalar(ended)
    named = termination and termination["document"].get("paper_id")
    return UUID(named) if named else None


async def unchanged(subject: Any, uow: UnitOfWork) -> None:
    """Hold what a paper is of until the paper is recorded; refused if it was changed while the paper was set.

    Nobody waits for the press to change an agreement or a letter: it is held only now, and read before.
    """
    kept = _KEPT[subject.kept]
    held = select(kept.c.version).where(kept.c.id == subject.id).with_for_update(read=True, key_share=True)
    if (await uow.session.execute(held)).scalar_one() != subject.version:
        raise SubjectChanged


async def organisations_named(ids: Iterable[UUID], uow: UnitOfWork) -> dict[UUID, Any]:
    """These organisations as they are called and get their post; a merged one as its successor."""
    standing = await standing_of(ids, uow)
    wanted = select(_organisation).where(_organisation.c.id.in_({known.id for known in standing.values()}))
    rows = {row.id: row for row in await uow.session.execute(wanted)}
    return {id: rows[known.id] for id, known in standing.items()}


async def names_of(ids: Iterable[UUID], languages: Iterable[str], uow: UnitOfWork) -> dict[UUID, Names]:
    """What these organisations are called in these languages; a merged one by the name of its successor."""
    spoken = tuple(languages)
    named = await organisations_named(ids, uow)
    return {id: {each: label(kept.names, each) for each in spoken} for id, kept in named.items()}


def label(names: Iterable[Mapping[str, Any]], language: str) -> str:
    """The name in this language, else the English one, else the one in its own script."""
    ranked = sorted(
        names,
        key=lambda each: (
            each["kind"] not in {"label", "native"},
            each["language"] != language,
            each["language"] != "en",
            each["kind"] != "label",
        ),
    )
    return str(ranked[0]["text"])


def our_names(languages: Iterable[str]) -> Names:
    """What our university is called in these languages."""
    return {each: NAMES[each] for each in languages}


async def _one(kept: TableClause, id: UUID, path: str, uow: UnitOfWork) -> Any:
    named = select(kept, literal(kept.name).label("kept")).where(kept.c.id == id)
    row = (await uow.session.execute(named)).one_or_none()
    if row is None:
        raise NotFound(path)
    return row
