"""Writing a version: what must be so, and what is worth a look."""

from collections.abc import Sequence
from secrets import token_hex

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_mobility.learning_agreements.domain.changes import require_reasons
from korpu_mobility.learning_agreements.domain.content import require_each_once
from korpu_mobility.learning_agreements.domain.lifecycle import leads_on
from korpu_mobility.learning_agreements.parts import Change, Component, Version
from korpu_mobility.learning_agreements.refusals.content import CreditsDiffer, Unchanged, VersionsFull
from korpu_mobility.learning_agreements.tables import LearningAgreement

MOST_VERSIONS = 20


def write_version(
    agreement: LearningAgreement,
    components: Sequence[Component],
    language: str | None,
    language_level: str | None,
    uow: UnitOfWork,
    changes: Sequence[Change] = (),
) -> None:
    """Write the content anew: into a draft that nobody has signed, otherwise as the next version."""
    require_each_once(components)
    agreed = agreement.agreed_version
    require_reasons(agreed.components if agreed else components, components, changes)
    last = agreement.current if agreement.versions else None
    follows = last is not None and leads_on(agreement.status, last.signatures)
    version = Version(
        number=(last.number if last else 1) + follows,
        components=tuple(components),
        changes=tuple(changes),
        language=language,
        language_level=language_level,
        hash="",
        salt=token_hex(16),
        made_on=uow.today,
    )
    if last is not None and follows:
        if version.says_as(last) and last.rejected_by is None and not agreement.is_over:
            raise Unchanged("components", number=last.number)
        if version.number > MOST_VERSIONS:
            raise VersionsFull(most=MOST_VERSIONS)
    agreement.writes(version)
    if agreement.ects_difference:
        uow.warn(CreditsDiffer("components", host=agreement.host_ects, home=agreement.home_ects))
