"""Agreements, letters and organisations as papers need them: read by id, as they stand now."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, column, select, table
from sqlalchemy.dialects.postgresql import JSONB

from korpu_chassis.refusals import NotFound
from korpu_chassis.work import Work
from korpu_partners.known import standing_of
from korpu_partners.papers.house import NAMES

_agreement = table(
    "agreement",
    *(column(name) for name in ("code", "kind", "status", "unit", "correlation_id")),
    column("id", Uuid),
    *(column(name, JSONB) for name in ("title", "terms", "signed_terms", "approved_terms")),
    *(column(name) for name in ("terms_hash", "terms_version")),
)
_letter = table(
    "letter",
    *(column(name) for name in ("code", "status", "direction", "unit", "confidential", "travelled_on")),
    column("id", Uuid),
    *(column(name, JSONB) for name in ("about", "correspondents")),
)
_organisation = table("organisation", column("id", Uuid), column("names", JSONB))

Names = dict[str, str]


async def agreement_named(id: UUID, work: Work) -> Any:
    """The agreement with this id, which stays as it is until the paper is made."""
    return await _one(select(_agreement).where(_agreement.c.id == id), "agreement_id", work)


async def letter_named(id: UUID, work: Work) -> Any:
    """The letter with this id, which stays as it is until the paper is made."""
    return await _one(select(_letter).where(_letter.c.id == id), "letter_id", work)


async def names_of(ids: Iterable[UUID], languages: Iterable[str], work: Work) -> dict[UUID, Names]:
    """What these organisations are called in these languages; a merged one by the name of its successor."""
    standing = await standing_of(ids, work)
    wanted = {known.id for known in standing.values()}
    rows = await work.session.execute(select(_organisation).where(_organisation.c.id.in_(wanted)))
    called = {row.id: row.names for row in rows}
    spoken = tuple(languages)
    return {id: {each: label(called[known.id], each) for each in spoken} for id, known in standing.items()}


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


async def _one(statement: Any, path: str, work: Work) -> Any:
    row = (await work.session.execute(statement.with_for_update(read=True, key_share=True))).one_or_none()
    if row is None:
        raise NotFound(path)
    return row
