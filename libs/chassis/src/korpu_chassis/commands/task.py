"""What waits for whom: declared once, as a pure function of how an aggregate stands, and published with its state."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.clock import start_of_day
from korpu_chassis.commands.permission import Role
from korpu_chassis.refusals import Refusal

Person = UUID | None


@dataclass(frozen=True)
class Task:
    """Something that waits until somebody gives one of these commands.

    Who may give a command, its own declaration says. `whose` keeps some of those roles, `subjects` or `person` keep
    some of their bearers; `never` are subjects and persons who may not, besides those whom the command bars. `since`
    is when it began to wait, or a moment still to come from which on it waits (left out: the last change); `due` is
    the last day in time. `part` tells several of a kind apart.
    """

    commands: tuple[str, ...]
    due: date | None = None
    since: date | datetime | None = None
    whose: tuple[Role, ...] | None = None
    subjects: tuple[str, ...] = ()
    person: UUID | None = None
    never: tuple[str | UUID, ...] = ()
    part: str | None = None


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True)


class PublishedAddressee(_Published):
    """Who can answer a task: the bearers of a role, narrowed by whatever is given besides."""

    what: tuple[str, ...] = Field(examples=[["ApproveLoaf"]], description="The commands that are open to them.")
    role: str = Field(description="A role, or `*` for anyone signed in.")
    unit: str | None = Field(description="Only where this is one of their units.")
    subject: str | None = Field(description="Only this one.")
    person_id: UUID | None = Field(description="Only this person.")
    never: tuple[str, ...] = Field(description="Subjects and persons who may not, whatever their role.")


class PublishedTask(_Published):
    """Something that waits for somebody."""

    key: str = Field(description="Names it among the tasks of its thing, as long as it waits.")
    since: datetime = Field(description="Since when it waits, or from when on.")
    due: date | None = Field(description="The last day in time.")
    waits_for: tuple[PublishedAddressee, ...]


class Answering(Protocol):
    """What a task asks of the declaration of a command that answers it."""

    @property
    def name(self) -> str:
        """The command's name."""

    @property
    def who(self) -> tuple[Role, ...]:
        """Who may."""

    @property
    def when(self) -> tuple[str, ...] | None:
        """In which statuses."""

    @property
    def barred(self) -> Mapping[str, type[Refusal]]:
        """The fields whose bearers may not."""


def published(
    task: Task, commands: Mapping[str, Answering], aggregate: Any, closed: Collection[str] = ()
) -> PublishedTask | None:
    """A task as messages carry it, with those of its commands that are open; none when nobody can give one."""
    addressees: dict[tuple[Any, ...], list[str]] = {}
    for command in (commands[name] for name in task.commands):
        if command.name not in closed and (command.when is None or aggregate.status in command.when):
            for whom in _addressees(task, command, aggregate):
                addressees.setdefault(whom, []).append(command.name)
    if not addressees:
        return None
    return PublishedTask(
        key=":".join(filter(None, (task.commands[0], task.part))),
        since=_moment(task.since, aggregate.changed_at),
        due=task.due,
        waits_for=tuple(
            PublishedAddressee(what=tuple(what), role=role, unit=unit, subject=subject, person_id=person, never=never)
            for (role, unit, subject, person, never), what in addressees.items()
        ),
    )


def _addressees(task: Task, command: Answering, aggregate: Any) -> list[tuple[Any, ...]]:
    """Who can answer a task by a command, each once."""
    barred = (getattr(aggregate, field) for field in command.barred)
    never = tuple(dict.fromkeys(str(each) for each in (*barred, *task.never) if each))
    found = [
        (role.name, unit, subject, task.person or person, never)
        for role in command.who
        if task.whose is None or role in task.whose
        for unit, person in _narrowed(role, aggregate)
        if person is None or task.person in {None, person}
        for subject in _subjects(task, role, aggregate)
    ]
    return list(dict.fromkeys(found))


def _narrowed(role: Role, aggregate: Any) -> Iterable[tuple[str | None, Person]]:
    """To which unit and person a grant is narrowed by what the aggregate holds; to nobody where that is empty."""
    if role.having and getattr(aggregate, role.having, None) is None:
        return []
    unit = getattr(aggregate, role.unit_field, None) if role.unit_field else None
    if role.unit_field and unit is None:
        return []
    if not role.self_field:
        return [(unit, None)]
    own = getattr(aggregate, role.self_field, None)
    return [(unit, each) for each in (own if isinstance(own, (list, tuple)) else (own,)) if each is not None]


def _subjects(task: Task, role: Role, aggregate: Any) -> Iterable[str | None]:
    """To which subjects a grant is narrowed, by the task and by what the aggregate holds."""
    if not role.subject_field:
        return task.subjects or (None,)
    own = getattr(aggregate, role.subject_field, None)
    return [own] if own is not None and (not task.subjects or own in task.subjects) else []


def _moment(since: date | datetime | None, changed: datetime) -> datetime:
    if since is None:
        return changed
    return since if isinstance(since, datetime) else start_of_day(since)
