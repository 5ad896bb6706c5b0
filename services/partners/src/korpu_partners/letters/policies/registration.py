"""How a letter gets its number, and how a second registration of the same letter is noticed."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText, fold
from korpu_partners.letters.domain.answering_times import answering_time, due_by
from korpu_partners.letters.domain.lifecycle import Direction, LetterStatus, code_of
from korpu_partners.letters.inputs import RegisterLetter
from korpu_partners.letters.parts import Correspondent
from korpu_partners.letters.refusals import (
    CorrespondentEmpty,
    LetterDatedInTheFuture,
    LetterDueInThePast,
    RegisteredAlready,
)
from korpu_partners.letters.tables import Letter
from korpu_partners.organisations.interface import known_organisation, standing_of


def entry(command: RegisterLetter, correspondents: tuple[Correspondent, ...], number: int, today: date) -> Letter:
    """Make the entry that a registration describes, under its number."""
    taken = {"idempotency_key", "correspondents", "subject", "answers_id", "not_duplicate_of", "due", "languages"}
    letter = Letter(
        **command.model_dump(exclude=taken | {"travelled_on", "wants_answer"}),
        status=LetterStatus.REGISTERED,
        code=code_of(command.direction, today.year, number),
        year=today.year,
        number=number,
        registered_on=today,
        travelled_on=command.travelled_on or today,
        about=LocalizedText.of(command.subject),
        languages=list(command.languages),
        wants_answer=wants_answer(command),
    )
    of(letter, correspondents)
    rule = answering_time(command.nature, today) if _is_due_by_rule(command, letter) else None
    letter.is_due(due_by(rule, today) if rule else command.due, today, rule)
    return letter


def wants_answer(command: RegisterLetter) -> bool:
    """What comes in wants an answer, unless somebody says otherwise."""
    return command.direction is Direction.INCOMING if command.wants_answer is None else command.wants_answer


def _is_due_by_rule(command: RegisterLetter, letter: Letter) -> bool:
    return command.due is None and letter.wants_answer and command.direction is Direction.INCOMING


def of(letter: Letter, correspondents: tuple[Correspondent, ...]) -> None:
    """Take these correspondents, and the keys under which a second registration is found."""
    letter.correspondents = correspondents
    letter.organisation_ids = [each.organisation_id for each in correspondents if each.organisation_id]
    numbered = letter.their_number if letter.direction == Direction.INCOMING else None
    letter.their_key = f"{number_key(numbered)}|{letter.their_date}" if numbered else None


def number_key(number: str) -> str:
    """A number as it is compared: without blanks and dashes, and without the sign that says that it is a number."""
    return "".join(fold(re.sub(r"(?i)^\s*(?:№|n[ro°º]?\.?|#|nömrə)(?=[\s.:]*\d)[\s.:]*", "", number)).split())


async def going_on(named: Sequence[Correspondent], uow: UnitOfWork) -> tuple[Correspondent, ...]:
    """The correspondents with organisations that are known; a merged one is its successor."""
    found = []
    for place, each in enumerate(named):
        if not each.organisation_id and not each.office:
            raise CorrespondentEmpty(f"correspondents.{place}")
        if each.organisation_id:
            path = f"correspondents.{place}.organisation_id"
            known = await known_organisation(each.organisation_id, uow, path)
            found.append(each.model_copy(update={"organisation_id": known}))
        else:
            found.append(each)
    return tuple(found)


async def require_unregistered(letter: Letter, apart_from: Collection[UUID], uow: UnitOfWork) -> None:
    """The same number and day of the same sender is the same letter.

    The register is locked by the number that was taken, so that of two who enter one letter the second one sees it.
    """
    if letter.their_key is None:
        return
    alike = await uow.find(
        Letter,
        col(Letter.their_key) == letter.their_key,
        col(Letter.status) != LetterStatus.ANNULLED,
        col(Letter.id).not_in([letter.id, *apart_from]),
    )
    standing = await standing_of(letter.organisation_ids, uow) if alike else {}
    senders = {each for known in standing.values() for each in known.identities}
    known = [each.code for each in alike if _same_sender(each, letter, senders)]
    if known:
        raise RegisteredAlready("their_number", known=", ".join(sorted(known)))


def _same_sender(known: Letter, letter: Letter, senders: Collection[UUID]) -> bool:
    """Judge by the organisations under all their identities, or by the offices where one of the two names none."""
    if known.organisation_ids and senders:
        return not set(known.organisation_ids).isdisjoint(senders)
    return not _offices(known).isdisjoint(_offices(letter))


def _offices(letter: Letter) -> set[str]:
    return {fold(each.office) for each in letter.correspondents if each.office}


def require_not_in_future(path: str, day: date | None, today: date) -> None:
    """A letter was written and has travelled."""
    if day and day > today:
        raise LetterDatedInTheFuture(path, on=day)


def require_not_in_past(due: date | None, today: date) -> None:
    """What is to be done is due today or later."""
    if due and due < today:
        raise LetterDueInThePast("due", due=due)
