"""What is written in an application makes sense in itself, and is whole before it is submitted."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from korpu_mobility.applications.domain.lifecycle import BROUGHT, DocumentState
from korpu_mobility.applications.parts import Choice, HandedDocument
from korpu_mobility.applications.refusals.content import (
    ChoiceMissing,
    ChoiceTwice,
    ChoiceUnknown,
    DocumentNotAsked,
    DocumentNotBrought,
    DocumentsMissing,
    DocumentsNotAccepted,
    MotivationMissing,
    TooManyChoices,
)


def chosen(named: Sequence[UUID], offered: Iterable[Choice], most: int) -> tuple[Choice, ...]:
    """These destinations, the most wanted first; each is offered, and named once."""
    known = {each.destination_id: each for each in offered}
    for place, each in enumerate(named):
        if each not in known:
            raise ChoiceUnknown(f"choices.{place}")
        if each in named[:place]:
            raise ChoiceTwice(f"choices.{place}")
    if len(named) > most:
        raise TooManyChoices("choices", most=most)
    return tuple(known[each] for each in named)


def require_whole(
    choices: Sequence[Choice],
    offered: Sequence[object],
    motivation: str | None,
    documents: Iterable[HandedDocument],
    optional: Collection[UUID],
) -> None:
    """Where there is something to choose something is chosen, it says why, and what is asked for was brought."""
    if offered and not choices:
        raise ChoiceMissing("choices")
    if motivation is None:
        raise MotivationMissing("motivation")
    lacking = [each for each in documents if each.state not in BROUGHT and each.document_id not in optional]
    if lacking:
        raise DocumentsMissing("documents", count=len(lacking))


def require_accepted(documents: Iterable[HandedDocument], optional: Collection[UUID]) -> None:
    """The office has looked at every document that must be there, and at each that was brought."""
    open_ = [each for each in documents if each.state != DocumentState.ACCEPTED]
    waiting = [each for each in open_ if each.document_id not in optional or each.state == DocumentState.BROUGHT]
    if waiting:
        raise DocumentsNotAccepted(count=len(waiting))


def require_asked(documents: Iterable[HandedDocument], wanted: UUID) -> HandedDocument:
    """The document, which the call asked of this applicant."""
    for each in documents:
        if each.document_id == wanted:
            return each
    raise DocumentNotAsked("document_id")


def accepted(documents: Sequence[HandedDocument], wanted: Sequence[UUID]) -> tuple[HandedDocument, ...]:
    """The documents, of which these are good; each of them was brought."""
    _require_known(documents, wanted)
    for place, each in enumerate(wanted):
        if require_asked(documents, each).state not in BROUGHT:
            raise DocumentNotBrought(f"document_ids.{place}")
    good = {"state": DocumentState.ACCEPTED, "until": None}
    return tuple(each.model_copy(update=good) if each.document_id in wanted else each for each in documents)


def returned(documents: Sequence[HandedDocument], wanted: Sequence[UUID], until: date) -> tuple[HandedDocument, ...]:
    """The documents, of which these are brought anew by a day; those that were given back before have that day too."""
    _require_known(documents, wanted)
    again = {"state": DocumentState.RETURNED, "until": until}
    return tuple(
        each.model_copy(update=again) if each.document_id in wanted or each.state == DocumentState.RETURNED else each
        for each in documents
    )


def _require_known(documents: Sequence[HandedDocument], wanted: Sequence[UUID]) -> None:
    known = {each.document_id for each in documents}
    for place, each in enumerate(wanted):
        if each not in known:
            raise DocumentNotAsked(f"document_ids.{place}")
