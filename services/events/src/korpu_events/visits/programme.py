"""The programme of a visit: inside its days, nobody and nothing in two places, every signing with its agreement."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from korpu_chassis.clock import BAKU
from korpu_chassis.refusals import Notice, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from korpu_events.visits.parts import Interpreter, ProgrammeItem


class UnknownItem(Refusal):
    """The programme has no such item."""

    code = "programme-item-unknown"
    status = 404
    text = {
        "az": "Proqramda belə bənd yoxdur.",
        "en": "The programme has no such item.",
        "ru": "В программе нет такого пункта.",
    }


class EndsBeforeItBegins(Refusal):
    """An item of a programme lasts some time."""

    code = "programme-item-backwards"
    status = 422
    text = {
        "az": "Bəndin sonu başlanğıcından sonra olmalıdır.",
        "en": "The item must end after it begins.",
        "ru": "Пункт должен заканчиваться позже, чем начинается.",
    }


class OutsideTheVisit(Refusal):
    """An item takes place during the visit."""

    code = "programme-item-outside-visit"
    text = {
        "az": "«{item}» səfərin günlərindən ({starts} – {ends}) kənardadır.",
        "en": "“{item}” lies outside the days of the visit ({starts} – {ends}).",
        "ru": "«{item}» вне дней визита ({starts} – {ends}).",
    }


class AlreadyBooked(Refusal):
    """Nobody and nothing is in two places at once."""

    code = "programme-already-booked"
    text = {
        "az": "{what} artıq tutulub: {visit}, «{item}», {starts} – {ends}.",
        "en": "{what} is already booked: {visit}, “{item}”, {starts} – {ends}.",
        "ru": "{what}: уже занято — {visit}, «{item}», {starts} – {ends}.",
    }


class SigningWithoutAgreement(Refusal):
    """A signing names what is signed."""

    code = "programme-signing-without-agreement"
    status = 422
    text = {
        "az": "İmzalanma bəndi hansı sazişin imzalandığını göstərməlidir.",
        "en": "A signing must name the agreement that is signed.",
        "ru": "Для подписания нужно указать соглашение.",
    }


class InterpreterNotOfVisit(Refusal):
    """Only interpreters of the visit, whose languages are known, work in its programme."""

    code = "programme-interpreter-not-of-visit"
    text = {
        "az": "Tərcüməçi əvvəlcə dil cütü ilə səfərə təyin edilməlidir.",
        "en": "Name the interpreter for the visit, with the language pair, first.",
        "ru": "Сначала назначьте переводчика на визит с языковой парой.",
    }


class InterpreterStillNeeded(Refusal):
    """An interpreter leaves the visit after leaving its programme."""

    code = "programme-interpreter-still-needed"
    text = {
        "az": "Tərcüməçi hələ «{item}» bəndində lazımdır.",
        "en": "The interpreter is still needed for “{item}”.",
        "ru": "Переводчик ещё нужен для «{item}».",
    }


class AgreementNotApproved(Notice):
    """What is to be signed is not approved yet."""

    code = "agreement-not-approved"
    text = {
        "az": "İmzalanacaq saziş hələ təsdiqlənməyib (vəziyyəti: {status}).",
        "en": "The agreement to be signed is not approved yet (its status: {status}).",
        "ru": "Соглашение для подписания ещё не утверждено (статус: {status}).",
    }


class AgreementNotHeard(Notice):
    """Nobody has told of the agreement that is to be signed."""

    code = "agreement-not-heard"
    text = {
        "az": "İmzalanacaq saziş haqqında hələ məlumat gəlməyib; nömrəsini yoxlayın.",
        "en": "Nothing has been heard of the agreement to be signed; check it.",
        "ru": "О подписываемом соглашении ещё нет сведений; проверьте его.",
    }


class AgreementAlreadySigned(Notice):
    """What is to be signed was signed before."""

    code = "agreement-already-signed"
    text = {
        "az": "Saziş artıq imzalanıb.",
        "en": "The agreement has already been signed.",
        "ru": "Соглашение уже подписано.",
    }


SIGNING_NOTICES: dict[str, type[Notice]] = {
    each.code: each for each in (AgreementNotApproved, AgreementNotHeard, AgreementAlreadySigned)
}


def occupied(item: ProgrammeItem) -> dict[str, str]:
    """Whom and what an item takes for its time, and the input's field that said so."""
    taken = {f"person:{person}": f"people.{place}" for place, person in enumerate(item.people)}
    taken |= {f"person:{person}": f"interpreters.{place}" for place, person in enumerate(item.interpreters)}
    if item.host_id:
        taken[f"person:{item.host_id}"] = "host_id"
    if item.room:
        taken[f"room:{item.room.casefold()}"] = "room"
    if item.car:
        taken[f"car:{item.car.casefold()}"] = "car"
    return taken


