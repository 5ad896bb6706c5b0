"""The people of a visit: who comes, who receives them, and in which languages they understand each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from korpu_chassis.refusals import Notice, Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from korpu_events.visits.parts import Host, Interpreter, Member, Rank

MOST_MEMBERS = 300


class UnknownMember(Refusal):
    """The delegation has no such member."""

    code = "visit-member-unknown"
    status = 404
    text = {
        "az": "Nümayəndə heyətində belə üzv yoxdur.",
        "en": "The delegation has no such member.",
        "ru": "В делегации нет такого участника.",
    }


class MembersUnchanged(Refusal):
    """A change of the member list adds or removes somebody."""

    code = "visit-members-unchanged"
    status = 422
    text = {
        "az": "Kimin əlavə edildiyini və ya çıxarıldığını göstərin.",
        "en": "Say who is added or removed.",
        "ru": "Укажите, кто добавлен или удалён.",
    }


class SecondHead(Refusal):
    """A delegation has one head."""

    code = "visit-second-head"
    text = {
        "az": "Nümayəndə heyətinin yalnız bir rəhbəri ola bilər.",
        "en": "A delegation has one head.",
        "ru": "У делегации может быть только один глава.",
    }


class TooManyMembers(Refusal):
    """A delegation is not a congress."""

    code = "visit-too-many-members"
    text = {
        "az": "Nümayəndə heyətində {limit} nəfərdən çox ola bilməz.",
        "en": "A delegation has at most {limit} members.",
        "ru": "В делегации не более {limit} участников.",
    }


class SameLanguage(Refusal):
    """An interpreter works between two languages."""

    code = "visit-interpreter-same-language"
    status = 422
    text = {
        "az": "Tərcüməçinin dil cütü iki fərqli dil olmalıdır.",
        "en": "An interpreter works between two different languages.",
        "ru": "Переводчик работает между двумя разными языками.",
    }


class InvitedTwice(Refusal):
    """The number of an invitation letter is used once."""

    code = "visit-invitation-number-taken"
    text = {
        "az": "Bu nömrəli dəvət məktubu artıq var.",
        "en": "An invitation letter with this number exists.",
        "ru": "Письмо-приглашение с таким номером уже есть.",
    }


class HostBelowProtocol(Notice):
    """The head of the delegation is of higher rank than whoever receives it."""

    code = "visit-host-below-protocol"
    text = {
        "az": "Protokola görə heyətin rəhbərini ({level}) eyni və ya daha yüksək səviyyəli şəxs qəbul edir.",
        "en": "By protocol, the head of the delegation ({level}) is received by somebody of at least that rank.",
        "ru": "По протоколу главу делегации ({level}) принимает лицо не ниже рангом.",
    }


class PassportExpires(Notice):
    """A passport ends before the visit does."""

    code = "visit-passport-expires"
    text = {
        "az": "Pasportun müddəti səfər bitməmiş qurtarır.",
        "en": "The passport expires before the visit ends.",
        "ru": "Паспорт истекает до окончания визита.",
    }


def changed(members: Sequence[Member], added: Sequence[Member], removed: Collection[UUID]) -> tuple[Member, ...]:
    """The member list after some have left and others have come."""
    if not added and not removed:
        raise MembersUnchanged
    every_one_known(members, removed, "remove")
    after = (*(each for each in members if each.id not in removed), *added)
    if len(after) > MOST_MEMBERS:
        raise TooManyMembers("add", limit=MOST_MEMBERS)
    if sum(each.head for each in after) > 1:
        raise SecondHead("add")
    return after


def every_one_known(members: Sequence[Member], ids: Collection[UUID], path: str) -> None:
    """All of these belong to the delegation."""
    if not {each.id for each in members}.issuperset(ids):
        raise UnknownMember(path)


def two_languages(interpreters: Sequence[Interpreter]) -> None:
    """Every interpreter has two languages to stand between."""
    for place, each in enumerate(interpreters):
        if each.from_language == each.to_language:
            raise SameLanguage(f"interpreters.{place}.to_language")


def below_protocol(hosts: Sequence[Host], level: Rank, ranks: Sequence[Rank]) -> bool:
    """Nobody who receives the delegation is of its head's rank; rectors receive all who rank above a rector."""
    highest = max(ranks.index(level), ranks.index(type(level)("rector")))
    return not any(ranks.index(host.rank) <= highest for host in hosts)
