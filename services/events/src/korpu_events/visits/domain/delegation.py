"""The people of a visit: who comes, who receives them, and in which languages they understand each other."""

from collections.abc import Collection, Sequence
from uuid import UUID

from korpu_events.visits.domain.vocabulary import Rank
from korpu_events.visits.parts import Host, Interpreter, Member
from korpu_events.visits.refusals.people import (
    MembersUnchanged,
    SameLanguage,
    SecondHead,
    TooManyMembers,
    UnknownMember,
)

MOST_MEMBERS = 300


def changed(members: Sequence[Member], added: Sequence[Member], removed: Collection[UUID]) -> tuple[Member, ...]:
    """The member list after some have left and others have come."""
    if not added and not removed:
        raise MembersUnchanged
    require_known_members(members, removed, "remove")
    after = (*(each for each in members if each.id not in removed), *added)
    if len(after) > MOST_MEMBERS:
        raise TooManyMembers("add", limit=MOST_MEMBERS)
    if sum(each.head for each in after) > 1:
        raise SecondHead("add")
    return after


def require_known_members(members: Sequence[Member], ids: Collection[UUID], path: str) -> None:
    """All of these belong to the delegation."""
    if not {each.id for each in members}.issuperset(ids):
        raise UnknownMember(path)


def require_two_languages(interpreters: Sequence[Interpreter]) -> None:
    """Every interpreter has two languages to stand between."""
    for place, each in enumerate(interpreters):
        if each.from_language == each.to_language:
            raise SameLanguage(f"interpreters.{place}.to_language")


def below_protocol(hosts: Sequence[Host], level: Rank, ranks: Sequence[Rank]) -> bool:
    """Nobody who receives the delegation is of its head's rank; rectors receive all who rank above a rector."""
    highest = max(ranks.index(level), ranks.index(type(level)("rector")))
    return not any(ranks.index(host.rank) <= highest for host in hosts)