def fits(item: ProgrammeItem, starts: date, ends: date, language: str) -> None:
    """An item lasts some time, during the visit."""
    if item.ends <= item.starts:
        raise EndsBeforeItBegins("ends")
    first, last = (each.astimezone(BAKU).date() for each in (item.starts, item.ends))
    if first < starts or last > ends:
        raise OutsideTheVisit(
            "starts", item=item.title.text(language), starts=starts.isoformat(), ends=ends.isoformat()
        )


def overlap(one: ProgrammeItem, other: ProgrammeItem) -> bool:
    """Two items share a moment; one that begins when the other ends does not."""
    return one.starts < other.ends and other.starts < one.ends


def clash(visit: str, item: ProgrammeItem, taken: str, path: str, language: str) -> AlreadyBooked:
    """The refusal that names the item which was there first."""
    begin, end = (each.astimezone(BAKU).strftime("%Y-%m-%d %H:%M") for each in (item.starts, item.ends))
    return AlreadyBooked(path, what=taken, visit=visit, item=item.title.text(language), starts=begin, ends=end)


def without_double_booking(visit: str, items: Sequence[ProgrammeItem], language: str) -> None:
    """Within one programme nobody and nothing is in two places."""
    for earlier, later in combinations(items, 2):
        if overlap(earlier, later):
            for taken, path in occupied(later).items():
                if taken in occupied(earlier):
                    raise clash(visit, earlier, taken, path, language)


def names_its_agreement(item: ProgrammeItem) -> None:
    """A signing says what is signed."""
    if item.kind == "signing" and item.agreement_id is None:
        raise SigningWithoutAgreement("agreement_id")


def well_staffed(item: ProgrammeItem, interpreters: Sequence[Interpreter]) -> None:
    """Interpreters of an item are interpreters of the visit."""
    known = {each.person_id for each in interpreters}
    for place, person in enumerate(item.interpreters):
        if person not in known:
            raise InterpreterNotOfVisit(f"interpreters.{place}")


def may_release(interpreters: Sequence[Interpreter], programme: Sequence[ProgrammeItem], language: str) -> None:
    """Every interpreter whom the programme needs is still there."""
    known = {each.person_id for each in interpreters}
    for item in programme:
        if not known.issuperset(item.interpreters):
            raise InterpreterStillNeeded("interpreters", item=item.title.text(language))


def signing_warning(status: str | None, *, signed: bool) -> str | None:
    """What the officer should know about an agreement that is to be signed; nothing when it is approved."""
    if status is None:
        return AgreementNotHeard.code
    if signed:
        return AgreementAlreadySigned.code
    return None if status == "approved" else AgreementNotApproved.code


def item_of(programme: Sequence[ProgrammeItem], item_id: UUID) -> ProgrammeItem:
    """The item of this id."""
    for item in programme:
        if item.id == item_id:
            return item
    raise UnknownItem("item_id")


def replaced(programme: Sequence[ProgrammeItem], item: ProgrammeItem) -> tuple[ProgrammeItem, ...]:
    """The programme with this item in place of its earlier self, in the order of time."""
    others = [each for each in programme if each.id != item.id]
    return tuple(sorted((*others, item), key=lambda each: (each.starts, each.ends, each.id)))


def moved(programme: Sequence[ProgrammeItem], days: int) -> tuple[ProgrammeItem, ...]:
    """The same programme, so many days later, at the same hours."""
    distance = timedelta(days=days)
    return tuple(
        each.model_copy(update={"starts": each.starts + distance, "ends": each.ends + distance}) for each in programme
    )


def difference(before: Sequence[ProgrammeItem], after: Sequence[ProgrammeItem]) -> dict[str, tuple[ProgrammeItem, ...]]:
    """What was added, changed and removed, so that a department need not compare."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    return {
        "added": tuple(item for item in after if item.id not in old),
        "changed": tuple(item for item in after if item.id in old and old[item.id] != item),
        "removed": tuple(item for item in before if item.id not in new),
    }
