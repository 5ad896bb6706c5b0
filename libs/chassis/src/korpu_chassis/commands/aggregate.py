"""How a command is declared: once, with its input, who may, when, what it says and why it refuses."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar, get_type_hints
from uuid import UUID

from sqlalchemy import Executable

from korpu_chassis.commands.command import Command
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.state import Fact, Restated, State, snake
from korpu_chassis.commands.task import Task, published
from korpu_chassis.deadlines import Deadline, DueHandler
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import Refusal

Handler = Callable[..., Awaitable[Any]]
Requirement = Callable[[Any], object]
"""A pure rule on how an aggregate stands: it raises the refusal that stands in a command's way."""
Moves = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Declared:
    """One command with all that follows from it."""

    name: str
    definition: "AggregateDefinition[Any]"
    input: type[Command]
    handler: Handler
    creates: bool
    who: tuple[Role, ...]
    when: tuple[str, ...] | None
    to: tuple[str, ...] | None
    moves: Mapping[str, tuple[str, ...]]
    emits: tuple[type[Fact], ...]
    refuses: tuple[type[Refusal], ...]
    barred: Mapping[str, type[Refusal]]
    requires: tuple[Requirement, ...] = ()
    in_turn: type[Refusal] | None = None

    @property
    def path(self) -> str:
        """The address at the owner: `/commands/bake-loaf`."""
        return f"/commands/{snake(self.name).replace('_', '-')}"

    @property
    def summary(self) -> str:
        """What the command is, in the office's language."""
        return (self.handler.__doc__ or "").strip().split("\n")[0]

    def open_to(self, principal: Principal) -> bool:
        """Say whether the caller bears any role that this command is open to, whatever it is asked about."""
        return any(role.borne_by(principal) for role in self.who)

    def allows(self, principal: Principal, subject: object) -> bool:
        """Say whether the caller holds any grant of this command for that aggregate (or input)."""
        return any(role.admits(principal, subject) for role in self.who)

    def offered(self, status: str) -> bool:
        """Say whether it is offered for what stands so."""
        return not self.creates and (self.when is None or status in self.when)

    def obstacle(self, aggregate: object) -> Refusal | None:
        """What stands in its way as the aggregate stands, whoever asks."""
        try:
            for requirement in self.requires:
                requirement(aggregate)
        except Refusal as refusal:
            return refusal
        return None


A = TypeVar("A", bound=Aggregate)


