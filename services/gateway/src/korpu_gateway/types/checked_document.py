"""A paper that somebody checks by its code, as the portal sees it; nobody needs a token for it."""

from datetime import date
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types import Info

from korpu_gateway.readmodel.verification import Checked, Checks
from korpu_gateway.reads.kinds import TYPES

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading

CHECKS = Checks()


@strawberry.type(description="A paper that is ours, and what stands behind it today.")
class CheckedDocument:
    """A paper that is ours, and what stands behind it today."""

    template: str = strawberry.field(description="What it was made from, as `template` of the owner's papers names it.")
    number: str
    made_on: date
    parties: list[str] = strawberry.field(description="The organisations that it names.")
    sha256: str = strawberry.field(description="The hash of the file that was made.")
    matches: bool | None = strawberry.field(description="Whether the hash that was given is that of the file.")
    draft: bool
    standing: str = strawberry.field(
        description="`revoked`, `void`, `draft`, `issued`, `unsigned`, `outdated`, or how the agreement stands today."
    )
    void_since: date | None = strawberry.field(
        description="Since when it is void, because what it speaks of does not take place."
    )
    superseded_by: str | None = strawberry.field(description="The number of the agreement that took its place.")
    reason: str | None = strawberry.field(description="Why it was revoked.")


TYPES["CheckedDocument"] = CheckedDocument


async def _verify(info: Info, code: str, sha256: str | None = None) -> CheckedDocument | None:
    reading: Reading = info.context
    found = await CHECKS.of(reading.pool, code, reading.principal)
    return _shown(found, reading.language, sha256) if found else None


def _shown(found: Checked, language: str, sha256: str | None) -> CheckedDocument:
    return CheckedDocument(
        template=found.template,
        number=found.number,
        made_on=found.made_on.isoformat(),  # type: ignore[arg-type] # the scalar writes what it is given
        parties=[names.get(language) or next(iter(names.values())) for names in found.parties],
        sha256=found.sha256,
        matches=None if sha256 is None else sha256.strip().lower() == found.sha256,
        draft=found.draft,
        standing=found.standing,
        void_since=found.void_since.isoformat() if found.void_since else None,  # type: ignore[arg-type] # the same
        superseded_by=found.superseded_by,
        reason=found.reason,
    )


def verify_field() -> Any:
    """The check of a paper by its code, in the schema."""
    return strawberry.field(resolver=_verify, description="The paper that bears this code, for whoever holds it.")
