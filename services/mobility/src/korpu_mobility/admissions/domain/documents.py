"""Whether the documents of an application are all there, in the form that is asked for, and still valid."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from korpu_mobility.admissions.parts import ChecklistEntry, DocumentKind
from korpu_mobility.admissions.refusals.documents import DocumentsExpired, DocumentsMissing, DocumentsUnfit

HOME = "AZ"


def with_entry(known: Sequence[ChecklistEntry], entry: ChecklistEntry) -> tuple[ChecklistEntry, ...]:
    """The checklist with one entry written anew."""
    return (*(each for each in known if each.kind != entry.kind), entry)


def require_in_order(
    entries: Sequence[ChecklistEntry],
    needed: Collection[DocumentKind],
    legalised: Collection[DocumentKind],
    education_country: str,
    today: date,
) -> None:
    """All that is needed is here; what comes from abroad is legalised and translated; nothing has expired."""
    here = {each.kind for each in entries}
    if missing := [kind for kind in needed if kind not in here]:
        raise DocumentsMissing(missing=_listed(missing))
    if expired := [each.kind for each in entries if each.valid_to and each.valid_to < today]:
        raise DocumentsExpired(expired=_listed(expired))
    unfit = [each.kind for each in entries if each.kind in legalised and not _legalised(each)]
    if unfit and education_country != HOME:
        raise DocumentsUnfit(unfit=_listed(unfit))


def _legalised(entry: ChecklistEntry) -> bool:
    return entry.apostille and entry.translated and entry.notarised


def _listed(kinds: Iterable[DocumentKind]) -> str:
    return ", ".join(kind.value for kind in kinds)
