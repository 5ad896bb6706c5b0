"""What waits for whom follows from how a thing stands and from who may give the commands that would answer."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Field, SQLModel

from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.permission import ANYONE, Role
from korpu_chassis.commands.state import Fact, State
from korpu_chassis.commands.task import Task
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LANGUAGES
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import Refusal

BAKER, MASTER = Role("baker").of("unit"), Role("master")
EATER = ANYONE.own("eater_ids")
ANNA, BORIS = UUID(int=1), UUID(int=2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Dough(StrEnum):
    RISING = "rising"
    BAKED = "baked"


class Pretzel(Aggregate):
    eater_ids: tuple[UUID, ...] = Field(default=())
    salted: bool = False


class PretzelTasted(Fact):
    """Somebody has bitten."""


class Unsalted(Refusal):
    """Nobody serves it without salt."""

    code = "pretzel-unsalted"
    text = dict.fromkeys(LANGUAGES, "It lacks salt.")


class OwnPretzel(Refusal):
    """Nobody praises their own."""

    code = "pretzel-own"
    text = dict.fromkeys(LANGUAGES, "You have made it.")


class Bake(Changes):
    """Into the oven."""


class Taste(Changes):
    """Bite."""


class Praise(Changes):
    """Say that it is good."""


def require_salt(pretzel: Pretzel) -> None:
    if not pretzel.salted:
        raise Unsalted


def definition(*tasks: Task) -> AggregateDefinition[Any]:
    made: AggregateDefinition[Any] = AggregateDefinition(
        Pretzel, state=State, topic="bakery.pretzels.v1", tasks=lambda _: tasks
    )

    @made.changes(who=[BAKER, MASTER], when=[Dough.RISING], emits=[PretzelTasted])
    async def bake(pretzel: Pretzel, command: Bake, uow: UnitOfWork) -> None: ...

    @made.changes(who=[EATER, MASTER], when=[Dough.BAKED], emits=[PretzelTasted], requires=[require_salt])
    async def taste(pretzel: Pretzel, command: Taste, uow: UnitOfWork) -> None: ...

    @made.changes(who=[MASTER], emits=[PretzelTasted], barred={"author": OwnPretzel})
    async def praise(pretzel: Pretzel, command: Praise, uow: UnitOfWork) -> None: ...

    return made


@pytest.fixture(autouse=True)
def no_tables_left() -> Iterator[None]:
    yield
    SQLModel.metadata.clear()


def stood(*tasks: Task, **given: Any) -> State:
    plain = {"status": Dough.RISING, "unit": "ovens", "author": "baker-1", "created_at": AT, "changed_at": AT}
    return definition(*tasks).published(Pretzel(**{**plain, **given}))


def whom(*tasks: Task, **given: Any) -> list[tuple[Any, ...]]:
    return [
        (each.what, each.role, each.unit, each.subject, each.person_id)
        for task in stood(*tasks, **given).tasks
        for each in task.waits_for
    ]


def test_a_task_waits_for_everybody_who_may_answer_it_as_the_command_declares() -> None:
    assert whom(Task(("Bake",))) == [
        (("Bake",), "baker", "ovens", None, None),
        (("Bake",), "master", None, None, None),
    ]


def test_a_task_is_nobody_s_whose_unit_or_person_is_not_named() -> None:
    assert whom(Task(("Bake",), whose=(BAKER,)), unit=None) == []
    assert whom(Task(("Taste",), whose=(EATER,)), status=Dough.BAKED) == []


def test_a_task_may_wait_for_some_of_those_who_may() -> None:
    assert whom(Task(("Bake",), whose=(MASTER,), subjects=("m-1", "m-2"))) == [
        (("Bake",), "master", None, "m-1", None),
        (("Bake",), "master", None, "m-2", None),
    ]


def test_a_task_for_one_person_is_nobody_else_s() -> None:
    both = {"eater_ids": (ANNA, BORIS), "status": Dough.BAKED, "salted": True}

    assert [each[-1] for each in whom(Task(("Taste",), whose=(EATER,)), **both)] == [ANNA, BORIS]
    assert [each[1::3] for each in whom(Task(("Taste",), person=ANNA), **both)] == [("*", ANNA), ("master", ANNA)]


def test_what_cannot_be_done_as_it_stands_is_no_task() -> None:
    assert [each[0] for each in whom(Task(("Bake", "Taste")))] == [("Bake",), ("Bake",)]
    assert stood(Task(("Taste",))).tasks == ()


def test_each_command_keeps_those_out_whom_it_bars() -> None:
    [task] = stood(Task(("Praise", "Bake"), whose=(MASTER,), never=(BORIS,))).tasks

    assert [(each.what, each.never) for each in task.waits_for] == [
        (("Praise",), ("baker-1", str(BORIS))),
        (("Bake",), (str(BORIS),)),
    ]


def test_a_task_waits_since_the_last_change_or_from_the_beginning_of_a_day_of_the_office() -> None:
    now, later = stood(Task(("Bake",)), Task(("Bake",), since=date(2026, 4, 1), due=date(2026, 4, 2), part="b")).tasks

    assert (now.key, now.since, now.due) == ("Bake", AT, None)
    assert (later.key, later.since, later.due) == ("Bake:b", datetime(2026, 3, 31, 20, tzinfo=UTC), date(2026, 4, 2))


def test_a_command_is_closed_by_the_refusal_that_stands_in_its_way() -> None:
    assert stood(status=Dough.BAKED).closed == {"Taste": "pretzel-unsalted"}
    assert stood(status=Dough.BAKED, salted=True).closed == {}


def test_what_is_closed_waits_for_nobody() -> None:
    task = Task(("Taste", "Praise"), whose=(MASTER,))

    assert [each[0] for each in whom(task, status=Dough.BAKED)] == [("Praise",)]
    assert [each[0] for each in whom(task, status=Dough.BAKED, salted=True)] == [("Taste",), ("Praise",)]


def test_what_its_status_does_not_offer_is_not_said_to_be_closed() -> None:
    assert stood(status=Dough.RISING).closed == {}


def test_a_task_that_names_an_unknown_command_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="Knead"):
        stood(Task(("Knead",)))