@dataclass
class AggregateDefinition(Generic[A]):
    """One aggregate with its commands, its facts, its topic and its deadlines."""

    table: type[A]
    state: type[State]
    topic: str
    readers: Sequence[Role] = ()
    status: Callable[[A, date], str] | None = None
    deadlines: Callable[[A], Sequence[Deadline]] | None = None
    tasks: Callable[[A], Iterable[Task]] | None = None
    """What waits for whom, as one stands; what time alone changes is given in it, as `since` and `due`."""
    unique: Mapping[str, type[Refusal]] = field(default_factory=dict)
    unasked: Moves = field(default_factory=dict)
    """The moves from status to status that nobody commands: the clock makes them, or what else was moved."""
    after: Callable[[UUID], Executable] | None = None
    """The statement that locks what is always locked before one of these, so that all wait in one order."""
    commands: dict[str, Declared] = field(default_factory=dict)
    due_handlers: dict[str, DueHandler] = field(default_factory=dict)
    untrue_later: set[str] = field(default_factory=set)
    """Rules whose fact is true on its day alone: one whose day lay behind when the rule came is not said."""
    facts: dict[str, type[Fact]] = field(default_factory=dict)
    clock_emits: list[type[Fact]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._know_facts([Restated])

    @property
    def name(self) -> str:
        """The aggregate's name in messages, audit and addresses."""
        return snake(self.table.__name__)

    def shows(self, aggregate: A, principal: Principal) -> bool:
        """Whether this caller may read this one; to others it is as if it were not there."""
        return any(role.admits(principal, aggregate) for role in self.readers)

    def published(self, aggregate: A) -> State:
        """The public state: what messages carry and the owner answers."""
        offered = (each for each in self.commands.values() if each.requires and each.offered(aggregate.status))
        closed = {each.name: found.code for each in offered if (found := each.obstacle(aggregate))}
        tasks = self.tasks(aggregate) if self.tasks else ()
        waiting = (published(each, self.commands, aggregate, closed) for each in tasks)
        state = self.state.model_validate(aggregate)
        return state.model_copy(update={"tasks": tuple(filter(None, waiting)), "closed": closed})

    def creates(
        self,
        *,
        who: Sequence[Role],
        emits: Sequence[type[Fact]],
        to: Sequence[str] | None = None,
        refuses: Sequence[type[Refusal]] = (),
    ) -> Callable[[Handler], Handler]:
        """Declare a command that makes an aggregate: `(command, uow) -> aggregate`."""
        return self._declares(creates=True, who=who, when=None, to=to, emits=emits, refuses=refuses)

    def changes(
        self,
        *,
        who: Sequence[Role],
        emits: Sequence[type[Fact]],
        when: Sequence[str] | None = None,
        to: Sequence[str] | Moves | None = None,
        refuses: Sequence[type[Refusal]] = (),
        **more: Any,
    ) -> Callable[[Handler], Handler]:
        """Declare a command that changes one: `(aggregate, command, uow) -> None`.

        `when` are the statuses in which it is offered (any, if left out), `to` those in which it may end
        (unchanged, if left out; a mapping says which status leads to which); `barred` names fields of the
        aggregate whose bearer may not, and the refusal. `requires` are pure rules on the aggregate alone, asked before
        the handler; while one refuses, the command is shown as closed by that refusal. `in_turn` is the refusal of a
        command that does nothing but answer a task, for whom no such task waits.
        """
        return self._declares(creates=False, who=who, when=when, to=to, emits=emits, refuses=refuses, **more)

    def due(
        self, rule: str, emits: Sequence[type[Fact]] = (), *, untrue_later: bool = False
    ) -> Callable[[DueHandler], DueHandler]:
        """Declare what happens when a deadline falls due; a rule that ends in `*` takes all with that beginning.

        `untrue_later`: it is not said when a changed rule puts its day into the past, as "thirty days are left".
        """

        def declare(handler: DueHandler) -> DueHandler:
            self.due_handlers[rule] = handler
            self.untrue_later |= {rule} if untrue_later else set()
            self.also_emits(*emits)
            return handler

        return declare

    def also_emits(self, *emits: type[Fact]) -> None:
        """Name the facts that are said when another service is heard, not on a command or by the clock."""
        self.clock_emits.extend(emits)
        self._know_facts(emits)

    def fact_name(self, fact: Fact) -> str:
        """The fact's name in messages; one that is said without being declared is a mistake of ours."""
        name = fact.name_for(self.name)
        if name not in self.facts:
            raise LookupError(f"{name} is said but not declared")
        return name

    def due_handler(self, rule: str) -> DueHandler:
        """Find who answers for a rule; a deadline without one is a mistake of ours."""
        return self.due_handlers[self._declared(rule)]

    def is_timely(self, deadline: Deadline, now: datetime) -> bool:
        """Whether a deadline that was not known so far is still to be said."""
        return deadline.at > now or self._declared(deadline.rule) not in self.untrue_later

    def _declared(self, rule: str) -> str:
        for name in self.due_handlers:
            if rule == name or (name.endswith("*") and rule.startswith(name[:-1])):
                return name
        raise LookupError(f"{self.name} has no handler for the deadline {rule}")

    def _declares(self, *, creates: bool, **given: Any) -> Callable[[Handler], Handler]:
        def declare(handler: Handler) -> Handler:
            hints = get_type_hints(handler)
            command = next(each for each in hints.values() if isinstance(each, type) and issubclass(each, Command))
            declared = Declared(
                name=command.__name__,
                definition=self,
                input=command,
                handler=handler,
                creates=creates,
                who=tuple(given["who"]),
                when=None if given["when"] is None else tuple(given["when"]),
                to=_ends(given["to"]),
                moves=_moves(("[*]",) if creates else given["when"], given["to"]),
                emits=tuple(given["emits"]),
                refuses=tuple(given["refuses"]),
                barred=given.get("barred", {}),
                requires=tuple(given.get("requires", ())),
                in_turn=given.get("in_turn"),
            )
            if declared.name in self.commands:
                raise ValueError(f"{declared.name} is declared twice")
            self.commands[declared.name] = declared
            self._know_facts(declared.emits)
            return handler

        return declare

    def _know_facts(self, facts: Sequence[type[Fact]]) -> None:
        self.facts.update({fact.name_for(self.name): fact for fact in facts})


def _ends(to: Sequence[str] | Moves | None) -> tuple[str, ...] | None:
    if isinstance(to, Mapping):
        return tuple(dict.fromkeys(target for targets in to.values() for target in targets))
    return None if to is None else tuple(to)


def _moves(sources: Sequence[str] | None, to: Sequence[str] | Moves | None) -> dict[str, tuple[str, ...]]:
    if isinstance(to, Mapping):
        return {source: tuple(targets) for source, targets in to.items()}
    return {source: tuple(to or ()) for source in sources or ("any",)}
