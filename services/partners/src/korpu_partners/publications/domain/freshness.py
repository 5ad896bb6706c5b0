"""Whether a translation follows the source: a new revision leaves every other edition behind."""

from collections.abc import Iterable, Sequence

from korpu_chassis.i18n.text import Language
from korpu_chassis.identity.access_tokens import Principal
from korpu_partners.permissions import DEPARTMENT
from korpu_partners.publications.parts import Edition
from korpu_partners.publications.refusals.general import EditionOfAnother, NoSuchEdition


def is_outdated(edition: Edition, revision: int) -> bool:
    """Whether it was begun from an older revision; one that nobody has begun is only missing."""
    return edition.follows is not None and edition.follows < revision


def outdated_in(editions: Iterable[Edition], revision: int) -> tuple[Language, ...]:
    """The languages whose editions follow an older revision."""
    return tuple(each.language for each in editions if is_outdated(each, revision))


def may_come_out(edition: Edition, revision: int) -> bool:
    """Whether it follows the source, or the head has waived that for this very revision."""
    return not is_outdated(edition, revision) or (edition.waiver is not None and edition.waiver.revision == revision)


def revised(editions: Sequence[Edition], source: str, revision: int) -> tuple[Edition, ...]:
    """The editions after a revision of the source: the source is that revision, the others stay where they are."""
    return tuple(
        each.model_copy(update={"follows": revision}) if each.language == source else each for each in editions
    )


def require_own_edition(edition: Edition, who: Principal) -> None:
    """The department sees to every edition, and who translates to their own."""
    if not any(role.borne_by(who) for role in DEPARTMENT) and edition.translator_id != who.person_id:
        raise EditionOfAnother("language", language=edition.language)


def edition_in(editions: Iterable[Edition], language: str) -> Edition:
    """The edition in this language."""
    found = next((each for each in editions if each.language == language), None)
    if found is None:
        raise NoSuchEdition("language", language=language)
    return found


def replaced(editions: Sequence[Edition], changed: Edition) -> tuple[Edition, ...]:
    """The editions with this one as it now is."""
    return tuple(changed if each.language == changed.language else each for each in editions)
