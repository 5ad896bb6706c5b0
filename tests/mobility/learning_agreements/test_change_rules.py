"""The reasons for changes, without a database: each goes with what it is for, and with nothing else."""

from decimal import Decimal

import pytest

from korpu_chassis.refusals import Refusal
from korpu_mobility.learning_agreements.domain.changes import ChangeReason, require_reasons
from korpu_mobility.learning_agreements.domain.content import Table
from korpu_mobility.learning_agreements.parts import Change, Component
from korpu_mobility.learning_agreements.refusals.changes import ReasonDoesNotFit


def component(title: str, table: Table = Table.HOST) -> Component:
    return Component(table=table, title=title, ects=Decimal(6))


@pytest.mark.parametrize(
    ("goes", "comes", "fitting"),
    [
        (True, Table.HOST, {"not_available", "language_mismatch", "timetable_conflict"}),
        (False, Table.HOST, {"substituting_deleted", "extending_mobility"}),
        (False, Table.VIRTUAL, {"substituting_deleted", "extending_mobility", "adding_virtual_component"}),
        (False, Table.HOME, set()),
        (True, Table.HOME, set()),
    ],
)
def test_a_reason_fits_what_it_is_for(goes: bool, comes: Table, fitting: set[str]) -> None:  # noqa: FBT001 -- a case
    with_it = [component("Dialects", comes)]
    before, after = (with_it, with_it[:0]) if goes else (with_it[:0], with_it)

    said = set()
    for reason in ChangeReason:
        change = Change(table=comes, component="Dialects", reason=reason)
        try:
            require_reasons(before, after, [change])
        except Refusal as refusal:
            assert refusal.code == "learning-agreement-reason-does-not-fit"  # noqa: PT017 -- each reason is a case
        else:
            said.add(reason.value)

    assert said == fitting


def test_a_reason_is_given_once_and_what_stays_has_none() -> None:
    stays, goes = component("Novel"), component("Dialects")
    change = Change(table=Table.HOST, component="Dialects", reason=ChangeReason.NOT_AVAILABLE)
    other = change.model_copy(update={"component": "Novel"})

    require_reasons([stays, goes], [stays], [change])
    for changes in ([change, change], [change, other]):
        with pytest.raises(ReasonDoesNotFit):
            require_reasons([stays, goes], [stays], changes)
